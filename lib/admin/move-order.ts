import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { cancelLockedOrder, givesMoneyBack } from '@/lib/orders/cancel-order';
import { TRACKING_NUMBER } from '@/lib/orders/carriers';
import { arriveByHand } from '@/lib/orders/delivery/arrive-by-hand';
import { unsentParcels } from '@/lib/orders/delivery/follow-shipments';
import { sendByHand } from '@/lib/orders/delivery/send-by-hand';
import { requireMove } from '@/lib/orders/order-states';
import { startProduction } from '@/lib/orders/print-houses/start-production';
import { stopPrinting } from '@/lib/orders/print-houses/stop-printing';
import { lockOrder } from '@/lib/orders/store';
import { recordAudit } from './record-audit';
import { requireFinance } from './require-finance';
import { requireStaff } from './require-staff';
import type { MoveOrderInput } from './schema';

/**
 * Moves an order along the table at the hand of staff; the customer gets the mail about it in the same transaction.
 * Cancelling gives back everything that was paid, so it needs finance besides, unless nothing is left to give back.
 * @throws DomainError "account.not_allowed", "account.finance_only", "order.not_found", "order.illegal_transition",
 *   "order.too_late_to_cancel", "order.tracking_required", "shipment.already_sent" unless the number is for the one
 *   parcel that is not sent yet; for production "order.held", "print_house.not_found"
 */
export async function moveOrder(
  ctx: Ctx,
  input: { orderId: Id<'order'>; move: MoveOrderInput },
): Promise<void> {
  requireStaff(ctx, 'production');
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
        await startProduction(tx, { orderId, printHouseId: null });
        return;
      case 'SHIPPED': {
        requireMove(order.status, move.to, 'staff');
        const [parcel, ...others] = unsentParcels(order);
        if (!parcel || others.length > 0) throw new DomainError('shipment.already_sent');
        await sendByHand(tx, {
          parcelId: parcel.id,
          carrier: move.carrier,
          trackingNumber: move.trackingNumber,
        });
        return;
      }
      case 'DELIVERED':
        requireMove(order.status, move.to, 'staff');
        return arriveByHand(tx, order);
      case 'CANCELLED':
        if (givesMoneyBack(order)) requireFinance(ctx);
        await stopPrinting(tx, orderId);
        return cancelLockedOrder(tx, order, { by: 'staff', reason: move.reason });
    }
  });
}
