'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { classes } from '@/components/ui/classes';
import { addMoney, formatMoney, timesMoney } from '@/lib/core/money';
import type { PlainDate } from '@/lib/core/plain-date';
import { arrivalFrom } from '@/lib/orders/arrival-window';
import type { DeliveryMethod } from '@/lib/orders/delivery/methods';
import { formatShortDay } from '@/lib/orders/format-period';
import type { DeliveryChoice } from '@/lib/orders/get-checkout';

/** The ways to a country as cards, each with what it costs for these copies and when it arrives. */
export function MethodCards({
  choices,
  value,
  copies,
  today,
  onChange,
}: {
  choices: readonly DeliveryChoice[];
  value: DeliveryMethod;
  copies: number;
  today: PlainDate;
  onChange: (method: DeliveryMethod) => void;
}) {
  const t = useTranslations('checkout');
  const locale = useLocale();
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('method')}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {choices.map((choice) => {
          const price = addMoney(choice.first, timesMoney(choice.extra, Math.max(0, copies - 1)));
          const arrival = arrivalFrom(today, choice);
          const isPicked = choice.method === value;
          return (
            <label
              key={choice.method}
              className={classes(
                'flex cursor-pointer items-start gap-3 rounded-control border p-3.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
                isPicked ? 'border-accent ring-1 ring-accent' : 'border-line hover:bg-linen',
                choices.length === 1 && 'sm:col-span-2',
              )}
            >
              <input
                type="radio"
                name={name}
                value={choice.method}
                checked={isPicked}
                onChange={() => onChange(choice.method)}
                className="mt-1 size-4.5 shrink-0 accent-accent"
              />
              <span className="min-w-0 flex-1">
                <span className="flex items-baseline justify-between gap-3">
                  <span className="font-medium">{t(`methods.${choice.method}.name`)}</span>
                  <span className="shrink-0 tabular-nums">
                    {price.amountMinor === 0 ? t('free') : formatMoney(price, locale)}
                  </span>
                </span>
                <span className="block text-sm text-ink-soft">
                  {t(`methods.${choice.method}.hint`)}
                </span>
                <span className="mt-0.5 block text-sm text-ink-soft">
                  {t('arrival_short', {
                    from: formatShortDay(arrival.from, locale),
                    to: formatShortDay(arrival.to, locale),
                  })}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
