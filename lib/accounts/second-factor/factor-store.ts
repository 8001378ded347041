import type { Id } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';

export function findFactor(ctx: ReadCtx, userId: Id<'user'>) {
  return ctx.db.secondFactor.findUnique({ where: { userId } });
}

/** @returns false when a confirmed one is there: that is not written over */
export async function putUnconfirmedFactor(
  tx: TxCtx,
  userId: Id<'user'>,
  secretBox: string,
): Promise<boolean> {
  await tx.db.secondFactor.deleteMany({ where: { userId, confirmedAt: null } });
  const { count } = await tx.db.secondFactor.createMany({
    data: [{ userId, secretBox, createdAt: tx.clock.now() }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Moves the newest used step along. @returns false when somebody used this or a later one first */
export async function takeStep(tx: TxCtx, userId: Id<'user'>, step: number): Promise<boolean> {
  const { count } = await tx.db.secondFactor.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

export async function confirmFactor(
  tx: TxCtx,
  userId: Id<'user'>,
  recoveryHashes: string[],
): Promise<boolean> {
  const { count } = await tx.db.secondFactor.updateMany({
    where: { userId, confirmedAt: null },
    data: { confirmedAt: tx.clock.now(), recoveryHashes },
  });
  return count === 1;
}

export async function lockFactor(tx: TxCtx, userId: Id<'user'>) {
  await tx.db.$queryRaw`select 1 from "SecondFactor" where "userId" = ${userId} for update`;
  return findFactor(tx, userId);
}

export async function putRecoveryHashes(
  tx: TxCtx,
  userId: Id<'user'>,
  recoveryHashes: string[],
): Promise<void> {
  await tx.db.secondFactor.update({ where: { userId }, data: { recoveryHashes } });
}

/** From now on this browser counts as having shown it. */
export async function markShown(tx: TxCtx, loginSessionId: Id<'loginSession'>): Promise<void> {
  await tx.db.loginSession.updateMany({
    where: { id: loginSessionId, endedAt: null },
    data: { secondFactorAt: tx.clock.now() },
  });
}

export async function deleteFactor(tx: TxCtx, userId: Id<'user'>): Promise<void> {
  await tx.db.secondFactor.deleteMany({ where: { userId } });
}
