'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { formatMoney, type Money } from '@/lib/core/money';
import { parseAmount, writeAmount } from '@/lib/orders/parse-amount';

const DECISIONS = ['REPRINT', 'REFUND', 'DECLINE'] as const;
type Decision = (typeof DECISIONS)[number];
const WORDS = { REPRINT: 'reprint', REFUND: 'refund', DECLINE: 'decline' } as const;

/** Print again, money back, or no: one form, one answer to the customer. */
export function DecideClaim({
  claimId,
  refundable,
  mayRefund,
  houses,
}: {
  claimId: string;
  refundable: Money;
  /** Only finance gives money back. */
  mayRefund: boolean;
  houses: readonly { id: string; name: string }[];
}) {
  const t = useTranslations('claims.staff');
  const errorMessage = useErrorMessage();
  const locale = useLocale();
  const { send, problem, isPending } = useSend();
  const [decision, setDecision] = useState<Decision>('REPRINT');
  const [answer, setAnswer] = useState('');
  const [house, setHouse] = useState('');
  const [amount, setAmount] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const most = formatMoney(refundable, locale);
  const parsed = parseAmount(amount, refundable.currency);
  const amountMinor = parsed !== null && parsed <= refundable.amountMinor ? parsed : null;
  const needsAmount = decision === 'REFUND' && amountMinor === null;
  const needsWords = decision === 'DECLINE' && answer.trim() === '';

  async function decide(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (needsAmount || needsWords) return;
    const body =
      decision === 'REPRINT'
        ? { decision, printHouseId: house || null, answer }
        : decision === 'REFUND'
          ? { decision, amountMinor, answer }
          : { decision, answer };
    await send('POST', `/api/admin/claims/${claimId}/decision`, body, t('decided'));
  }

  return (
    <form noValidate onSubmit={decide} className="flex flex-col gap-5">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <fieldset className={classes('grid gap-3', mayRefund ? 'sm:grid-cols-3' : 'sm:grid-cols-2')}>
        <legend className="sr-only">{t('decide')}</legend>
        {DECISIONS.filter((one) => mayRefund || one !== 'REFUND').map((one) => (
          <label
            key={one}
            className="flex cursor-pointer gap-3 rounded-control border border-line p-4 has-checked:border-accent has-checked:bg-accent-soft/40"
          >
            <input
              type="radio"
              name="decision"
              value={one}
              checked={decision === one}
              disabled={one === 'REFUND' && refundable.amountMinor === 0}
              onChange={() => setDecision(one)}
              className="mt-1 size-4.5 shrink-0 accent-accent"
            />
            <span>
              <span className="block font-medium">{t(WORDS[one])}</span>
              <span className="block text-sm text-ink-soft">
                {t(`${WORDS[one]}_text`, { amount: most })}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {mayRefund ? null : <p className="text-sm text-ink-soft">{t('refund_elsewhere')}</p>}
      {decision === 'REPRINT' ? (
        <Field label={t('house')}>
          {(control) => (
            <Select
              {...control}
              name="house"
              value={house}
              onChange={(event) => setHouse(event.target.value)}
            >
              <option value="">{t('any_house')}</option>
              {houses.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      {decision === 'REFUND' ? (
        <div className="flex items-start gap-3">
          <Field
            label={t('amount', { currency: refundable.currency })}
            error={isChecked && needsAmount ? t('amount_error', { amount: most }) : undefined}
            className="flex-1"
          >
            {(control) => (
              <Input
                {...control}
                name="amount"
                inputMode="decimal"
                autoComplete="off"
                value={amount}
                onChange={(event) => setAmount(event.target.value)}
              />
            )}
          </Field>
          <Button
            variant="ghost"
            className="mt-6.5"
            onClick={() => setAmount(writeAmount(refundable.amountMinor, refundable.currency))}
          >
            {t('full')}
          </Button>
        </div>
      ) : null}
      <Field
        label={t('answer')}
        hint={t('answer_hint')}
        error={isChecked && needsWords ? t('answer_error') : undefined}
      >
        {(control) => (
          <Textarea
            {...control}
            name="answer"
            maxLength={2000}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" pending={isPending} className="self-start">
        {t(WORDS[decision])}
        {decision === 'REFUND' && amountMinor !== null
          ? `: ${formatMoney({ amountMinor, currency: refundable.currency }, locale)}`
          : null}
      </Button>
    </form>
  );
}
