'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { useErrorMessage } from '@/components/use-error-message';

/** Lets a member of staff set up their authenticator app anew; asks once more first. */
export function ResetApp({ userId }: { userId: string }) {
  const t = useTranslations('staff_desk.app');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <p className="text-sm text-ink-soft">{t('text')}</p>
      <div className="flex flex-wrap gap-2">
        {isAsking ? (
          <>
            <Button
              variant="danger"
              size="sm"
              pending={isPending}
              onClick={async () => {
                const path = `/api/admin/staff/${userId}/second-factor`;
                if (await send('DELETE', path, undefined, t('done'))) setAsking(false);
              }}
            >
              {t('sure')}
            </Button>
            <Button variant="ghost" size="sm" onClick={() => setAsking(false)}>
              {t('keep')}
            </Button>
          </>
        ) : (
          <Button variant="secondary" size="sm" onClick={() => setAsking(true)}>
            {t('reset')}
          </Button>
        )}
      </div>
    </div>
  );
}
