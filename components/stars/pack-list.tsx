'use client';

import { Star } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { useRestored } from '@/components/orders/use-restored';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { useErrorMessage } from '@/components/use-error-message';
import { formatMoney } from '@/lib/core/money';
import type { Problem } from '@/lib/http/problem';
import type { PackView } from '@/lib/stars/list-packs';
import { pricePerStar } from './price-per-star';

/** The packs on sale; buying one leads to the pay page. */
export function PackList({ packs, returnTo }: { packs: PackView[]; returnTo: string | null }) {
  const t = useTranslations('stars.packs');
  const locale = useLocale();
  const router = useRouter();
  const errorMessage = useErrorMessage();
  const [pending, setPending] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  // Repeated after a refusal, one wish stays one purchase; a pack chosen anew after the pay page is another.
  const keys = useRef(new Map<string, string>());
  useRestored(
    useCallback(() => {
      keys.current.clear();
      setPending(null);
      router.refresh();
    }, [router]),
  );

  async function buy(pack: PackView) {
    const wish = `${pack.id}:${pack.price.currency}`;
    const requestKey = keys.current.get(wish) ?? crypto.randomUUID();
    keys.current.set(wish, requestKey);
    setPending(pack.id);
    setProblem(null);
    try {
      const { purchaseId, redirectUrl } = await callApi<{
        purchaseId: string;
        redirectUrl: string | null;
      }>('POST', '/api/stars/purchases', {
        packId: pack.id,
        currency: pack.price.currency,
        expectedAmountMinor: pack.price.amountMinor,
        requestKey,
        locale,
        returnTo,
      });
      if (redirectUrl) return window.location.assign(redirectUrl);
      router.replace(`/account/stars?purchase=${purchaseId}&payment=done`);
      setPending(null);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      // An attempt that is over cannot be continued: the next press begins another.
      if (error.problem.code === 'payment.not_payable') keys.current.delete(wish);
      setProblem(error.problem);
      setPending(null);
      router.refresh();
    }
  }

  return (
    <div className="flex flex-col gap-4">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
        {packs.map((pack) => (
          <li key={pack.id}>
            <Card className="flex h-full flex-col gap-3 p-4 sm:gap-4">
              <div className="flex min-h-7 items-start justify-between gap-2">
                <Star aria-hidden="true" className="size-6 fill-accent text-accent" />
                {pack.savingPercent > 0 ? (
                  <Badge tone="good">{t('saving', { percent: pack.savingPercent })}</Badge>
                ) : null}
              </div>
              <h3 className="font-display text-2xl sm:text-3xl">
                {t('stars', { count: pack.stars })}
              </h3>
              <p className="text-ink-soft">
                <span className="block text-xl text-ink tabular-nums">
                  {formatMoney(pack.price, locale)}
                </span>
                <span className="text-sm tabular-nums">
                  {t('each', { price: pricePerStar(pack.price, pack.stars, locale) })}
                </span>
              </p>
              <Button
                className="mt-auto"
                pending={pending === pack.id}
                disabled={pending !== null}
                aria-label={t('buy_label', {
                  count: pack.stars,
                  price: formatMoney(pack.price, locale),
                })}
                onClick={() => void buy(pack)}
              >
                {t('buy')}
              </Button>
            </Card>
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-soft">{t('hint')}</p>
    </div>
  );
}
