'use client';

import { useCallback, useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { subscribePictureEvents } from '@/components/pictures/picture-events';
import type { BookDate, InviteView } from '@/lib/calendars/date-book/present';
import { forDateBook } from '@/lib/calendars/date-marks';
import type { OwnDate } from '@/lib/calendars/document';

export type DateBook = { dates: readonly BookDate[]; invites: readonly InviteView[] };

/**
 * The person's date book. Read anew when a relative adds to it, and whenever the window is looked at again.
 * @param initial what the server sent along; null asks for it
 */
export function useDateBook(initial: DateBook | null): {
  book: DateBook | null;
  refresh: () => Promise<void>;
} {
  const [book, setBook] = useState(initial);
  const refresh = useCallback(
    async () => setBook(await callApi<DateBook>('GET', '/api/dates')),
    [],
  );
  useEffect(() => {
    const look = () => {
      refresh().catch((error: unknown) => {
        // What is on the screen stays; the next look may go better.
        if (!(error instanceof ApiProblem)) throw error;
      });
    };
    if (!initial) look();
    window.addEventListener('focus', look);
    const unsubscribe = subscribePictureEvents(({ type }) => {
      if (type !== 'picture') look();
    });
    return () => {
      window.removeEventListener('focus', look);
      unsubscribe();
    };
  }, [initial, refresh]);
  return { book, refresh };
}

/** @throws ApiProblem */
export async function keepInDateBook(
  dates: readonly OwnDate[],
  source: 'OWN' | 'IMPORT',
): Promise<number> {
  const body = { dates: dates.map(forDateBook), source };
  return (await callApi<{ stored: number }>('PUT', '/api/dates', body)).stored;
}
