'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { monthName } from '@/lib/calendar-days/names';
import type { PrintLanguage } from '@/lib/calendars/document';
import { plannedPageAt } from '@/lib/calendars/page-plan';
import { addMonths, monthPartsOf, type YearMonth } from '@/lib/core/plain-date';

/** Languages that write months small unless they begin the line. */
const SMALL_MONTHS: ReadonlySet<string> = new Set(['uk', 'pl']);

/** "September 2027" in the language of the screens. */
function useMonthName(): (month: YearMonth) => string {
  const locale = useLocale() as PrintLanguage;
  return useCallback(
    (month) => {
      const parts = monthPartsOf(month);
      return `${monthName(parts.month, locale)} ${parts.year}`;
    },
    [locale],
  );
}

/** "September 2027 – August 2028". */
export function usePeriodName(): (period: { first: YearMonth; last: YearMonth }) => string {
  const locale = useLocale();
  const nameOf = useMonthName();
  return useCallback(
    ({ first, last }) => {
      if (first === last) return nameOf(first);
      const end = SMALL_MONTHS.has(locale) ? nameOf(last).toLocaleLowerCase(locale) : nameOf(last);
      return `${nameOf(first)} – ${end}`;
    },
    [nameOf, locale],
  );
}

/** "Cover", "September 2027", "Notes" or "Back cover". */
export function usePageName(): (
  document: Parameters<typeof plannedPageAt>[0] & { from: YearMonth },
  printIndex: number,
) => string {
  const t = useTranslations('calendars');
  const monthNameOf = useMonthName();
  return useCallback(
    (document, printIndex) => {
      const { role, monthIndex } = plannedPageAt(document, printIndex);
      return role === 'month'
        ? monthNameOf(addMonths(document.from, monthIndex ?? 0))
        : t(`pages.${role}`);
    },
    [t, monthNameOf],
  );
}
