import { useLocale } from 'next-intl';
import { useCallback } from 'react';

/** The name of a month, 1 to 12, as it stands inside a sentence. */
export function useMonthName(): (month: number) => string {
  const locale = useLocale();
  return useCallback(
    (month) =>
      new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2024, month - 1, 1),
      ),
    [locale],
  );
}
