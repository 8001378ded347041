'use client';

import { Star } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { subscribePictureEvents } from '@/components/pictures/picture-events';
import { walletPath } from './wallet-path';

/**
 * How many stars the person has, followed live, and the way to get more.
 * @param returnTo where the wallet leads back to after buying
 */
export function StarBalance({ balance, returnTo }: { balance: number; returnTo?: string }) {
  const t = useTranslations('stars.balance');
  const [now, setNow] = useState(balance);
  useEffect(() => setNow(balance), [balance]);
  useEffect(() => {
    const controller = new AbortController();
    async function follow() {
      try {
        const fresh = await callApi<{ balance: number }>('GET', '/api/stars', undefined, {
          signal: controller.signal,
        });
        setNow(fresh.balance);
      } catch (error) {
        // The number stays as it was; the next news brings it up to date.
        if (!controller.signal.aborted && !(error instanceof ApiProblem)) throw error;
      }
    }
    const unsubscribe = subscribePictureEvents(({ type }) => {
      if (type === 'stars' || type === 'resync') void follow();
    });
    return () => {
      controller.abort();
      unsubscribe();
    };
  }, []);
  return (
    <Link
      href={walletPath(returnTo)}
      className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line bg-sheet px-4 font-medium tabular-nums hover:bg-linen"
    >
      <Star aria-hidden="true" className="size-4.5 fill-accent text-accent" />
      <span aria-live="polite">{t('have', { count: now })}</span>
      <span className="text-sm font-normal text-accent underline underline-offset-4">
        {t('get')}
      </span>
    </Link>
  );
}
