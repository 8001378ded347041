'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { useErrorMessage } from '@/components/use-error-message';
import { useSend } from './use-send';

export function RetryRefund({ orderId, refundId }: { orderId: string; refundId: string }) {
  const t = useTranslations('admin.order');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const path = `/api/admin/orders/${orderId}/refunds/${refundId}/retry`;
  return (
    <>
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <Button
        variant="secondary"
        size="sm"
        pending={isPending}
        onClick={() => send('POST', path, undefined, t('retried'))}
      >
        {t('retry')}
      </Button>
    </>
  );
}
