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
import { useRestored } from './use-restored';

/** What the customer can do with the order in its present state: pay, cancel, or nothing. */
export function OrderActions({
  orderId,
  total,
  canPay,
  canCancel,
  isPaid,
  isRepeat,
}: {
  orderId: string;
  total: Money;
  canPay: boolean;
  canCancel: boolean;
  isPaid: boolean;
  /** The customer has been on the pay page before. */
  isRepeat: boolean;
}) {
  const t = useTranslations('orders.order');
  const errorMessage = useErrorMessage();
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const [pending, setPending] = useState<'pay' | 'cancel' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const requestKey = useRef<string | null>(null);
  useRestored(
    useCallback(() => {
      requestKey.current = null;
      setPending(null);
      router.refresh();
    }, [router]),
  );
  const amount = formatMoney(total, locale);

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

  const pay = () =>
    run('pay', async () => {
      requestKey.current ??= crypto.randomUUID();
      const { redirectUrl } = await callApi<{ redirectUrl: string | null }>(
        'POST',
        `/api/orders/${orderId}/pay`,
        { requestKey: requestKey.current },
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
      {canPay ? (
        <>
          <Button size="lg" pending={pending === 'pay'} onClick={pay}>
            {isRepeat ? t('pay_again') : t('pay', { total: amount })}
          </Button>
          <p className="text-sm text-ink-soft">{t('pay_hint')}</p>
        </>
      ) : null}
      {canCancel ? (
        <Dialog
          open={isAsking}
          onOpenChange={setIsAsking}
          closeLabel={t('close')}
          title={t('cancel_title')}
          description={isPaid ? t('cancel_paid', { total: amount }) : t('cancel_unpaid')}
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
