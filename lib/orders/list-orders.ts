import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import { asPerson, type Ctx } from '@/lib/db/context';
import type { OrderStatus } from './order-states';
import { findOrders } from './store';

export type OrderSummary = {
  id: Id<'order'>;
  number: string;
  status: OrderStatus;
  placedAt: string;
  titles: string[];
  /** Printed ones; 0 in an order of files alone. */
  copies: number;
  total: Money;
};

const PAGE_SIZE = 20;

/** The person's orders, newest first. @param input.page from 1 */
export async function listOrders(
  ctx: Ctx,
  input: { page: number },
): Promise<{ orders: OrderSummary[]; hasMore: boolean }> {
  const person = asPerson(ctx);
  const rows = await findOrders(person, {
    skip: (input.page - 1) * PAGE_SIZE,
    take: PAGE_SIZE + 1,
  });
  const orders = rows.slice(0, PAGE_SIZE).map((row) => ({
    id: row.id as Id<'order'>,
    number: row.number,
    status: row.status,
    placedAt: row.placedAt.toISOString(),
    // One calendar may go to several addresses.
    titles: [...new Set(row.items.map(({ title }) => title))],
    copies: row.items.reduce(
      (sum, { parcelId, quantity }) => sum + (parcelId === null ? 0 : quantity),
      0,
    ),
    total: money(row.totalMinor, row.currency as Currency),
  }));
  return { orders, hasMore: rows.length > PAGE_SIZE };
}
