'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { ActionResult } from '@/lib/http/define-action';
import { FormProblem } from './form-problem';
import { NewPasswordField } from './new-password-field';
import { textField } from './text-field';
import { unwrap, useSubmit } from './use-submit';

type SignUp = { name: string; email: string; password: string };

/** @param returnTo a path of ours, already checked */
export function SignUpForm({
  returnTo,
  passwordMin,
  signUp,
}: {
  returnTo: string;
  passwordMin: number;
  signUp: (input: SignUp) => Promise<ActionResult<void>>;
}) {
  const t = useTranslations('accounts');
  const { isPending, submit, message, fieldError } = useSubmit();
  return (
    <form
      className="flex flex-col gap-5"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const input = {
          name: textField(form, 'name'),
          email: textField(form, 'email'),
          password: textField(form, 'password'),
        };
        submit(
          async () => {
            unwrap(await signUp(input));
            window.location.assign(`/verify?returnTo=${encodeURIComponent(returnTo)}`);
          },
          { leavesPage: true },
        );
      }}
    >
      <FormProblem message={message} />
      <Field label={t('name.label')} error={fieldError('name')}>
        {(control) => <Input {...control} name="name" autoComplete="name" required />}
      </Field>
      <Field label={t('email.label')} error={fieldError('email')}>
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
      <NewPasswordField
        label={t('password.label')}
        passwordMin={passwordMin}
        error={fieldError('password')}
      />
      <Button type="submit" size="lg" pending={isPending}>
        {t('sign_up.submit')}
      </Button>
    </form>
  );
}
