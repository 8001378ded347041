import { type Id, newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { CARRIER_IDS, CARRIERS, type CarrierId, trackingUrlOf } from '../carriers';
import type { Mover } from '../order-states';
import { insertShipment } from '../store';
import { findSameShipment, insertShipmentEvent } from './delivery-store';
import { followShipments } from './follow-shipments';

type NewShipment = {
  orderId: string;
  parcelId: string;
  /** The hand-off whose paper is in it; null where there was none. */
  printJobId: string | null;
  /** One of lib/orders/carriers.ts, or a house's own word for a carrier that we do not know. */
  carrier: CarrierId | (string & {});
  trackingNumber: string;
  /** The page of the carrier; left out, it is made from the carrier's pattern. */
  trackingUrl?: string | null;
  cost?: { amountMinor: number; currency: string } | null;
  by: Mover;
};

/**
 * Writes down that a parcel is on its way under a number, and lets the order follow. The same number for the same
 * parcel is one shipment. The caller has locked the order.
 */
export async function addShipment(tx: TxCtx, input: NewShipment): Promise<Id<'shipment'>> {
  const { orderId, parcelId, printJobId, carrier, trackingNumber } = input;
  const same = await findSameShipment(tx, parcelId, trackingNumber);
  if (same) return same.id as Id<'shipment'>;
  const known = CARRIER_IDS.find((id) => id === carrier);
  const shipmentId = newId('shipment');
  const now = tx.clock.now();
  await insertShipment(tx, {
    id: shipmentId,
    orderId,
    parcelId,
    printJobId,
    carrier: known ? CARRIERS[known].name : carrier,
    status: 'IN_TRANSIT',
    trackingNumber,
    trackingUrl: input.trackingUrl ?? (known ? trackingUrlOf(known, trackingNumber) : null),
    costMinor: input.cost?.amountMinor ?? null,
    costCurrency: input.cost?.currency ?? null,
    shippedAt: now,
  });
  await insertShipmentEvent(tx, {
    id: newId('shipmentEvent'),
    shipmentId,
    fromStatus: null,
    toStatus: 'IN_TRANSIT',
    actorId: input.by === 'system' ? null : tx.actor.userId,
    reason: null,
    createdAt: now,
  });
  await followShipments(tx, orderId);
  return shipmentId;
}
