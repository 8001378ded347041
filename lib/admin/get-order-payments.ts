import { isAdmitted } from '@/lib/core/actor';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { isInReview, takenOf } from '@/lib/payments/taken-of';
import type { TillAmount } from '@/lib/providers/ports/payment-gateway';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { findActors } from './store';
import type { Provider } from './tills/schema';
import { findPaymentEventsOfOrder, findPaymentsOfOrder } from './tills/store';

export type OrderRefund = {
  id: string;
  status: 'REQUESTED' | 'SUCCEEDED' | 'FAILED';
  amount: TillAmount;
  reason: string;
  failureCode: string | null;
  /** Failed and not repeated yet, and this person may. */
  canRetry: boolean;
};

export type OrderDispute = {
  id: string;
  status: 'OPEN' | 'WON' | 'LOST';
  reason: string;
  amount: TillAmount;
  evidenceDueAt: string | null;
};

/** One move of a payment or of a refund of it: who, why and when. */
export type PaymentMove = {
  id: string;
  isRefund: boolean;
  toStatus: string;
  /** Null is the system: the till's word, or the clock. */
  actor: string | null;
  reason: string | null;
  at: string;
};

export type OrderPayment = {
  id: string;
  provider: Provider;
  status: string;
  amount: TillAmount;
  fee: TillAmount | null;
  externalId: string | null;
  externalPaymentId: string | null;
  declineReason: string | null;
  receiptUrl: string | null;
  quarantineReason: string | null;
  /** Set-aside money that this person can give back. */
  returnable: TillAmount | null;
  isOrphan: boolean;
  createdAt: string;
  refunds: OrderRefund[];
  disputes: OrderDispute[];
  /** Oldest first. */
  history: PaymentMove[];
};

/** Every attempt to pay an order, whatever became of it. @throws DomainError "account.not_allowed" */
export async function getOrderPayments(
  ctx: Ctx,
  { orderId }: { orderId: Id<'order'> },
): Promise<OrderPayment[]> {
  requireStaff(ctx, 'orders');
  return inTransaction(ctx, async (tx) => {
    const payments = await findPaymentsOfOrder(tx, orderId);
    await recordAudit(tx, { action: 'order.payments_viewed', subject: orderId });
    const mayRefund = isAdmitted(ctx.actor, 'finance');
    const events = await findPaymentEventsOfOrder(tx, orderId);
    const actorIds = events.flatMap(({ actorId }) => actorId ?? []);
    const people = await findActors(tx, [...new Set(actorIds)]);
    const names = new Map(people.map(({ id, name, email }) => [id, name ?? email ?? id]));
    return payments.map((payment) => ({
      ...presentPayment(payment, mayRefund),
      history: events
        .filter(({ paymentId }) => paymentId === payment.id)
        .map(({ id, refundId, toStatus, actorId, reason, createdAt }) => ({
          id: String(id),
          isRefund: refundId !== null,
          toStatus,
          actor: actorId === null ? null : (names.get(actorId) ?? actorId),
          reason,
          at: createdAt.toISOString(),
        })),
    }));
  });
}

type PaymentRow = Awaited<ReturnType<typeof findPaymentsOfOrder>>[number];

function presentPayment(payment: PaymentRow, mayRefund: boolean): Omit<OrderPayment, 'history'> {
  const { currency } = payment;
  const taken = takenOf(payment);
  const canReturn =
    mayRefund &&
    isInReview(payment) &&
    payment.takenMinor !== null &&
    payment.externalPaymentId !== null;
  const keys = new Set(payment.refunds.map(({ idempotencyKey }) => idempotencyKey));
  return {
    id: payment.id,
    provider: payment.provider,
    status: payment.status,
    amount: { amountMinor: payment.amountMinor, currency },
    fee: payment.feeMinor === null ? null : { amountMinor: payment.feeMinor, currency },
    externalId: payment.externalId,
    externalPaymentId: payment.externalPaymentId,
    declineReason: payment.declineReason,
    receiptUrl: payment.receiptUrl,
    quarantineReason: payment.quarantineReason,
    returnable: canReturn
      ? { ...taken, amountMinor: taken.amountMinor - payment.refundedMinor }
      : null,
    isOrphan: payment.orphanOfId !== null,
    createdAt: payment.createdAt.toISOString(),
    refunds: payment.refunds.map((refund) => ({
      id: refund.id,
      status: refund.status,
      amount: { amountMinor: refund.amountMinor, currency: taken.currency },
      reason: refund.reason,
      failureCode: refund.failureCode,
      canRetry:
        mayRefund &&
        refund.status === 'FAILED' &&
        !keys.has(`refund:${payment.id}:retry:${refund.id}`),
    })),
    disputes: payment.disputes.map(({ id, status, reason, amountMinor, ...dispute }) => ({
      id,
      status,
      reason,
      amount: { amountMinor, currency: dispute.currency },
      evidenceDueAt: dispute.evidenceDueAt?.toISOString() ?? null,
    })),
  };
}
