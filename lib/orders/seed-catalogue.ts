import { newId } from '@/lib/core/ids';
import { CURRENCIES } from '@/lib/core/money';
import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import { CATALOGUE, DELIVERY } from './catalogue';
import { COUNTRY_CODES } from './served-countries';

/**
 * Puts the products, prices and delivery rates of a new installation into the database. Running it again adds what is
 * missing, also a language that the names lack, and changes nothing that is there: staff own the prices after the first run.
 */
export async function seedCatalogue(db: PrismaClient | Prisma.TransactionClient): Promise<void> {
  for (const { prices, ...product } of CATALOGUE) {
    await db.product.createMany({
      data: [{ id: newId('product'), ...product }],
      skipDuplicates: true,
    });
    const { id, names, descriptions } = await db.product.findUniqueOrThrow({
      where: { slug: product.slug },
    });
    await db.product.update({
      where: { id },
      data: {
        names: { ...product.names, ...(names as object) },
        descriptions: { ...product.descriptions, ...(descriptions as object) },
      },
    });
    await db.price.createMany({
      data: CURRENCIES.map((currency) => ({
        id: newId('price'),
        productId: id,
        currency,
        amountMinor: prices[currency],
      })),
      skipDuplicates: true,
    });
  }
  await db.deliveryRate.createMany({
    data: COUNTRY_CODES.flatMap((country) => {
      const { zone, taxBasisPoints } = DELIVERY[country];
      const [daysMin, daysMax] = zone.days;
      return CURRENCIES.map((currency) => ({
        country,
        currency,
        amountMinor: zone.first[currency],
        extraMinor: zone.extra[currency],
        daysMin,
        daysMax,
        taxBasisPoints,
      }));
    }),
    skipDuplicates: true,
  });
}
