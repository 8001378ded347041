import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { PackingList } from '@/components/admin/delivery/packing-list';
import { Pager } from '@/components/admin/pager';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { EmptyState } from '@/components/ui/empty-state';
import { Field, Input, Select } from '@/components/ui/field';
import { Page } from '@/components/ui/page';
import { listPacking } from '@/lib/admin/delivery/list-packing';
import {
  PACKING_STATES,
  type PackingFilter,
  PackingFilterSchema,
} from '@/lib/admin/delivery/schema';
import { pageCtx } from '@/lib/http/page-ctx';
import { CARRIERS } from '@/lib/orders/carriers';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('delivery.packing');
  return { title: t('title') };
}

export default async function PackingPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = PackingFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('production', '/admin/packing');
  const t = await getTranslations('delivery.packing');
  const locale = await getLocale();
  const desk = await listPacking(ctx, { filter, locale });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <nav aria-label={t('title')} className="mb-4 flex flex-wrap gap-2">
        {PACKING_STATES.map((state) => (
          <Link
            key={state}
            href={`/admin/packing?${queryOf({ ...filter, state })}`}
            aria-current={state === filter.state ? 'page' : undefined}
            className={classes(
              'inline-flex min-h-11 items-center gap-2 rounded-full border px-4 font-medium',
              state === filter.state
                ? 'border-accent bg-accent-soft text-accent-deep'
                : 'border-line bg-sheet text-ink-soft hover:text-ink',
            )}
          >
            {t(`tabs.${state}`)}
            <span className="tabular-nums">{desk.counts[state]}</span>
          </Link>
        ))}
      </nav>
      <form
        key={queryOf(filter)}
        action="/admin/packing"
        className="mb-6 grid items-end gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]"
      >
        <input type="hidden" name="state" value={filter.state} />
        <Field label={t('search')}>
          {(control) => (
            <Input {...control} type="search" name="search" defaultValue={filter.search} />
          )}
        </Field>
        <Field label={t('carrier')}>
          {(control) => (
            <Select {...control} name="carrier" defaultValue={filter.carrier ?? ''}>
              <option value="">{t('any_carrier')}</option>
              <option value="nova-poshta">{CARRIERS['nova-poshta'].name}</option>
              <option value="other">{t('other_carrier')}</option>
            </Select>
          )}
        </Field>
        <Button type="submit" variant="secondary">
          {t('apply')}
        </Button>
      </form>
      {desk.parcels.length === 0 ? (
        <EmptyState title={t(`none.${filter.state}`)}>{t(`none_text.${filter.state}`)}</EmptyState>
      ) : (
        <PackingList key={filter.state} parcels={desk.parcels} />
      )}
      <Pager path="/admin/packing" filter={filter} pageCount={desk.pageCount} />
    </Page>
  );
}

function queryOf({ state, carrier, search }: PackingFilter): string {
  const query = new URLSearchParams({ state });
  if (carrier) query.set('carrier', carrier);
  if (search) query.set('search', search);
  return query.toString();
}
