import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import type { FailedJob } from '@/lib/admin/jobs/list-jobs';
import { formatInstant } from '@/lib/orders/format-period';
import { DeleteJob } from './delete-job';
import { RetryJobs } from './retry-jobs';

/** Jobs that were given up: what they were about, why, and what can be done. */
export function FailedJobs({ jobs }: { jobs: readonly FailedJob[] }) {
  const t = useTranslations('desk.jobs');
  const locale = useLocale();
  return (
    <ul data-rows className="flex flex-col gap-3">
      {jobs.map((job) => (
        <li key={job.id}>
          <Card className="grid items-start gap-4 p-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:p-5">
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-semibold">{job.queue}</span>
                <span className="text-sm text-ink-soft">
                  {t('when')} {formatInstant(new Date(job.failedAt ?? job.createdAt), locale)}
                  {' · '}
                  {t('tries')}: {job.tries}
                </span>
              </p>
              {job.about.map((line) => (
                <code key={line} className="block text-xs break-all text-ink-soft">
                  {line}
                </code>
              ))}
              <p className="mt-2 text-sm break-words">{job.error}</p>
            </div>
            <div className="flex flex-wrap items-start gap-2">
              <RetryJobs queue={job.queue} jobId={job.id} label={t('retry')} />
              <DeleteJob queue={job.queue} jobId={job.id} />
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
