'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonLink } from '@/components/ui/button';
import type { ActionResult } from '@/lib/http/define-action';
import { FormProblem } from './form-problem';
import { NewPasswordField } from './new-password-field';
import { textField } from './text-field';
import { unwrap, useSubmit } from './use-submit';

/** The link is used up only when this form is sent. */
export function ResetForm({
  token,
  passwordMin,
  reset,
}: {
  token: string;
  passwordMin: number;
  reset: (input: { token: string; password: string }) => Promise<ActionResult<void>>;
}) {
  const t = useTranslations('accounts');
  const { isPending, submit, message, fieldError } = useSubmit();
  const [isDone, setDone] = useState(false);
  if (isDone) {
    return (
      <div className="flex flex-col items-start gap-5">
        <Alert tone="good" title={t('reset.done_title')}>
          {t('reset.done_text')}
        </Alert>
        <ButtonLink href="/sign-in" size="lg">
          {t('sign_in.submit')}
        </ButtonLink>
      </div>
    );
  }
  return (
    <form
      className="flex flex-col gap-5"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const password = textField(new FormData(event.currentTarget), 'password');
        submit(async () => unwrap(await reset({ token, password })), {
          onDone: () => setDone(true),
        });
      }}
    >
      <FormProblem message={message} />
      <NewPasswordField
        label={t('password.new_label')}
        passwordMin={passwordMin}
        error={fieldError('password')}
      />
      <Button type="submit" size="lg" pending={isPending}>
        {t('reset.submit')}
      </Button>
    </form>
  );
}
