'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/http/define-action';
import { AppCodeField } from './app-code-field';
import { FormProblem } from './form-problem';
import { RecoveryCodes } from './recovery-codes';
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
  if (codes) {
    return <RecoveryCodes codes={codes} onKept={() => window.location.assign(returnTo)} />;
  }
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
      <AppCodeField hint={t('step_code')} error={fieldError('code')} />
      <Button type="submit" size="lg" pending={isPending}>
        {t('confirm')}
      </Button>
    </form>
  );
}
