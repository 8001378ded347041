'use client';

import { useTranslations } from 'next-intl';
import { useDayAndMonth, useShortDate } from '@/components/calendars/use-short-date';
import type { OwnDate } from '@/lib/calendars/document';

/** "14 May, since 1987" or "14 May 2028". */
export function useDateWords(): (date: Pick<OwnDate, 'when'>) => string {
  const t = useTranslations('calendars.dates');
  const shortDate = useShortDate();
  const dayAndMonth = useDayAndMonth();
  return ({ when }) => {
    if (when.every === 'once') return shortDate(when.date);
    const day = dayAndMonth(when.monthDay);
    return when.sinceYear === null ? day : t('day_since', { day, year: when.sinceYear });
  };
}

/** Orders dates as the year goes. */
export function byDay(
  a: Pick<OwnDate, 'text' | 'when'>,
  b: Pick<OwnDate, 'text' | 'when'>,
): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function sortKey({ when, text }: Pick<OwnDate, 'text' | 'when'>): string {
  const monthDay = when.every === 'year' ? when.monthDay : when.date.slice(5);
  return `${monthDay} ${text}`;
}
