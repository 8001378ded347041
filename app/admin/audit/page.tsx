import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditFilters } from '@/components/admin/audit/audit-filters';
import { AuditTable } from '@/components/admin/audit/audit-table';
import { deskAddress } from '@/components/admin/desk-address';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { listAudit } from '@/lib/admin/audit/list-audit';
import { AuditFilterSchema } from '@/lib/admin/audit/schema';
import { pageCtx } from '@/lib/http/page-ctx';

const PATH = '/admin/audit';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.audit');
  return { title: t('title') };
}

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = AuditFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('admin', deskAddress(PATH, filter));
  const t = await getTranslations('desk.audit');
  const { rows, hasNext } = await listAudit(ctx, filter);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <AuditFilters filter={filter} />
      {rows.length === 0 ? (
        <EmptyState
          title={t('none')}
          action={
            <ButtonLink variant="secondary" href={PATH}>
              {t('reset')}
            </ButtonLink>
          }
        />
      ) : (
        <AuditTable rows={rows} filter={filter} />
      )}
      <nav aria-label={t('pages')} className="mt-6 flex items-center justify-between gap-4">
        {filter.page > 1 ? (
          <ButtonLink
            variant="secondary"
            href={deskAddress(PATH, filter, { page: filter.page - 1 })}
          >
            {t('previous')}
          </ButtonLink>
        ) : (
          <span />
        )}
        {hasNext ? (
          <ButtonLink
            variant="secondary"
            href={deskAddress(PATH, filter, { page: filter.page + 1 })}
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
