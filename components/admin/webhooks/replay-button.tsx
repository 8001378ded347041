'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { useErrorMessage } from '@/components/use-error-message';
import { useSend } from '../use-send';

export function ReplayButton({ eventId }: { eventId: string }) {
  const t = useTranslations('tills.events');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  return (
    <div className="flex flex-col items-end gap-2">
      <Button
        variant="secondary"
        pending={isPending}
        onClick={() =>
          send('POST', `/api/admin/webhooks/${eventId}/replay`, undefined, t('replayed'))
        }
      >
        {t('replay')}
      </Button>
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
    </div>
  );
}
