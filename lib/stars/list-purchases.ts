import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { type PurchaseView, presentPurchase } from './present-purchase';
import { findPurchase, findPurchases } from './purchase-store';
import { readLots } from './read-lots';

const PURCHASES_SHOWN = 50;

/** What the person bought, newest first, with how much of it can be given back. Attempts that came to nothing are left out. */
export async function listPurchases(ctx: Ctx): Promise<PurchaseView[]> {
  const ownerId = asPerson(ctx).actor.userId;
  const rows = await findPurchases(ctx, { ownerId }, PURCHASES_SHOWN);
  if (rows.length === 0) return [];
  const { packs } = await readLots(ctx, ownerId);
  return rows.map((row) => presentPurchase(row, packs.get(row.id) ?? 0));
}

/** One purchase of the person who asks; null for others' and for none. */
export async function findOwnPurchase(
  ctx: Ctx,
  purchaseId: Id<'starPurchase'>,
): Promise<PurchaseView | null> {
  const ownerId = asPerson(ctx).actor.userId;
  const row = await findPurchase(ctx, { ownerId }, purchaseId);
  if (!row) return null;
  const { packs } = await readLots(ctx, ownerId);
  return presentPurchase(row, packs.get(row.id) ?? 0);
}
