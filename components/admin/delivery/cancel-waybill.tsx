'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';

export function CancelWaybill({ shipmentId }: { shipmentId: string }) {
  const t = useTranslations('delivery');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  async function cancel() {
    const path = `/api/admin/shipments/${shipmentId}/cancel`;
    const body = { reason: reason.trim() };
    if (await send('POST', path, body, t('waybill.cancelled'))) setIsOpen(false);
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('waybill.cancel_title')}
      description={t('waybill.cancel_text')}
      closeLabel={t('waybill.close')}
      trigger={
        <Button variant="ghost" size="sm">
          {t('shipment.cancel')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <Field label={t('waybill.reason_optional')}>
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-3">
          <DialogClose asChild>
            <Button variant="secondary">{t('waybill.keep')}</Button>
          </DialogClose>
          <Button variant="danger" pending={isPending} onClick={cancel}>
            {t('shipment.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
