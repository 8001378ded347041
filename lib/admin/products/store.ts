import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { DeliveryRateInput } from './schema';

export async function setCost(
  tx: TxCtx,
  price: { productId: string; currency: string },
  costMinor: number,
): Promise<void> {
  await tx.db.price.updateMany({ where: price, data: { costMinor } });
}

/** The steps of one price become exactly these. */
export async function setSteps(
  tx: TxCtx,
  price: { productId: string; currency: string },
  steps: readonly { fromCopies: number; amountMinor: number }[],
): Promise<void> {
  const { id: priceId } = await tx.db.price.findUniqueOrThrow({
    where: { productId_currency: price },
    select: { id: true },
  });
  await tx.db.priceStep.deleteMany({ where: { priceId } });
  await tx.db.priceStep.createMany({ data: steps.map((step) => ({ priceId, ...step })) });
}

/** Two members of staff who save one thing at once wait for each other. */
export async function lockProduct(tx: TxCtx, productId: string): Promise<void> {
  await tx.db.$queryRaw`select 1 from "Product" where "id" = ${productId} for update`;
}

export function findWrapPrices(ctx: ReadCtx) {
  return ctx.db.wrapPrice.findMany({ orderBy: { currency: 'asc' } });
}

export async function setWrapPrice(
  tx: TxCtx,
  price: { currency: string; amountMinor: number; isActive: boolean },
): Promise<void> {
  const { currency, ...data } = price;
  await tx.db.wrapPrice.upsert({ where: { currency }, create: price, update: data });
}

export function findRates(ctx: ReadCtx, where: { country: string; method?: string }) {
  return ctx.db.deliveryRate.findMany({
    where,
    orderBy: [{ method: 'asc' }, { currency: 'asc' }],
  });
}

/** The rates of one country and method become exactly these. */
export async function setRates(tx: TxCtx, input: DeliveryRateInput): Promise<void> {
  const { country, method, prices, ...shared } = input;
  await tx.db.deliveryRate.deleteMany({
    where: { country, method, currency: { notIn: prices.map(({ currency }) => currency) } },
  });
  for (const { currency, amountMinor, extraMinor } of prices) {
    const data = { ...shared, amountMinor, extraMinor };
    await tx.db.deliveryRate.upsert({
      where: { country_method_currency: { country, method, currency } },
      create: { country, method, currency, ...data },
      update: data,
    });
  }
}
