'use client';

import { useFormatter } from 'next-intl';
import { useCallback } from 'react';

/** Names of months in the reader's language. */
export function useMonthName(): (month: number) => string {
  const format = useFormatter();
  return useCallback(
    (month) =>
      format.dateTime(new Date(Date.UTC(2024, month - 1, 15)), { month: 'long', timeZone: 'UTC' }),
    [format],
  );
}
