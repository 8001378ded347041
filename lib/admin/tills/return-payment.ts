import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordOrderEvent } from '@/lib/orders/move-order';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { purposeOf } from '@/lib/payments/purpose';
import { requestRefund } from '@/lib/payments/request-refund';
import { findPayment, findRefundByKey, lockPayment } from '@/lib/payments/store';
import { takenOf } from '@/lib/payments/taken-of';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';

/**
 * Gives all money of a quarantined payment back, in the amount and currency that the till took. It is never fulfilled;
 * once the money is back, what it was for may be paid again. The same request key is the same refund.
 * @throws DomainError "account.not_allowed", "request.not_found" when there is no such payment in quarantine,
 *   "refund.too_much" when nothing is left or nobody knows what was taken
 */
export async function returnPayment(
  ctx: Ctx,
  input: { paymentId: Id<'payment'>; reason: string; requestKey: string },
): Promise<{ refundId: Id<'refund'> }> {
  const staff = requireStaff(ctx, 'finance');
  const { paymentId, reason, requestKey } = input;
  const found = await findPayment(ctx, paymentId);
  if (!found || found.quarantineReason === null) throw new DomainError('request.not_found');
  const purpose = purposeOf(PURPOSES, found);
  return inTransaction(ctx, async (tx) => {
    await purpose.lock(tx, found);
    const payment = (await lockPayment(tx, paymentId)) ?? found;
    const known = await findRefundByKey(tx, `refund:${paymentId}:${requestKey}`);
    if (known) return { refundId: known.id as Id<'refund'> };
    const left = takenOf(payment).amountMinor - payment.refundedMinor;
    if (payment.takenMinor === null || payment.externalPaymentId === null || left <= 0) {
      throw new DomainError('refund.too_much');
    }
    const refund = await requestRefund(tx, {
      paymentId,
      amountMinor: left,
      reason,
      actorId: staff.userId,
      requestKey,
    });
    if (payment.orderId !== null) {
      await recordOrderEvent(tx, payment.orderId, {
        kind: 'refund_requested',
        isInternal: true,
        data: { refundId: refund.id, amountMinor: left, reason },
      });
    }
    await recordAudit(tx, {
      action: 'payment.returned',
      subject: payment.orderId ?? paymentId,
      data: { paymentId, refundId: refund.id, amountMinor: left, reason },
    });
    return { refundId: refund.id as Id<'refund'> };
  });
}
