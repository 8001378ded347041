'use client';

import { Send, Star } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { TillChoice } from '@/components/orders/till-choice';
import { useRestored } from '@/components/orders/use-restored';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { useErrorMessage } from '@/components/use-error-message';
import type { Problem } from '@/lib/http/problem';
import type { TillName } from '@/lib/payments/till-choice';
import type { PackView } from '@/lib/stars/list-packs';
import { formatPackPrice, type PackPrice } from '@/lib/stars/pack-price';
import { pricePerStar } from './price-per-star';

/**
 * The packs on sale; buying one leads to the pay page.
 * @param withTelegram whether they can be paid with Telegram Stars as well
 * @param tills where their price in money can be paid, the suggested one first
 */
export function PackList({
  packs,
  returnTo,
  withTelegram,
  tills,
}: {
  packs: PackView[];
  returnTo: string | null;
  withTelegram: boolean;
  tills: readonly TillName[];
}) {
  const t = useTranslations('stars.packs');
  const locale = useLocale();
  const router = useRouter();
  const errorMessage = useErrorMessage();
  const [pending, setPending] = useState<string | null>(null);
  const [chosen, setChosen] = useState<TillName | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  // Another currency may have other tills than the one that was chosen.
  const till = chosen !== null && tills.includes(chosen) ? chosen : tills[0];
  // Repeated after a refusal, one wish stays one purchase; a pack chosen anew after the pay page is another.
  const keys = useRef(new Map<string, string>());
  useRestored(
    useCallback(() => {
      keys.current.clear();
      setPending(null);
      router.refresh();
    }, [router]),
  );

  async function buy(pack: PackView, price: PackPrice) {
    const wish = `${pack.id}:${price.currency}`;
    const isMoney = price.currency === pack.price.currency;
    const key = isMoney ? `${wish}:${till}` : wish;
    const requestKey = keys.current.get(key) ?? crypto.randomUUID();
    keys.current.set(key, requestKey);
    setPending(wish);
    setProblem(null);
    try {
      const { purchaseId, redirectUrl } = await callApi<{
        purchaseId: string;
        redirectUrl: string | null;
      }>('POST', '/api/stars/purchases', {
        packId: pack.id,
        currency: price.currency,
        ...(isMoney && till ? { till } : {}),
        expectedAmountMinor: price.amountMinor,
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
      if (error.problem.code === 'payment.not_payable') keys.current.delete(key);
      setProblem(error.problem);
      setPending(null);
      router.refresh();
    }
  }

  return (
    <div className="flex flex-col gap-4">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      {till && tills.length > 1 ? (
        <div className="max-w-2xl">
          <TillChoice tills={tills} value={till} onChange={setChosen} />
        </div>
      ) : null}
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
                  {formatPackPrice(pack.price, locale)}
                </span>
                <span className="text-sm tabular-nums">
                  {t('each', { price: pricePerStar(pack.price, pack.stars, locale) })}
                </span>
              </p>
              <Button
                className="mt-auto"
                pending={pending === `${pack.id}:${pack.price.currency}`}
                disabled={pending !== null}
                aria-label={t('buy_label', {
                  count: pack.stars,
                  price: formatPackPrice(pack.price, locale),
                })}
                onClick={() => void buy(pack, pack.price)}
              >
                {t('buy')}
              </Button>
              {withTelegram && pack.telegramPrice ? (
                <TelegramButton
                  stars={pack.stars}
                  price={pack.telegramPrice}
                  pending={pending === `${pack.id}:${pack.telegramPrice.currency}`}
                  disabled={pending !== null}
                  buy={(price) => void buy(pack, price)}
                />
              ) : null}
            </Card>
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-soft">{t(withTelegram ? 'hint_telegram' : 'hint')}</p>
    </div>
  );
}

function TelegramButton({
  stars,
  price,
  pending,
  disabled,
  buy,
}: {
  stars: number;
  price: PackPrice;
  pending: boolean;
  disabled: boolean;
  buy: (price: PackPrice) => void;
}) {
  const t = useTranslations('stars.packs');
  const shown = formatPackPrice(price, useLocale());
  return (
    <Button
      variant="secondary"
      className="px-2"
      pending={pending}
      disabled={disabled}
      aria-label={t('telegram_label', { count: stars, price: shown })}
      onClick={() => buy(price)}
    >
      <Send aria-hidden="true" />
      <span className="sm:hidden">{shown}</span>
      <span className="max-sm:hidden">{t('telegram', { price: shown })}</span>
    </Button>
  );
}
