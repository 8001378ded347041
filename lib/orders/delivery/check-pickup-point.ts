import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import { type DeliveryMethod, METHODS, type MethodSpec, type PickupPoint } from './methods';

/**
 * The branch or locker of a parcel as the carrier knows it now, whatever the browser says of it; null for methods
 * that need none. A carrier that is away stops no order: the point is kept as it was chosen and judged again when the
 * waybill is made. Calls the network: never inside a transaction.
 * @throws DomainError "delivery.point_required", "delivery.point_not_found"
 */
export async function checkPickupPoint(
  ctx: Ctx,
  input: { method: DeliveryMethod; pickupPoint: PickupPoint | null },
): Promise<PickupPoint | null> {
  const spec: MethodSpec = METHODS[input.method];
  if (!spec.needsPoint) return null;
  const { pickupPoint } = input;
  if (!pickupPoint) throw new DomainError('delivery.point_required');
  const carrier = ctx.providers.carriers['nova-poshta'];
  if (!carrier) throw new DomainError('carrier.unavailable');
  try {
    const found = await carrier.findPoint({
      cityRef: pickupPoint.cityRef,
      pointRef: pickupPoint.ref,
    });
    if (!found) throw new DomainError('delivery.point_not_found');
    return found;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'carrier.unavailable') throw error;
    ctx.log.warn('pickup point not checked: the carrier is away', { ref: pickupPoint.ref });
    return pickupPoint;
  }
}
