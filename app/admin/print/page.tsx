import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Pager } from '@/components/admin/pager';
import { JobList } from '@/components/admin/print/job-list';
import { PrintFilters } from '@/components/admin/print/print-filters';
import { WaitingOrders } from '@/components/admin/print/waiting-orders';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { getPrintDesk } from '@/lib/admin/print/get-print-desk';
import { PrintFilterSchema } from '@/lib/admin/print/schema';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('print_desk');
  return { title: t('title') };
}

export default async function PrintPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = PrintFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('production', '/admin/print');
  const t = await getTranslations('print_desk');
  const desk = await getPrintDesk(ctx, filter);
  // Whoever looks for a job finds the jobs first.
  const { status, house, search, page } = filter;
  const isLooking = status !== null || house !== null || search !== '' || page > 1;
  const waiting = (
    <section key="waiting" className="flex flex-col gap-5">
      <h2 className="text-2xl">{t('waiting.title')}</h2>
      <WaitingOrders orders={desk.waiting} total={desk.waitingTotal} houses={desk.houses} />
    </section>
  );
  const jobs = (
    <section key="jobs" id="jobs" className="flex flex-col gap-5">
      <h2 className="text-2xl">{t('jobs.title')}</h2>
      <PrintFilters filter={filter} houses={desk.houses} counts={desk.counts} />
      {desk.jobs.length === 0 ? (
        <EmptyState title={t('jobs.none')}>{t('jobs.none_text')}</EmptyState>
      ) : (
        <JobList jobs={desk.jobs} houses={desk.houses.filter(({ isActive }) => isActive)} />
      )}
      <Pager path="/admin/print" filter={filter} pageCount={desk.pageCount} />
    </section>
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {isLooking ? null : (
            <ButtonLink variant="ghost" href="#jobs">
              {t('jobs.title')}
            </ButtonLink>
          )}
          <ButtonLink variant="secondary" href="/admin/print/houses">
            {t('houses_link')}
          </ButtonLink>
        </>
      }
    >
      <div className="flex flex-col gap-10">{isLooking ? [jobs, waiting] : [waiting, jobs]}</div>
    </Page>
  );
}
