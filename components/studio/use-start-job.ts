'use client';

import { useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { useErrorMessage } from '@/components/use-error-message';
import type { StartMonthSet, StartPrompt } from '@/lib/studio/job-settings';

type Start = Omit<StartMonthSet, 'requestKey'> | Omit<StartPrompt, 'requestKey'>;

/** Starts a job. Trying once more after a lost answer is the same press of the button: it never pays twice. */
export function useStartJob(): {
  start: (input: Start) => Promise<string | null>;
  isPending: boolean;
  failure: string | null;
} {
  const words = useErrorMessage();
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const pressed = useRef<{ wish: string; requestKey: string } | null>(null);
  const start = async (input: Start) => {
    const wish = JSON.stringify(input);
    if (pressed.current?.wish !== wish) {
      pressed.current = { wish, requestKey: crypto.randomUUID() };
    }
    setIsPending(true);
    setFailure(null);
    try {
      const { jobId } = await callApi<{ jobId: string }>('POST', '/api/studio/jobs', {
        ...input,
        requestKey: pressed.current.requestKey,
      });
      pressed.current = null;
      return jobId;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setFailure(words(error.problem));
      return null;
    } finally {
      setIsPending(false);
    }
  };
  return { start, isPending, failure };
}
