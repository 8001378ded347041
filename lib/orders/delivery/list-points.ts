import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import type { PickupPoint, PointQuery } from './methods';

/** Branches or lockers of a place whose number or street fits; at most 50. @throws DomainError "carrier.unavailable" */
export async function listPoints(ctx: Ctx, input: PointQuery): Promise<PickupPoint[]> {
  const carrier = ctx.providers.carriers['nova-poshta'];
  if (!carrier) throw new DomainError('carrier.unavailable');
  return carrier.listPoints({
    cityRef: input.cityRef,
    service: input.method === 'np-locker' ? 'locker' : 'branch',
    query: input.query,
  });
}
