import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordOrderEvent } from '@/lib/orders/move-order';
import { lockOrder } from '@/lib/orders/store';
import { requestRefund } from '@/lib/payments/request-refund';
import { findRefundByKey } from '@/lib/payments/store';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import type { RefundOrderInput } from './schema';

/**
 * Gives back all or part of what was paid, with a reason. The same request key is the same refund.
 * @throws DomainError "account.not_allowed", "order.not_found", "refund.too_much" with the most that is left,
 *   "request.conflict"
 */
export async function refundOrder(
  ctx: Ctx,
  input: RefundOrderInput & { orderId: Id<'order'> },
): Promise<{ refundId: Id<'refund'> }> {
  const staff = requireStaff(ctx);
  const { orderId, amountMinor, reason, requestKey } = input;
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw new DomainError('order.not_found');
    const paid = order.payments.filter(({ status }) => status === 'PAID');
    for (const payment of paid) {
      const known = await findRefundByKey(tx, `refund:${payment.id}:${requestKey}`);
      if (!known) continue;
      if (known.amountMinor !== amountMinor) throw new DomainError('request.conflict');
      return { refundId: known.id as Id<'refund'> };
    }
    // Where an order was paid twice, the one with the most left: a refund is never spread over two payments.
    const [payment] = paid.sort(
      (a, b) => b.amountMinor - b.refundedMinor - (a.amountMinor - a.refundedMinor),
    );
    if (!payment) throw new DomainError('refund.too_much');
    const refund = await requestRefund(tx, {
      paymentId: payment.id,
      amountMinor,
      reason,
      actorId: staff.userId,
      requestKey,
    });
    await recordOrderEvent(tx, orderId, {
      kind: 'refund_requested',
      data: { refundId: refund.id, amountMinor },
    });
    await recordAudit(tx, {
      action: 'order.refund_requested',
      subject: orderId,
      data: { refundId: refund.id, amountMinor, reason },
    });
    return { refundId: refund.id as Id<'refund'> };
  });
}
