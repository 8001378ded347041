'use client';

import { Field, Input } from '@/components/ui/field';
import { CURRENCIES, type Currency } from '@/lib/core/money';
import { parseAmount, writeAmount } from '@/lib/orders/parse-amount';

export type SumTexts = Record<Currency, string>;

/** Sums as texts in fields. */
export function sumTexts(sums: Partial<Record<Currency, number | null>>): SumTexts {
  return Object.fromEntries(
    CURRENCIES.map((currency) => {
      const sum = sums[currency];
      return [currency, sum === undefined || sum === null ? '' : writeAmount(sum, currency)];
    }),
  ) as SumTexts;
}

/** The sums that were typed, empty fields left out; null when one of them is no sum. */
export function parseSums(texts: SumTexts): Partial<Record<Currency, number>> | null {
  const sums: Partial<Record<Currency, number>> = {};
  for (const currency of CURRENCIES) {
    const text = texts[currency].trim();
    if (text === '') continue;
    const sum = parseAmount(text, currency);
    if (sum === null) return null;
    sums[currency] = sum;
  }
  return sums;
}

/** One sum in each currency; an empty field means none in that currency. */
export function SumFields({
  label,
  hint,
  error,
  texts,
  disabled = false,
  onChange,
}: {
  label: string;
  hint?: string;
  /** Shown at every field that holds no sum. */
  error: string | undefined;
  texts: SumTexts;
  disabled?: boolean;
  onChange: (texts: SumTexts) => void;
}) {
  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">{label}</legend>
      {hint ? <p className="text-sm text-ink-soft">{hint}</p> : null}
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-5">
        {CURRENCIES.map((currency) => {
          const text = texts[currency];
          const isWrong = text.trim() !== '' && parseAmount(text, currency) === null;
          return (
            <Field key={currency} label={currency} error={isWrong ? error : undefined}>
              {(control) => (
                <Input
                  {...control}
                  aria-label={`${label}, ${currency}`}
                  inputMode="decimal"
                  autoComplete="off"
                  value={text}
                  onChange={(event) => onChange({ ...texts, [currency]: event.target.value })}
                />
              )}
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}
