import { assert } from '@/lib/core/assert';
import {
  addMoney,
  type Currency,
  type Money,
  money,
  splitMoney,
  sumMoney,
  taxIncludedIn,
  timesMoney,
} from '@/lib/core/money';

export type PriceLine = { unit: Money; quantity: number };

/** What delivery to one country costs; prices of products and delivery contain tax at `taxBasisPoints`. */
export type PriceRate = {
  delivery: Money;
  /** Added for each calendar after the first one. */
  extra: Money;
  taxBasisPoints: number;
};

export type PricedCart = {
  /** In the order of the lines given; `tax` is the share contained in the line's total. */
  lines: { unit: Money; quantity: number; total: Money; tax: Money }[];
  items: Money;
  delivery: Money;
  deliveryTax: Money;
  /** Contained in `total`, not added to it. */
  tax: Money;
  taxBasisPoints: number;
  total: Money;
};

/** Copies of one calendar and copies in one order: a person's order, not a reseller's. */
export const QUANTITY_MAX = 99;
export const ORDER_QUANTITY_MAX = 300;

/**
 * The one place that computes what an order costs. Tax is computed once on the total and then shared out by largest
 * remainder, so that the parts add up to the cent.
 * @throws Error (assertion) for no lines, mixed currencies or quantities that are not whole and positive
 */
export function priceCart(
  lines: readonly PriceLine[],
  rate: PriceRate,
  currency: Currency,
): PricedCart {
  assert(lines.length > 0, 'a price needs at least one line');
  for (const { quantity } of lines) {
    assert(Number.isSafeInteger(quantity) && quantity > 0, `quantity ${quantity} is positive`);
  }
  const totals = lines.map(({ unit, quantity }) => timesMoney(unit, quantity));
  const items = sumMoney(totals, currency);
  const copies = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const delivery = addMoney(rate.delivery, timesMoney(rate.extra, copies - 1));
  const total = addMoney(items, delivery);
  const tax = taxIncludedIn(total, rate.taxBasisPoints);
  const shares =
    total.amountMinor > 0
      ? splitMoney(
          tax,
          [...totals, delivery].map((part) => part.amountMinor),
        )
      : [...totals, delivery].map(() => money(0, currency));
  return {
    lines: lines.map(({ unit, quantity }, index) => ({
      unit,
      quantity,
      total: totals[index] as Money,
      tax: shares[index] as Money,
    })),
    items,
    delivery,
    deliveryTax: shares[lines.length] as Money,
    tax,
    taxBasisPoints: rate.taxBasisPoints,
    total,
  };
}
