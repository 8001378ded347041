'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { CarrierPoint } from '@/components/orders/checkout/carrier-point';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { DeliveryCity, PickupPoint } from '@/lib/orders/delivery/methods';
import { type Sender, SenderSchema } from '@/lib/orders/delivery/sender-schema';
import type { SenderChoice } from '@/lib/providers/ports/carrier';

/** Chooses who sends from what the carrier's account has, and the branch where parcels are handed in. */
export function SenderForm({
  sender,
  choices,
}: {
  sender: Sender | null;
  choices: readonly SenderChoice[];
}) {
  const t = useTranslations('delivery.sender');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [companyRef, setCompanyRef] = useState(
    sender?.counterpartyRef ?? choices[0]?.counterpartyRef ?? '',
  );
  const company = choices.find(({ counterpartyRef }) => counterpartyRef === companyRef);
  const [contactRef, setContactRef] = useState(sender?.contactRef ?? '');
  const contact =
    company?.contacts.find(({ ref }) => ref === contactRef) ?? company?.contacts[0] ?? null;
  const [phone, setPhone] = useState(sender?.phone ?? contact?.phone ?? '');
  const [city, setCity] = useState<DeliveryCity | null>(
    sender ? { ref: sender.cityRef, name: sender.cityName, area: '' } : null,
  );
  const [point, setPoint] = useState<PickupPoint | null>(
    sender
      ? {
          ref: sender.pointRef,
          number: '',
          name: sender.pointName,
          cityRef: sender.cityRef,
          cityName: sender.cityName,
        }
      : null,
  );
  const [lack, setLack] = useState<'phone' | 'choice' | null>(null);

  async function save(event: FormEvent) {
    event.preventDefault();
    const wish = SenderSchema.safeParse({
      counterpartyRef: company?.counterpartyRef,
      counterpartyName: company?.name,
      contactRef: contact?.ref,
      contactName: contact?.name,
      phone: phone.replace(/[\s()-]/g, ''),
      cityRef: city?.ref,
      cityName: city?.name,
      pointRef: point?.ref,
      pointName: point?.name,
    });
    if (!wish.success) {
      const isPhone = wish.error.issues.every(({ path }) => path[0] === 'phone');
      setLack(isPhone ? 'phone' : 'choice');
      return;
    }
    setLack(null);
    await send('PUT', '/api/admin/delivery/sender', wish.data, t('saved'));
  }

  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-5">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      {lack === 'choice' ? <Alert tone="bad">{t('incomplete')}</Alert> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('company')}>
          {(control) => (
            <Select
              {...control}
              value={companyRef}
              onChange={(event) => setCompanyRef(event.target.value)}
            >
              {choices.map(({ counterpartyRef, name }) => (
                <option key={counterpartyRef} value={counterpartyRef}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('contact')}>
          {(control) => (
            <Select
              {...control}
              value={contact?.ref ?? ''}
              onChange={(event) => {
                const chosen = company?.contacts.find(({ ref }) => ref === event.target.value);
                setContactRef(event.target.value);
                if (chosen) setPhone(chosen.phone);
              }}
            >
              {(company?.contacts ?? []).map(({ ref, name }) => (
                <option key={ref} value={ref}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field
        label={t('phone')}
        hint={t('phone_hint')}
        error={lack === 'phone' ? t('phone_error') : undefined}
        className="max-w-xs"
      >
        {(control) => (
          <Input
            {...control}
            type="tel"
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        )}
      </Field>
      <fieldset>
        <legend className="mb-2 font-medium">{t('from')}</legend>
        <CarrierPoint
          method="np-branch"
          city={city}
          point={point}
          errors={{}}
          onCity={(chosen) => {
            setCity(chosen);
            setPoint(null);
          }}
          onPoint={setPoint}
        />
      </fieldset>
      <div>
        <Button type="submit" pending={isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
