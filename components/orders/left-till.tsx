'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';

/**
 * For somebody who came back from the till without paying. Asks it once how it went: a card that was refused there is
 * told then, though the till's own word may take longer to come.
 */
export function LeftTill({ orderId, children }: { orderId: string; children: ReactNode }) {
  const router = useRouter();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    callApi('POST', `/api/orders/${orderId}/refresh`, undefined, { signal }).then(
      () => router.refresh(),
      (error: unknown) => {
        // What the page says is true without the till's answer.
        if (!signal.aborted && !(error instanceof ApiProblem)) throw error;
      },
    );
    return () => controller.abort();
  }, [orderId, router]);
  return <Alert tone="neutral">{children}</Alert>;
}
