'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { ActionResult } from '@/lib/http/define-action';
import { FormProblem } from './form-problem';
import { signInBy } from './sign-in-request';
import { textField } from './text-field';
import { unwrap, useSubmit } from './use-submit';

/** @param returnTo a path of ours, already checked */
export function CodeForm({
  returnTo,
  resend,
}: {
  returnTo: string;
  resend: (input: Record<string, never>) => Promise<ActionResult<void>>;
}) {
  const t = useTranslations('accounts');
  const finishing = useSubmit();
  const resending = useSubmit();
  const [isResent, setResent] = useState(false);
  return (
    <div className="flex flex-col gap-6">
      <form
        className="flex flex-col gap-5"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          const code = textField(new FormData(event.currentTarget), 'code');
          setResent(false);
          finishing.submit(
            async () => {
              await signInBy('sign-up', { code });
              window.location.assign(returnTo);
            },
            { leavesPage: true },
          );
        }}
      >
        <FormProblem message={finishing.message} />
        <Field label={t('code.label')} hint={t('code.hint')}>
          {(control) => (
            <Input
              {...control}
              name="code"
              autoComplete="one-time-code"
              inputMode="numeric"
              autoFocus
              required
              maxLength={12}
              className="h-16 text-center font-display text-3xl tracking-[0.3em] tabular-nums"
            />
          )}
        </Field>
        <Button type="submit" size="lg" pending={finishing.isPending}>
          {t('code.submit')}
        </Button>
      </form>
      <div className="flex flex-col gap-3 border-t border-line pt-5">
        <p className="text-ink-soft">{t('code.not_there')}</p>
        {isResent ? <Alert tone="good">{t('code.resent')}</Alert> : null}
        <FormProblem message={resending.message} />
        <Button
          variant="secondary"
          className="self-start"
          pending={resending.isPending}
          onClick={() => {
            setResent(false);
            resending.submit(async () => unwrap(await resend({})), {
              onDone: () => setResent(true),
            });
          }}
        >
          {t('code.resend')}
        </Button>
      </div>
    </div>
  );
}
