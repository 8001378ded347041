'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { ActionResult } from '@/lib/http/define-action';
import { FormProblem } from './form-problem';
import { textField } from './text-field';
import { unwrap, useSubmit } from './use-submit';

/** Asks for a code of the authenticator app. @param returnTo a path of ours, already checked */
export function FactorForm({
  returnTo,
  demoCode,
  show,
}: {
  returnTo: string;
  demoCode: string | null;
  show: (input: { code: string }) => Promise<ActionResult<{ recoveryLeft: number }>>;
}) {
  const t = useTranslations('accounts.second_factor');
  const { isPending, submit, message, fieldError } = useSubmit();
  return (
    <form
      className="flex flex-col gap-5"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const code = textField(new FormData(event.currentTarget), 'code');
        submit(
          async () => {
            unwrap(await show({ code }));
            window.location.assign(returnTo);
          },
          { leavesPage: true },
        );
      }}
    >
      <FormProblem message={message} />
      <Field label={t('code')} hint={t('hint')} error={fieldError('code')}>
        {(control) => (
          <Input
            {...control}
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            required
            maxLength={20}
            className="h-16 text-center font-display text-3xl tracking-[0.2em] tabular-nums"
          />
        )}
      </Field>
      {demoCode === null ? null : (
        <p className="rounded-control bg-linen px-4 py-3 text-sm">
          {t('demo')}{' '}
          <strong data-testid="demo-code" className="font-mono text-base tracking-widest">
            {demoCode}
          </strong>
        </p>
      )}
      <Button type="submit" size="lg" pending={isPending}>
        {t('submit')}
      </Button>
    </form>
  );
}
