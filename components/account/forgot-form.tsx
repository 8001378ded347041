'use client';

import { MailCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { ActionResult } from '@/lib/http/define-action';
import { FormProblem } from './form-problem';
import { textField } from './text-field';
import { unwrap, useSubmit } from './use-submit';

export function ForgotForm({
  request,
}: {
  request: (input: { email: string }) => Promise<ActionResult<void>>;
}) {
  const t = useTranslations('accounts');
  const { isPending, submit, message, fieldError } = useSubmit();
  const [askedFor, setAskedFor] = useState<string | null>(null);
  if (askedFor !== null) {
    return (
      <div role="status" className="flex flex-col items-start gap-3">
        <MailCheck aria-hidden="true" className="size-9 stroke-[1.4] text-accent" />
        <h2 className="text-2xl">{t('forgot.sent_title')}</h2>
        <p className="text-ink-soft">{t('forgot.sent_text', { email: askedFor })}</p>
        <Button variant="secondary" onClick={() => setAskedFor(null)}>
          {t('forgot.again')}
        </Button>
      </div>
    );
  }
  return (
    <form
      className="flex flex-col gap-5"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const email = textField(new FormData(event.currentTarget), 'email');
        submit(async () => unwrap(await request({ email })), {
          onDone: () => setAskedFor(email),
        });
      }}
    >
      <FormProblem message={message} />
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
      <Button type="submit" size="lg" pending={isPending}>
        {t('forgot.submit')}
      </Button>
    </form>
  );
}
