'use client';

import { useTranslations } from 'next-intl';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { useErrorMessage } from '@/components/use-error-message';

/** Sends a message that was given up once more. */
export function RetryMessage({ messageId }: { messageId: string }) {
  const t = useTranslations('messages_desk');
  const errorMessage = useErrorMessage();
  const { send, isPending, problem } = useSend();
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        pending={isPending}
        onClick={() => send('POST', `/api/admin/messages/${messageId}/retry`, {}, t('resent'))}
      >
        {t('retry')}
      </Button>
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
    </>
  );
}
