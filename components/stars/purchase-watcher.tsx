'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Spinner } from '@/components/ui/spinner';
import type { PurchaseState } from '@/lib/stars/schema';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
const LONG_WAIT_MS = 45_000;

/** After the pay page: asks until the payment is known, then shows the wallet as it is now. */
export function PurchaseWatcher({ purchaseId }: { purchaseId: string }) {
  const t = useTranslations('stars.purchase');
  const router = useRouter();
  const [words, setWords] = useState<'waiting' | 'waiting_long' | 'refresh_failed'>('waiting');
  useEffect(() => {
    const controller = new AbortController();
    const started = Date.now();
    let timer: number | undefined;
    let pause = FIRST_PAUSE_MS;
    async function ask() {
      try {
        const { state } = await callApi<{ state: PurchaseState }>(
          'POST',
          `/api/stars/purchases/${purchaseId}/refresh`,
          undefined,
          { signal: controller.signal },
        );
        if (state !== 'open') {
          router.refresh();
          return;
        }
        setWords(Date.now() - started > LONG_WAIT_MS ? 'waiting_long' : 'waiting');
      } catch (error) {
        if (controller.signal.aborted) return;
        if (!(error instanceof ApiProblem)) throw error;
        setWords('refresh_failed');
      }
      timer = window.setTimeout(() => void ask(), pause);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 1.5);
    }
    void ask();
    return () => {
      controller.abort();
      window.clearTimeout(timer);
    };
  }, [purchaseId, router]);
  return (
    <Alert tone="fine">
      <span className="flex items-center gap-3">
        {words === 'waiting' ? <Spinner /> : null}
        {t(words)}
      </span>
    </Alert>
  );
}
