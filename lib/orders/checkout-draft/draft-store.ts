import type { Id } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { CheckoutDraft } from '../schema';

type Owner = { ownerId: Id<'user'> };

export async function findDraft(ctx: ReadCtx, { ownerId }: Owner): Promise<unknown> {
  const row = await ctx.db.checkoutDraft.findUnique({ where: { ownerId } });
  return row?.data ?? null;
}

export async function upsertDraft(
  tx: TxCtx,
  { ownerId }: Owner,
  data: CheckoutDraft,
): Promise<void> {
  const written = { data, updatedAt: tx.clock.now() };
  await tx.db.checkoutDraft.upsert({
    where: { ownerId },
    create: { ownerId, ...written },
    update: written,
  });
}

export async function countCartItems(tx: TxCtx, { ownerId }: Owner): Promise<number> {
  return tx.db.cartItem.count({ where: { ownerId } });
}

/** Part of placing an order: what was filled in is in the order now. */
export async function deleteDraft(tx: TxCtx, { ownerId }: Owner): Promise<void> {
  await tx.db.checkoutDraft.deleteMany({ where: { ownerId } });
}

export async function deleteDraftsBefore(ctx: ReadCtx, instant: Date): Promise<number> {
  const { count } = await ctx.db.checkoutDraft.deleteMany({
    where: { updatedAt: { lt: instant } },
  });
  return count;
}
