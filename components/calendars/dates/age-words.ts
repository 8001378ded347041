'use client';

import { useTranslations } from 'next-intl';
import { expandOwnDate } from '@/lib/calendar-days/own-dates';
import type { OwnDate } from '@/lib/calendars/document';
import { partsOf } from '@/lib/core/plain-date';
import type { DateFrame } from './date-form';

/** "turns 7 in 2027": how old somebody gets when the date first comes in a calendar; null where no years are counted. */
export function useAgeWords(): (date: OwnDate, calendar: DateFrame) => string | null {
  const t = useTranslations('dates');
  return (date, calendar) => {
    const { when } = date;
    if (when.every === 'once' || when.sinceYear === null) return null;
    const [first] = expandOwnDate(date, calendar.from, calendar.monthCount, calendar);
    if (!first) return null;
    const { year } = partsOf(first.date);
    const count = year - when.sinceYear;
    if (count < 0) return null;
    const what =
      date.kind === 'birthday' && count > 0 ? t('turns', { count }) : t('years', { count });
    return t('in_year', { what, year: String(year) });
  };
}
