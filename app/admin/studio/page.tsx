import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { deskAddress } from '@/components/admin/desk-address';
import { Pager } from '@/components/admin/pager';
import { StudioFilters } from '@/components/admin/studio/studio-filters';
import { StudioNumbersPanel } from '@/components/admin/studio/studio-numbers';
import { WorkTable } from '@/components/admin/studio/work-table';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { listStudioWork } from '@/lib/admin/list-studio-work';
import { StudioFilterSchema } from '@/lib/admin/studio-schema';
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
  const ctx = await pageCtx('content', deskAddress('/admin/studio', filter));
  const t = await getTranslations('studio_board');
  const board = await listStudioWork(ctx, filter);
  const { search, kind, status, model } = filter;
  const isFiltered = search !== '' || kind !== null || status !== null || model !== null;
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
      {board.total > 0 ? (
        <p className="mb-3 text-sm text-ink-soft">{t('found', { count: board.total })}</p>
      ) : null}
      {board.rows.length === 0 ? (
        <EmptyState
          title={t(isFiltered ? 'none' : 'empty')}
          action={
            isFiltered ? (
              <ButtonLink variant="secondary" href="/admin/studio">
                {t('filter.reset')}
              </ButtonLink>
            ) : null
          }
        >
          {isFiltered ? null : t('empty_text')}
        </EmptyState>
      ) : (
        <WorkTable rows={board.rows} filter={filter} now={ctx.clock.now().toISOString()} />
      )}
      <Pager path="/admin/studio" filter={filter} pageCount={board.pageCount} />
    </Page>
  );
}
