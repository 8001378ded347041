import { Gift, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { CertificateStatusBadge } from '@/components/admin/certificates/status-badge';
import { deskAddress } from '@/components/admin/desk-address';
import { Pager } from '@/components/admin/pager';
import { KeptSort, SortHead } from '@/components/admin/sort-head';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field, Input, Select } from '@/components/ui/field';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { listStaffCertificates } from '@/lib/admin/certificates/list-certificates';
import { CertificateFilterSchema, STAFF_CERTIFICATE_STATES } from '@/lib/admin/certificates/schema';
import { isAdmitted } from '@/lib/core/actor';
import { formatMoney } from '@/lib/core/money';
import { pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';

const PATH = '/admin/certificates';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('gifts.desk');
  return { title: t('title') };
}

export default async function CertificateDeskPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = CertificateFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('finance', deskAddress(PATH, filter));
  const t = await getTranslations('gifts.desk');
  const locale = await getLocale();
  const { rows, total, pageCount } = await listStaffCertificates(ctx, filter);
  const isFiltered = filter.search !== '' || filter.status !== null;
  const sorting = { path: PATH, filter, usual: '-made' };
  const issue = isAdmitted(ctx.actor, 'admin') ? (
    <ButtonLink href="/admin/certificates/new">
      <Plus aria-hidden="true" />
      {t('issue')}
    </ButtonLink>
  ) : null;
  return (
    <Page title={t('title')} lead={t('lead')} actions={issue}>
      {total > 0 || isFiltered ? (
        <form
          key={JSON.stringify(filter)}
          action="/admin/certificates"
          className="mb-6 grid items-end gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_auto]"
        >
          <KeptSort sort={filter.sort} />
          <Field label={t('search')}>
            {(control) => (
              <Input
                {...control}
                type="search"
                name="search"
                autoComplete="off"
                defaultValue={filter.search}
              />
            )}
          </Field>
          <Field label={t('status')}>
            {(control) => (
              <Select {...control} name="status" defaultValue={filter.status ?? ''}>
                <option value="">{t('any')}</option>
                {STAFF_CERTIFICATE_STATES.map((status) => (
                  <option key={status} value={status}>
                    {t(`statuses.${status}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <div className="flex flex-wrap gap-3">
            <Button type="submit">{t('apply')}</Button>
            {isFiltered ? (
              <ButtonLink variant="secondary" href="/admin/certificates">
                {t('reset')}
              </ButtonLink>
            ) : null}
          </div>
        </form>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState
          icon={<Gift />}
          title={isFiltered ? t('none') : t('empty')}
          action={
            isFiltered ? (
              <ButtonLink variant="secondary" href={PATH}>
                {t('reset')}
              </ButtonLink>
            ) : (
              issue
            )
          }
        >
          {isFiltered ? null : t('empty_text')}
        </EmptyState>
      ) : (
        <Table>
          <thead>
            <tr>
              <Th>{t('code')}</Th>
              <Th>{t('status')}</Th>
              <Th>{t('people')}</Th>
              <SortHead {...sorting} by="made" className="text-right">
                {t('made')}
              </SortHead>
              <SortHead {...sorting} by="left" className="text-right">
                {t('left')}
              </SortHead>
              <SortHead {...sorting} by="worth" className="text-right">
                {t('worth')}
              </SortHead>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="hover:bg-linen/50">
                <Td className="whitespace-nowrap">
                  <Link
                    href={`${PATH}/${row.id}`}
                    prefetch={false}
                    className="font-mono font-semibold text-accent underline underline-offset-4"
                  >
                    …{row.codeEnd}
                  </Link>
                </Td>
                <Td>
                  <CertificateStatusBadge status={row.status} />
                </Td>
                <Td className="min-w-48">
                  {t('from_to', { from: row.buyerName, to: row.recipientName })}
                  {row.isIssued ? (
                    <Badge tone="fine" className="ml-2">
                      {t('given')}
                    </Badge>
                  ) : null}
                </Td>
                <Td className="text-right whitespace-nowrap tabular-nums">
                  {formatInstant(new Date(row.at), locale)}
                </Td>
                <Td className="text-right whitespace-nowrap tabular-nums">
                  {formatMoney(row.balance, locale)}
                </Td>
                <Td className="text-right whitespace-nowrap tabular-nums">
                  {formatMoney(row.worth, locale)}
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
