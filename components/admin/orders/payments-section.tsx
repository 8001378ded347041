import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Badge, type Tone } from '@/components/ui/badge';
import type { OrderPayment, OrderRefund } from '@/lib/admin/get-order-payments';
import type { Money } from '@/lib/core/money';
import { formatInstant } from '@/lib/orders/format-period';
import { RefundDialog } from '../refund-dialog';
import { RetryRefund } from '../retry-refund';
import { formatAmount } from '../tills/format-amount';
import { ReturnDialog } from '../tills/money-lists';
import { PaymentHistory } from './payment-history';

const SYSTEM_REASONS = ['order_cancelled', 'late_payment', 'second_payment'];
const TONES: Record<string, Tone> = {
  PAID: 'good',
  PENDING: 'warn',
  CREATED: 'neutral',
  FAILED: 'bad',
};

/** Every attempt to pay, whatever became of it, with the till's own numbers, and the ways to give money back. */
export function PaymentsSection({
  orderId,
  payments,
  refundable,
  seesEvents,
}: {
  orderId: string;
  payments: readonly OrderPayment[];
  refundable: Money;
  /** Whether this person may read what the tills told us. */
  seesEvents: boolean;
}) {
  const t = useTranslations('tills');
  const tOrder = useTranslations('admin.order');
  const locale = useLocale();
  if (payments.length === 0) return <p className="text-ink-soft">{t('no_payments')}</p>;
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-4">
        {payments.map((payment) => (
          <li key={payment.id} className="rounded-control bg-linen px-4 py-3">
            <p className="flex flex-wrap items-center justify-between gap-2">
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {t(`names.${payment.provider}`)}
                <Badge tone={TONES[payment.status] ?? 'neutral'}>
                  {tOrder(`payment_status.${payment.status}`)}
                </Badge>
                {payment.isOrphan ? <Badge tone="warn">{t('orphan')}</Badge> : null}
              </span>
              <span className="tabular-nums">{formatAmount(payment.amount, locale)}</span>
            </p>
            <p className="text-sm break-all text-ink-soft">
              {formatInstant(new Date(payment.createdAt), locale)}
              {payment.externalId ? ` · ${payment.externalId}` : ''}
              {payment.externalPaymentId ? ` · ${payment.externalPaymentId}` : ''}
            </p>
            {payment.fee ? (
              <p className="text-sm text-ink-soft">
                {t('fee', { amount: formatAmount(payment.fee, locale) })}
              </p>
            ) : null}
            {payment.declineReason ? (
              <p className="text-sm text-bad">
                {t('declined', { reason: payment.declineReason.replaceAll('_', ' ') })}
              </p>
            ) : null}
            {payment.receiptUrl ? (
              <a
                href={payment.receiptUrl}
                target="_blank"
                rel="noreferrer"
                className="inline-flex min-h-6 items-center text-sm text-accent underline underline-offset-4"
              >
                {t('receipt')}
              </a>
            ) : null}
            {seesEvents ? (
              <Link
                href={`/admin/webhooks?search=${payment.id}`}
                prefetch={false}
                className="ml-4 inline-flex min-h-6 items-center text-sm text-accent underline underline-offset-4 first-of-type:ml-0"
              >
                {t('its_events')}
              </Link>
            ) : null}
            {payment.quarantineReason ? <SetAside payment={payment} /> : null}
            {payment.disputes.map((dispute) => (
              <Alert
                key={dispute.id}
                tone={dispute.status === 'OPEN' ? 'bad' : 'neutral'}
                className="mt-3"
                title={t(`dispute_titles.${dispute.status}`, {
                  amount: formatAmount(dispute.amount, locale),
                })}
              >
                {dispute.status === 'OPEN' && dispute.evidenceDueAt
                  ? t('dispute_due', {
                      reason: dispute.reason.replaceAll('_', ' '),
                      time: formatInstant(new Date(dispute.evidenceDueAt), locale),
                    })
                  : dispute.reason.replaceAll('_', ' ')}
              </Alert>
            ))}
            {payment.refunds.map((refund) => (
              <RefundLine key={refund.id} orderId={orderId} refund={refund} />
            ))}
            <PaymentHistory history={payment.history} />
          </li>
        ))}
      </ul>
      {refundable.amountMinor > 0 ? (
        <div>
          <RefundDialog orderId={orderId} refundable={refundable} />
        </div>
      ) : null}
    </div>
  );
}

function SetAside({ payment }: { payment: OrderPayment }) {
  const t = useTranslations('tills');
  const locale = useLocale();
  const reason = `reasons.${payment.quarantineReason}`;
  return (
    <Alert tone={payment.returnable ? 'bad' : 'neutral'} className="mt-3" title={t('set_aside')}>
      <p>{t.has(reason) ? t(reason) : payment.quarantineReason}</p>
      {payment.returnable ? (
        <div className="mt-2">
          <ReturnDialog paymentId={payment.id} amount={formatAmount(payment.returnable, locale)} />
        </div>
      ) : null}
    </Alert>
  );
}

function RefundLine({ orderId, refund }: { orderId: string; refund: OrderRefund }) {
  const t = useTranslations('admin.order');
  const locale = useLocale();
  return (
    <div className="mt-3 border-t border-line pt-3">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span>
          {t('refund_line', {
            amount: formatAmount(refund.amount, locale),
            status: t(`refund_status.${refund.status}`),
          })}
        </span>
        {refund.status === 'FAILED' ? (
          <span className="basis-full text-sm break-words text-bad">
            {t('refund_code', { code: (refund.failureCode ?? '').replaceAll('_', ' ') })}
          </span>
        ) : null}
      </p>
      <p className="text-sm break-words text-ink-soft">
        {SYSTEM_REASONS.includes(refund.reason) ? t(`reasons.${refund.reason}`) : refund.reason}
      </p>
      {refund.canRetry ? (
        <div className="mt-2">
          <RetryRefund orderId={orderId} refundId={refund.id} />
        </div>
      ) : null}
    </div>
  );
}
