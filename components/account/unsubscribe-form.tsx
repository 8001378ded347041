'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';

/** One press takes the reader off. A link alone does nothing: mail scanners open links. */
export function UnsubscribeForm({
  token,
  kindName,
  isOff,
}: {
  token: string;
  kindName: string;
  isOff: boolean;
}) {
  const t = useTranslations('preferences.unsubscribe');
  const [state, setState] = useState<'on' | 'sending' | 'off' | 'failed'>(isOff ? 'off' : 'on');

  async function leave() {
    setState('sending');
    try {
      await callApi('POST', `/api/webhooks/unsubscribe?token=${encodeURIComponent(token)}`);
      setState('off');
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setState('failed');
    }
  }

  if (state === 'off') {
    return <p role="status">{t('done', { kind: kindName })}</p>;
  }
  return (
    <div className="flex flex-col items-start gap-4">
      <p>{t('ask', { kind: kindName })}</p>
      {state === 'failed' ? <Alert tone="bad">{t('failed')}</Alert> : null}
      <Button onClick={leave} pending={state === 'sending'}>
        {t('button')}
      </Button>
    </div>
  );
}
