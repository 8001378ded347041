'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffPack } from '@/lib/admin/stars/get-star-desk';
import { parseAmount, writeAmount } from '@/lib/orders/parse-amount';
import {
  formatPackPrice,
  isPackPrice,
  leastPackPrice,
  PACK_CURRENCIES,
  type PackCurrency,
  TELEGRAM_STARS,
} from '@/lib/stars/pack-price';
import { useSend } from '../use-send';

function writePrice(amount: number, currency: PackCurrency): string {
  return currency === TELEGRAM_STARS ? String(amount) : writeAmount(amount, currency);
}

/** Null for what no till takes; Telegram Stars are whole. */
function parsePrice(text: string, currency: PackCurrency): number | null {
  const isWhole = currency === TELEGRAM_STARS;
  const amount = isWhole
    ? Number(/^[1-9]\d{0,5}$/.exec(text.trim())?.[0] ?? 0)
    : parseAmount(text, currency);
  return amount !== null && isPackPrice(amount, currency) ? amount : null;
}

/** A pack's prices in every currency, and whether it is for sale. */
export function PackForm({ pack }: { pack: StaffPack }) {
  const t = useTranslations('stars.desk');
  const locale = useLocale();
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isActive, setIsActive] = useState(pack.isActive);
  const [isChecked, setIsChecked] = useState(false);
  const [texts, setTexts] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      PACK_CURRENCIES.map((currency) => {
        const amount = pack.prices[currency];
        return [currency, amount === null ? '' : writePrice(amount, currency)];
      }),
    ),
  );
  const name = t('pack', { count: pack.stars });
  const parsed = PACK_CURRENCIES.map((currency) => ({
    currency,
    amountMinor: parsePrice(texts[currency] ?? '', currency),
  }));

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    const prices = parsed.flatMap(({ currency, amountMinor }) =>
      amountMinor === null ? [] : [{ currency, amountMinor }],
    );
    if (prices.length < PACK_CURRENCIES.length) return;
    await send(
      'PUT',
      `/api/admin/stars/packs/${pack.id}`,
      { prices, isActive },
      t('saved', { name }),
    );
  }

  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-3 py-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-xl">{name}</h3>
        <Checkbox
          label={t('sold')}
          checked={isActive}
          onChange={(event) => setIsActive(event.target.checked)}
        />
      </div>
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <div className="grid grid-cols-2 items-start gap-4 sm:grid-cols-3 lg:grid-cols-7">
        {parsed.map(({ currency, amountMinor }) => (
          <Field
            key={currency}
            label={currency === TELEGRAM_STARS ? t('telegram_stars') : currency}
            error={
              isChecked && amountMinor === null
                ? t('price_error', { least: formatPackPrice(leastPackPrice(currency), locale) })
                : undefined
            }
          >
            {(control) => (
              <Input
                {...control}
                aria-label={t('price_label', {
                  name,
                  currency: currency === TELEGRAM_STARS ? t('telegram_stars') : currency,
                })}
                inputMode="decimal"
                className="text-right tabular-nums"
                value={texts[currency] ?? ''}
                onChange={(event) =>
                  setTexts((old) => ({ ...old, [currency]: event.target.value }))
                }
              />
            )}
          </Field>
        ))}
        <Button type="submit" variant="secondary" pending={isPending} className="self-end">
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
