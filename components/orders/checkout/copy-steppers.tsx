'use client';

import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { CartLine } from '@/lib/orders/get-cart';
import type { ParcelState } from './checkout-state';

/** How many copies of each calendar go to one of several addresses. */
export function CopySteppers({
  parcel,
  number,
  lines,
  error,
  onStep,
}: {
  parcel: ParcelState;
  number: number;
  lines: readonly CartLine[];
  error?: string | undefined;
  onStep: (cartItemId: string, step: 1 | -1) => void;
}) {
  const t = useTranslations('checkout');
  const tOrders = useTranslations('orders');
  return (
    <fieldset
      data-invalid={error ? true : undefined}
      aria-describedby={error ? `${parcel.key}-items` : undefined}
      tabIndex={error ? -1 : undefined}
      className="rounded-control border border-line px-4 py-3 data-invalid:border-bad"
    >
      <legend className="px-1 text-sm font-medium">{t('goes_here')}</legend>
      <ul className="flex flex-col gap-2">
        {lines.map((line) => {
          const title = line.title || tOrders('untitled');
          const pieces = parcel.items[line.id] ?? 0;
          return (
            <li key={line.id} className="flex items-center justify-between gap-4">
              <span className="min-w-0 break-words">{title}</span>
              <span className="flex shrink-0 items-center">
                <Button
                  variant="secondary"
                  size="icon-sm"
                  aria-label={t('copy_less', { title, number })}
                  disabled={pieces === 0}
                  onClick={() => onStep(line.id, -1)}
                >
                  <Minus aria-hidden="true" />
                </Button>
                <output className="min-w-16 text-center tabular-nums">
                  {t('of_copies', { pieces, quantity: line.quantity })}
                </output>
                <Button
                  variant="secondary"
                  size="icon-sm"
                  aria-label={t('copy_more', { title, number })}
                  disabled={pieces === line.quantity}
                  onClick={() => onStep(line.id, 1)}
                >
                  <Plus aria-hidden="true" />
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {error ? (
        <p id={`${parcel.key}-items`} className="mt-2 text-sm font-medium text-bad">
          {t(`field_errors.${error}`)}
        </p>
      ) : null}
    </fieldset>
  );
}
