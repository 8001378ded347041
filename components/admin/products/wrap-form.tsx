'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox, Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffWrapPrice } from '@/lib/admin/products/wrap-prices';
import { writeAmount } from '@/lib/orders/parse-amount';
import { useSend } from '../use-send';
import { parsePrice } from './parse-price';

/** What gift wrap of a parcel costs; without a price it is not offered in that currency. */
export function WrapForm({ prices }: { prices: StaffWrapPrice[] }) {
  const t = useTranslations('products_desk');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isChecked, setIsChecked] = useState(false);
  const [rows, setRows] = useState(() =>
    prices.map(({ currency, amountMinor, isActive }) => ({
      currency,
      text: amountMinor === null ? '' : writeAmount(amountMinor, currency),
      isActive,
    })),
  );
  const parsed = rows.map((row) => ({ ...row, amountMinor: parsePrice(row.text, row.currency) }));
  const isWrong = (row: (typeof parsed)[number]) =>
    row.amountMinor === null && (row.isActive || row.text.trim() !== '');

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (parsed.some(isWrong)) return;
    const body = {
      prices: parsed.flatMap(({ currency, amountMinor, isActive }) =>
        amountMinor === null ? [] : [{ currency, amountMinor, isActive }],
      ),
    };
    await send('PUT', '/api/admin/wrap-prices', body, t('wrap_saved'));
  }

  return (
    <Card>
      <form noValidate onSubmit={save} className="flex flex-col gap-4">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <div className="grid grid-cols-2 items-start gap-4 sm:grid-cols-3 lg:grid-cols-5">
          {parsed.map((row, index) => {
            const change = (part: Partial<typeof row>) =>
              setRows(rows.map((old, at) => (at === index ? { ...old, ...part } : old)));
            return (
              <div key={row.currency}>
                <Field
                  label={row.currency}
                  error={isChecked && isWrong(row) ? t('sum_error') : undefined}
                >
                  {(control) => (
                    <Input
                      {...control}
                      aria-label={t('wrap_label', { currency: row.currency })}
                      inputMode="decimal"
                      autoComplete="off"
                      value={row.text}
                      onChange={(event) => change({ text: event.target.value })}
                    />
                  )}
                </Field>
                <Checkbox
                  label={t('offered')}
                  aria-label={t('wrap_offered', { currency: row.currency })}
                  checked={row.isActive}
                  onChange={(event) => change({ isActive: event.target.checked })}
                />
              </div>
            );
          })}
        </div>
        <Button type="submit" variant="secondary" pending={isPending} className="self-end">
          {t('save')}
        </Button>
      </form>
    </Card>
  );
}
