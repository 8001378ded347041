'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Select, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { ShipmentStatus } from '@/lib/orders/delivery/shipment-states';

/** What is shown first: most often a parcel has arrived. */
const USUAL: ShipmentStatus = 'DELIVERED';

/** Says where a parcel is when its carrier does not. */
export function MoveDialog({
  shipmentId,
  moves,
}: {
  shipmentId: string;
  moves: readonly ShipmentStatus[];
}) {
  const t = useTranslations('delivery');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<ShipmentStatus | null>(null);
  const [reason, setReason] = useState('');
  const [hasError, setHasError] = useState(false);
  // What was chosen may have happened meanwhile.
  const to = moves.find((move) => move === chosen) ?? moves.find((move) => move === USUAL);
  const needsReason = to === 'PROBLEM' || to === 'RETURNED';

  async function submit(event: FormEvent) {
    event.preventDefault();
    const lacks = needsReason && reason.trim() === '';
    setHasError(lacks);
    if (lacks || !to) return;
    const path = `/api/admin/shipments/${shipmentId}/move`;
    if (await send('POST', path, { to, reason: reason.trim() }, t('move.done'))) setIsOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('move.title')}
      description={t('move.text')}
      closeLabel={t('waybill.close')}
      trigger={
        <Button variant="secondary" size="sm">
          {t('move.open')}
        </Button>
      }
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <Field label={t('move.to')}>
          {(control) => (
            <Select
              {...control}
              value={to}
              onChange={(event) =>
                setChosen(moves.find((move) => move === event.target.value) ?? null)
              }
            >
              {moves.map((move) => (
                <option key={move} value={move}>
                  {t(`status.${move}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label={needsReason ? t('waybill.reason') : t('waybill.reason_optional')}
          error={hasError ? t('waybill.reason_error') : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-3">
          <DialogClose asChild>
            <Button variant="secondary">{t('waybill.close')}</Button>
          </DialogClose>
          <Button type="submit" pending={isPending}>
            {t('move.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
