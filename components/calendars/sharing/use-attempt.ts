'use client';

import { useCallback, useState } from 'react';
import { ApiProblem } from '@/components/call-api';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';

/** Does one thing at a time and says in words when it is refused. */
export function useAttempt() {
  const toast = useToast();
  const words = useErrorMessage();
  const [isPending, setPending] = useState(false);
  const attempt = useCallback(
    (work: () => Promise<unknown>) => {
      setPending(true);
      work()
        .catch((error: unknown) => {
          if (!(error instanceof ApiProblem)) throw error;
          toast(words(error.problem), 'bad');
        })
        .finally(() => setPending(false))
        .catch(reportError);
    },
    [toast, words],
  );
  return { attempt, isPending };
}
