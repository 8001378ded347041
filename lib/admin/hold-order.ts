import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { canHold, holdLockedOrder, releaseLockedOrder } from '@/lib/orders/hold-order';
import { lockOrder } from '@/lib/orders/store';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';

/**
 * Holds an order back from print with a reason, or lets it go on. Asking for what is so already changes nothing.
 * @throws DomainError "account.not_allowed", "order.not_found", "order.illegal_transition" for an order that can no
 *   longer be held back
 */
export async function holdOrder(
  ctx: Ctx,
  input: { orderId: Id<'order'>; isHeld: boolean; reason: string },
): Promise<void> {
  requireStaff(ctx, 'production');
  const { orderId, isHeld, reason } = input;
  await inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw new DomainError('order.not_found');
    if (isHeld && !canHold(order.status)) {
      throw new DomainError('order.illegal_transition', { from: order.status, to: 'HELD' });
    }
    const isChanged = await (isHeld ? holdLockedOrder : releaseLockedOrder)(tx, order, { reason });
    if (!isChanged) return;
    await recordAudit(tx, {
      action: isHeld ? 'order.held' : 'order.released',
      subject: orderId,
      data: { reason },
    });
  });
}
