'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { Problem } from '@/lib/http/problem';
import { type AddressField, checkAddress } from '@/lib/orders/address';
import { LABEL_MAX, type SavedAddressView } from '@/lib/orders/saved-addresses/schema';
import {
  AddressFields,
  type AddressValues,
  CountryField,
  type CountryName,
} from '../address-fields';

type FieldErrors = Partial<Record<AddressField, string>>;

/** One kept address, new or to be changed. */
export function AddressForm({
  saved,
  countries,
  home,
  isFirst,
  onSaved,
}: {
  saved: SavedAddressView | null;
  countries: readonly CountryName[];
  home: string;
  /** The first one is the default by itself. */
  isFirst: boolean;
  onSaved: () => void;
}) {
  const t = useTranslations('addresses');
  const tCheckout = useTranslations('checkout');
  const errorMessage = useErrorMessage();
  const form = useRef<HTMLFormElement>(null);
  const [label, setLabel] = useState(saved?.label ?? '');
  const [isDefault, setIsDefault] = useState(saved?.isDefault ?? isFirst);
  const [address, setAddress] = useState<AddressValues>(
    saved?.address ?? {
      recipient: '',
      phone: '',
      line1: '',
      line2: '',
      city: '',
      postalCode: '',
      region: '',
      country: home,
    },
  );
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, setIsPending] = useState(false);

  function check(): FieldErrors {
    const result = checkAddress(address);
    return result.ok ? {} : result.fields;
  }

  function change(field: AddressField, value: string) {
    setAddress((old) => ({
      ...old,
      [field]: value,
      ...(field === 'country' ? { region: '' } : {}),
    }));
    setErrors(({ [field]: _, ...rest }) => rest);
  }

  function checkLeft(field: AddressField) {
    const reason = check()[field];
    setErrors(({ [field]: _, ...rest }) => (reason ? { ...rest, [field]: reason } : rest));
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const found = check();
    setErrors(found);
    setProblem(null);
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => {
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      });
      return;
    }
    setIsPending(true);
    try {
      await callApi(
        saved ? 'PUT' : 'POST',
        saved ? `/api/addresses/${saved.id}` : '/api/addresses',
        { label: label.trim(), address, isDefault },
      );
      onSaved();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      setIsPending(false);
    }
  }

  return (
    <form ref={form} noValidate onSubmit={save} className="flex flex-col gap-4">
      <Field label={tCheckout('optional', { label: t('label') })} hint={t('label_hint')}>
        {(control) => (
          <Input
            {...control}
            name="label"
            maxLength={LABEL_MAX}
            autoComplete="off"
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
        )}
      </Field>
      <CountryField
        value={address.country}
        countries={countries}
        error={errors.country}
        onChange={(country) => change('country', country)}
      />
      <AddressFields values={address} errors={errors} onChange={change} onLeave={checkLeft} />
      <Checkbox
        checked={isDefault}
        onChange={(event) => setIsDefault(event.target.checked)}
        label={t('make_default')}
      />
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <Button type="submit" pending={isPending}>
        {t('save')}
      </Button>
    </form>
  );
}
