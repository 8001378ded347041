'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Spinner } from '@/components/ui/spinner';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
const LONG_WAIT_MS = 45_000;

export type PaymentWaitState = 'waiting' | 'waiting_long' | 'refresh_failed';

/**
 * After the pay page: asks until the payment is known, then shows the page as it is now.
 * @param path where to ask; asking also brings the payment up to date
 * @param isOpen the same function at every render, or asking starts over
 */
export function PaymentWait<Answer>({
  path,
  isOpen,
  words,
}: {
  path: string;
  isOpen: (answer: Answer) => boolean;
  words: (state: PaymentWaitState) => string;
}) {
  const router = useRouter();
  const [state, setState] = useState<PaymentWaitState>('waiting');
  useEffect(() => {
    const controller = new AbortController();
    const started = Date.now();
    let timer: number | undefined;
    let pause = FIRST_PAUSE_MS;
    async function ask() {
      try {
        const answer = await callApi<Answer>('POST', path, undefined, {
          signal: controller.signal,
        });
        if (!isOpen(answer)) {
          router.refresh();
          return;
        }
        setState(Date.now() - started > LONG_WAIT_MS ? 'waiting_long' : 'waiting');
      } catch (error) {
        if (controller.signal.aborted) return;
        if (!(error instanceof ApiProblem)) throw error;
        setState('refresh_failed');
      }
      timer = window.setTimeout(() => void ask(), pause);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 1.5);
    }
    void ask();
    return () => {
      controller.abort();
      window.clearTimeout(timer);
    };
  }, [path, isOpen, router]);
  return (
    <Alert tone="fine">
      <span className="flex items-center gap-3">
        {state === 'waiting' ? <Spinner /> : null}
        {words(state)}
      </span>
    </Alert>
  );
}
