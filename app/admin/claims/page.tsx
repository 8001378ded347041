import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClaimBadge } from '@/components/admin/claims/claim-badge';
import { ClaimFilters } from '@/components/admin/claims/claim-filters';
import { Pager } from '@/components/admin/pager';
import { SortHead } from '@/components/admin/sort-head';
import { classes } from '@/components/ui/classes';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { listClaims } from '@/lib/admin/claims/list-claims';
import { ClaimFilterSchema } from '@/lib/admin/claims/schema';
import { isAdmitted } from '@/lib/core/actor';
import { pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';

/** From a tablet up every column has its own place; a phone reads what it is under the number. */
const WIDE = 'hidden md:table-cell';

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
  const ctx = await pageCtx('claims', '/admin/claims');
  const t = await getTranslations('claims');
  const locale = await getLocale();
  const board = await listClaims(ctx, filter);
  const seesOrders = isAdmitted(ctx.actor, 'orders');
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
              <Th className={WIDE}>{t('desk.kind')}</Th>
              <Th className={WIDE}>{t('desk.order')}</Th>
              <SortHead path="/admin/claims" filter={filter} by="sent" usual="-sent">
                {t('desk.sent')}
              </SortHead>
              <Th className={classes(WIDE, 'text-right')}>{t('desk.photos')}</Th>
            </tr>
          </thead>
          <tbody>
            {board.rows.map((row) => (
              <tr key={row.id} className="hover:bg-linen/50">
                <Td className="md:whitespace-nowrap">
                  <Link
                    href={`/admin/claims/${row.id}`}
                    className="font-semibold text-accent underline underline-offset-4"
                  >
                    {row.number}
                  </Link>
                  <span className="block text-ink-soft md:hidden">{t(`kinds.${row.kind}`)}</span>
                </Td>
                <Td>
                  <ClaimBadge status={row.status} />
                </Td>
                <Td className={classes(WIDE, 'max-w-80')}>
                  <span className="font-medium">{t(`kinds.${row.kind}`)}</span>
                  <span className="block truncate text-ink-soft">{row.text}</span>
                </Td>
                <Td className={classes(WIDE, 'whitespace-nowrap')}>
                  {seesOrders ? (
                    <Link
                      href={`/admin/orders/${row.orderId}`}
                      prefetch={false}
                      className="text-accent underline underline-offset-4"
                    >
                      {row.orderNumber}
                    </Link>
                  ) : (
                    row.orderNumber
                  )}
                  <span className="block text-ink-soft">{row.email}</span>
                </Td>
                <Td className="md:whitespace-nowrap">
                  {formatInstant(new Date(row.createdAt), locale)}
                </Td>
                <Td className={classes(WIDE, 'text-right tabular-nums')}>{row.pictures}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pager path="/admin/claims" filter={filter} pageCount={board.pageCount} />
    </Page>
  );
}
