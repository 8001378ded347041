import type { TxCtx } from '@/lib/db/context';
import type { OrderRow } from '../store';
import { followShipments } from './follow-shipments';
import { moveShipment } from './move-shipment';
import { canMove } from './shipment-states';

/** Says of every parcel of an order that is under way that it has arrived; the order follows. The caller has locked it. */
export async function arriveByHand(tx: TxCtx, order: OrderRow): Promise<void> {
  for (const shipment of order.shipments) {
    if (shipment.status !== 'LABELLED' && canMove(shipment.status, 'DELIVERED')) {
      await moveShipment(tx, shipment, { to: 'DELIVERED', reason: null });
    }
  }
  await followShipments(tx, order.id);
}
