'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { formatPackPrice } from '@/lib/stars/pack-price';
import type { PurchaseView } from '@/lib/stars/present-purchase';
import { refundMinor } from '@/lib/stars/rules';

/** Gives unspent stars of a pack back, with the money for them shown before. */
export function RefundStarsDialog({ purchase }: { purchase: PurchaseView }) {
  const t = useTranslations('stars.refund');
  const errorMessage = useErrorMessage();
  const locale = useLocale();
  const { send, problem, setProblem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const request = useRef<string | null>(null);
  const { refundable, books, price, isWholeOnly } = purchase;
  const stars = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0;
  const isRight = stars >= 1 && stars <= refundable;
  const amountMinor = isRight ? refundMinor(books, stars) : 0;
  const amount = formatPackPrice({ amountMinor, currency: price.currency }, locale);

  function open(next: boolean) {
    setIsOpen(next);
    if (!next) return;
    setText(String(refundable));
    setIsChecked(false);
    setProblem(null);
    // One opened dialog is one refund, however often its button is pressed.
    request.current = crypto.randomUUID();
  }

  async function refund(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (!isRight || amountMinor < 1) return;
    const body = { stars, requestKey: request.current };
    const path = `/api/stars/purchases/${purchase.id}/refunds`;
    if (await send('POST', path, body, t('done', { amount }))) setIsOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={open}
      title={t('title')}
      description={t(isWholeOnly ? 'text_whole' : 'text', { count: refundable })}
      closeLabel={t('close')}
      trigger={
        <Button variant="secondary" size="sm">
          {t('open')}
        </Button>
      }
    >
      <form noValidate onSubmit={refund} className="flex flex-col gap-5">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        {isWholeOnly ? null : (
          <Field
            label={t('stars')}
            error={isChecked && !isRight ? t('stars_error', { count: refundable }) : undefined}
          >
            {(control) => (
              <Input
                {...control}
                name="stars"
                inputMode="numeric"
                autoComplete="off"
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        )}
        <p aria-live="polite" className="flex items-baseline justify-between gap-4">
          <span className="text-ink-soft">{t('amount')}</span>
          <span className="font-display text-2xl tabular-nums">{amount}</span>
        </p>
        <p className="text-sm text-ink-soft">{t(isWholeOnly ? 'hint_telegram' : 'hint')}</p>
        <div className="flex flex-wrap justify-end gap-3">
          <DialogClose asChild>
            <Button variant="secondary">{t('keep')}</Button>
          </DialogClose>
          <Button type="submit" variant="danger" pending={isPending}>
            {t('send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
