'use client';

import { useTranslations } from 'next-intl';
import { Field, Input, Select } from '@/components/ui/field';
import type { AddressField, AddressKind } from '@/lib/orders/address';
import { type CountryCode, isServed, servedCountry } from '@/lib/orders/served-countries';

export type AddressValues = Record<AddressField, string>;
export type CountryName = { code: CountryCode; name: string };

type AddressErrors = Partial<Record<AddressField, string>>;

/** Where places of one name are told apart by their region; elsewhere the postal code does it. */
const REGION_HELPS = ['ES', 'IE', 'IT', 'MD', 'RO', 'UA'];

/** The country of an address: everything else depends on it, so it comes first. */
export function CountryField({
  value,
  countries,
  error,
  hint,
  onChange,
}: {
  value: string;
  countries: readonly CountryName[];
  error?: string | undefined;
  hint?: string;
  onChange: (country: string) => void;
}) {
  const t = useTranslations('checkout');
  return (
    <Field label={t('country')} hint={hint} error={error ? t(`field_errors.${error}`) : undefined}>
      {(control) => (
        <Select
          {...control}
          name="country"
          autoComplete="country"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** The fields of an address in the order and with the demands of its country. */
export function AddressFields({
  values,
  errors,
  kind = 'door',
  onChange,
  onLeave,
}: {
  values: AddressValues;
  /** Reason by field; its words stand under field_errors. */
  errors: AddressErrors;
  /** Of somebody who fetches the parcel only name and phone are asked. */
  kind?: AddressKind;
  onChange: (field: AddressField, value: string) => void;
  onLeave: (field: AddressField) => void;
}) {
  const t = useTranslations('checkout');
  const rules = isServed(values.country) ? servedCountry(values.country) : null;
  const regionLabel =
    values.country === 'US' ? t('state') : values.country === 'CA' ? t('province') : t('region');
  const errorOf = (field: AddressField) => {
    const reason = errors[field];
    return reason ? t(`field_errors.${reason}`) : undefined;
  };
  const input = (
    field: AddressField,
    label: string,
    options: { autoComplete: string; type?: string; hint?: string; className?: string },
  ) => (
    <Field label={label} hint={options.hint} error={errorOf(field)} className={options.className}>
      {(control) => (
        <Input
          {...control}
          name={field}
          type={options.type ?? 'text'}
          autoComplete={options.autoComplete}
          value={values[field]}
          onChange={(event) => onChange(field, event.target.value)}
          onBlur={() => onLeave(field)}
        />
      )}
    </Field>
  );
  const person = (
    <>
      {input('recipient', t('recipient'), { autoComplete: 'name' })}
      {input('phone', t('phone'), { autoComplete: 'tel', type: 'tel', hint: t('phone_hint') })}
    </>
  );
  if (kind === 'point') return <div className="grid gap-4 sm:grid-cols-2">{person}</div>;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {person}
      {input('line1', t('line1'), { autoComplete: 'address-line1', className: 'sm:col-span-2' })}
      {input('line2', t('optional', { label: t('line2') }), {
        autoComplete: 'address-line2',
        className: 'sm:col-span-2',
      })}
      {input('postalCode', t('postalCode'), {
        autoComplete: 'postal-code',
        ...(rules ? { hint: t('postal_hint', { example: rules.postalExample }) } : {}),
      })}
      {input('city', t('city'), { autoComplete: 'address-level2' })}
      {rules?.regions ? (
        <Field label={regionLabel} error={errorOf('region')} className="sm:col-span-2">
          {(control) => (
            <Select
              {...control}
              name="region"
              autoComplete="address-level1"
              value={values.region}
              onChange={(event) => onChange('region', event.target.value)}
            >
              <option value="">{t('choose')}</option>
              {rules.regions?.map((code) => (
                <option key={code} value={code}>
                  {code}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : REGION_HELPS.includes(values.country) || values.region !== '' ? (
        input('region', t('optional', { label: regionLabel }), {
          autoComplete: 'address-level1',
          className: 'sm:col-span-2',
        })
      ) : null}
    </div>
  );
}
