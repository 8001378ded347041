import { DomainError } from '@/lib/core/errors';
import type { TxCtx } from '@/lib/db/context';
import { type CarrierId, TRACKING_NUMBER } from '../carriers';
import { addShipment } from './add-shipment';
import { lockParcel } from './delivery-store';
import { nextSending } from './next-sending';
import { SENDABLE_ORDERS } from './request-waybill';

/**
 * Staff gave what of a parcel waits to a carrier and write its number down.
 * @throws DomainError "order.tracking_required" for what is no number, "shipment.not_found",
 *   "order.illegal_transition" before production, "shipment.already_sent", also while a waybill waits for the parcel
 */
export async function sendByHand(
  tx: TxCtx,
  input: { parcelId: string; carrier: CarrierId; trackingNumber: string },
): Promise<void> {
  if (!TRACKING_NUMBER.test(input.trackingNumber)) {
    throw new DomainError(
      'order.tracking_required',
      {},
      { fields: { trackingNumber: 'required' } },
    );
  }
  const parcel = await lockParcel(tx, input.parcelId);
  if (!parcel) throw new DomainError('shipment.not_found');
  const { status } = parcel.order;
  if (!SENDABLE_ORDERS.includes(status)) {
    throw new DomainError('order.illegal_transition', { from: status, to: 'SHIPPED' });
  }
  const next = nextSending(parcel);
  if (!next) throw new DomainError('shipment.already_sent');
  await addShipment(tx, {
    orderId: parcel.orderId,
    parcelId: parcel.id,
    printJobId: next.job?.id ?? null,
    carrier: input.carrier,
    trackingNumber: input.trackingNumber,
    by: 'staff',
  });
}
