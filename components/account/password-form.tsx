'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/http/define-action';
import { FormProblem } from './form-problem';
import { NewPasswordField } from './new-password-field';
import { PasswordInput } from './password-input';
import { textField } from './text-field';
import { unwrap, useSubmit } from './use-submit';

export function PasswordForm({
  email,
  passwordMin,
  change,
}: {
  email: string;
  passwordMin: number;
  change: (input: { current: string; password: string }) => Promise<ActionResult<void>>;
}) {
  const t = useTranslations('accounts');
  const toast = useToast();
  const router = useRouter();
  const { isPending, submit, message, fieldError } = useSubmit();
  return (
    <form
      className="flex flex-col gap-5"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const data = new FormData(form);
        const input = {
          current: textField(data, 'current'),
          password: textField(data, 'password'),
        };
        submit(async () => unwrap(await change(input)), {
          onDone: () => {
            form.reset();
            toast(t('password.changed'), 'good');
            router.refresh();
          },
        });
      }}
    >
      <FormProblem message={message} />
      {/* Tells password managers which account the new password belongs to. */}
      <input type="hidden" name="username" value={email} autoComplete="username" readOnly />
      <Field label={t('password.current_label')} error={fieldError('current')}>
        {(control) => (
          <PasswordInput {...control} name="current" autoComplete="current-password" required />
        )}
      </Field>
      <NewPasswordField
        label={t('password.new_label')}
        passwordMin={passwordMin}
        error={fieldError('password')}
      />
      <Button type="submit" className="self-start" pending={isPending}>
        {t('password.change')}
      </Button>
    </form>
  );
}
