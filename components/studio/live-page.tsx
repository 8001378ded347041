'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { subscribePictureEvents } from '@/components/pictures/picture-events';

/** A set of twelve makes dozens of news: the page follows from time to time. */
const QUIET_MS = 1_500;

/** Keeps a page that the server made in step with work under way. */
export function LivePage() {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = subscribePictureEvents(({ type }) => {
      if (type !== 'job' && type !== 'training' && type !== 'resync') return;
      timer ??= setTimeout(() => {
        timer = undefined;
        router.refresh();
      }, QUIET_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [router]);
  return null;
}
