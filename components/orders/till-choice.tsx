'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { classes } from '@/components/ui/classes';
import type { TillName } from '@/lib/payments/till-choice';

/** Where to pay, the suggested till first. One till is no choice: it is only named. */
export function TillChoice({
  tills,
  value,
  onChange,
}: {
  tills: readonly TillName[];
  value: TillName;
  onChange: (till: TillName) => void;
}) {
  const t = useTranslations('checkout.tills');
  const name = useId();
  if (tills.length === 1) {
    return <p className="text-ink-soft">{t(`${value}.only`)}</p>;
  }
  return (
    <fieldset>
      <legend className="sr-only">{t('legend')}</legend>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[repeat(auto-fit,minmax(13rem,1fr))]">
        {tills.map((till) => (
          <label
            key={till}
            className={classes(
              'flex cursor-pointer items-start gap-3 rounded-control border p-3.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              till === value ? 'border-accent ring-1 ring-accent' : 'border-line hover:bg-linen',
            )}
          >
            <input
              type="radio"
              name={name}
              value={till}
              checked={till === value}
              onChange={() => onChange(till)}
              className="mt-1 size-4.5 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block font-medium">{t(`${till}.name`)}</span>
              <span className="block text-sm text-ink-soft">{t(`${till}.offers`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
