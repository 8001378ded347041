import { Plus, TicketPercent } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { deskAddress } from '@/components/admin/desk-address';
import { Pager } from '@/components/admin/pager';
import { PromoBadge } from '@/components/admin/promos/promo-badge';
import { PromoWorth } from '@/components/admin/promos/promo-worth';
import { KeptSort, SortHead } from '@/components/admin/sort-head';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field, Input, Select } from '@/components/ui/field';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { listPromos } from '@/lib/admin/promos/list-promos';
import { PROMO_STATES, PromoFilterSchema } from '@/lib/admin/promos/schema';
import { pageCtx } from '@/lib/http/page-ctx';
import { formatDay } from '@/lib/orders/format-period';

const PATH = '/admin/promos';

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
  const ctx = await pageCtx('finance', deskAddress(PATH, filter));
  const t = await getTranslations('promos');
  const locale = await getLocale();
  const { promos, total, pageCount } = await listPromos(ctx, filter);
  const isFiltered = filter.search !== '' || filter.state !== null;
  const sorting = { path: PATH, filter, usual: '-made' };
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
          key={JSON.stringify(filter)}
          action="/admin/promos"
          className="mb-6 grid items-end gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_auto]"
        >
          <KeptSort sort={filter.sort} />
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
          <EmptyState
            title={t('list.none')}
            action={
              <ButtonLink variant="secondary" href={PATH}>
                {t('list.reset')}
              </ButtonLink>
            }
          />
        ) : (
          <EmptyState icon={<TicketPercent />} title={t('list.empty')} action={create}>
            {t('list.empty_text')}
          </EmptyState>
        )
      ) : (
        <Table>
          <thead>
            <tr>
              <SortHead {...sorting} by="code" first="code">
                {t('list.code')}
              </SortHead>
              <Th>{t('list.state')}</Th>
              <Th>{t('list.worth')}</Th>
              <SortHead {...sorting} by="ends" first="ends">
                {t('list.days')}
              </SortHead>
              <SortHead {...sorting} by="uses" className="text-right">
                {t('list.uses')}
              </SortHead>
              <Th>{t('list.note')}</Th>
            </tr>
          </thead>
          <tbody>
            {promos.map((promo) => (
              <tr key={promo.id} className="hover:bg-linen/50">
                <Td className="whitespace-nowrap">
                  <Link
                    href={`${PATH}/${promo.id}`}
                    prefetch={false}
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
                    ? `${promo.firstDay ? formatDay(promo.firstDay, locale) : '…'} – ${
                        promo.lastDay ? formatDay(promo.lastDay, locale) : '…'
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
      <Pager path={PATH} filter={filter} pageCount={pageCount} />
    </Page>
  );
}
