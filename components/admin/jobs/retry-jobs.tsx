'use client';

import { useTranslations } from 'next-intl';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { useErrorMessage } from '@/components/use-error-message';

/** Starts one failed job again, or all of a queue. @param jobId null for all */
export function RetryJobs({
  queue,
  jobId,
  label,
}: {
  queue: string;
  jobId: string | null;
  label: string;
}) {
  const t = useTranslations('desk.jobs');
  const errorMessage = useErrorMessage();
  const { send, isPending, problem } = useSend();
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        pending={isPending}
        onClick={() => send('POST', '/api/admin/jobs/retry', { queue, jobId }, t('retried'))}
      >
        {label}
      </Button>
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
    </>
  );
}
