'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox, Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffRate } from '@/lib/admin/products/delivery-rates';
import { CURRENCIES, type Currency } from '@/lib/core/money';
import { writeAmount } from '@/lib/orders/parse-amount';
import { useSend } from '../use-send';
import { parsePrice } from './parse-price';

const inEach = (read: (currency: Currency) => number | undefined) =>
  Object.fromEntries(
    CURRENCIES.map((currency) => {
      const value = read(currency);
      return [currency, value === undefined ? '' : writeAmount(value, currency)];
    }),
  ) as Record<Currency, string>;

const daysOf = (text: string) => {
  const value = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
  return value >= 1 && value <= 90 ? value : null;
};

/** "20", "7,7" percent as basis points; null for anything above 50 or finer than a hundredth. */
const taxOf = (text: string) => {
  const match = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points <= 5000 ? points : null;
};

/** What delivery to one country by one method costs. */
export function RateForm({ country, rate }: { country: string; rate: StaffRate }) {
  const t = useTranslations('products_desk');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isChecked, setIsChecked] = useState(false);
  const [isActive, setIsActive] = useState(rate.isActive);
  const [daysMin, setDaysMin] = useState(rate.daysMin === null ? '' : String(rate.daysMin));
  const [daysMax, setDaysMax] = useState(rate.daysMax === null ? '' : String(rate.daysMax));
  const [tax, setTax] = useState(
    rate.taxBasisPoints === null ? '' : String(rate.taxBasisPoints / 100),
  );
  const [first, setFirst] = useState(() => inEach((code) => rate.prices[code]?.amountMinor));
  const [extra, setExtra] = useState(() => inEach((code) => rate.prices[code]?.extraMinor));
  const name = t(`methods.${rate.method}`);

  const rows = CURRENCIES.map((currency) => ({
    currency,
    isGiven: first[currency].trim() !== '' || extra[currency].trim() !== '',
    amountMinor: parsePrice(first[currency], currency),
    extraMinor: extra[currency].trim() === '' ? 0 : parsePrice(extra[currency], currency),
  }));
  const min = daysOf(daysMin);
  const max = daysOf(daysMax);
  const taxBasisPoints = taxOf(tax);
  const areDaysWrong = min === null || max === null || max < min;
  const isRowWrong = (row: (typeof rows)[number]) =>
    row.isGiven && (row.amountMinor === null || row.extraMinor === null);

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (areDaysWrong || taxBasisPoints === null || rows.some(isRowWrong)) return;
    const body = {
      country,
      method: rate.method,
      isActive,
      daysMin: min,
      daysMax: max,
      taxBasisPoints,
      prices: rows.flatMap(({ currency, isGiven, amountMinor, extraMinor }) =>
        isGiven && amountMinor !== null && extraMinor !== null
          ? [{ currency, amountMinor, extraMinor }]
          : [],
      ),
    };
    await send('PUT', '/api/admin/delivery-rates', body, t('rate_saved', { name }));
  }

  const sums = (
    label: string,
    texts: Record<Currency, string>,
    set: (texts: Record<Currency, string>) => void,
  ) => (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-5">
        {rows.map((row) => (
          <Field
            key={row.currency}
            label={<span className="font-normal text-ink-soft">{row.currency}</span>}
            error={
              isChecked &&
              row.isGiven &&
              isRowWrong(row) &&
              parsePrice(texts[row.currency], row.currency) === null
                ? t('sum_error')
                : undefined
            }
          >
            {(control) => (
              <Input
                {...control}
                aria-label={`${name}, ${label}, ${row.currency}`}
                inputMode="decimal"
                autoComplete="off"
                className="text-right tabular-nums"
                value={texts[row.currency]}
                onChange={(event) => set({ ...texts, [row.currency]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );

  return (
    <Card>
      <form noValidate onSubmit={save} className="flex flex-col gap-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-xl">{name}</h2>
          <Checkbox
            label={t('offered')}
            checked={isActive}
            onChange={(event) => setIsActive(event.target.checked)}
          />
        </div>
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <div className="grid grid-cols-2 items-start gap-4 sm:grid-cols-3 lg:max-w-xl">
          <Field
            label={t('days_min')}
            error={isChecked && areDaysWrong ? t('days_error') : undefined}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                value={daysMin}
                onChange={(event) => setDaysMin(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('days_max')}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                value={daysMax}
                onChange={(event) => setDaysMax(event.target.value)}
              />
            )}
          </Field>
          <Field
            label={t('tax')}
            error={isChecked && taxBasisPoints === null ? t('tax_error') : undefined}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                autoComplete="off"
                value={tax}
                onChange={(event) => setTax(event.target.value)}
              />
            )}
          </Field>
        </div>
        {sums(t('first_copy'), first, setFirst)}
        {sums(t('extra_copy'), extra, setExtra)}
        <Button type="submit" variant="secondary" pending={isPending} className="self-end">
          {t('save')}
        </Button>
      </form>
    </Card>
  );
}
