import { Package } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { AccountNav } from '@/components/account/account-nav';
import { StatusBadge } from '@/components/orders/status-badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { formatMoney } from '@/lib/core/money';
import { pageCtx } from '@/lib/http/page-ctx';
import { INSTANT } from '@/lib/i18n/time-zone';
import { listOrders } from '@/lib/orders/list-orders';
import { parsePage } from '@/lib/orders/parse-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders.list');
  return { title: t('title') };
}

export default async function OrdersPage({
  searchParams,
}: {
  searchParams: Promise<{ page?: string | string[] }>;
}) {
  const ctx = await pageCtx('customer', '/orders');
  const page = parsePage((await searchParams).page);
  const [locale, format] = [await getLocale(), await getFormatter()];
  const t = await getTranslations('orders');
  const { orders, hasMore } = await listOrders(ctx, { page });
  if (orders.length === 0 && page === 1) {
    return (
      <Page title={t('list.title')} nav={<AccountNav />}>
        <EmptyState
          icon={<Package aria-hidden="true" />}
          title={t('list.empty_title')}
          action={<ButtonLink href="/calendars">{t('list.empty_action')}</ButtonLink>}
        >
          {t('list.empty_text')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('list.title')} lead={t('list.lead')} nav={<AccountNav />}>
      <ul className="flex flex-col gap-4">
        {orders.map((order) => (
          <li key={order.id}>
            <Card className="relative flex flex-wrap items-center gap-x-6 gap-y-2 transition-shadow focus-within:shadow-float hover:shadow-float">
              <div className="min-w-0 flex-1 basis-60">
                <h2 className="text-xl">
                  <Link href={`/orders/${order.id}`} className="after:absolute after:inset-0">
                    {t('list.open', { number: order.number })}
                  </Link>
                </h2>
                <p className="truncate text-ink-soft">
                  {order.titles.map((title) => title || t('untitled')).join(', ')}
                </p>
                <p className="text-sm text-ink-soft">
                  {t('list.placed', {
                    date: format.dateTime(new Date(order.placedAt), INSTANT),
                  })}
                  {' · '}
                  {order.copies > 0 ? t('copies', { count: order.copies }) : t('list.files')}
                </p>
              </div>
              <StatusBadge status={order.status} />
              <p className="font-display text-xl tabular-nums">
                {formatMoney(order.total, locale)}
              </p>
            </Card>
          </li>
        ))}
      </ul>
      <nav className="mt-6 flex justify-between gap-4">
        {page > 1 ? (
          <ButtonLink variant="secondary" href={`/orders?page=${page - 1}`}>
            {t('list.newer')}
          </ButtonLink>
        ) : (
          <span />
        )}
        {hasMore ? (
          <ButtonLink variant="secondary" href={`/orders?page=${page + 1}`}>
            {t('list.older')}
          </ButtonLink>
        ) : null}
      </nav>
    </Page>
  );
}
