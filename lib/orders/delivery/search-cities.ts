import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import type { DeliveryCity } from './methods';

/** Places where Nova Poshta delivers, best first; at most 20. @throws DomainError "carrier.unavailable" */
export async function searchCities(ctx: Ctx, input: { query: string }): Promise<DeliveryCity[]> {
  const carrier = ctx.providers.carriers['nova-poshta'];
  if (!carrier) throw new DomainError('carrier.unavailable');
  return carrier.searchCities(input.query);
}
