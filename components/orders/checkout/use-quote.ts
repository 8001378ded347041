'use client';

import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import type { Problem } from '@/lib/http/problem';
import type { QuoteInput, QuoteView } from '@/lib/orders/schema';

/** Time after the last change before the price is asked for. */
const PAUSE_MS = 250;

export type Pricing = {
  /** The newest answer; of an earlier wish while `isCurrent` is false, and then only to be shown as such. */
  quote: QuoteView | null;
  isCurrent: boolean;
  problem: Problem | null;
};

/** The server's price of what is wished; asked anew when the wish or `turn` changes. */
export function useQuote(wish: QuoteInput, turn: number): Pricing {
  const [answer, setAnswer] = useState<{ key: string; quote: QuoteView } | null>(null);
  const [refusal, setRefusal] = useState<{ key: string; problem: Problem } | null>(null);
  const body = JSON.stringify(wish);
  const key = `${turn} ${body}`;
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const timer = window.setTimeout(() => {
      callApi<QuoteView>('POST', '/api/orders/quote', JSON.parse(body), { signal }).then(
        (quote) => {
          setAnswer({ key, quote });
          setRefusal(null);
        },
        (error) => {
          if (signal.aborted) return;
          if (!(error instanceof ApiProblem)) throw error;
          setRefusal({ key, problem: error.problem });
        },
      );
    }, PAUSE_MS);
    return () => {
      controller.abort();
      window.clearTimeout(timer);
    };
  }, [body, key]);
  return {
    quote: answer?.quote ?? null,
    isCurrent: answer?.key === key,
    problem: refusal?.key === key ? refusal.problem : null,
  };
}
