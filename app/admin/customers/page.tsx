import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { CustomerFilters } from '@/components/admin/customers/customer-filters';
import { deskAddress } from '@/components/admin/desk-address';
import { Pager } from '@/components/admin/pager';
import { SortHead } from '@/components/admin/sort-head';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { Table, Td } from '@/components/ui/table';
import { listCustomers } from '@/lib/admin/customers/list-customers';
import { CustomerFilterSchema } from '@/lib/admin/customers/schema';
import { pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';

const PATH = '/admin/customers';

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
  const ctx = await pageCtx('support', deskAddress(PATH, filter));
  const t = await getTranslations('customers');
  const locale = await getLocale();
  const { rows, total, pageCount } = await listCustomers(ctx, filter);
  const sorting = { path: PATH, filter, usual: '-since' };
  return (
    <Page title={t('title')} lead={t('lead')}>
      <CustomerFilters filter={filter} />
      {total > 0 ? (
        <p className="mb-3 text-sm text-ink-soft">{t('found', { count: total })}</p>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState
          title={t('none')}
          action={
            <ButtonLink variant="secondary" href={PATH}>
              {t('filter.reset')}
            </ButtonLink>
          }
        />
      ) : (
        <Table>
          <thead>
            <tr>
              <SortHead {...sorting} by="name" first="name">
                {t('columns.person')}
              </SortHead>
              <SortHead {...sorting} by="orders" className="text-right">
                {t('columns.orders')}
              </SortHead>
              <SortHead {...sorting} by="calendars" className="text-right">
                {t('columns.calendars')}
              </SortHead>
              <SortHead {...sorting} by="since" className="text-right">
                {t('columns.since')}
              </SortHead>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="hover:bg-linen/50">
                <Td>
                  <Link
                    href={`${PATH}/${row.id}`}
                    prefetch={false}
                    className="font-semibold text-accent underline underline-offset-4"
                  >
                    {row.name ?? row.email ?? t('guest')}
                  </Link>
                  <span className="block min-w-44 break-words text-ink-soft">{row.email}</span>
                  <span className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
                    {row.isGuest ? <Badge>{t('guest')}</Badge> : null}
                    {row.isErased ? <Badge>{t('erased')}</Badge> : null}
                    {row.isBlocked && !row.isErased ? (
                      <Badge tone="bad">{t('blocked')}</Badge>
                    ) : null}
                  </span>
                </Td>
                <Td className="text-right tabular-nums">{row.orders}</Td>
                <Td className="text-right tabular-nums">{row.calendars}</Td>
                <Td className="text-right whitespace-nowrap tabular-nums">
                  {formatInstant(new Date(row.createdAt), locale)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pager path={PATH} filter={filter} pageCount={pageCount} />
    </Page>
  );
}
