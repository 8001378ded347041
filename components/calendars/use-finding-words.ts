'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { parsePlainDate } from '@/lib/core/plain-date';
import { useShortDate } from './use-short-date';

/** What a finding says, with its day as people write days. */
export function useFindingWords(): (finding: {
  rule: string;
  params: Record<string, string | number>;
}) => string {
  const t = useTranslations('preflight');
  const shortDate = useShortDate();
  return useCallback(
    ({ rule, params }) => {
      const day = typeof params.date === 'string' ? parsePlainDate(params.date) : null;
      const key = `rule.${rule}` as Parameters<typeof t>[0];
      return t(key, day ? { ...params, date: shortDate(day) } : params);
    },
    [t, shortDate],
  );
}
