'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/http/define-action';
import { AppCodeField } from './app-code-field';
import { FormProblem } from './form-problem';
import { RecoveryCodes } from './recovery-codes';
import { textField } from './text-field';
import { unwrap, useSubmit } from './use-submit';

/** How many recovery codes are left, and the way to new ones. */
export function RecoveryForm({
  left,
  renew,
}: {
  left: number;
  renew: (input: { code: string }) => Promise<ActionResult<string[]>>;
}) {
  const t = useTranslations('accounts.second_factor');
  const router = useRouter();
  const { isPending, submit, message, fieldError } = useSubmit();
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) {
    return (
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setCodes(null);
          router.refresh();
        }}
      />
    );
  }
  return (
    <form
      className="flex flex-col gap-4"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const code = textField(new FormData(event.currentTarget), 'code');
        submit(async () => setCodes(unwrap(await renew({ code }))));
      }}
    >
      <p>{t('left', { count: left })}</p>
      <FormProblem message={message} />
      <AppCodeField hint={t('renew_hint')} error={fieldError('code')} />
      <Button type="submit" variant="secondary" pending={isPending} className="self-start">
        {t('renew')}
      </Button>
    </form>
  );
}
