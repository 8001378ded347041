import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Funnel } from '@/components/admin/dashboard/funnel';
import { Health } from '@/components/admin/dashboard/health';
import { MarginTable } from '@/components/admin/dashboard/margin-table';
import { RevenueChart } from '@/components/admin/dashboard/revenue-chart';
import { WaitingList } from '@/components/admin/dashboard/waiting-list';
import { StatusBadge } from '@/components/orders/status-badge';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { classes } from '@/components/ui/classes';
import { Page } from '@/components/ui/page';
import { DAYS_SHOWN, getDashboard } from '@/lib/admin/dashboard/get-dashboard';
import { pageCtx } from '@/lib/http/page-ctx';
import { ORDER_STATUSES } from '@/lib/orders/order-states';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('dashboard');
  return { title: t('title') };
}

export default async function AdminHomePage() {
  const ctx = await pageCtx('staff', '/admin');
  const t = await getTranslations('dashboard');
  const number = new Intl.NumberFormat(await getLocale());
  const dashboard = await getDashboard(ctx);
  const { counts, waiting, revenue, margins, funnel } = dashboard;
  const hasHealth = dashboard.queues ?? dashboard.ledger ?? dashboard.events;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="flex flex-col gap-12">
        {counts ? (
          <Section title={t('waiting')}>
            {waiting.length === 0 ? (
              <Alert tone="good">{t('nothing')}</Alert>
            ) : (
              <WaitingList waiting={waiting} />
            )}
          </Section>
        ) : null}
        {counts ? (
          <Section title={t('orders')}>
            <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 md:grid-cols-4 xl:grid-cols-7 xl:gap-2">
              {ORDER_STATUSES.map((status) => (
                <li key={status}>
                  <Card className="relative flex h-full flex-col items-start justify-between gap-3 p-3 hover:shadow-float sm:p-3">
                    <Link
                      href={`/admin/orders?status=${status}`}
                      className="max-w-full after:absolute after:inset-0 [&>span]:whitespace-normal"
                    >
                      <StatusBadge status={status} />
                    </Link>
                    <p className="font-display text-3xl tabular-nums">
                      {number.format(counts[status])}
                    </p>
                  </Card>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        {revenue ? (
          <Section title={t('revenue.title')} text={t('revenue.text', { days: DAYS_SHOWN })}>
            {revenue.length === 0 ? (
              <Alert>{t('revenue.none', { days: DAYS_SHOWN })}</Alert>
            ) : (
              <div
                className={classes(
                  'grid gap-4 md:grid-cols-2',
                  revenue.length === 3 && 'xl:grid-cols-3',
                )}
              >
                {revenue.map((row) => (
                  <RevenueChart key={row.currency} revenue={row} />
                ))}
              </div>
            )}
          </Section>
        ) : null}
        {margins ? (
          <Section title={t('margin.title')} text={t('margin.text')}>
            {margins.length === 0 ? (
              <Alert>{t('margin.none')}</Alert>
            ) : (
              <MarginTable margins={margins} />
            )}
          </Section>
        ) : null}
        {funnel ? (
          <Section title={t('funnel.title')} text={t('funnel.text', { days: DAYS_SHOWN })}>
            {funnel.made === 0 ? (
              <Alert>{t('funnel.none', { days: DAYS_SHOWN })}</Alert>
            ) : (
              <Funnel funnel={funnel} />
            )}
          </Section>
        ) : null}
        {hasHealth ? (
          <Section title={t('health.title')}>
            <Health dashboard={dashboard} now={ctx.clock.now()} />
          </Section>
        ) : null}
        {counts || funnel ? null : <Alert>{t('no_desk')}</Alert>}
      </div>
    </Page>
  );
}

function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-3xl">{title}</h2>
      {text ? <p className="mt-1 text-ink-soft">{text}</p> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}
