'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { monthName } from '@/lib/calendar-days/names';
import type { PrintLanguage } from '@/lib/calendars/document';
import { addMonths, monthPartsOf, type YearMonth } from '@/lib/core/plain-date';

/** "September 2027" in the language of the screens. */
export function useMonthName(): (month: YearMonth) => string {
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
  const nameOf = useMonthName();
  return useCallback(
    ({ first, last }) => (first === last ? nameOf(first) : `${nameOf(first)} – ${nameOf(last)}`),
    [nameOf],
  );
}

/** "Cover", "September 2027" or "Back cover". */
export function usePageName(): (
  document: { from: YearMonth; monthCount: number },
  printIndex: number,
) => string {
  const t = useTranslations('calendars');
  const monthNameOf = useMonthName();
  return useCallback(
    (document, printIndex) => {
      if (printIndex === 0) return t('pages.cover');
      if (printIndex > document.monthCount) return t('pages.back');
      return monthNameOf(addMonths(document.from, printIndex - 1));
    },
    [t, monthNameOf],
  );
}
