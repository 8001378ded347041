'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PictureView } from '@/lib/pictures/picture-view';
import { prepareFile } from './prepare-file';
import { sendFile } from './send-file';
import { isEnded, type Upload, UploadQueue } from './upload-queue';

const NONE: readonly Upload[] = [];

export type Uploads = {
  uploads: readonly Upload[];
  /** Something is still on its way: leaving now would lose it. */
  isBusy: boolean;
  add: (files: readonly File[]) => void;
  cancel: (id: number) => void;
  retry: (id: number) => void;
  clearEnded: () => void;
};

/**
 * Uploads of this screen. They stop when the screen goes away, and the browser asks before it closes while they run.
 * @param onPicture called for each photo as soon as the server has it, also for one that was there already
 */
export function useUploads(onPicture: (picture: PictureView) => void): Uploads {
  const [queue] = useState(
    () => new UploadQueue({ prepare: prepareFile, send: sendFile, pause, onPicture }),
  );
  useEffect(() => queue.tell(onPicture), [queue, onPicture]);
  useEffect(() => () => queue.cancelAll(), [queue]);
  const uploads = useSyncExternalStore(queue.subscribe, queue.current, () => NONE);
  const isBusy = uploads.some(({ state }) => !isEnded(state));
  useEffect(() => {
    if (!isBusy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isBusy]);
  return {
    uploads,
    isBusy,
    add: (files) => queue.add(files),
    cancel: (id) => queue.cancel(id),
    retry: (id) => queue.retry(id),
    clearEnded: () => queue.clearEnded(),
  };
}

/** Without a network it waits for one, however long; a network that comes back ends the wait. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(() => {
      if (navigator.onLine) end();
    }, ms);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
