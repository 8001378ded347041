'use client';

import { useFormatter } from 'next-intl';
import { useCallback } from 'react';
import type { MonthDay, PlainDate } from '@/lib/core/plain-date';

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

/** "24 August", in the case that the language wants. */
export function useDayAndMonth(): (monthDay: MonthDay) => string {
  const format = useFormatter();
  return useCallback(
    (monthDay) =>
      // A leap year, which has every day that a year can have.
      format.dateTime(new Date(`2000-${monthDay}T00:00:00Z`), {
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      }),
    [format],
  );
}
