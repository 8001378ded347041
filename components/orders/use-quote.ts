'use client';

import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import type { Currency, Money } from '@/lib/core/money';
import type { PlainDate } from '@/lib/core/plain-date';
import type { Problem } from '@/lib/http/problem';

export type QuoteAnswer = {
  items: Money;
  delivery: Money;
  tax: Money;
  taxBasisPoints: number;
  total: Money;
  arrival: { from: PlainDate; to: PlainDate };
};

export type QuoteState =
  | { state: 'pricing' }
  | { state: 'priced'; quote: QuoteAnswer }
  | { state: 'refused'; problem: Problem };

/** The server's price for a country; asked anew when the country, the currency or `turn` changes. */
export function useQuote(country: string, currency: Currency, turn: number): QuoteState {
  const [result, setResult] = useState<{ key: string; value: QuoteState } | null>(null);
  const key = `${country} ${currency} ${turn}`;
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    callApi<QuoteAnswer>('POST', '/api/orders/quote', { country, currency }, { signal }).then(
      (quote) => setResult({ key, value: { state: 'priced', quote } }),
      (error) => {
        if (signal.aborted) return;
        if (!(error instanceof ApiProblem)) throw error;
        setResult({ key, value: { state: 'refused', problem: error.problem } });
      },
    );
    return () => controller.abort();
  }, [country, currency, key]);
  return result?.key === key ? result.value : { state: 'pricing' };
}
