import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { AccountNav } from '@/components/account/account-nav';
import { ClaimsCard } from '@/components/orders/claims/claims-card';
import { CoverThumb } from '@/components/orders/cover-thumb';
import { LeftTill } from '@/components/orders/left-till';
import { OrderActions } from '@/components/orders/order-actions';
import { OrderFiles } from '@/components/orders/order-files';
import { OrderTimeline } from '@/components/orders/order-timeline';
import { ParcelViewCard } from '@/components/orders/parcel-view';
import { PaymentDeclined } from '@/components/orders/payment-news';
import { PaymentWatcher } from '@/components/orders/payment-watcher';
import { PriceRows } from '@/components/orders/price-rows';
import { ReminderSwitch } from '@/components/orders/reminder-switch';
import { StatusBadge } from '@/components/orders/status-badge';
import { AiNote } from '@/components/pictures/ai-badge';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { classes } from '@/components/ui/classes';
import { Page } from '@/components/ui/page';
import { idSchema } from '@/lib/core/ids';
import { formatMoney } from '@/lib/core/money';
import { orNotFound, pageCtx } from '@/lib/http/page-ctx';
import { INSTANT } from '@/lib/i18n/time-zone';
import { wantsReminder } from '@/lib/messages/preferences/wants-reminder';
import { getOrderClaims } from '@/lib/orders/claims/get-order-claims';
import { drawOrderCovers } from '@/lib/orders/draw-covers';
import { formatPeriod } from '@/lib/orders/format-period';
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
  const [locale, format] = [await getLocale(), await getFormatter()];
  const t = await getTranslations('orders');
  const order = await orNotFound(getOrder(ctx, { orderId, locale }));
  const covers = await drawOrderCovers(ctx, orderId);
  const claims = await getOrderClaims(ctx, { orderId });
  const isUnpaid = order.status === 'AWAITING_PAYMENT';
  const isSent = order.status === 'SHIPPED' || order.status === 'DELIVERED';
  const isReminded = isSent ? await wantsReminder(ctx, 'next_year') : null;
  // Files are delivered a moment after they are paid.
  const isFresh =
    order.status === 'PAID' || (order.status === 'DELIVERED' && order.parcels.length === 0);
  const isAwaited = isUnpaid && payment === 'done' && !order.isInReview;
  const isExpected = order.status === 'PAID' || order.status === 'IN_PRODUCTION';
  // While a payment is being confirmed, paying again is there for who needs it and offered to nobody.
  const actions = (
    <OrderActions
      orderId={orderId}
      due={order.due}
      total={order.total}
      payment={order.payment}
      canPay={order.canPay}
      canCancel={order.canCancel}
      isPaid={!isUnpaid}
    />
  );
  return (
    <Page
      title={t('order.title', { number: order.number })}
      lead={t('order.placed', { date: format.dateTime(new Date(order.placedAt), INSTANT) })}
      actions={<StatusBadge status={order.status} />}
      nav={<AccountNav />}
    >
      <div className="mb-8 flex flex-col gap-4 empty:hidden">
        {order.isInReview ? <Alert tone="warn">{t('order.in_review')}</Alert> : null}
        {isAwaited ? <PaymentWatcher orderId={orderId} /> : null}
        {isFresh && payment === 'done' ? (
          <Alert tone="good" title={t('order.paid_now')}>
            {t('order.thanks_mail', { email: order.contactEmail })}
          </Alert>
        ) : null}
        {isUnpaid && order.canPay && order.payment.declineReason ? (
          <PaymentDeclined
            reason={order.payment.declineReason}
            hasOther={order.payment.tills.length > 1}
          />
        ) : isUnpaid && payment === 'left' && order.canPay ? (
          <LeftTill orderId={orderId}>{t('order.left')}</LeftTill>
        ) : null}
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-6">
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
                      {item.isFile
                        ? item.productName
                        : `${item.productName}, ${t('copies', { count: item.quantity })}`}
                    </p>
                    <AiNote count={item.aiPictures} />
                  </div>
                </li>
              ))}
            </ul>
            <p className="border-t border-line pt-4 text-sm text-ink-soft">
              {t(order.parcels.length > 0 ? 'order.approved' : 'order.approved_file')}
            </p>
          </Card>
          {order.files.length > 0 ? (
            <Card className="flex flex-col gap-5">
              <h2 className="text-2xl">{t('files.title')}</h2>
              <OrderFiles orderId={orderId} initial={order.files} />
            </Card>
          ) : null}
          {order.parcels.map((parcel) => (
            <ParcelViewCard
              key={parcel.id}
              parcel={parcel}
              items={order.items.filter((item) => item.parcel === parcel.position)}
              isOnly={order.parcels.length === 1}
              isExpected={isExpected}
            />
          ))}
          <ClaimsCard orderId={orderId} claims={claims} />
          {isReminded === null ? null : (
            <Card>
              <ReminderSwitch kind="next_year" isOn={isReminded} />
            </Card>
          )}
          <Card>
            <h2 className="mb-5 text-2xl">{t('order.history')}</h2>
            <OrderTimeline entries={order.timeline} />
          </Card>
        </div>
        <div
          className={classes(
            'flex flex-col gap-6 lg:sticky lg:top-6',
            // What is to be done comes first on a phone.
            order.canPay && 'max-lg:order-first',
          )}
        >
          <Card className="flex flex-col gap-5">
            <PriceRows rows={order.rows} isOpen={order.status === 'AWAITING_PAYMENT'} />
            {order.refunded.amountMinor > 0 ? (
              <p className="flex justify-between gap-4 border-t border-line pt-3">
                <span>{t('totals.refunded')}</span>
                <span className="text-good tabular-nums">
                  {formatMoney(order.refunded, locale)}
                </span>
              </p>
            ) : null}
            {isAwaited && !order.payment.declineReason ? (
              <details>
                <summary className="cursor-pointer py-2 text-sm text-ink-soft">
                  {t('order.not_paid_after_all')}
                </summary>
                <div className="mt-3">{actions}</div>
              </details>
            ) : (
              actions
            )}
            {order.payment.receiptUrl ? (
              <a
                href={order.payment.receiptUrl}
                target="_blank"
                rel="noreferrer"
                className="font-medium text-accent underline underline-offset-4"
              >
                {t('order.receipt')}
              </a>
            ) : null}
            <p className="text-sm break-words text-ink-soft">
              {t('order.contact', { email: order.contactEmail })}
            </p>
          </Card>
        </div>
      </div>
    </Page>
  );
}
