'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { FormProblem } from './form-problem';
import { PasswordInput } from './password-input';
import { signInBy } from './sign-in-request';
import { textField } from './text-field';
import { useSubmit } from './use-submit';

/** @param returnTo a path of ours, already checked */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations('accounts');
  const { isPending, submit, message } = useSubmit();
  return (
    <form
      className="flex flex-col gap-5"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const fields = {
          email: textField(form, 'email'),
          password: textField(form, 'password'),
        };
        submit(
          async () => {
            await signInBy('password', fields);
            // A whole new page: nothing of what the browser kept for the visitor before may stay.
            window.location.assign(returnTo);
          },
          { leavesPage: true },
        );
      }}
    >
      <FormProblem message={message} />
      <Field label={t('email.label')}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            inputMode="email"
            required
          />
        )}
      </Field>
      <Field label={t('password.label')}>
        {(control) => (
          <PasswordInput {...control} name="password" autoComplete="current-password" required />
        )}
      </Field>
      <Button type="submit" size="lg" pending={isPending}>
        {t('sign_in.submit')}
      </Button>
      <Link
        href="/forgot-password"
        className="inline-flex min-h-11 items-center self-center text-accent underline underline-offset-4 hover:text-accent-deep"
      >
        {t('sign_in.forgot')}
      </Link>
    </form>
  );
}
