import { newId } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';
import { SIGN_UP_STARS, STAR_PACKS } from './data/star-packs';
import { PACK_CURRENCIES } from './pack-price';
import { SIGN_UP_BONUS } from './welcome-person';

/**
 * Packs, their prices and the welcome of a new installation. Running it again adds what is missing and changes nothing
 * that is there: staff own the prices after the first run.
 */
export async function seedStars(db: PrismaClient): Promise<void> {
  for (const [sortOrder, { slug, stars, prices }] of STAR_PACKS.entries()) {
    await db.starPack.createMany({
      data: [{ id: newId('starPack'), slug, stars, sortOrder }],
      skipDuplicates: true,
    });
    const { id: packId } = await db.starPack.findUniqueOrThrow({ where: { slug } });
    await db.starPackPrice.createMany({
      data: PACK_CURRENCIES.map((currency) => ({
        packId,
        currency,
        amountMinor: prices[currency],
      })),
      skipDuplicates: true,
    });
  }
  await db.starBonus.createMany({
    data: [{ code: SIGN_UP_BONUS, stars: SIGN_UP_STARS }],
    skipDuplicates: true,
  });
}
