'use client';

import { useFormatter } from 'next-intl';
import { useCallback } from 'react';
import type { PlainDate } from '@/lib/core/plain-date';

/** "24 August 2027", without any time zone having a say: the day is formatted as UTC midnight in UTC. */
export function useShortDate(): (date: PlainDate, options?: { weekday?: boolean }) => string {
  const format = useFormatter();
  return useCallback(
    (date, { weekday = false } = {}) =>
      format.dateTime(new Date(`${date}T00:00:00Z`), {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
        ...(weekday ? { weekday: 'short' } : {}),
      }),
    [format],
  );
}
