import { DomainError } from '@/lib/core/errors';
import { type Currency, money } from '@/lib/core/money';
import type { PlainDate } from '@/lib/core/plain-date';
import { asPerson, type Ctx, type ReadCtx } from '@/lib/db/context';
import { arrivalWindow } from './arrival-window';
import { ORDER_QUANTITY_MAX, type PricedCart, priceCart } from './price-cart';
import { type CartItemRow, findCartItems, findDeliveryRate } from './store';

export type Quote = { priced: PricedCart; arrival: { from: PlainDate; to: PlainDate } };

/** What the cart costs delivered to a country, and when it arrives. Computed here and nowhere else. */
export async function quoteCart(
  ctx: Ctx,
  wish: { country: string; currency: Currency },
): Promise<Quote> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  return quoteItems(ctx, await findCartItems(ctx, owner), wish);
}

/** @throws DomainError "cart.empty", "order.country_not_served", "product.not_found", "cart.too_many" */
export async function quoteItems(
  ctx: ReadCtx,
  items: readonly CartItemRow[],
  wish: { country: string; currency: Currency },
): Promise<Quote> {
  if (items.length === 0) throw new DomainError('cart.empty');
  const rate = await findDeliveryRate(ctx, wish.country, wish.currency);
  if (!rate) {
    throw new DomainError(
      'order.country_not_served',
      {},
      { fields: { 'address.country': 'not_served' } },
    );
  }
  const copies = items.reduce((sum, { quantity }) => sum + quantity, 0);
  if (copies > ORDER_QUANTITY_MAX)
    throw new DomainError('cart.too_many', { max: ORDER_QUANTITY_MAX });
  const lines = items.map(({ product, quantity }) => {
    const price = product.prices.find(({ currency }) => currency === wish.currency);
    if (!price) throw new DomainError('product.not_found');
    return { unit: money(price.amountMinor, wish.currency), quantity };
  });
  const priced = priceCart(
    lines,
    {
      delivery: money(rate.amountMinor, wish.currency),
      extra: money(rate.extraMinor, wish.currency),
      taxBasisPoints: rate.taxBasisPoints,
    },
    wish.currency,
  );
  return { priced, arrival: arrivalWindow(ctx.clock.now(), rate) };
}
