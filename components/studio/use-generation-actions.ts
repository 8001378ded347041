'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import type { GenerationView } from '@/lib/studio/generation-view';

export type RepeatHow = 'again' | 'variation' | 'edit';

/** What a person does with one picture. Each tells how it went; `onChanged` then shows the truth. */
export function useGenerationActions(onChanged: () => void): {
  pending: string | null;
  favourite: (generation: GenerationView) => Promise<boolean>;
  repeat: (generation: GenerationView, how: RepeatHow, prompt?: string) => Promise<boolean>;
  choose: (generation: GenerationView, month: number) => Promise<boolean>;
} {
  const t = useTranslations('sets.done');
  const toast = useToast();
  const words = useErrorMessage();
  const [pending, setPending] = useState<string | null>(null);
  const run = async (name: string, work: () => Promise<unknown>, done: string | null) => {
    setPending(name);
    try {
      await work();
      if (done) toast(done, 'good');
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast(words(error.problem), 'bad');
      return false;
    } finally {
      setPending(null);
      onChanged();
    }
  };
  return {
    pending,
    favourite: ({ id, isFavourite }) =>
      run(
        'favourite',
        () => callApi('PATCH', `/api/studio/generations/${id}`, { isFavourite: !isFavourite }),
        null,
      ),
    repeat: ({ id, starsAgain }, how, prompt) =>
      run(
        how,
        () =>
          callApi('POST', `/api/studio/generations/${id}/repeats`, {
            how,
            starsShown: starsAgain,
            ...(prompt === undefined ? {} : { prompt }),
          }),
        t('ordered'),
      ),
    choose: ({ id, jobId }, month) =>
      run(
        'choose',
        () => callApi('PUT', `/api/studio/jobs/${jobId}/choices`, { month, generationId: id }),
        t('chosen'),
      ),
  };
}
