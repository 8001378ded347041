import { newId } from '@/lib/core/ids';
import { CURRENCIES, type Currency } from '@/lib/core/money';
import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import { CATALOGUE, COST_BASIS_POINTS, VOLUME_STEPS, WRAP_PRICES } from './catalogue';
import { DELIVERY, NOVA_POSHTA } from './delivery-zones';
import { seedPrintHouses } from './print-houses/seed-print-houses';
import { COUNTRY_CODES } from './served-countries';

/**
 * Puts the products, prices, delivery rates and print houses of a new installation into the database. Running it again adds what is
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
    const isPrinted = product.kind !== 'PDF';
    for (const currency of CURRENCIES) {
      await seedPrice(db, { productId: id, currency, amountMinor: prices[currency], isPrinted });
    }
  }
  await db.wrapPrice.createMany({
    data: CURRENCIES.map((currency) => ({ currency, amountMinor: WRAP_PRICES[currency] })),
    skipDuplicates: true,
  });
  await db.deliveryRate.createMany({
    data: COUNTRY_CODES.flatMap((country) => {
      const { zone, taxBasisPoints } = DELIVERY[country];
      const zones = { post: zone, ...(country === 'UA' ? NOVA_POSHTA : {}) };
      return Object.entries(zones).flatMap(([method, { days, first, extra }]) =>
        CURRENCIES.map((currency) => ({
          country,
          method,
          currency,
          amountMinor: first[currency],
          extraMinor: extra[currency],
          daysMin: days[0],
          daysMax: days[1],
          taxBasisPoints,
        })),
      );
    }),
    skipDuplicates: true,
  });
  await seedPrintHouses(db);
}

/** A price that is there stays as it is, with its steps. */
async function seedPrice(
  db: PrismaClient | Prisma.TransactionClient,
  price: { productId: string; currency: Currency; amountMinor: number; isPrinted: boolean },
): Promise<void> {
  const { productId, currency, amountMinor, isPrinted } = price;
  const id = newId('price');
  const share = (basisPoints: number) => Math.round((amountMinor * basisPoints) / 10_000);
  const { count } = await db.price.createMany({
    data: [
      {
        id,
        productId,
        currency,
        amountMinor,
        costMinor: isPrinted ? share(COST_BASIS_POINTS) : 0,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0 || !isPrinted) return;
  await db.priceStep.createMany({
    data: VOLUME_STEPS.map(({ fromCopies, basisPoints }) => ({
      priceId: id,
      fromCopies,
      amountMinor: share(basisPoints),
    })),
  });
}
