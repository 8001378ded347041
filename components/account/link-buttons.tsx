'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import type { LinkedProvider } from '@/lib/db/generated/client';
import { FormProblem } from './form-problem';
import { ServiceMark } from './service-mark';
import { useSubmit } from './use-submit';

/** Leads to another service to sign in there; it sends the browser back to us. @throws ApiProblem */
export async function goToService(provider: LinkedProvider, returnTo: string): Promise<void> {
  const path = `/api/links/${provider.toLowerCase()}`;
  const { url } = await callApi<{ url: string }>('POST', path, { returnTo });
  window.location.assign(url);
}

/** Other ways in, below the form; nothing where none is offered. */
export function LinkButtons({
  providers,
  returnTo,
}: {
  providers: readonly LinkedProvider[];
  returnTo: string;
}) {
  const t = useTranslations('links.buttons');
  const { isPending, submit, message } = useSubmit();
  const [chosen, setChosen] = useState<LinkedProvider | null>(null);
  if (providers.length === 0) return null;
  return (
    <div className="mt-6 flex flex-col gap-3">
      <p className="mb-1 flex items-center gap-4 text-sm text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('or')}
      </p>
      <FormProblem message={message} />
      {providers.map((provider) => (
        <Button
          key={provider}
          variant="secondary"
          size="lg"
          pending={isPending && chosen === provider}
          disabled={isPending}
          onClick={() => {
            setChosen(provider);
            submit(() => goToService(provider, returnTo), { leavesPage: true });
          }}
        >
          {isPending && chosen === provider ? null : <ServiceMark provider={provider} />}
          {t(provider === 'GOOGLE' ? 'google' : 'telegram')}
        </Button>
      ))}
    </div>
  );
}
