import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { cancelLockedOrder } from '@/lib/orders/cancel-order';
import { CARRIERS, TRACKING_NUMBER, trackingUrlOf } from '@/lib/orders/carriers';
import { moveOrder as moveAlongTable } from '@/lib/orders/move-order';
import { queueOrderMail } from '@/lib/orders/queue-order-mail';
import { insertShipment, lockOrder, markDelivered } from '@/lib/orders/store';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import type { MoveOrderInput } from './schema';

/**
 * Moves an order along the table at the hand of staff; the customer gets the mail about it in the same transaction.
 * Cancelling gives back everything that was paid.
 * @throws DomainError "account.not_allowed", "order.not_found", "order.illegal_transition",
 *   "order.too_late_to_cancel", "order.tracking_required"
 */
export async function moveOrder(
  ctx: Ctx,
  input: { orderId: Id<'order'>; move: MoveOrderInput },
): Promise<void> {
  requireStaff(ctx);
  const { orderId, move } = input;
  if (move.to === 'SHIPPED' && !TRACKING_NUMBER.test(move.trackingNumber)) {
    throw new DomainError(
      'order.tracking_required',
      {},
      { fields: { trackingNumber: 'required' } },
    );
  }
  await inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw new DomainError('order.not_found');
    await recordAudit(tx, {
      action: 'order.moved',
      subject: orderId,
      data: { from: order.status, to: move.to },
    });
    switch (move.to) {
      case 'IN_PRODUCTION':
        await moveAlongTable(tx, order, { to: move.to, by: 'staff' });
        return queueOrderMail(tx, order, { template: 'order-in-production' });
      case 'SHIPPED': {
        const { carrier, trackingNumber } = move;
        const trackingUrl = trackingUrlOf(carrier, trackingNumber);
        await moveAlongTable(tx, order, {
          to: move.to,
          by: 'staff',
          data: { carrier, trackingNumber },
        });
        await insertShipment(tx, {
          id: newId('shipment'),
          orderId,
          carrier: CARRIERS[carrier].name,
          trackingNumber,
          trackingUrl,
          shippedAt: tx.clock.now(),
        });
        return queueOrderMail(tx, order, {
          template: 'order-shipped',
          carrier: CARRIERS[carrier].name,
          trackingNumber,
          trackingUrl,
        });
      }
      case 'DELIVERED':
        await moveAlongTable(tx, order, { to: move.to, by: 'staff' });
        await markDelivered(tx, orderId);
        return queueOrderMail(tx, order, { template: 'order-delivered' });
      case 'CANCELLED':
        return cancelLockedOrder(tx, order, { by: 'staff', reason: move.reason });
    }
  });
}
