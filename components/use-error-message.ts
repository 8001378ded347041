'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Problem } from '@/lib/http/problem';

type Words = Pick<Problem, 'code' | 'params'>;

/** The words for a refusal, in the reader's language. */
export function useErrorMessage(): (problem: Words) => string {
  const t = useTranslations('errors');
  return useCallback(({ code, params }) => t(code, withMinutes(params)), [t]);
}

/** A wait comes in seconds; nobody reads "7200 seconds". */
function withMinutes(params: Words['params']): Words['params'] {
  const { seconds } = params;
  return typeof seconds === 'number' ? { ...params, minutes: Math.ceil(seconds / 60) } : params;
}
