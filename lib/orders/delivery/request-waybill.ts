import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { CARRIERS } from '../carriers';
import type { OrderStatus } from '../order-states';
import { insertShipment } from '../store';
import { insertShipmentEvent, lockParcel } from './delivery-store';
import { deliveryMethod, METHODS } from './methods';
import { nextSending } from './next-sending';

/** Before these nothing is printed; a reprint leaves after the order itself has arrived. */
export const SENDABLE_ORDERS: readonly OrderStatus[] = ['IN_PRODUCTION', 'SHIPPED', 'DELIVERED'];

/**
 * Asks for the waybill of what of a parcel waits to be sent. Our row comes first, the carrier is called by a job. A
 * waybill that is being made or waits for its parcel is the one that is meant: nothing is asked for twice.
 * @throws DomainError "shipment.not_found" for a parcel that is not there, "delivery.method_unavailable" when its
 *   method has no waybill, "order.illegal_transition" before production, "shipment.already_sent"
 */
export async function requestWaybill(tx: TxCtx, parcelId: string): Promise<Id<'shipment'>> {
  const parcel = await lockParcel(tx, parcelId);
  if (!parcel) throw new DomainError('shipment.not_found');
  const method = deliveryMethod(parcel.method);
  if (!method || METHODS[method].carrier !== 'nova-poshta') {
    throw new DomainError('delivery.method_unavailable');
  }
  const waiting = parcel.shipments.find(({ status }) => status === 'LABELLED');
  if (waiting) return waiting.id as Id<'shipment'>;
  if (!SENDABLE_ORDERS.includes(parcel.order.status)) {
    throw new DomainError('order.illegal_transition', {
      from: parcel.order.status,
      to: 'SHIPPED',
    });
  }
  const next = nextSending(parcel);
  if (!next) throw new DomainError('shipment.already_sent');
  const shipmentId = newId('shipment');
  const now = tx.clock.now();
  await insertShipment(tx, {
    id: shipmentId,
    orderId: parcel.orderId,
    parcelId,
    printJobId: next.job?.id ?? null,
    carrier: CARRIERS['nova-poshta'].name,
    status: 'LABELLED',
    trackingNumber: '',
    shippedAt: now,
  });
  await insertShipmentEvent(tx, {
    id: newId('shipmentEvent'),
    shipmentId,
    fromStatus: null,
    toStatus: 'LABELLED',
    actorId: tx.actor.userId,
    reason: null,
    createdAt: now,
  });
  await enqueue(tx, 'waybill.make', { shipmentId });
  return shipmentId;
}
