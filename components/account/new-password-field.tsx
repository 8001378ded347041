'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { PasswordInput } from './password-input';

/** A password that is chosen now, with what it must be. */
export function NewPasswordField({
  label,
  passwordMin,
  error,
}: {
  label: string;
  passwordMin: number;
  error: string | undefined;
}) {
  const t = useTranslations('accounts.password');
  return (
    <Field label={label} hint={t('hint', { min: passwordMin })} error={error}>
      {(control) => (
        <PasswordInput {...control} name="password" autoComplete="new-password" required />
      )}
    </Field>
  );
}
