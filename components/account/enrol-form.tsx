'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/http/define-action';
import { FormProblem } from './form-problem';
import { textField } from './text-field';
import { unwrap, useSubmit } from './use-submit';

/** Sets an authenticator app up: scan, confirm by a code, keep the recovery codes. */
export function EnrolForm({
  returnTo,
  secret,
  uri,
  qrSvg,
  confirm,
}: {
  returnTo: string;
  secret: string;
  uri: string;
  /** Drawn by us from `uri`. */
  qrSvg: string;
  confirm: (input: { code: string }) => Promise<ActionResult<string[]>>;
}) {
  const t = useTranslations('accounts.second_factor');
  const { isPending, submit, message, fieldError } = useSubmit();
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} returnTo={returnTo} />;
  return (
    <form
      className="flex flex-col gap-5"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const code = textField(new FormData(event.currentTarget), 'code');
        submit(async () => setCodes(unwrap(await confirm({ code }))));
      }}
    >
      <FormProblem message={message} />
      <p>{t('step_scan')}</p>
      <div
        role="img"
        aria-label={t('qr')}
        className="mx-auto w-48 rounded-control border border-line bg-white p-2"
        // Our own drawing, made of squares alone.
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the server drew it from the secret
        dangerouslySetInnerHTML={{ __html: qrSvg }}
      />
      <div className="text-sm text-ink-soft">
        <p>{t('by_hand')}</p>
        <p className="mt-1 font-mono text-base break-all text-ink select-all">
          {secret.match(/.{1,4}/g)?.join(' ')}
        </p>
        <a href={uri} className="mt-2 inline-block text-accent underline underline-offset-4">
          {t('open_app')}
        </a>
      </div>
      <Field label={t('code')} hint={t('step_code')} error={fieldError('code')}>
        {(control) => (
          <Input
            {...control}
            name="code"
            autoComplete="one-time-code"
            inputMode="numeric"
            required
            maxLength={10}
            className="h-14 text-center font-display text-2xl tracking-[0.2em] tabular-nums"
          />
        )}
      </Field>
      <Button type="submit" size="lg" pending={isPending}>
        {t('confirm')}
      </Button>
    </form>
  );
}

function RecoveryCodes({ codes, returnTo }: { codes: string[]; returnTo: string }) {
  const t = useTranslations('accounts.second_factor');
  const toast = useToast();
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-2xl">{t('codes_title')}</h2>
      <p>{t('codes_text')}</p>
      <ul className="grid grid-cols-2 gap-2 rounded-control bg-linen p-4 font-mono text-base">
        {codes.map((code) => (
          <li key={code}>
            {code.slice(0, 5)}-{code.slice(5)}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button
          variant="secondary"
          onClick={() =>
            navigator.clipboard.writeText(codes.join('\n')).then(() => toast(t('copied'), 'good'))
          }
        >
          {t('copy')}
        </Button>
        <Button onClick={() => window.location.assign(returnTo)}>{t('codes_kept')}</Button>
      </div>
    </div>
  );
}
