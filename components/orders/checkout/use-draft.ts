'use client';

import { useCallback, useEffect, useRef } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import type { CheckoutDraft } from '@/lib/orders/schema';

const PAUSE_MS = 800;

/**
 * Keeps what is filled in on the server, a moment after the last change, so that another device or another visit goes
 * on with it. What cannot be kept now is kept with the next change: the page works without.
 * @returns stop: nothing is kept from now on, as once the order is placed; begin: it is kept again
 */
export function useDraft(draft: CheckoutDraft): { stop: () => void; begin: () => void } {
  const body = JSON.stringify(draft);
  const kept = useRef(body);
  const isStopped = useRef(false);
  const call = useRef<AbortController | null>(null);
  useEffect(() => {
    if (kept.current === body || isStopped.current) return;
    const timer = window.setTimeout(() => {
      const controller = new AbortController();
      call.current = controller;
      callApi('PUT', '/api/orders/checkout-draft', JSON.parse(body), {
        signal: controller.signal,
      }).then(
        () => {
          kept.current = body;
        },
        (error: unknown) => {
          if (!controller.signal.aborted && !(error instanceof ApiProblem)) throw error;
        },
      );
    }, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [body]);
  const stop = useCallback(() => {
    isStopped.current = true;
    call.current?.abort();
  }, []);
  const begin = useCallback(() => {
    isStopped.current = false;
  }, []);
  return { stop, begin };
}
