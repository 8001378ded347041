import { Plus, TicketPercent } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { PromoBadge } from '@/components/admin/promos/promo-badge';
import { PromoWorth } from '@/components/admin/promos/promo-worth';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field, Input, Select } from '@/components/ui/field';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { listPromos } from '@/lib/admin/promos/list-promos';
import { PROMO_STATES, type PromoFilter, PromoFilterSchema } from '@/lib/admin/promos/schema';
import { pageCtx } from '@/lib/http/page-ctx';
import { formatShortDay } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('promos');
  return { title: t('title') };
}

export default async function PromosPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = PromoFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('finance', `/admin/promos?${queryOf(filter, filter.page)}`);
  const t = await getTranslations('promos');
  const locale = await getLocale();
  const { promos, total, pageCount } = await listPromos(ctx, filter);
  const isFiltered = filter.search !== '' || filter.state !== null;
  const create = (
    <ButtonLink href="/admin/promos/new">
      <Plus aria-hidden="true" />
      {t('new')}
    </ButtonLink>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={create}>
      {total > 0 || isFiltered ? (
        <form
          key={queryOf(filter, 1)}
          action="/admin/promos"
          className="mb-6 grid items-end gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_auto]"
        >
          <Field label={t('list.search')}>
            {(control) => (
              <Input {...control} type="search" name="search" defaultValue={filter.search} />
            )}
          </Field>
          <Field label={t('list.state')}>
            {(control) => (
              <Select {...control} name="state" defaultValue={filter.state ?? ''}>
                <option value="">{t('list.any')}</option>
                {PROMO_STATES.map((state) => (
                  <option key={state} value={state}>
                    {t(`states.${state}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <div className="flex flex-wrap gap-3">
            <Button type="submit">{t('list.apply')}</Button>
            {isFiltered ? (
              <ButtonLink variant="secondary" href="/admin/promos">
                {t('list.reset')}
              </ButtonLink>
            ) : null}
          </div>
        </form>
      ) : null}
      {promos.length === 0 ? (
        isFiltered ? (
          <EmptyState title={t('list.none')} />
        ) : (
          <EmptyState icon={<TicketPercent />} title={t('list.empty')} action={create}>
            {t('list.empty_text')}
          </EmptyState>
        )
      ) : (
        <Table>
          <thead>
            <tr>
              <Th>{t('list.code')}</Th>
              <Th>{t('list.state')}</Th>
              <Th>{t('list.worth')}</Th>
              <Th>{t('list.days')}</Th>
              <Th className="text-right">{t('list.uses')}</Th>
              <Th>{t('list.note')}</Th>
            </tr>
          </thead>
          <tbody>
            {promos.map((promo) => (
              <tr key={promo.id} className="hover:bg-linen/50">
                <Td className="whitespace-nowrap">
                  <Link
                    href={`/admin/promos/${promo.id}`}
                    className="font-mono font-semibold text-accent underline underline-offset-4"
                  >
                    {promo.code}
                  </Link>
                </Td>
                <Td>
                  <PromoBadge state={promo.state} />
                </Td>
                <Td className="min-w-32">
                  <PromoWorth promo={promo} />
                  {promo.oncePerCustomer ? (
                    <span className="block text-ink-soft">{t('list.once')}</span>
                  ) : null}
                </Td>
                <Td className="whitespace-nowrap">
                  {promo.firstDay || promo.lastDay
                    ? `${promo.firstDay ? formatShortDay(promo.firstDay, locale) : '…'} – ${
                        promo.lastDay ? formatShortDay(promo.lastDay, locale) : '…'
                      }`
                    : t('list.always')}
                </Td>
                <Td className="text-right whitespace-nowrap tabular-nums">
                  {promo.maxUses === null
                    ? promo.uses
                    : t('list.uses_of', { uses: promo.uses, max: promo.maxUses })}
                </Td>
                <Td className="max-w-64 truncate text-ink-soft">{promo.note}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {pageCount > 1 ? (
        <nav aria-label={t('list.pages')} className="mt-6 flex items-center justify-between gap-4">
          {filter.page > 1 ? (
            <ButtonLink
              variant="secondary"
              href={`/admin/promos?${queryOf(filter, filter.page - 1)}`}
            >
              {t('list.previous')}
            </ButtonLink>
          ) : (
            <span />
          )}
          <span className="text-sm text-ink-soft">
            {t('list.page', { page: filter.page, count: pageCount })}
          </span>
          {filter.page < pageCount ? (
            <ButtonLink
              variant="secondary"
              href={`/admin/promos?${queryOf(filter, filter.page + 1)}`}
            >
              {t('list.next')}
            </ButtonLink>
          ) : (
            <span />
          )}
        </nav>
      ) : null}
    </Page>
  );
}

function queryOf(filter: PromoFilter, page: number): string {
  const query = new URLSearchParams();
  if (filter.search) query.set('search', filter.search);
  if (filter.state) query.set('state', filter.state);
  if (page > 1) query.set('page', String(page));
  return query.toString();
}
