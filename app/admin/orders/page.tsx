import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { BoardFilters } from '@/components/admin/board-filters';
import { StatusBadge } from '@/components/orders/status-badge';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { listOrders } from '@/lib/admin/list-orders';
import { type BoardFilter, BoardFilterSchema } from '@/lib/admin/schema';
import { formatMoney } from '@/lib/core/money';
import { pageCtx } from '@/lib/http/page-ctx';
import { countryName } from '@/lib/orders/address-lines';
import { formatInstant } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.board');
  return { title: t('title') };
}

export default async function BoardPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const given = await searchParams;
  const filter = BoardFilterSchema.parse(given);
  const ctx = await pageCtx('staff', `/admin/orders?${queryOf(filter, filter.page)}`);
  const t = await getTranslations('admin.board');
  const tOrders = await getTranslations('orders');
  const locale = await getLocale();
  const board = await listOrders(ctx, filter);
  return (
    <Page title={t('title')} lead={t('found', { count: board.total })}>
      <BoardFilters
        filter={filter}
        countries={board.countries.map((code) => ({ code, name: countryName(code, locale) }))}
      />
      {board.rows.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <Table>
          <thead>
            <tr>
              <Th>{t('order')}</Th>
              <Th>{t('status')}</Th>
              <Th>{t('placed')}</Th>
              <Th>{t('customer')}</Th>
              <Th>{t('content')}</Th>
              <Th className="text-right">{t('total')}</Th>
            </tr>
          </thead>
          <tbody>
            {board.rows.map((row) => (
              <tr key={row.id} className="hover:bg-linen/50">
                <Td className="whitespace-nowrap">
                  <Link
                    href={`/admin/orders/${row.id}`}
                    className="font-semibold text-accent underline underline-offset-4"
                  >
                    {row.number}
                  </Link>
                </Td>
                <Td>
                  <span className="flex flex-col items-start gap-1">
                    <StatusBadge status={row.status} />
                    {row.needsPerson ? <Badge tone="bad">{t('attention')}</Badge> : null}
                  </span>
                </Td>
                <Td className="whitespace-nowrap">
                  {formatInstant(new Date(row.placedAt), locale)}
                </Td>
                <Td>
                  {row.recipient}
                  <span className="block text-ink-soft">{countryName(row.country, locale)}</span>
                </Td>
                <Td>
                  {row.titles.map((title) => title || tOrders('untitled')).join(', ')}
                  <span className="block text-ink-soft">
                    {tOrders('copies', { count: row.copies })}
                  </span>
                </Td>
                <Td className="text-right whitespace-nowrap tabular-nums">
                  {formatMoney(row.total, locale)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <nav className="mt-6 flex items-center justify-between gap-4">
        {filter.page > 1 ? (
          <ButtonLink
            variant="secondary"
            href={`/admin/orders?${queryOf(filter, filter.page - 1)}`}
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
            href={`/admin/orders?${queryOf(filter, filter.page + 1)}`}
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

function queryOf(filter: BoardFilter, page: number): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...filter, page: page > 1 ? String(page) : '' })) {
    if (value) query.set(key, String(value));
  }
  return query.toString();
}
