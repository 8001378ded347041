'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { isLive, subscribePictureEvents } from '@/components/pictures/picture-events';
import type { JobView } from '@/lib/studio/generation-view';

/** Many pictures move at once: they are asked for together. */
const QUIET_MS = 350;
/** How often to ask while pictures are being made: with a live stream only to be safe. */
const POLL_MS = 4_000;
const POLL_LIVE_MS = 20_000;

/** A job on a screen, kept up to date while its pictures come. */
export function useJob(initial: JobView): { job: JobView; refresh: () => void } {
  const [job, setJob] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const jobId = initial.id;
  // Another job on the same screen.
  if (job.id !== jobId) setJob(initial);

  const load = useCallback(async () => {
    try {
      const fresh = await callApi<JobView>('GET', `/api/studio/jobs/${jobId}`);
      setJob((old) => (old.id === fresh.id ? fresh : old));
    } catch (error) {
      // What is shown stays; the next news or look brings it up to date.
      if (!(error instanceof ApiProblem)) throw error;
    }
  }, [jobId]);
  const refresh = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void load(), QUIET_MS);
  }, [load]);

  useEffect(() => {
    const unsubscribe = subscribePictureEvents((event) => {
      const isOurs =
        event.type === 'resync' ||
        event.type === 'generation' ||
        (event.type === 'picture' && event.status === 'DELETED') ||
        (event.type === 'job' && event.id === jobId);
      if (isOurs) refresh();
    });
    return () => {
      unsubscribe();
      clearTimeout(timer.current);
    };
  }, [jobId, refresh]);

  const isOpen = job.status === 'RUNNING';
  useEffect(() => {
    if (!isOpen) return;
    let asked = Date.now();
    const poll = setInterval(() => {
      if (Date.now() - asked < (isLive() ? POLL_LIVE_MS : POLL_MS)) return;
      asked = Date.now();
      void load();
    }, POLL_MS);
    return () => clearInterval(poll);
  }, [isOpen, load]);

  return { job, refresh };
}
