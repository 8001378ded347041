'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { ActionResult } from '@/lib/http/define-action';
import { FormProblem } from './form-problem';
import { PasswordInput } from './password-input';
import { textField } from './text-field';
import { unwrap, useSubmit } from './use-submit';

/** The last question before everything goes. Ends on the receipt's page, which needs no account. */
export function EraseForm({
  hasPassword,
  erase,
}: {
  hasPassword: boolean;
  erase: (input: { password: string }) => Promise<ActionResult<{ key: string }>>;
}) {
  const t = useTranslations('privacy.erase');
  const { isPending, submit, message, fieldError } = useSubmit();
  const [isSure, setSure] = useState(false);
  return (
    <form
      method="post"
      className="flex flex-col gap-5 border-t border-line pt-6"
      onSubmit={(event) => {
        event.preventDefault();
        const password = textField(new FormData(event.currentTarget), 'password');
        submit(
          async () => {
            const { key } = unwrap(await erase({ password }));
            window.location.assign(`/erasure/${key}`);
          },
          { leavesPage: true },
        );
      }}
    >
      <FormProblem message={message} />
      {hasPassword ? (
        <Field label={t('password')} error={fieldError('password')}>
          {(control) => (
            <PasswordInput {...control} name="password" autoComplete="current-password" required />
          )}
        </Field>
      ) : null}
      <label className="flex items-center gap-3">
        <input
          type="checkbox"
          className="size-5 accent-accent"
          checked={isSure}
          onChange={(event) => setSure(event.target.checked)}
        />
        {t('sure')}
      </label>
      <Button
        type="submit"
        variant="danger"
        className="self-start"
        pending={isPending}
        disabled={!isSure}
      >
        {t('submit')}
      </Button>
    </form>
  );
}
