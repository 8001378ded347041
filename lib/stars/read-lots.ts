import type { ReadCtx } from '@/lib/db/context';
import { type LotRow, type Lots, lotsOf } from './lots';
import { findPurchaseIds } from './purchase-store';
import { findLotRows } from './store';

/**
 * Which of a person's free stars were bought with which pack. To decide by it, lock the account first (lockAccount):
 * the rows stay as they are then until the transaction ends.
 */
export async function readLots(ctx: ReadCtx, userId: string): Promise<Lots> {
  const lots = await readLotsOf(ctx, [userId]);
  return lots.get(userId) ?? lotsOf([], new Map());
}

/** The same for several people at once; who has no rows is left out. */
export async function readLotsOf(
  ctx: ReadCtx,
  userIds: readonly string[],
): Promise<Map<string, Lots>> {
  const purchases = await findPurchaseIds(ctx, userIds);
  const purchaseOf = new Map(purchases.map(({ id, paymentId }) => [paymentId, id]));
  const rows = new Map<string, LotRow[]>();
  for (const { userId, ...row } of await findLotRows(ctx, userIds)) {
    const own = rows.get(userId) ?? [];
    own.push(row);
    rows.set(userId, own);
  }
  return new Map([...rows].map(([userId, own]) => [userId, lotsOf(own, purchaseOf)]));
}
