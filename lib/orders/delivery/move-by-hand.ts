import { DomainError } from '@/lib/core/errors';
import type { TxCtx } from '@/lib/db/context';
import { lockShipment } from './delivery-store';
import { followShipments } from './follow-shipments';
import { moveShipment } from './move-shipment';
import { movesByHand, type ShipmentStatus } from './shipment-states';

/**
 * Moves a shipment at the hand of staff, and lets its order follow.
 * @throws DomainError "shipment.not_found", "shipment.illegal_transition"
 */
export async function moveByHand(
  tx: TxCtx,
  input: { shipmentId: string; to: ShipmentStatus; reason: string | null },
): Promise<void> {
  const shipment = await lockShipment(tx, input.shipmentId);
  if (!shipment) throw new DomainError('shipment.not_found');
  const isWaybillMade = shipment.trackingNumber !== '';
  if (!isWaybillMade || !movesByHand(shipment.status).includes(input.to)) {
    throw new DomainError('shipment.illegal_transition', { from: shipment.status, to: input.to });
  }
  await moveShipment(tx, shipment, { to: input.to, reason: input.reason });
  await followShipments(tx, shipment.orderId);
}
