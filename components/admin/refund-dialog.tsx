'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Input, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { formatMoney, type Money, money } from '@/lib/core/money';
import { parseAmount, writeAmount } from '@/lib/orders/parse-amount';
import { useSend } from './use-send';

/** Gives back a part or all of what is left, with a reason. */
export function RefundDialog({ orderId, refundable }: { orderId: string; refundable: Money }) {
  const t = useTranslations('admin.order');
  const errorMessage = useErrorMessage();
  const locale = useLocale();
  const { send, problem, setProblem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const request = useRef<string | null>(null);
  const most = formatMoney(refundable, locale);
  const parsed = parseAmount(amount, refundable.currency);
  const amountMinor = parsed !== null && parsed <= refundable.amountMinor ? parsed : null;

  function open(next: boolean) {
    setIsOpen(next);
    if (!next) return;
    setAmount('');
    setReason('');
    setIsChecked(false);
    setProblem(null);
    // One opened dialog is one refund, however often its button is pressed.
    request.current = crypto.randomUUID();
  }

  async function refund(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (amountMinor === null || reason.trim() === '') return;
    const body = { amountMinor, reason, requestKey: request.current };
    if (await send('POST', `/api/admin/orders/${orderId}/refunds`, body, t('refunded'))) {
      setIsOpen(false);
    }
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={open}
      title={t('refund_title')}
      description={t('refund_text', { amount: most })}
      closeLabel={t('close')}
      trigger={<Button variant="secondary">{t('refund')}</Button>}
    >
      <form noValidate onSubmit={refund} className="flex flex-col gap-4">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <div className="flex items-end gap-3">
          <Field
            label={t('refund_amount', { currency: refundable.currency })}
            error={
              isChecked && amountMinor === null
                ? t('refund_amount_error', { amount: most })
                : undefined
            }
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
            onClick={() => setAmount(writeAmount(refundable.amountMinor, refundable.currency))}
          >
            {t('refund_full')}
          </Button>
        </div>
        <Field
          label={t('reason')}
          hint={t('reason_hint')}
          error={isChecked && reason.trim() === '' ? t('reason_error') : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              name="reason"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-3">
          <DialogClose asChild>
            <Button variant="secondary">{t('keep')}</Button>
          </DialogClose>
          <Button type="submit" variant="danger" pending={isPending}>
            {t('refund_send', {
              amount:
                amountMinor === null
                  ? '…'
                  : formatMoney(money(amountMinor, refundable.currency), locale),
            })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
