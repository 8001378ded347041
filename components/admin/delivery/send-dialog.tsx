'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Input, Select } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { CARRIER_IDS, CARRIERS, type CarrierId, TRACKING_NUMBER } from '@/lib/orders/carriers';

/** The number under which a parcel was given to a carrier, written in by hand. */
export function SendDialog({ parcelId, isFirst }: { parcelId: string; isFirst: boolean }) {
  const t = useTranslations('delivery');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [carrier, setCarrier] = useState<CarrierId>(CARRIER_IDS[0]);
  const [number, setNumber] = useState('');
  const [hasError, setHasError] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const trackingNumber = number.trim();
    const isUsable = TRACKING_NUMBER.test(trackingNumber);
    setHasError(!isUsable);
    if (!isUsable) return;
    const path = `/api/admin/parcels/${parcelId}/shipments`;
    if (await send('POST', path, { carrier, trackingNumber }, t('send.done'))) setIsOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('send.title')}
      description={t('send.text')}
      closeLabel={t('waybill.close')}
      trigger={<Button variant={isFirst ? 'primary' : 'secondary'}>{t('send.open')}</Button>}
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <Field label={t('send.carrier')}>
          {(control) => (
            <Select
              {...control}
              value={carrier}
              onChange={(event) => {
                const chosen = CARRIER_IDS.find((id) => id === event.target.value);
                if (chosen) setCarrier(chosen);
              }}
            >
              {CARRIER_IDS.map((id) => (
                <option key={id} value={id}>
                  {id === 'other' ? t('send.other') : CARRIERS[id].name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('send.number')} error={hasError ? t('send.number_error') : undefined}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={60}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-3">
          <DialogClose asChild>
            <Button variant="secondary">{t('waybill.close')}</Button>
          </DialogClose>
          <Button type="submit" pending={isPending}>
            {t('send.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
