import { type Currency, type Money, money, splitMoney } from '@/lib/core/money';
import { dueMinorOf } from './due-minor-of';

type PaidOrder = {
  currency: string;
  totalMinor: number;
  certificateMinor: number;
  wrapMinor: number;
  deliveryMinor: number;
  discountMinor: number;
  items: readonly {
    title: string;
    quantity: number;
    totalMinor: number;
    discountMinor: number;
    /** Null for a file. */
    parcelId: string | null;
    product: { slug: string; names: unknown };
  }[];
};

export type PayLine = {
  name: string;
  unit: Money;
  quantity: number;
  code: string;
  nature: 'goods' | 'file' | 'delivery';
};

/**
 * What the pay page lists. No till takes a line below zero, so reductions are inside the lines: a promo code in the
 * calendars it is for, a free delivery as no delivery, certificates off all lines in proportion, to the minor unit. The
 * lines add up to what is due; lines of nothing are left out.
 */
export function payLines<Order extends PaidOrder>(
  order: Order,
  words: {
    delivery: string;
    wrap: string;
    untitled: string;
    productOf: (item: Order['items'][number]) => string;
  },
): PayLine[] {
  const currency = order.currency as Currency;
  const ofItems = order.items.reduce((sum, { discountMinor }) => sum + discountMinor, 0);
  const full = [
    ...order.items.map((item: Order['items'][number]) => ({
      name: `${item.title || words.untitled}: ${words.productOf(item)}`,
      code: item.product.slug,
      nature: item.parcelId === null ? ('file' as const) : ('goods' as const),
      quantity: item.quantity,
      minor: item.totalMinor - item.discountMinor,
    })),
    {
      name: words.wrap,
      code: 'wrap',
      nature: 'goods' as const,
      quantity: 1,
      minor: order.wrapMinor,
    },
    {
      name: words.delivery,
      code: 'delivery',
      nature: 'delivery' as const,
      quantity: 1,
      minor: order.deliveryMinor - (order.discountMinor - ofItems),
    },
  ].filter(({ minor }) => minor > 0);
  if (full.length === 0) return [];
  const shares = splitMoney(
    money(dueMinorOf(order), currency),
    full.map(({ minor }) => minor),
  );
  return full.flatMap(({ name, code, nature, quantity }, index): PayLine[] => {
    const minor = shares[index]?.amountMinor ?? 0;
    if (minor === 0) return [];
    if (minor % quantity === 0) {
      return [{ name, code, nature, unit: money(minor / quantity, currency), quantity }];
    }
    // Copies that do not divide evenly: one line for all of them.
    const unit = money(minor, currency);
    return [{ name: `${name} × ${quantity}`, code, nature, unit, quantity: 1 }];
  });
}
