import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { NoteForm } from '@/components/admin/note-form';
import { OrderMoves } from '@/components/admin/order-moves';
import { StaffHistory } from '@/components/admin/staff-history';
import { StaffItemCard } from '@/components/admin/staff-item';
import { StaffMoney } from '@/components/admin/staff-money';
import { OrderTotals } from '@/components/orders/order-totals';
import { StatusBadge } from '@/components/orders/status-badge';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { getOrder } from '@/lib/admin/get-order';
import { idSchema } from '@/lib/core/ids';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { formatDay, formatInstant } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.board');
  return { title: t('title') };
}

export default async function StaffOrderPage({ params }: { params: Promise<{ orderId: string }> }) {
  const parsed = idSchema('order').safeParse((await params).orderId);
  if (!parsed.success) notFound();
  const orderId = parsed.data;
  const ctx = await pageCtx('staff', `/admin/orders/${orderId}`);
  const t = await getTranslations('admin.order');
  const locale = await getLocale();
  const order = await orNotFound(getOrder(ctx, { orderId, locale }));
  return (
    <Page
      title={t('title', { number: order.number })}
      lead={t('placed', { date: formatInstant(new Date(order.placedAt), locale) })}
      actions={<StatusBadge status={order.status} />}
    >
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Card className="flex flex-col gap-4">
            <h2 className="text-2xl">{t('next')}</h2>
            <OrderMoves orderId={orderId} moves={order.moves} />
          </Card>
          <Card className="flex flex-col gap-5">
            <h2 className="text-2xl">{t('items')}</h2>
            {order.items.map((item) => (
              <StaffItemCard key={item.id} orderId={orderId} item={item} />
            ))}
          </Card>
          <Card className="flex flex-col gap-5">
            <h2 className="text-2xl">{t('notes')}</h2>
            <NoteForm orderId={orderId} />
          </Card>
          <Card className="flex flex-col gap-5">
            <h2 className="text-2xl">{t('history')}</h2>
            <StaffHistory order={order} />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Card className="flex flex-col gap-3">
            <h2 className="text-2xl">{t('address')}</h2>
            <address className="not-italic">
              {order.addressLines.map((line) => (
                <span key={line} className="block break-words">
                  {line}
                </span>
              ))}
            </address>
            <p className="text-sm text-ink-soft">
              {t('arrival', {
                from: formatDay(order.arrival.from, locale),
                to: formatDay(order.arrival.to, locale),
              })}
            </p>
            {order.shipments.map((shipment) => (
              <p key={shipment.trackingNumber} className="rounded-control bg-linen px-4 py-3">
                {t('shipment', {
                  carrier: shipment.carrier,
                  number: shipment.trackingNumber,
                })}
              </p>
            ))}
          </Card>
          <Card className="flex flex-col gap-2">
            <h2 className="text-2xl">{t('customer')}</h2>
            <p>{order.customer.name ?? t('no_name')}</p>
            <p>
              <a
                href={`mailto:${order.contactEmail}`}
                className="break-all text-accent underline underline-offset-4"
              >
                {order.contactEmail}
              </a>
            </p>
            <p className="text-sm text-ink-soft">
              {t('customer_orders', { count: order.customer.orderCount })}
            </p>
          </Card>
          <Card className="flex flex-col gap-5">
            <h2 className="text-2xl">{t('money')}</h2>
            <OrderTotals
              items={order.itemsTotal}
              delivery={order.delivery}
              tax={order.tax}
              taxBasisPoints={order.taxBasisPoints}
              total={order.total}
              refunded={order.refunded}
            />
            <StaffMoney order={order} />
          </Card>
        </div>
      </div>
    </Page>
  );
}
