import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { findShipments } from './delivery-store';
import { isLive } from './shipment-states';

/**
 * The labels of waybills as one PDF, a page for each, in the order asked for. For staff, who are admitted by their use
 * case.
 * @throws DomainError "shipment.not_found" when one of them has no label (yet, or any more), "carrier.unavailable"
 */
export async function printLabels(
  ctx: Ctx,
  input: { shipmentIds: readonly Id<'shipment'>[] },
): Promise<Buffer> {
  const carrier = ctx.providers.carriers['nova-poshta'];
  if (!carrier) throw new DomainError('carrier.unavailable');
  const rows = await findShipments(ctx, input.shipmentIds);
  const numbers = input.shipmentIds.map((shipmentId) => {
    const row = rows.find(({ id }) => id === shipmentId);
    if (!row?.externalRef || !isLive(row.status)) throw new DomainError('shipment.not_found');
    return row.trackingNumber;
  });
  return carrier.labels(numbers);
}
