'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Input, Select } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { CARRIER_IDS, CARRIERS, TRACKING_NUMBER } from '@/lib/orders/carriers';
import type { OrderStatus } from '@/lib/orders/order-states';
import { ReasonDialog } from './reason-dialog';
import { useSend } from './use-send';

/** The moves that the table allows now, and no others. */
export function OrderMoves({
  orderId,
  moves,
  isPaid,
  isCancelWithheld,
}: {
  orderId: string;
  moves: readonly OrderStatus[];
  /** Cancelling gives money back. */
  isPaid: boolean;
  /** It would be possible, at the hand of who may give money back. */
  isCancelWithheld: boolean;
}) {
  const t = useTranslations('admin.order');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const path = `/api/admin/orders/${orderId}/move`;
  const move = (body: object) => send('POST', path, body, t('moved'));
  const hint = isCancelWithheld ? (
    <p className="text-sm text-ink-soft">{t('cancel_elsewhere')}</p>
  ) : null;
  if (moves.length === 0) return hint ?? <p className="text-ink-soft">{t('no_moves')}</p>;
  return (
    <div className="flex flex-col gap-3">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <div className="flex flex-wrap gap-3">
        {moves.map((to) => {
          if (to === 'SHIPPED') return <ShipDialog key={to} onShip={move} isPending={isPending} />;
          if (to === 'CANCELLED') {
            return (
              <ReasonDialog
                key={to}
                path={path}
                body={{ to }}
                copy={{
                  open: isPaid ? t('moves.CANCELLED') : t('cancel_unpaid'),
                  title: t('cancel_title'),
                  text: isPaid ? t('cancel_text') : t('cancel_unpaid_text'),
                  hint: t('reason_hint'),
                  done: t('moved'),
                }}
              />
            );
          }
          return (
            <Button key={to} pending={isPending} onClick={() => move({ to })}>
              {t(`moves.${to}`)}
            </Button>
          );
        })}
      </div>
      {hint}
    </div>
  );
}

type Send = (body: object) => Promise<boolean>;

function ShipDialog({ onShip, isPending }: { onShip: Send; isPending: boolean }) {
  const t = useTranslations('admin.order');
  const [isOpen, setIsOpen] = useState(false);
  const [carrier, setCarrier] = useState<(typeof CARRIER_IDS)[number]>(CARRIER_IDS[0]);
  const [trackingNumber, setTrackingNumber] = useState('');
  const [hasError, setHasError] = useState(false);

  async function ship(event: FormEvent) {
    event.preventDefault();
    const number = trackingNumber.trim();
    const isUsable = TRACKING_NUMBER.test(number);
    setHasError(!isUsable);
    if (!isUsable) return;
    await onShip({ to: 'SHIPPED', carrier, trackingNumber: number });
    setIsOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('ship_title')}
      description={t('ship_text')}
      closeLabel={t('close')}
      trigger={<Button>{t('moves.SHIPPED')}</Button>}
    >
      <form noValidate onSubmit={ship} className="flex flex-col gap-4">
        <Field label={t('carrier')}>
          {(control) => (
            <Select
              {...control}
              name="carrier"
              value={carrier}
              onChange={(event) => {
                const chosen = CARRIER_IDS.find((id) => id === event.target.value);
                if (chosen) setCarrier(chosen);
              }}
            >
              {CARRIER_IDS.map((id) => (
                <option key={id} value={id}>
                  {id === 'other' ? t('other_carrier') : CARRIERS[id].name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('tracking')} error={hasError ? t('tracking_error') : undefined}>
          {(control) => (
            <Input
              {...control}
              name="trackingNumber"
              autoComplete="off"
              value={trackingNumber}
              onChange={(event) => setTrackingNumber(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-3">
          <DialogClose asChild>
            <Button variant="secondary">{t('keep')}</Button>
          </DialogClose>
          <Button type="submit" pending={isPending}>
            {t('moves.SHIPPED')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
