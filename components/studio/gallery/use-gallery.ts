'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { subscribePictureEvents } from '@/components/pictures/picture-events';
import { useErrorMessage } from '@/components/use-error-message';
import type { GalleryPage, GenerationView } from '@/lib/studio/generation-view';

type Filter = {
  favourites: boolean;
  unused: boolean;
  themeId: string;
  loraModelId: string;
  month: string;
};
export const EVERYTHING: Filter = {
  favourites: false,
  unused: false,
  themeId: '',
  loraModelId: '',
  month: '',
};

/** The gallery's pictures by filter, a page at a time, kept up to date while other windows delete some. */
export function useGallery(initial: GalleryPage) {
  const words = useErrorMessage();
  const [page, setPage] = useState(initial);
  const [filter, setFilterState] = useState(EVERYTHING);
  const [isLoading, setIsLoading] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const asked = useRef(0);

  const load = useCallback(
    async (wanted: Filter, cursor: string | null) => {
      asked.current += 1;
      const mine = asked.current;
      setIsLoading(true);
      setFailure(null);
      try {
        const query = new URLSearchParams();
        if (wanted.favourites) query.set('favourites', 'true');
        if (wanted.unused) query.set('unused', 'true');
        for (const key of ['themeId', 'loraModelId', 'month'] as const) {
          if (wanted[key]) query.set(key, wanted[key]);
        }
        if (cursor) query.set('cursor', cursor);
        const fresh = await callApi<GalleryPage>('GET', `/api/studio/generations?${query}`);
        // Another filter was chosen meanwhile.
        if (asked.current !== mine) return;
        setPage((old) => ({
          ...fresh,
          pictures: cursor ? merged(old.pictures, fresh.pictures) : fresh.pictures,
        }));
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        if (asked.current === mine) setFailure(words(error.problem));
      } finally {
        if (asked.current === mine) setIsLoading(false);
      }
    },
    [words],
  );

  const refresh = useCallback(async (id: string) => {
    try {
      const fresh = await callApi<GenerationView>('GET', `/api/studio/generations/${id}`);
      setPage((old) => ({
        ...old,
        pictures: old.pictures.map((picture) => (picture.id === id ? fresh : picture)),
      }));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
    }
  }, []);

  const drop = useCallback((pictureIds: readonly string[]) => {
    const gone = new Set(pictureIds);
    setPage((old) => ({
      ...old,
      pictures: old.pictures.filter(({ picture }) => !picture || !gone.has(picture.id)),
    }));
  }, []);

  useEffect(
    () =>
      subscribePictureEvents((event) => {
        if (event.type === 'picture' && event.status === 'DELETED') drop([event.id]);
      }),
    [drop],
  );

  return {
    pictures: page.pictures,
    hasMore: page.nextCursor !== null,
    isLoading,
    failure,
    filter,
    setFilter: (wanted: Filter) => {
      setFilterState(wanted);
      void load(wanted, null);
    },
    loadMore: () => {
      if (!isLoading && page.nextCursor) void load(filter, page.nextCursor);
    },
    refresh: (id: string) => void refresh(id),
    drop,
  };
}

/** Newest first, each once. An id starts with its time. */
function merged(
  old: readonly GenerationView[],
  fresh: readonly GenerationView[],
): GenerationView[] {
  const byId = new Map([...old, ...fresh].map((picture) => [picture.id, picture]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
}
