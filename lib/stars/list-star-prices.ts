import type { Ctx } from '@/lib/db/context';
import type { BaseModelType } from '@/lib/db/generated/client';
import { findActiveModels } from './history-store';

export type StarPrice = { id: string; name: string; type: BaseModelType; stars: number };

/** What each thing costs in stars, from the one table of prices. */
export async function listStarPrices(ctx: Ctx): Promise<StarPrice[]> {
  const rows = await findActiveModels(ctx);
  return rows.map(({ id, name, type, priceStars }) => ({
    id,
    name,
    type,
    stars: priceStars,
  }));
}
