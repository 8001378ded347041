'use client';

import { useRouter } from 'next/navigation';
import { useTimeZone } from 'next-intl';
import { useEffect } from 'react';
import { ZONE_COOKIE } from '@/lib/i18n/time-zone';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Tells the server which zone this browser's clock is in, so that both write the same times. Only the first page of a
 * visitor, and of one who travelled, is drawn a second time; a browser that keeps no cookies stays with UTC.
 */
export function TimeZoneKeeper() {
  const shown = useTimeZone();
  const router = useRouter();
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!own || own === shown) return;
    const pair = `${ZONE_COOKIE}=${encodeURIComponent(own)}`;
    const isKept = () => document.cookie.split('; ').includes(pair);
    if (isKept()) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the server reads it on the next request; no secret is in it
    document.cookie = `${pair}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    if (isKept()) router.refresh();
  }, [shown, router]);
  return null;
}
