import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { deskAddress } from '@/components/admin/desk-address';
import { SortHead } from '@/components/admin/sort-head';
import { EventFilters } from '@/components/admin/webhooks/event-filters';
import { EventStateBadge } from '@/components/admin/webhooks/event-state';
import { ButtonLink } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { listEvents } from '@/lib/admin/webhooks/list-events';
import { EventFilterSchema } from '@/lib/admin/webhooks/schema';
import { pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';

const PATH = '/admin/webhooks';
/** From a tablet up every column has its own place; a phone reads the rest under the time. */
const WIDE = 'hidden md:table-cell';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tills.events');
  return { title: t('title') };
}

export default async function WebhooksPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = EventFilterSchema.parse(await searchParams);
  const ctx = await pageCtx('finance', deskAddress(PATH, filter));
  const t = await getTranslations('tills.events');
  const locale = await getLocale();
  const { rows, providers, hasNext } = await listEvents(ctx, filter);
  const seconds = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <EventFilters filter={filter} providers={providers} />
      {rows.length === 0 ? (
        <EmptyState title={t('none')}>{t('none_text')}</EmptyState>
      ) : (
        <Table>
          <thead>
            <tr>
              <SortHead path={PATH} filter={filter} by="received" usual="-received">
                {t('received')}
              </SortHead>
              <Th className={WIDE}>{t('sender')}</Th>
              <Th className={WIDE}>{t('type')}</Th>
              <Th>{t('state')}</Th>
              <Th className={WIDE}>{t('outcome')}</Th>
              <Th className={classes(WIDE, 'text-right')}>{t('took')}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="hover:bg-linen/50">
                <Td className="md:whitespace-nowrap">
                  <Link
                    href={`/admin/webhooks/${row.id}`}
                    className="font-medium text-accent underline underline-offset-4"
                  >
                    {formatInstant(new Date(row.receivedAt), locale)}
                  </Link>
                  <span className="block break-all text-ink-soft md:hidden">
                    {row.provider} · {row.type}
                  </span>
                </Td>
                <Td className={WIDE}>{row.provider}</Td>
                <Td className={classes(WIDE, 'min-w-64 break-all')}>
                  {row.type}
                  <code className="block text-xs text-ink-soft">{row.externalId}</code>
                </Td>
                <Td>
                  <EventStateBadge state={row.state} />
                </Td>
                <Td className={classes(WIDE, 'min-w-40 break-all text-ink-soft')}>
                  {row.outcome ?? '–'}
                </Td>
                <Td className={classes(WIDE, 'text-right whitespace-nowrap tabular-nums')}>
                  {row.tookSeconds === null
                    ? '–'
                    : t('seconds', { seconds: seconds.format(row.tookSeconds) })}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <nav aria-label={t('pages')} className="mt-6 flex items-center justify-between gap-4">
        {filter.page > 1 ? (
          <ButtonLink
            variant="secondary"
            href={deskAddress(PATH, filter, { page: filter.page - 1 })}
          >
            {t('previous')}
          </ButtonLink>
        ) : (
          <span />
        )}
        {hasNext ? (
          <ButtonLink
            variant="secondary"
            href={deskAddress(PATH, filter, { page: filter.page + 1 })}
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
