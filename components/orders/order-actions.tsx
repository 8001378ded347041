'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import { formatMoney, type Money } from '@/lib/core/money';
import type { Problem } from '@/lib/http/problem';
import type { OrderPaymentView } from '@/lib/orders/present-payment';
import type { TillName } from '@/lib/payments/till-choice';
import { TillChoice } from './till-choice';
import { useRestored } from './use-restored';

/** What the customer can do with the order in its present state: pay, with the same or another till, cancel, or nothing. */
export function OrderActions({
  orderId,
  due,
  total,
  payment,
  canPay,
  canCancel,
  isPaid,
}: {
  orderId: string;
  /** Asked of the till. */
  due: Money;
  total: Money;
  payment: OrderPaymentView;
  canPay: boolean;
  canCancel: boolean;
  isPaid: boolean;
  /** The customer has been on a pay page before. */
}) {
  const t = useTranslations('orders.order');
  const errorMessage = useErrorMessage();
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const [pending, setPending] = useState<'pay' | 'cancel' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [chosen, setChosen] = useState<TillName | null>(null);
  // One key for one press at one till: what is repeated is the same attempt.
  const request = useRef<{ key: string; till: TillName } | null>(null);
  useRestored(
    useCallback(() => {
      request.current = null;
      setPending(null);
      router.refresh();
    }, [router]),
  );
  const till = chosen ?? payment.lastTill ?? payment.tills[0] ?? null;

  async function run(kind: 'pay' | 'cancel', work: () => Promise<void>) {
    setPending(kind);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      setPending(null);
      router.refresh();
    }
  }

  const pay = (at: TillName) =>
    run('pay', async () => {
      if (request.current?.till !== at) request.current = { key: crypto.randomUUID(), till: at };
      const { redirectUrl } = await callApi<{ redirectUrl: string | null }>(
        'POST',
        `/api/orders/${orderId}/pay`,
        { requestKey: request.current.key, till: at },
      );
      if (redirectUrl) return window.location.assign(redirectUrl);
      setPending(null);
      router.replace(`/orders/${orderId}?payment=done`);
      router.refresh();
    });

  const cancel = () =>
    run('cancel', async () => {
      await callApi('POST', `/api/orders/${orderId}/cancel`);
      setPending(null);
      setIsAsking(false);
      toast(t('cancelled'), 'good');
      router.refresh();
    });

  if (!canPay && !canCancel) return null;
  return (
    <div className="flex flex-col gap-3">
      {problem && !isAsking ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      {canPay && till ? (
        <>
          <TillChoice
            tills={payment.tills}
            value={till}
            onChange={(name) => {
              setChosen(name);
              setProblem(null);
            }}
          />
          <Button size="lg" pending={pending === 'pay'} onClick={() => pay(till)}>
            {t('pay', { total: formatMoney(due, locale) })}
          </Button>
          <p className="text-sm text-ink-soft">{t('pay_hint')}</p>
        </>
      ) : canPay ? (
        <Alert tone="warn">{t('no_till')}</Alert>
      ) : null}
      {canCancel ? (
        <Dialog
          open={isAsking}
          onOpenChange={setIsAsking}
          closeLabel={t('close')}
          title={t('cancel_title')}
          description={
            isPaid ? t('cancel_paid', { total: formatMoney(total, locale) }) : t('cancel_unpaid')
          }
          trigger={<Button variant="secondary">{t('cancel')}</Button>}
        >
          {problem ? (
            <Alert tone="bad" className="mb-4">
              {errorMessage(problem)}
            </Alert>
          ) : null}
          <div className="flex flex-wrap justify-end gap-3">
            <DialogClose asChild>
              <Button variant="secondary">{t('keep')}</Button>
            </DialogClose>
            <Button variant="danger" pending={pending === 'cancel'} onClick={cancel}>
              {t('cancel_confirm')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
