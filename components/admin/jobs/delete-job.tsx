'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useErrorMessage } from '@/components/use-error-message';

/** Asks first: a deleted job is never tried again. */
export function DeleteJob({ queue, jobId }: { queue: string; jobId: string }) {
  const t = useTranslations('desk.jobs');
  const errorMessage = useErrorMessage();
  const [isOpen, setOpen] = useState(false);
  const { send, isPending, problem } = useSend();
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      title={t('delete_title')}
      description={t('delete_text')}
      closeLabel={t('close')}
      trigger={
        <Button variant="ghost" size="sm">
          {t('delete')}
        </Button>
      }
    >
      {problem ? (
        <Alert tone="bad" className="mb-4">
          {errorMessage(problem)}
        </Alert>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button
          pending={isPending}
          onClick={async () => {
            const wish = { queue, jobId };
            if (await send('POST', '/api/admin/jobs/delete', wish, t('deleted'))) setOpen(false);
          }}
        >
          {t('delete')}
        </Button>
        <Button variant="secondary" onClick={() => setOpen(false)}>
          {t('keep')}
        </Button>
      </div>
    </Dialog>
  );
}
