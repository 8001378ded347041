'use client';

import { useTranslations } from 'next-intl';
import { Field, Input } from '@/components/ui/field';

/** Six digits of an authenticator app. */
export function AppCodeField({ hint, error }: { hint: string; error: string | undefined }) {
  const t = useTranslations('accounts.second_factor');
  return (
    <Field label={t('code')} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          name="code"
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          maxLength={10}
          className="h-14 max-w-64 text-center font-display text-2xl tracking-[0.2em] tabular-nums"
        />
      )}
    </Field>
  );
}
