import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FailedJobs } from '@/components/admin/jobs/failed-jobs';
import { QueueTable } from '@/components/admin/jobs/queue-table';
import { Pager } from '@/components/admin/pager';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Page } from '@/components/ui/page';
import { listJobs } from '@/lib/admin/jobs/list-jobs';
import { JobFilterSchema } from '@/lib/admin/jobs/schema';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.jobs');
  return { title: t('title') };
}

export default async function JobsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = JobFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('admin', '/admin/jobs');
  const t = await getTranslations('desk.jobs');
  const { queues, failed, pageCount } = await listJobs(ctx, filter);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <QueueTable queues={queues} />
      <div className="mt-12 mb-4 flex flex-wrap items-end justify-between gap-4">
        <h2 className="text-3xl">
          {filter.queue ? t('failed_of', { queue: filter.queue }) : t('failed_title')}
        </h2>
        {filter.queue ? (
          <ButtonLink variant="secondary" size="sm" href="/admin/jobs">
            {t('show_all')}
          </ButtonLink>
        ) : null}
      </div>
      {failed.length === 0 ? <Alert tone="good">{t('none')}</Alert> : <FailedJobs jobs={failed} />}
      <Pager path="/admin/jobs" filter={filter} pageCount={pageCount} />
    </Page>
  );
}
