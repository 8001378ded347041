import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { insertShipmentEvent, setShipmentStatus } from './delivery-store';
import { requireShipmentMove, type ShipmentStatus } from './shipment-states';

/**
 * Moves a shipment along the table by compare-and-set and writes its history. The caller locks the order and lets it
 * follow (followShipments).
 * @param move.at when the carrier says it happened; now when it says nothing
 * @throws DomainError "shipment.illegal_transition", "request.conflict" when somebody else moved it first
 */
export async function moveShipment(
  tx: TxCtx,
  shipment: { id: string; status: ShipmentStatus; shippedAt: Date },
  move: { to: ShipmentStatus; reason: string | null; at?: Date | null; carrierStatus?: string },
): Promise<void> {
  requireShipmentMove(shipment.status, move.to);
  const now = tx.clock.now();
  // A carrier's clock may be ahead of ours; what has happened is not in the future.
  const at = move.at && move.at < now ? move.at : now;
  const hasMoved = await setShipmentStatus(tx, shipment.id, shipment.status, {
    status: move.to,
    ...(shipment.status === 'LABELLED' && move.to !== 'CANCELLED' ? { shippedAt: at } : {}),
    ...(move.to === 'DELIVERED' ? { deliveredAt: at } : {}),
    ...(move.carrierStatus === undefined
      ? {}
      : { carrierStatus: move.carrierStatus, checkedAt: now }),
  });
  if (!hasMoved) throw new DomainError('request.conflict');
  await insertShipmentEvent(tx, {
    id: newId('shipmentEvent'),
    shipmentId: shipment.id,
    fromStatus: shipment.status,
    toStatus: move.to,
    actorId: tx.actor.userId,
    reason: move.reason,
    createdAt: now,
  });
}
