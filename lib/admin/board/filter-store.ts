import type { Id } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { SavedFilter } from '@/lib/db/generated/client';

const DESK = 'orders';

type Owner = { ownerId: Id<'user'> };

export function findSavedFilters(ctx: ReadCtx, { ownerId }: Owner): Promise<SavedFilter[]> {
  return ctx.db.savedFilter.findMany({
    where: { ownerId, desk: DESK },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** Savings of one person wait for each other, so that the limit holds. */
export async function lockSavedFilters(tx: TxCtx, { ownerId }: Owner): Promise<void> {
  await tx.db.$queryRaw`select 1 from "User" where "id" = ${ownerId} for no key update`;
}

export function putSavedFilter(
  tx: TxCtx,
  filter: Owner & { id: string; name: string; query: string },
): Promise<SavedFilter> {
  const { ownerId, name, query } = filter;
  return tx.db.savedFilter.upsert({
    where: { ownerId_desk_name: { ownerId, desk: DESK, name } },
    create: { ...filter, desk: DESK, createdAt: tx.clock.now() },
    update: { query },
  });
}

export async function deleteSavedFilter(
  tx: TxCtx,
  { ownerId }: Owner,
  id: string,
): Promise<boolean> {
  const { count } = await tx.db.savedFilter.deleteMany({ where: { id, ownerId, desk: DESK } });
  return count === 1;
}
