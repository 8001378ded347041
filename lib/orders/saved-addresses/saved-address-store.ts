import type { Id } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma, SavedAddress } from '@/lib/db/generated/client';
import type { Address } from '../address';

type Owner = { ownerId: Id<'user'> };

/** The default first, then the newest. */
export function findSavedAddresses(ctx: ReadCtx, { ownerId }: Owner): Promise<SavedAddress[]> {
  return ctx.db.savedAddress.findMany({
    where: { ownerId },
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
  });
}

export function findSavedAddress(ctx: ReadCtx, { ownerId }: Owner, id: string) {
  return ctx.db.savedAddress.findFirst({ where: { id, ownerId } });
}

export async function insertSavedAddress(
  tx: TxCtx,
  data: { id: string; ownerId: string; label: string; address: Address; isDefault: boolean },
): Promise<void> {
  await tx.db.savedAddress.create({ data: { ...data, createdAt: tx.clock.now() } });
}

export async function updateSavedAddress(
  tx: TxCtx,
  { ownerId }: Owner,
  id: string,
  data: Prisma.SavedAddressUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await tx.db.savedAddress.updateMany({ where: { id, ownerId }, data });
  return count === 1;
}

export async function clearDefaultAddress(tx: TxCtx, { ownerId }: Owner): Promise<void> {
  await tx.db.savedAddress.updateMany({
    where: { ownerId, isDefault: true },
    data: { isDefault: false },
  });
}

export async function deleteSavedAddress(
  tx: TxCtx,
  { ownerId }: Owner,
  id: string,
): Promise<boolean> {
  const { count } = await tx.db.savedAddress.deleteMany({ where: { id, ownerId } });
  return count === 1;
}
