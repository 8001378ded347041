'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { subscribePictureEvents } from '@/components/pictures/picture-events';

/** A month set moves stars a dozen times in a moment: the page follows once. */
const QUIET_MS = 400;

/** Keeps the page in step with the ledger while it is open. */
export function LiveWallet() {
  const router = useRouter();
  useEffect(() => {
    let timer: number | undefined;
    const unsubscribe = subscribePictureEvents(({ type }) => {
      if (type !== 'stars' && type !== 'resync') return;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => router.refresh(), QUIET_MS);
    });
    return () => {
      window.clearTimeout(timer);
      unsubscribe();
    };
  }, [router]);
  return null;
}
