import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { StatusBadge } from '@/components/orders/status-badge';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { getHome } from '@/lib/admin/get-home';
import { formatMoney } from '@/lib/core/money';
import { pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';
import { ORDER_STATUSES } from '@/lib/orders/order-states';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.home');
  return { title: t('title') };
}

export default async function AdminHomePage() {
  const ctx = await pageCtx('staff', '/admin');
  const t = await getTranslations('admin.home');
  const locale = await getLocale();
  const { counts, waiting } = await getHome(ctx);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
        {ORDER_STATUSES.map((status) => (
          <li key={status}>
            <Card className="relative flex h-full flex-col items-start gap-3 hover:shadow-float">
              <Link
                href={`/admin/orders?status=${status}`}
                className="after:absolute after:inset-0"
              >
                <StatusBadge status={status} />
              </Link>
              <p className="font-display text-4xl tabular-nums">{counts[status]}</p>
            </Card>
          </li>
        ))}
      </ul>
      <h2 className="mt-12 mb-4 text-3xl">{t('waiting')}</h2>
      {waiting.length === 0 ? (
        <Alert tone="good">{t('nothing')}</Alert>
      ) : (
        <ul className="flex flex-col gap-3">
          {waiting.map((thing) => (
            <li key={thing.id}>
              <Card className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4 sm:py-4">
                <Badge tone="bad">{t(`kinds.${thing.kind}`)}</Badge>
                {thing.order ? (
                  <Link
                    href={`/admin/orders/${thing.order.id}`}
                    className="font-medium text-accent underline underline-offset-4"
                  >
                    {t('open_order', { number: thing.order.number })}
                  </Link>
                ) : null}
                <code className="min-w-0 flex-1 text-sm break-all text-ink-soft">
                  {thing.code} · {thing.id}
                </code>
                {thing.amount ? (
                  <span className="tabular-nums">{formatMoney(thing.amount, locale)}</span>
                ) : null}
                <time dateTime={thing.at} className="text-sm text-ink-soft">
                  {formatInstant(new Date(thing.at), locale)}
                </time>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
