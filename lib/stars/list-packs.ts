import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import type { Ctx } from '@/lib/db/context';
import { findActivePacks } from './purchase-store';

export type PackView = {
  id: Id<'starPack'>;
  stars: number;
  price: Money;
  /** What a star costs less than in the smallest pack, in whole percent; 0 for that one. */
  savingPercent: number;
};

/** The packs on sale in a currency, smallest first. */
export async function listPacks(ctx: Ctx, currency: Currency): Promise<PackView[]> {
  const rows = await findActivePacks(ctx);
  const packs = rows.flatMap(({ id, stars, prices }) => {
    const price = prices.find((row) => row.currency === currency);
    return price ? [{ id: id as Id<'starPack'>, stars, amountMinor: price.amountMinor }] : [];
  });
  const [smallest] = [...packs].sort((a, b) => a.stars - b.stars);
  return packs.map(({ id, stars, amountMinor }) => {
    const part = smallest ? (amountMinor * smallest.stars) / (stars * smallest.amountMinor) : 1;
    return {
      id,
      stars,
      price: money(amountMinor, currency),
      savingPercent: Math.max(0, Math.floor((1 - part) * 100)),
    };
  });
}
