import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordOrderEvent } from '@/lib/orders/move-order';
import { lockOrder } from '@/lib/orders/store';
import { requestRefund } from '@/lib/payments/request-refund';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { findRefundOfOrder } from './store';

/**
 * Asks again for a refund that the provider refused: a new refund of the same amount, once for each refusal. The failed
 * one stays in the books.
 * @throws DomainError "account.not_allowed", "order.not_found", "request.conflict" when it did not fail,
 *   "refund.too_much"
 */
export async function retryRefund(
  ctx: Ctx,
  input: { orderId: Id<'order'>; refundId: Id<'refund'> },
): Promise<void> {
  const staff = requireStaff(ctx, 'finance');
  await inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, input.orderId);
    const failed = await findRefundOfOrder(tx, input.orderId, input.refundId);
    if (!order || !failed) throw new DomainError('order.not_found');
    if (failed.status !== 'FAILED') throw new DomainError('request.conflict');
    const refund = await requestRefund(tx, {
      paymentId: failed.paymentId,
      amountMinor: failed.amountMinor,
      reason: failed.reason,
      actorId: staff.userId,
      requestKey: `retry:${failed.id}`,
    });
    await recordOrderEvent(tx, input.orderId, {
      kind: 'refund_requested',
      isInternal: true,
      data: { refundId: refund.id, amountMinor: refund.amountMinor },
    });
    await recordAudit(tx, {
      action: 'order.refund_repeated',
      subject: input.orderId,
      data: { refundId: refund.id, failedRefundId: failed.id },
    });
  });
}
