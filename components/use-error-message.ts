'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Problem } from '@/lib/http/problem';

/** The words for a refusal, in the reader's language. */
export function useErrorMessage(): (problem: Pick<Problem, 'code' | 'params'>) => string {
  const t = useTranslations('errors');
  return useCallback((problem) => t(problem.code, problem.params), [t]);
}
