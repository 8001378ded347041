'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi } from '@/components/call-api';
import type { PicturePage } from '@/lib/pictures/list-pictures';
import type { PictureFilter, PictureView } from '@/lib/pictures/picture-view';
import { Gatherer } from './gatherer';
import { isLive, subscribePictureEvents } from './picture-events';

/** How often to ask for photos that are being prepared: with a live stream only to be safe. */
const POLL_MS = 3_000;
const POLL_LIVE_MS = 15_000;
export type Pictures = {
  /** Newest first. */
  pictures: readonly PictureView[];
  total: number;
  hasMore: boolean;
  isLoading: boolean;
  filter: PictureFilter;
  setFilter: (filter: PictureFilter) => void;
  loadMore: () => void;
  /** Adds a photo or brings it up to date. */
  put: (picture: PictureView) => void;
  /** Takes photos off the list that the server has deleted. */
  drop: (ids: readonly string[]) => void;
  /** Asks the server for the present state of these photos. */
  refresh: (ids: readonly string[]) => void;
};

/** The person's photos on a screen, kept up to date while the worker prepares them and other tabs change them. */
export function usePictures(initial: PicturePage): Pictures {
  const [filter, setFilterState] = useState<PictureFilter>('all');
  const [page, setPage] = useState(initial);
  const [isLoading, setIsLoading] = useState(false);
  const filterRef = useRef(filter);
  const picturesRef = useRef(page.pictures);
  useEffect(() => {
    picturesRef.current = page.pictures;
  }, [page.pictures]);

  const put = useCallback((picture: PictureView) => {
    setPage((old) => {
      const isNew = !old.pictures.some(({ id }) => id === picture.id);
      return {
        ...old,
        pictures: merged(old.pictures, [picture], filterRef.current),
        total: old.total + (isNew ? 1 : 0),
      };
    });
  }, []);

  const drop = useCallback((ids: readonly string[]) => {
    const gone = new Set<string>(ids);
    setPage((old) => {
      const pictures = old.pictures.filter(({ id }) => !gone.has(id));
      return { ...old, pictures, total: old.total - (old.pictures.length - pictures.length) };
    });
  }, []);

  const refresh = useRefresh(put, drop);
  usePolling(page.pictures, refresh);

  useEffect(
    () =>
      subscribePictureEvents((event) => {
        if (event.type === 'resync') refresh(waitingIn(picturesRef.current));
        else if (event.type !== 'picture') return;
        else if (event.status === 'DELETED') drop([event.id]);
        else refresh([event.id]);
      }),
    [drop, refresh],
  );

  const load = useCallback(async (next: PictureFilter, cursor: string | null) => {
    setIsLoading(true);
    try {
      const query = new URLSearchParams({ filter: next });
      if (cursor) query.set('cursor', cursor);
      const loaded = await callApi<PicturePage>('GET', `/api/pictures?${query}`);
      if (filterRef.current !== next) return;
      setPage((old) => ({
        ...loaded,
        pictures: cursor ? merged(old.pictures, loaded.pictures, next) : loaded.pictures,
      }));
    } finally {
      setIsLoading(false);
    }
  }, []);

  return {
    pictures: page.pictures,
    total: page.total,
    hasMore: page.nextCursor !== null,
    isLoading,
    filter,
    setFilter: (next) => {
      filterRef.current = next;
      setFilterState(next);
      void load(next, null);
    },
    loadMore: () => void load(filter, page.nextCursor),
    put,
    drop,
    refresh,
  };
}

/** Asks for single photos, many at once; those the server does not know any more are dropped. */
function useRefresh(
  put: (picture: PictureView) => void,
  drop: (ids: readonly string[]) => void,
): (ids: readonly string[]) => void {
  const [gatherer] = useState(
    () =>
      new Gatherer(async (ids) => {
        const { pictures } = await callApi<{ pictures: PictureView[] }>(
          'GET',
          `/api/pictures?ids=${ids.join(',')}`,
        );
        for (const picture of pictures) put(picture);
        const found = new Set<string>(pictures.map(({ id }) => id));
        drop(ids.filter((id) => !found.has(id)));
      }),
  );
  useEffect(() => () => gatherer.stop(), [gatherer]);
  return gatherer.want;
}

/** While photos are being prepared, asks for them from time to time, in case no news come through. */
function usePolling(
  pictures: readonly PictureView[],
  refresh: (ids: readonly string[]) => void,
): void {
  const openKey = waitingIn(pictures).join(',');
  useEffect(() => {
    if (openKey === '') return;
    let asked = Date.now();
    const timer = setInterval(() => {
      if (Date.now() - asked < (isLive() ? POLL_LIVE_MS : POLL_MS)) return;
      asked = Date.now();
      refresh(openKey.split(','));
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [openKey, refresh]);
}

function waitingIn(pictures: readonly PictureView[]): string[] {
  return pictures.filter(({ status }) => status === 'RECEIVED').map(({ id }) => id);
}

/** Newest first, each once, and only what the filter shows. An id starts with its time. */
function merged(
  old: readonly PictureView[],
  fresh: readonly PictureView[],
  filter: PictureFilter,
): PictureView[] {
  const byId = new Map(old.map((picture) => [picture.id, picture]));
  for (const picture of fresh) byId.set(picture.id, picture);
  return [...byId.values()]
    .filter((picture) => isShown(picture, filter))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

function isShown({ usedIn, isAi }: PictureView, filter: PictureFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unused':
      return usedIn.length === 0;
    case 'ai':
      return isAi;
  }
}
