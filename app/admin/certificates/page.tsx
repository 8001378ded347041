import { Gift, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { CertificateStatusBadge } from '@/components/admin/certificates/status-badge';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field, Input, Select } from '@/components/ui/field';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { listStaffCertificates } from '@/lib/admin/certificates/list-certificates';
import {
  type CertificateFilter,
  CertificateFilterSchema,
  STAFF_CERTIFICATE_STATES,
} from '@/lib/admin/certificates/schema';
import { isAdmitted } from '@/lib/core/actor';
import { formatMoney } from '@/lib/core/money';
import { pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';

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
  const ctx = await pageCtx('finance', '/admin/certificates');
  const t = await getTranslations('gifts.desk');
  const locale = await getLocale();
  const { rows, total, pageCount } = await listStaffCertificates(ctx, filter);
  const isFiltered = filter.search !== '' || filter.status !== null;
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
          key={queryOf(filter, 1)}
          action="/admin/certificates"
          className="mb-6 grid items-end gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_auto]"
        >
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
          action={isFiltered ? null : issue}
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
              <Th>{t('made')}</Th>
              <Th className="text-right">{t('left')}</Th>
              <Th className="text-right">{t('worth')}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="hover:bg-linen/50">
                <Td className="whitespace-nowrap">
                  <Link
                    href={`/admin/certificates/${row.id}`}
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
                <Td className="whitespace-nowrap">{formatInstant(new Date(row.at), locale)}</Td>
                <Td className="text-right tabular-nums">{formatMoney(row.balance, locale)}</Td>
                <Td className="text-right tabular-nums">{formatMoney(row.worth, locale)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {pageCount > 1 ? (
        <nav aria-label={t('pages')} className="mt-6 flex items-center justify-between gap-4">
          {filter.page > 1 ? (
            <ButtonLink
              variant="secondary"
              href={`/admin/certificates?${queryOf(filter, filter.page - 1)}`}
            >
              {t('previous')}
            </ButtonLink>
          ) : (
            <span />
          )}
          {filter.page < pageCount ? (
            <ButtonLink
              variant="secondary"
              href={`/admin/certificates?${queryOf(filter, filter.page + 1)}`}
            >
              {t('next')}
            </ButtonLink>
          ) : (
            <span />
          )}
        </nav>
      ) : null}
    </Page>
  );
}

function queryOf(filter: CertificateFilter, page: number): string {
  const query = new URLSearchParams();
  if (filter.search) query.set('search', filter.search);
  if (filter.status) query.set('status', filter.status);
  if (page > 1) query.set('page', String(page));
  return query.toString();
}
