import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import { CustomerFilters } from '@/components/admin/customers/customer-filters';
import { Pager } from '@/components/admin/pager';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { listCustomers } from '@/lib/admin/customers/list-customers';
import { CustomerFilterSchema } from '@/lib/admin/customers/schema';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers');
  return { title: t('title') };
}

export default async function CustomersPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = CustomerFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('support', '/admin/customers');
  const t = await getTranslations('customers');
  const format = await getFormatter();
  const { rows, total, pageCount } = await listCustomers(ctx, filter);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <CustomerFilters filter={filter} />
      <p className="mb-3 text-sm text-ink-soft">{t('found', { count: total })}</p>
      {rows.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <Table>
          <thead>
            <tr>
              <Th>{t('columns.person')}</Th>
              <Th className="text-right">{t('columns.orders')}</Th>
              <Th className="text-right">{t('columns.calendars')}</Th>
              <Th>{t('columns.since')}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="hover:bg-linen/50">
                <Td>
                  <Link
                    href={`/admin/customers/${row.id}`}
                    className="font-semibold text-accent underline underline-offset-4"
                  >
                    {row.name ?? row.email ?? t('guest')}
                  </Link>
                  <span className="block min-w-44 break-words text-ink-soft">{row.email}</span>
                  <span className="mt-1 flex flex-wrap gap-1.5">
                    {row.isGuest ? <Badge>{t('guest')}</Badge> : null}
                    {row.isErased ? <Badge>{t('erased')}</Badge> : null}
                    {row.isBlocked && !row.isErased ? (
                      <Badge tone="bad">{t('blocked')}</Badge>
                    ) : null}
                  </span>
                </Td>
                <Td className="text-right tabular-nums">{row.orders}</Td>
                <Td className="text-right tabular-nums">{row.calendars}</Td>
                <Td className="whitespace-nowrap">
                  {format.dateTime(new Date(row.createdAt), { dateStyle: 'medium' })}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pager path="/admin/customers" filter={filter} pageCount={pageCount} />
    </Page>
  );
}
