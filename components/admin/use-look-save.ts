'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import type { LookProblems } from './look-preview';

/** Stores or takes away a theme or a template, and says in words how it went. */
export function useLookSave(onProblems: (problems: LookProblems) => void) {
  const t = useTranslations('admin.looks');
  const toast = useToast();
  const words = useErrorMessage();
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const run = (work: () => Promise<unknown>, done: string, after?: () => void) => {
    setPending(true);
    work()
      .then(
        () => {
          toast(done, 'good');
          after?.();
          router.refresh();
        },
        (error: unknown) => {
          if (!(error instanceof ApiProblem)) throw error;
          onProblems(error.problem.fields);
          toast(words(error.problem), 'bad');
        },
      )
      .finally(() => setPending(false))
      .catch(reportError);
  };
  return {
    isPending,
    save: (path: string, body: object, after?: () => void) =>
      run(() => callApi('PUT', path, body), t('saved'), after),
    remove: (path: string, after?: () => void) =>
      run(() => callApi('DELETE', path), t('removed'), after),
  };
}
