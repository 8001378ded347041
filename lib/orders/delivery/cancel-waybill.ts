import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { findShipment, lockShipment } from './delivery-store';
import { moveShipment } from './move-shipment';
import { requireShipmentMove } from './shipment-states';

/**
 * Calls a waybill off at the carrier and here, while its parcel is still with us. For staff, who are admitted by their
 * use case. Calling off what the carrier no longer has is success.
 * @throws DomainError "shipment.not_found", "shipment.illegal_transition", "shipment.refused" in the carrier's words,
 *   "carrier.unavailable", "request.conflict" while it is being made
 */
export async function cancelWaybill(
  ctx: Ctx,
  input: { shipmentId: Id<'shipment'>; reason: string },
): Promise<void> {
  const shipment = await findShipment(ctx, input.shipmentId);
  if (!shipment) throw new DomainError('shipment.not_found');
  requireShipmentMove(shipment.status, 'CANCELLED');
  if (shipment.externalRef) {
    const carrier = ctx.providers.carriers['nova-poshta'];
    if (!carrier) throw new DomainError('carrier.unavailable');
    await carrier.cancelShipment(shipment.externalRef);
  }
  await inTransaction(ctx, async (tx) => {
    const now = await lockShipment(tx, input.shipmentId);
    if (!now) throw new DomainError('shipment.not_found');
    if (now.status === 'CANCELLED') return;
    // A call for its number may be on its way: what it makes must not be forgotten.
    if (now.externalRef !== shipment.externalRef || (!now.externalRef && now.checkedAt)) {
      throw new DomainError('request.conflict');
    }
    await moveShipment(tx, now, { to: 'CANCELLED', reason: input.reason });
  });
}
