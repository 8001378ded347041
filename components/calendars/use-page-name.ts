'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { monthName } from '@/lib/calendar-days/names';
import type { PrintLanguage } from '@/lib/calendars/document';
import { addMonths, monthPartsOf, type YearMonth } from '@/lib/core/plain-date';

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
      // Ukrainian writes months small unless they begin the line.
      const end = locale === 'uk' ? nameOf(last).toLocaleLowerCase(locale) : nameOf(last);
      return `${nameOf(first)} – ${end}`;
    },
    [nameOf, locale],
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
