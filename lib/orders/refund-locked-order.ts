import { DomainError } from '@/lib/core/errors';
import type { TxCtx } from '@/lib/db/context';
import { requestRefund } from '@/lib/payments/request-refund';
import { findRefundByKey } from '@/lib/payments/store';
import { returnCertificates } from './certificates/return-certificates';
import { recordOrderEvent } from './move-order';
import { queueOrderMail } from './queue-order-mail';
import type { OrderRow } from './store';

export type OrderRefund = {
  /** Null when everything went back to certificates. */
  refundId: string | null;
  /** Of the amount, what goes back to gift certificates. */
  certificateMinor: number;
};

/**
 * Gives back a part or all of what an order whose row the caller has locked was paid with. What a till took goes back
 * first, the rest to the gift certificates. The same request key is the same refund.
 * @throws DomainError "refund.too_much", "request.conflict" when the key was used for another amount
 */
export async function refundLockedOrder(
  tx: TxCtx,
  order: OrderRow,
  wish: { amountMinor: number; reason: string; actorId: string | null; requestKey: string },
): Promise<OrderRefund> {
  const { amountMinor, reason, actorId, requestKey } = wish;
  const known = await knownRefund(tx, order, requestKey);
  if (known) {
    if (known.amountMinor !== amountMinor) throw new DomainError('request.conflict');
    return known;
  }
  if (amountMinor > refundableMinorOf(order)) throw new DomainError('refund.too_much');
  // Where an order was paid twice, the one with the most left: a refund is never spread over two payments.
  const [payment] = order.payments
    .filter(({ status }) => status === 'PAID')
    .sort((a, b) => leftOf(b) - leftOf(a));
  const byTillMinor = payment ? Math.min(amountMinor, leftOf(payment)) : 0;
  const certificateMinor = amountMinor - byTillMinor;
  if (certificateMinor > 0) {
    await returnCertificates(tx, {
      orderId: order.id,
      amountMinor: certificateMinor,
      key: `refund:${requestKey}`,
    });
    await recordOrderEvent(tx, order.id, {
      kind: 'certificate_returned',
      data: { amountMinor: certificateMinor, requestKey },
    });
    await queueOrderMail(tx, order, {
      template: 'order-refunded',
      amountMinor: certificateMinor,
      key: `certificate:${requestKey}`,
      isCertificate: true,
    });
  }
  let refundId: string | null = null;
  if (payment && byTillMinor > 0) {
    const refund = await requestRefund(tx, {
      paymentId: payment.id,
      amountMinor: byTillMinor,
      reason,
      actorId,
      requestKey,
    });
    refundId = refund.id;
    await recordOrderEvent(tx, order.id, {
      kind: 'refund_requested',
      data: { refundId, amountMinor: byTillMinor },
    });
  }
  return { refundId, certificateMinor };
}

/** What neither was given back nor promised back: by the till with the most left, and to certificates. */
export function refundableMinorOf(order: OrderRow): number {
  if (order.paidAt === null) return Math.max(0, ...paidLefts(order));
  const spent = order.certificateEntries.reduce((sum, { amountMinor }) => sum - amountMinor, 0);
  return Math.max(0, ...paidLefts(order)) + spent;
}

function paidLefts(order: OrderRow): number[] {
  return order.payments.filter(({ status }) => status === 'PAID').map(leftOf);
}

function leftOf(payment: { amountMinor: number; refundedMinor: number }): number {
  return payment.amountMinor - payment.refundedMinor;
}

async function knownRefund(tx: TxCtx, order: OrderRow, requestKey: string) {
  const certificateMinor = order.certificateEntries
    .filter(({ idempotencyKey }) => idempotencyKey.includes(`:refund:${requestKey}:`))
    .reduce((sum, { amountMinor }) => sum + Math.max(0, amountMinor), 0);
  for (const { id } of order.payments) {
    const refund = await findRefundByKey(tx, `refund:${id}:${requestKey}`);
    if (refund) {
      const amountMinor = refund.amountMinor + certificateMinor;
      return { refundId: refund.id, certificateMinor, amountMinor };
    }
  }
  if (certificateMinor === 0) return null;
  return { refundId: null, certificateMinor, amountMinor: certificateMinor };
}
