'use client';

import { Plus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Checkbox, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffProduct } from '@/lib/admin/list-products';
import { COPIES_MAX, STEPS_MAX, stepsFall } from '@/lib/admin/products/rules';
import {
  CURRENCIES,
  type Currency,
  formatMoney,
  isChargeable,
  LEAST_CHARGE,
  money,
} from '@/lib/core/money';
import { parseAmount, writeAmount } from '@/lib/orders/parse-amount';
import { FoldedCard } from './folded-card';
import { parsePrice } from './products/parse-price';
import { type SumTexts, sumTexts } from './promos/sum-fields';
import { useSend } from './use-send';

type StepRow = { key: string; copies: string; texts: SumTexts };

/** The steps of all currencies as rows of one table: each row is a number of copies. */
function stepRows(product: StaffProduct): StepRow[] {
  const copies = new Set(
    CURRENCIES.flatMap((currency) => product.steps[currency].map(({ fromCopies }) => fromCopies)),
  );
  return [...copies]
    .sort((a, b) => a - b)
    .map((fromCopies) => ({
      key: String(fromCopies),
      copies: String(fromCopies),
      texts: sumTexts(
        Object.fromEntries(
          CURRENCIES.map((currency) => [
            currency,
            product.steps[currency].find((step) => step.fromCopies === fromCopies)?.amountMinor ??
              null,
          ]),
        ),
      ),
    }));
}

const copiesOf = (text: string) => {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return value >= 2 && value <= COPIES_MAX ? value : null;
};

/** A product's prices, volume steps and costs in every currency, and whether it is for sale. */
export function ProductForm({ product }: { product: StaffProduct }) {
  const t = useTranslations('products_desk');
  const locale = useLocale();
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isActive, setIsActive] = useState(product.isActive);
  const [isChecked, setIsChecked] = useState(false);
  const [prices, setPrices] = useState(() => sumTexts(product.prices));
  const [costs, setCosts] = useState(() => sumTexts(product.costs));
  const [steps, setSteps] = useState(() => stepRows(product));

  const parsed = CURRENCIES.map((currency) => {
    const read = steps.flatMap((row) => {
      const text = row.texts[currency].trim();
      if (text === '') return [];
      return [{ fromCopies: copiesOf(row.copies), amountMinor: parseAmount(text, currency) }];
    });
    const sound = read.flatMap(({ fromCopies, amountMinor }) =>
      fromCopies === null || amountMinor === null ? [] : [{ fromCopies, amountMinor }],
    );
    const amountMinor = parseAmount(prices[currency], currency);
    const isFalling =
      amountMinor !== null && sound.length === read.length && stepsFall(amountMinor, sound);
    return {
      currency,
      amountMinor,
      isChargeable: [{ amountMinor }, ...sound].every(
        (price) => price.amountMinor !== null && isChargeable(price.amountMinor, currency),
      ),
      costMinor: costs[currency].trim() === '' ? 0 : parsePrice(costs[currency], currency),
      steps: sound,
      isFalling,
    };
  });
  const areCopiesRight =
    steps.every(({ copies }) => copiesOf(copies) !== null) &&
    new Set(steps.map(({ copies }) => copiesOf(copies))).size === steps.length;
  const unchargeable = parsed
    .filter((price) => !price.isChargeable)
    .map(({ currency }) => formatMoney(money(LEAST_CHARGE[currency], currency), locale));
  const mistakes = [
    ...(unchargeable.length > 0 ? [t('price_error', { least: unchargeable.join(', ') })] : []),
    ...(parsed.some(({ costMinor }) => costMinor === null) ? [t('cost_error')] : []),
    ...(areCopiesRight ? [] : [t('copies_error', { max: COPIES_MAX })]),
    ...(parsed.some(({ amountMinor, isFalling }) => amountMinor !== null && !isFalling)
      ? [
          t('steps_error', {
            currencies: parsed
              .filter(({ amountMinor, isFalling }) => amountMinor !== null && !isFalling)
              .map(({ currency }) => currency)
              .join(', '),
          }),
        ]
      : []),
  ];

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (mistakes.length > 0) return;
    const body = {
      prices: parsed.map(({ isFalling: _, isChargeable: __, ...price }) => price),
      isActive,
    };
    const path = `/api/admin/products/${product.id}`;
    await send('PUT', path, body, t('saved', { name: product.name }));
  }

  const cell = (
    label: string,
    texts: SumTexts,
    currency: Currency,
    isWrong: boolean,
    change: (texts: SumTexts) => void,
  ) => (
    <Input
      aria-label={`${product.name}, ${label}, ${currency}`}
      aria-invalid={isChecked && isWrong ? true : undefined}
      inputMode="decimal"
      autoComplete="off"
      className="min-w-24 px-2.5 text-right tabular-nums"
      value={texts[currency]}
      onChange={(event) => change({ ...texts, [currency]: event.target.value })}
    />
  );

  return (
    <FoldedCard
      level={2}
      title={product.name}
      facts={CURRENCIES.map((currency) => {
        const price = product.prices[currency];
        return price === null || price === undefined
          ? '–'
          : formatMoney(money(price, currency), locale);
      })}
      badge={product.isActive ? null : <Badge tone="warn">{t('not_sold')}</Badge>}
    >
      <form noValidate onSubmit={save} className="flex flex-col gap-4">
        <Checkbox
          label={t('sold')}
          checked={isActive}
          onChange={(event) => setIsActive(event.target.checked)}
        />
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        {isChecked && mistakes.length > 0 ? (
          <Alert tone="bad">
            {mistakes.map((mistake) => (
              <p key={mistake}>{mistake}</p>
            ))}
          </Alert>
        ) : null}
        <div className="relative -mx-1 overflow-x-auto px-1 pb-1">
          <table className="w-full min-w-[44rem] border-separate border-spacing-x-2 border-spacing-y-1.5">
            <thead>
              <tr className="text-left text-sm text-ink-soft">
                <th scope="col" className="w-44 font-medium">
                  <span className="sr-only">{t('row')}</span>
                </th>
                {CURRENCIES.map((currency) => (
                  <th key={currency} scope="col" className="text-right font-medium">
                    {currency}
                  </th>
                ))}
                <th scope="col" className="w-9">
                  <span className="sr-only">{t('remove')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row" className="text-left font-medium">
                  {t('price')}
                </th>
                {parsed.map(({ currency, ...price }) => (
                  <td key={currency}>
                    {cell(t('price'), prices, currency, !price.isChargeable, setPrices)}
                  </td>
                ))}
                <td />
              </tr>
              {steps.map((row, index) => {
                const change = (part: Partial<StepRow>) =>
                  setSteps(steps.map((old) => (old.key === row.key ? { ...old, ...part } : old)));
                const name = t('from_copies', { count: row.copies || '…' });
                return (
                  <tr key={row.key}>
                    <th scope="row" className="text-left font-medium">
                      <span className="flex items-center gap-2 whitespace-nowrap">
                        {t('from')}
                        <Input
                          aria-label={`${product.name}, ${t('copies_label', { step: index + 1 })}`}
                          aria-invalid={
                            isChecked && copiesOf(row.copies) === null ? true : undefined
                          }
                          inputMode="numeric"
                          autoComplete="off"
                          className="w-16 px-2.5 text-right tabular-nums"
                          value={row.copies}
                          onChange={(event) => change({ copies: event.target.value })}
                        />
                        {t('copies')}
                      </span>
                    </th>
                    {parsed.map(({ currency, amountMinor, isFalling }) => (
                      <td key={currency}>
                        {cell(
                          name,
                          row.texts,
                          currency,
                          amountMinor !== null && !isFalling,
                          (texts) => change({ texts }),
                        )}
                      </td>
                    ))}
                    <td>
                      <Button
                        variant="ghost"
                        size="icon-sm"
                        aria-label={t('remove_step', { step: name })}
                        onClick={() => setSteps(steps.filter((old) => old.key !== row.key))}
                      >
                        <X aria-hidden="true" />
                      </Button>
                    </td>
                  </tr>
                );
              })}
              <tr>
                <th scope="row" className="text-left font-medium text-ink-soft">
                  {t('cost')}
                </th>
                {parsed.map(({ currency, costMinor }) => (
                  <td key={currency}>
                    {cell(t('cost'), costs, currency, costMinor === null, setCosts)}
                  </td>
                ))}
                <td />
              </tr>
            </tbody>
          </table>
        </div>
        <div className="flex flex-wrap justify-between gap-3">
          <Button
            variant="ghost"
            size="sm"
            className={classes(steps.length >= STEPS_MAX && 'invisible')}
            onClick={() =>
              setSteps([...steps, { key: crypto.randomUUID(), copies: '', texts: nextTexts() }])
            }
          >
            <Plus aria-hidden="true" />
            {t('add_step')}
          </Button>
          <Button type="submit" variant="secondary" pending={isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </FoldedCard>
  );

  /** A new step begins a tenth below the one before it. */
  function nextTexts(): SumTexts {
    const last = steps.at(-1)?.texts ?? prices;
    return Object.fromEntries(
      CURRENCIES.map((currency) => {
        const amount = parseAmount(last[currency], currency);
        return [currency, amount === null ? '' : writeAmount(Math.floor(amount * 0.9), currency)];
      }),
    ) as SumTexts;
  }
}
