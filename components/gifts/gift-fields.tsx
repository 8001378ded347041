'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field, Input, Label, Select, Textarea } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { CURRENCIES, type Currency, formatMoney, money } from '@/lib/core/money';
import { addDays, type PlainDate } from '@/lib/core/plain-date';
import { CERTIFICATE_SUMS, MESSAGE_MAX, NAME_MAX } from '@/lib/orders/certificates/schema';
import { parseAmount } from '@/lib/orders/parse-amount';
import { type GiftDraft, type GiftField, writeSum } from './gift-draft';

/** Everything about the gift itself: its sum, its people, its words and its way. */
export function GiftFields({
  draft,
  onChange,
  problems,
  today,
  isGivenAway = false,
}: {
  draft: GiftDraft;
  onChange: (change: Partial<GiftDraft>) => void;
  /** Fields to mark. */
  problems: readonly GiftField[];
  today: PlainDate;
  /** Staff give it: nobody pays, and nobody but its letter ever shows the code. */
  isGivenAway?: boolean;
}) {
  const t = useTranslations('gifts.form');
  const locale = useLocale();
  const { currency } = draft;
  const { offered, min, max } = CERTIFICATE_SUMS[currency];
  const chosen = parseAmount(draft.amount, currency);
  const show = (amountMinor: number) => formatMoney(money(amountMinor, currency), locale);
  const short = (amountMinor: number) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: 0,
    }).format(amountMinor / 100);
  const errorOf = (field: GiftField, text: string) => (problems.includes(field) ? text : undefined);
  return (
    <>
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-3 font-display text-2xl">{t('sum')}</legend>
        <div className="flex flex-wrap items-end justify-between gap-4">
          <Segments
            label={t('sum')}
            className="min-w-0 flex-1 basis-72"
            value={offered.some((sum) => sum === chosen) ? String(chosen) : null}
            options={offered.map((sum) => ({ value: String(sum), label: short(sum) }))}
            onChange={(value) => onChange({ amount: writeSum(Number(value), currency) })}
          />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)_7rem] items-start gap-3">
          <Field
            label={t('amount')}
            hint={t('amount_hint', { min: show(min), max: show(max) })}
            error={errorOf('amount', t('amount_error', { min: show(min), max: show(max) }))}
          >
            {(control) => (
              <Input
                {...control}
                name="amount"
                inputMode="decimal"
                autoComplete="off"
                value={draft.amount}
                onChange={(event) => onChange({ amount: event.target.value })}
              />
            )}
          </Field>
          <div className="flex flex-col gap-1.5">
            <Label htmlFor="gift-currency">{t('currency')}</Label>
            <Select
              id="gift-currency"
              value={currency}
              onChange={(event) => {
                const next = event.target.value as Currency;
                const sum = CERTIFICATE_SUMS[next].offered[1] ?? CERTIFICATE_SUMS[next].min;
                onChange({ currency: next, amount: writeSum(sum, next) });
              }}
            >
              {CURRENCIES.map((code) => (
                <option key={code} value={code}>
                  {code}
                </option>
              ))}
            </Select>
          </div>
        </div>
      </fieldset>
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-3 font-display text-2xl">{t('words')}</legend>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('recipient')} error={errorOf('recipientName', t('required'))}>
            {(control) => (
              <Input
                {...control}
                name="recipientName"
                autoComplete="off"
                maxLength={NAME_MAX}
                value={draft.recipientName}
                onChange={(event) => onChange({ recipientName: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('buyer')} error={errorOf('buyerName', t('required'))}>
            {(control) => (
              <Input
                {...control}
                name="buyerName"
                autoComplete="name"
                maxLength={NAME_MAX}
                value={draft.buyerName}
                onChange={(event) => onChange({ buyerName: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Field
          label={t('message')}
          hint={t('letters_left', { count: MESSAGE_MAX - draft.message.length })}
        >
          {(control) => (
            <Textarea
              {...control}
              name="message"
              maxLength={MESSAGE_MAX}
              value={draft.message}
              onChange={(event) => onChange({ message: event.target.value })}
            />
          )}
        </Field>
      </fieldset>
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-3 font-display text-2xl">{t('way')}</legend>
        <Segments
          label={t('way')}
          value={draft.how}
          options={(['now', 'on', 'print'] as const)
            .filter((how) => how !== 'print' || !isGivenAway)
            .map((how) => ({ value: how, label: t(`ways.${how}`) }))}
          onChange={(how) => onChange({ how })}
        />
        <p className="text-ink-soft">
          {t(`ways_text.${isGivenAway && draft.how === 'now' ? 'now_given' : draft.how}`)}
        </p>
        {draft.how === 'print' ? null : (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('email')} error={errorOf('email', t('email_error'))}>
              {(control) => (
                <Input
                  {...control}
                  name="email"
                  type="email"
                  autoComplete="off"
                  maxLength={254}
                  value={draft.email}
                  onChange={(event) => onChange({ email: event.target.value })}
                />
              )}
            </Field>
            {draft.how === 'on' ? (
              <Field label={t('day')} error={errorOf('day', t('day_error'))}>
                {(control) => (
                  <Input
                    {...control}
                    name="day"
                    type="date"
                    min={addDays(today, 1)}
                    max={addDays(today, 365)}
                    value={draft.day}
                    onChange={(event) => onChange({ day: event.target.value })}
                  />
                )}
              </Field>
            ) : null}
          </div>
        )}
      </fieldset>
    </>
  );
}
