import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { NoteForm } from '@/components/admin/note-form';
import { OrderHold } from '@/components/admin/order-hold';
import { OrderMoves } from '@/components/admin/order-moves';
import { OrderParcels } from '@/components/admin/orders/order-parcels';
import { OrderPrint } from '@/components/admin/orders/order-print';
import { PaymentsSection } from '@/components/admin/orders/payments-section';
import { StartPrint } from '@/components/admin/orders/start-print';
import { StaffHistory } from '@/components/admin/staff-history';
import { StaffItemCard } from '@/components/admin/staff-item';
import { StaffParcel } from '@/components/admin/staff-parcel';
import { PriceRows } from '@/components/orders/price-rows';
import { StatusBadge } from '@/components/orders/status-badge';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { getOrder } from '@/lib/admin/get-order';
import { getOrderParcels } from '@/lib/admin/get-order-parcels';
import { getOrderPayments } from '@/lib/admin/get-order-payments';
import { getOrderPrint } from '@/lib/admin/get-order-print';
import { isAdmitted } from '@/lib/core/actor';
import { idSchema } from '@/lib/core/ids';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { formatInstant } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('board');
  return { title: t('title') };
}

export default async function StaffOrderPage({ params }: { params: Promise<{ orderId: string }> }) {
  const parsed = idSchema('order').safeParse((await params).orderId);
  if (!parsed.success) notFound();
  const orderId = parsed.data;
  const ctx = await pageCtx('orders', `/admin/orders/${orderId}`);
  const t = await getTranslations('admin.order');
  const locale = await getLocale();
  const order = await orNotFound(getOrder(ctx, { orderId, locale }));
  const print = await getOrderPrint(ctx, { orderId });
  const canStartPrint = order.status === 'PAID' && order.hold === null && print.mayPrint;
  return (
    <Page
      title={t('title', { number: order.number })}
      lead={t('placed', { date: formatInstant(new Date(order.placedAt), locale) })}
      actions={<StatusBadge status={order.status} />}
    >
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {order.mayMove || order.hold ? (
            <Card className="flex flex-col gap-4">
              <h2 className="text-2xl">{t('next')}</h2>
              {canStartPrint ? (
                <div className="border-b border-line pb-5">
                  <StartPrint orderId={orderId} houses={print.houses} />
                </div>
              ) : null}
              <div
                className={order.hold ? 'flex flex-col gap-4' : 'flex flex-wrap items-start gap-3'}
              >
                {order.mayMove ? (
                  <OrderMoves
                    orderId={orderId}
                    moves={order.moves.filter((to) => to !== 'IN_PRODUCTION')}
                    isPaid={order.status !== 'AWAITING_PAYMENT'}
                    isCancelWithheld={order.isCancelWithheld}
                  />
                ) : null}
                <OrderHold order={order} />
              </div>
            </Card>
          ) : null}
          <Card className="flex flex-col gap-5">
            <h2 className="text-2xl">{t('items')}</h2>
            {order.items.map((item) => (
              <StaffItemCard
                key={item.id}
                orderId={orderId}
                item={item}
                hasSeveralParcels={order.parcels.length > 1}
              />
            ))}
          </Card>
          <OrderPrint status={order.status} print={print} />
          <OrderParcels
            parcels={await getOrderParcels(ctx, { orderId, locale })}
            hasSlips={order.mayMove}
          />
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
          {order.parcels.length === 0 ? <Card>{t('no_parcel')}</Card> : null}
          {order.parcels.map((parcel) => (
            <StaffParcel key={parcel.id} parcel={parcel} isOnly={order.parcels.length === 1} />
          ))}
          <Card className="flex flex-col gap-2">
            <h2 className="text-2xl">{t('customer')}</h2>
            <p>
              {isAdmitted(ctx.actor, 'support') ? (
                <Link
                  href={`/admin/customers/${order.customer.id}`}
                  className="font-medium text-accent underline underline-offset-4"
                >
                  {order.customer.name ?? t('no_name')}
                </Link>
              ) : (
                (order.customer.name ?? t('no_name'))
              )}
            </p>
            <p>
              <a
                href={`mailto:${order.contactEmail}`}
                className="break-all text-accent underline underline-offset-4"
              >
                {order.contactEmail}
              </a>
            </p>
            <p className="text-sm text-ink-soft">
              {order.customer.orderCount > 1 ? (
                <Link
                  href={`/admin/orders?search=${encodeURIComponent(order.contactEmail)}`}
                  className="underline underline-offset-4 hover:text-ink"
                >
                  {t('customer_orders', { count: order.customer.orderCount })}
                </Link>
              ) : (
                t('customer_orders', { count: order.customer.orderCount })
              )}
            </p>
          </Card>
          <Card className="flex flex-col gap-5">
            <h2 className="text-2xl">{t('money')}</h2>
            <PriceRows rows={order.rows} isOpen={order.status === 'AWAITING_PAYMENT'} />
            <PaymentsSection
              orderId={orderId}
              payments={await getOrderPayments(ctx, { orderId })}
              refundable={order.refundable}
              seesEvents={isAdmitted(ctx.actor, 'finance')}
            />
          </Card>
        </div>
      </div>
    </Page>
  );
}
