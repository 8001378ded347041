'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { formatMoney, type Money, money } from '@/lib/core/money';
import { parseAmount, writeAmount } from '@/lib/orders/parse-amount';
import { ReasonDialog } from './reason-dialog';

/** Gives back a part or all of what is left, with a reason. */
export function RefundDialog({ orderId, refundable }: { orderId: string; refundable: Money }) {
  const t = useTranslations('admin.order');
  const locale = useLocale();
  const [amount, setAmount] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const most = formatMoney(refundable, locale);
  const parsed = parseAmount(amount, refundable.currency);
  const amountMinor = parsed !== null && parsed <= refundable.amountMinor ? parsed : null;
  const asked = amountMinor === null ? null : money(amountMinor, refundable.currency);
  return (
    <ReasonDialog
      path={`/api/admin/orders/${orderId}/refunds`}
      body={asked && { amountMinor: asked.amountMinor }}
      withKey
      copy={{
        open: t('refund'),
        title: t('refund_title'),
        text: t('refund_text', { amount: most }),
        hint: t('reason_hint'),
        send: t('refund_send', { amount: asked ? formatMoney(asked, locale) : '…' }),
        done: t('refunded'),
      }}
      onOpen={() => {
        setAmount('');
        setIsChecked(false);
      }}
      onCheck={() => setIsChecked(true)}
    >
      <div className="flex items-start gap-3">
        <Field
          label={t('refund_amount', { currency: refundable.currency })}
          error={isChecked && !asked ? t('refund_amount_error', { amount: most }) : undefined}
          className="flex-1"
        >
          {(control) => (
            <Input
              {...control}
              name="amount"
              inputMode="decimal"
              autoComplete="off"
              className="text-right tabular-nums"
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
          {t('refund_full')}
        </Button>
      </div>
    </ReasonDialog>
  );
}
