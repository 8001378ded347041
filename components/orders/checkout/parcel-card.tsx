'use client';

import { Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox, Field, Select, Textarea } from '@/components/ui/field';
import { formatMoney } from '@/lib/core/money';
import type { PlainDate } from '@/lib/core/plain-date';
import type { AddressField } from '@/lib/orders/address';
import { copiesIn } from '@/lib/orders/checkout-draft/parcels';
import type { CheckoutView } from '@/lib/orders/get-checkout';
import { GIFT_NOTE_MAX } from '@/lib/orders/schema';
import { AddressFields, CountryField } from '../address-fields';
import { ArrivalNote } from './arrival-note';
import { CarrierPoint } from './carrier-point';
import {
  choicesFor,
  emptyAddress,
  isSameAddress,
  needsPoint,
  type ParcelState,
  printedLines,
} from './checkout-state';
import { CopySteppers } from './copy-steppers';
import { MethodCards } from './method-cards';

/** One address: where, how, what, and as a gift or not. */
export function ParcelCard({
  checkout,
  parcel,
  number,
  isOnly,
  errors,
  wantedBy,
  onChange,
  onLeave,
  onStep,
  onRemove,
}: {
  checkout: CheckoutView;
  parcel: ParcelState;
  /** From 1. */
  number: number;
  isOnly: boolean;
  errors: Readonly<Record<string, string>>;
  wantedBy: PlainDate | null;
  /** @param touched fields whose errors are settled by the change */
  onChange: (change: Partial<ParcelState>, touched: readonly string[]) => void;
  onLeave: (field: AddressField) => void;
  onStep: (cartItemId: string, step: 1 | -1) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('checkout');
  const locale = useLocale();
  const choices = choicesFor(checkout, parcel.address.country);
  const choice = choices.find(({ method }) => method === parcel.method);
  const isPoint = needsPoint(parcel.method);
  const saved = checkout.addresses.find(({ address }) => isSameAddress(address, parcel.address));

  function setCountry(country: string, rest: Partial<ParcelState['address']> = { region: '' }) {
    const ways = choicesFor(checkout, country);
    const isOffered = ways.some(({ method }) => method === parcel.method);
    onChange(
      {
        address: { ...parcel.address, ...rest, country },
        ...(isOffered ? {} : { method: ways[0]?.method ?? 'post' }),
      },
      ['country', 'postalCode', 'region', 'phone', 'method', ...Object.keys(rest)],
    );
  }

  return (
    <Card className="p-0 sm:p-0">
      <fieldset
        aria-label={t('address_number', { number })}
        className="flex flex-col gap-5 p-5 sm:p-6"
      >
        {isOnly ? null : (
          <div className="flex items-center justify-between gap-4">
            <h3 className="text-xl">{t('address_number', { number })}</h3>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t('remove_address', { number })}
              onClick={onRemove}
            >
              <Trash2 aria-hidden="true" />
            </Button>
          </div>
        )}
        {isOnly ? null : (
          <CopySteppers
            parcel={parcel}
            number={number}
            lines={printedLines(checkout)}
            error={errors.items}
            onStep={onStep}
          />
        )}
        {checkout.addresses.length > 0 ? (
          <Field label={t('saved')}>
            {(control) => (
              <Select
                {...control}
                value={saved?.id ?? ''}
                onChange={(event) => {
                  const picked = checkout.addresses.find(({ id }) => id === event.target.value);
                  if (picked) setCountry(picked.address.country, picked.address);
                  else setCountry(parcel.address.country, emptyAddress);
                }}
              >
                <option value="">{t('saved_none')}</option>
                {checkout.addresses.map(({ id, label, address }) => (
                  <option key={id} value={id}>
                    {[label, address.recipient, address.line1, address.city]
                      .filter(Boolean)
                      .join(', ')}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        <CountryField
          value={parcel.address.country}
          countries={checkout.countries}
          error={choices.length === 0 ? 'not_served' : errors.country}
          onChange={(country) => setCountry(country)}
        />
        <MethodCards
          choices={choices}
          value={parcel.method}
          copies={copiesIn(parcel.items)}
          today={checkout.today}
          onChange={(method) => {
            const isSamePlace = needsPoint(method) && method === parcel.method;
            onChange({ method, ...(isSamePlace ? {} : { pickupPoint: null }) }, [
              'method',
              'pickupPoint',
              'carrierCity',
            ]);
          }}
        />
        {errors.method ? (
          <p role="alert" className="text-sm font-medium text-bad">
            {t('field_errors.not_offered')}
          </p>
        ) : null}
        {isPoint ? (
          <CarrierPoint
            method={parcel.method}
            city={parcel.city}
            point={parcel.pickupPoint}
            errors={errors}
            onCity={(city) =>
              onChange({ city, pickupPoint: null }, ['carrierCity', 'pickupPoint', 'city'])
            }
            onPoint={(pickupPoint) => onChange({ pickupPoint }, ['pickupPoint', 'city'])}
          />
        ) : null}
        <AddressFields
          values={parcel.address}
          errors={errors}
          kind={isPoint ? 'point' : 'door'}
          onChange={(field, value) =>
            onChange({ address: { ...parcel.address, [field]: value } }, [field])
          }
          onLeave={onLeave}
        />
        {isPoint || saved ? null : (
          <Checkbox
            checked={parcel.isKept}
            onChange={(event) => onChange({ isKept: event.target.checked }, [])}
            label={t('keep_address')}
            className="-my-2"
          />
        )}
        {checkout.wrap ? (
          <div className="flex flex-col gap-3 border-t border-line pt-4">
            <Checkbox
              checked={parcel.isGift}
              onChange={(event) => onChange({ isGift: event.target.checked }, ['giftNote'])}
              label={
                <>
                  <span className="block font-medium">
                    {t('gift', { price: formatMoney(checkout.wrap, locale) })}
                  </span>
                  <span className="block text-sm text-ink-soft">{t('gift_hint')}</span>
                </>
              }
            />
            {parcel.isGift ? (
              <Field
                label={t('optional', { label: t('gift_note') })}
                hint={t('gift_note_hint', { left: GIFT_NOTE_MAX - parcel.giftNote.length })}
                error={errors.giftNote ? t(`field_errors.${errors.giftNote}`) : undefined}
              >
                {(control) => (
                  <Textarea
                    {...control}
                    maxLength={GIFT_NOTE_MAX}
                    value={parcel.giftNote}
                    onChange={(event) => onChange({ giftNote: event.target.value }, ['giftNote'])}
                  />
                )}
              </Field>
            ) : null}
          </div>
        ) : null}
        {choice ? (
          <ArrivalNote
            choice={choice}
            others={choices}
            wantedBy={wantedBy}
            today={checkout.today}
          />
        ) : null}
      </fieldset>
    </Card>
  );
}
