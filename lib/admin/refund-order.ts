import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { refundLockedOrder } from '@/lib/orders/refund-locked-order';
import { lockOrder } from '@/lib/orders/store';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import type { RefundOrderInput } from './schema';

/**
 * Gives back all or part of what was paid, with a reason: by the till first, the rest to gift certificates. The same
 * request key is the same refund.
 * @throws DomainError "account.not_allowed", "order.not_found", "refund.too_much" with the most that is left,
 *   "request.conflict"
 */
export async function refundOrder(
  ctx: Ctx,
  input: RefundOrderInput & { orderId: Id<'order'> },
): Promise<{ refundId: Id<'refund'> | null }> {
  const staff = requireStaff(ctx, 'finance');
  const { orderId, amountMinor, reason, requestKey } = input;
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw new DomainError('order.not_found');
    const { refundId, certificateMinor } = await refundLockedOrder(tx, order, {
      amountMinor,
      reason,
      actorId: staff.userId,
      requestKey,
    });
    await recordAudit(tx, {
      action: 'order.refund_requested',
      subject: orderId,
      data: { refundId, amountMinor, certificateMinor, reason },
    });
    return { refundId: refundId as Id<'refund'> | null };
  });
}
