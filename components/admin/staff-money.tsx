import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import type { StaffOrder } from '@/lib/admin/get-order';
import { formatMoney } from '@/lib/core/money';
import { formatInstant } from '@/lib/orders/format-period';
import { RefundDialog } from './refund-dialog';
import { RetryRefund } from './retry-refund';

const SYSTEM_REASONS = ['order_cancelled', 'late_payment', 'second_payment'];

/** Every attempt to pay and every refund of an order, with the provider's numbers. */
export function StaffMoney({ order }: { order: StaffOrder }) {
  const t = useTranslations('admin.order');
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-4">
        {order.payments.map((payment) => (
          <li key={payment.id} className="rounded-control bg-linen px-4 py-3">
            <p className="flex flex-wrap items-baseline justify-between gap-2">
              <span className="font-medium">
                {t('payment', { status: t(`payment_status.${payment.status}`) })}
              </span>
              <span className="tabular-nums">{formatMoney(payment.amount, locale)}</span>
            </p>
            <p className="text-sm break-all text-ink-soft">
              {formatInstant(new Date(payment.createdAt), locale)}
              {payment.externalId ? ` · ${payment.externalId}` : ''}
              {payment.externalPaymentId ? ` · ${payment.externalPaymentId}` : ''}
            </p>
            {payment.quarantineReason ? (
              <Alert tone="bad" className="mt-3">
                {t('quarantined', { reason: payment.quarantineReason })}
              </Alert>
            ) : null}
            {payment.refunds.map((refund) => (
              <div key={refund.id} className="mt-3 border-t border-line pt-3">
                <p className="flex flex-wrap items-center justify-between gap-2">
                  <span>
                    {t('refund_line', {
                      amount: formatMoney(refund.amount, locale),
                      status: t(`refund_status.${refund.status}`),
                    })}
                  </span>
                  {refund.status === 'FAILED' ? (
                    <Badge tone="bad">{t('refund_code', { code: refund.failureCode ?? '' })}</Badge>
                  ) : null}
                </p>
                <p className="text-sm break-words text-ink-soft">
                  {SYSTEM_REASONS.includes(refund.reason)
                    ? t(`reasons.${refund.reason}`)
                    : refund.reason}
                </p>
                {refund.canRetry ? (
                  <div className="mt-2">
                    <RetryRefund orderId={order.id} refundId={refund.id} />
                  </div>
                ) : null}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {order.refundable.amountMinor > 0 ? (
        <RefundDialog orderId={order.id} refundable={order.refundable} />
      ) : null}
    </div>
  );
}
