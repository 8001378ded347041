import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClaimBadge } from '@/components/admin/claims/claim-badge';
import { ClaimFilters } from '@/components/admin/claims/claim-filters';
import { Pager } from '@/components/admin/pager';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { listClaims } from '@/lib/admin/claims/list-claims';
import { ClaimFilterSchema } from '@/lib/admin/claims/schema';
import { pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims.desk');
  return { title: t('title') };
}

export default async function ClaimsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = ClaimFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('support', '/admin/claims');
  const t = await getTranslations('claims');
  const locale = await getLocale();
  const board = await listClaims(ctx, filter);
  return (
    <Page title={t('desk.title')} lead={t('desk.lead', { count: board.total })}>
      <ClaimFilters filter={filter} />
      {board.rows.length === 0 ? (
        <EmptyState title={t('desk.none')}>{t('desk.none_text')}</EmptyState>
      ) : (
        <Table>
          <thead>
            <tr>
              <Th>{t('desk.number')}</Th>
              <Th>{t('desk.state')}</Th>
              <Th>{t('desk.kind')}</Th>
              <Th>{t('desk.order')}</Th>
              <Th>{t('desk.sent')}</Th>
              <Th className="text-right">{t('desk.photos')}</Th>
            </tr>
          </thead>
          <tbody>
            {board.rows.map((row) => (
              <tr key={row.id} className="hover:bg-linen/50">
                <Td className="whitespace-nowrap">
                  <Link
                    href={`/admin/claims/${row.id}`}
                    className="font-semibold text-accent underline underline-offset-4"
                  >
                    {row.number}
                  </Link>
                </Td>
                <Td>
                  <ClaimBadge status={row.status} />
                </Td>
                <Td className="max-w-80">
                  <span className="font-medium">{t(`kinds.${row.kind}`)}</span>
                  <span className="block truncate text-ink-soft">{row.text}</span>
                </Td>
                <Td className="whitespace-nowrap">
                  {row.orderNumber}
                  <span className="block text-ink-soft">{row.email}</span>
                </Td>
                <Td className="whitespace-nowrap">
                  {formatInstant(new Date(row.createdAt), locale)}
                </Td>
                <Td className="text-right tabular-nums">{row.pictures}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pager path="/admin/claims" filter={filter} pageCount={board.pageCount} />
    </Page>
  );
}
