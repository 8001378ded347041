import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StudioFilters } from '@/components/admin/studio/studio-filters';
import { StudioNumbersPanel } from '@/components/admin/studio/studio-numbers';
import { WorkTable } from '@/components/admin/studio/work-table';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { listStudioWork } from '@/lib/admin/list-studio-work';
import { type StudioFilter, StudioFilterSchema } from '@/lib/admin/studio-schema';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('studio_board');
  return { title: t('title') };
}

export default async function StudioBoardPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = StudioFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('content', `/admin/studio?${queryOf(filter, filter.page)}`);
  const t = await getTranslations('studio_board');
  const board = await listStudioWork(ctx, filter);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <StudioNumbersPanel numbers={board.numbers} />
      {board.stuck > 0 && filter.status !== 'STUCK' ? (
        <Alert
          tone="warn"
          className="mb-6"
          action={
            <ButtonLink href="/admin/studio?status=STUCK" size="sm">
              {t('stuck_show')}
            </ButtonLink>
          }
        >
          {t('stuck_alert', { count: board.stuck })}
        </Alert>
      ) : null}
      <StudioFilters filter={filter} models={board.models} />
      <p className="mb-3 text-sm text-ink-soft">{t('found', { count: board.total })}</p>
      {board.rows.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <WorkTable rows={board.rows} now={ctx.clock.now().toISOString()} />
      )}
      <nav className="mt-6 flex items-center justify-between gap-4">
        {filter.page > 1 ? (
          <ButtonLink
            variant="secondary"
            href={`/admin/studio?${queryOf(filter, filter.page - 1)}`}
          >
            {t('previous')}
          </ButtonLink>
        ) : (
          <span />
        )}
        <span className="text-sm text-ink-soft">
          {t('page', { page: filter.page, count: board.pageCount })}
        </span>
        {filter.page < board.pageCount ? (
          <ButtonLink
            variant="secondary"
            href={`/admin/studio?${queryOf(filter, filter.page + 1)}`}
          >
            {t('next')}
          </ButtonLink>
        ) : (
          <span />
        )}
      </nav>
    </Page>
  );
}

function queryOf(filter: StudioFilter, page: number): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...filter, page: page > 1 ? String(page) : '' })) {
    if (value) query.set(key, String(value));
  }
  return query.toString();
}
