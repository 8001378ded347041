import type { Currency } from '@/lib/core/money';
import type { ReadCtx } from '@/lib/db/context';

/** What delivery costs wherever we deliver, for one currency. */
export function findRatesIn(ctx: ReadCtx, currency: Currency) {
  return ctx.db.deliveryRate.findMany({
    where: { currency, isActive: true },
    orderBy: [{ country: 'asc' }, { amountMinor: 'asc' }, { method: 'asc' }],
  });
}

export function findWrapIn(ctx: ReadCtx, currency: Currency) {
  return ctx.db.wrapPrice.findFirst({ where: { currency, isActive: true } });
}
