import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { type PackCurrency, type PackPrice, TELEGRAM_STARS } from './pack-price';
import { findActivePacks } from './purchase-store';

export type PackView = {
  id: Id<'starPack'>;
  stars: number;
  price: PackPrice;
  /** What it costs in Telegram Stars; null where it cannot be paid so. */
  telegramPrice: PackPrice | null;
  /** What a star costs less than in the smallest pack, in whole percent; 0 for that one. */
  savingPercent: number;
};

/** The packs on sale in a currency, smallest first. */
export async function listPacks(ctx: Ctx, currency: PackCurrency): Promise<PackView[]> {
  const rows = await findActivePacks(ctx);
  const packs = rows.flatMap(({ id, stars, prices }) => {
    const price = prices.find((row) => row.currency === currency);
    const telegram = prices.find((row) => row.currency === TELEGRAM_STARS)?.amountMinor;
    const pack = { id: id as Id<'starPack'>, stars, telegram };
    return price ? [{ ...pack, amountMinor: price.amountMinor }] : [];
  });
  const [smallest] = [...packs].sort((a, b) => a.stars - b.stars);
  return packs.map(({ id, stars, amountMinor, telegram }) => {
    const part = smallest ? (amountMinor * smallest.stars) / (stars * smallest.amountMinor) : 1;
    return {
      id,
      stars,
      price: { amountMinor, currency },
      telegramPrice:
        telegram === undefined ? null : { amountMinor: telegram, currency: TELEGRAM_STARS },
      savingPercent: Math.max(0, Math.floor((1 - part) * 100)),
    };
  });
}
