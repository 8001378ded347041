import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CoverThumb } from '@/components/orders/cover-thumb';
import { OrderActions } from '@/components/orders/order-actions';
import { OrderTimeline } from '@/components/orders/order-timeline';
import { OrderTotals } from '@/components/orders/order-totals';
import { PaymentWatcher } from '@/components/orders/payment-watcher';
import { StatusBadge } from '@/components/orders/status-badge';
import { AiNote } from '@/components/pictures/ai-badge';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { idSchema } from '@/lib/core/ids';
import { formatMoney } from '@/lib/core/money';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { drawOrderCovers } from '@/lib/orders/draw-covers';
import { formatDay, formatInstantInZone, formatPeriod } from '@/lib/orders/format-period';
import { getOrder } from '@/lib/orders/get-order';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders.list');
  return { title: t('title') };
}

export default async function OrderPage({
  params,
  searchParams,
}: {
  params: Promise<{ orderId: string }>;
  searchParams: Promise<{ payment?: string | string[] }>;
}) {
  const parsed = idSchema('order').safeParse((await params).orderId);
  if (!parsed.success) notFound();
  const orderId = parsed.data;
  const { payment } = await searchParams;
  const ctx = await pageCtx('customer', `/orders/${orderId}`);
  const locale = await getLocale();
  const t = await getTranslations('orders');
  const order = await orNotFound(getOrder(ctx, { orderId, locale }));
  const covers = await drawOrderCovers(ctx, orderId);
  const isUnpaid = order.status === 'AWAITING_PAYMENT';
  const isExpected = order.status === 'PAID' || order.status === 'IN_PRODUCTION';
  return (
    <Page
      title={t('order.title', { number: order.number })}
      lead={t('order.placed', { date: formatInstantInZone(new Date(order.placedAt), locale) })}
      actions={<StatusBadge status={order.status} />}
    >
      <div className="mb-8 flex flex-col gap-4 empty:hidden">
        {order.isInReview ? <Alert tone="warn">{t('order.in_review')}</Alert> : null}
        {isUnpaid && payment === 'done' && !order.isInReview ? (
          <PaymentWatcher orderId={orderId} />
        ) : null}
        {order.status === 'PAID' && payment === 'done' ? (
          <Alert tone="good" title={t('order.paid_now')}>
            {t('order.thanks_mail', { email: order.contactEmail })}
          </Alert>
        ) : null}
        {isUnpaid && payment === 'left' && order.canPay ? (
          <Alert tone="neutral">{t('order.left')}</Alert>
        ) : null}
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-[1fr_22rem]">
        <div className="flex flex-col gap-6">
          <Card className="flex flex-col gap-5">
            <h2 className="text-2xl">{t('order.items')}</h2>
            <ul className="flex flex-col gap-5">
              {order.items.map((item) => (
                <li key={item.id} className="flex gap-4 sm:gap-6">
                  <div className="w-20 shrink-0 sm:w-24">
                    <CoverThumb
                      svg={covers.get(item.id) ?? null}
                      label={item.title || t('untitled')}
                    />
                  </div>
                  <div className="min-w-0 flex-1">
                    <h3 className="text-xl break-words">{item.title || t('untitled')}</h3>
                    <p className="font-medium">{formatPeriod(item.period, locale)}</p>
                    <p className="text-sm text-ink-soft">
                      {item.productName}, {t('copies', { count: item.quantity })}
                    </p>
                    <AiNote count={item.aiPictures} />
                    <p className="mt-1 tabular-nums">{formatMoney(item.total, locale)}</p>
                  </div>
                </li>
              ))}
            </ul>
            <p className="border-t border-line pt-4 text-sm text-ink-soft">{t('order.approved')}</p>
          </Card>
          <Card>
            <h2 className="mb-5 text-2xl">{t('order.history')}</h2>
            <OrderTimeline entries={order.timeline} />
          </Card>
        </div>
        <div className="flex flex-col gap-6">
          <Card className="flex flex-col gap-5">
            <OrderTotals
              items={order.itemsTotal}
              delivery={order.delivery}
              tax={order.tax}
              taxBasisPoints={order.taxBasisPoints}
              total={order.total}
              refunded={order.refunded}
            />
            <OrderActions
              orderId={orderId}
              total={order.total}
              canPay={order.canPay}
              canCancel={order.canCancel}
              isPaid={!isUnpaid}
              isRepeat={payment === 'left'}
            />
          </Card>
          <Card className="flex flex-col gap-3">
            <h2 className="text-2xl">{t('order.address')}</h2>
            <address className="not-italic">
              {order.addressLines.map((line) => (
                <span key={line} className="block break-words">
                  {line}
                </span>
              ))}
            </address>
            {isExpected ? (
              <p className="rounded-control bg-linen px-4 py-3 font-medium">
                {t('order.arrival', {
                  from: formatDay(order.arrival.from, locale),
                  to: formatDay(order.arrival.to, locale),
                })}
              </p>
            ) : null}
            {order.shipments.map((shipment) => (
              <div key={shipment.trackingNumber} className="rounded-control bg-linen px-4 py-3">
                <p>
                  {t('order.tracking_number', {
                    carrier: shipment.carrier,
                    number: shipment.trackingNumber,
                  })}
                </p>
                {shipment.trackingUrl ? (
                  <a
                    href={shipment.trackingUrl}
                    target="_blank"
                    rel="noreferrer"
                    className="font-medium text-accent underline underline-offset-4"
                  >
                    {t('order.tracking')}
                  </a>
                ) : null}
              </div>
            ))}
            <p className="text-sm break-words text-ink-soft">
              {t('order.contact', { email: order.contactEmail })}
            </p>
          </Card>
        </div>
      </div>
    </Page>
  );
}
