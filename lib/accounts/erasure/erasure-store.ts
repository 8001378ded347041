import type { Id } from '@/lib/core/ids';
import type { Ctx, ReadCtx, TxCtx } from '@/lib/db/context';
import type { DoneStep } from './erasure-step';

export async function nextErasureNumber(tx: TxCtx): Promise<number> {
  const rows = await tx.db.$queryRaw<{ number: bigint }[]>`
    select nextval('erasure_number_seq') as number`;
  return Number(rows[0]?.number);
}

/** Paid and not yet arrived: the parcel still needs its receiver. */
export function countOrdersUnderWay(ctx: ReadCtx, ownerId: string): Promise<number> {
  return ctx.db.order.count({
    where: { ownerId, status: { in: ['PAID', 'IN_PRODUCTION', 'SHIPPED'] } },
  });
}

/** What a person would lose that is worth money. */
export async function findWorth(ctx: ReadCtx, userId: string) {
  const account = await ctx.db.starAccount.findUnique({ where: { userId } });
  const orders = await ctx.db.order.count({ where: { ownerId: userId, paidAt: { not: null } } });
  return { stars: account?.balance ?? 0, paidOrders: orders };
}

export function findErasure(ctx: ReadCtx, id: string) {
  return ctx.db.erasure.findUnique({ where: { id } });
}

export function findErasureByKey(ctx: ReadCtx, keyHash: string) {
  return ctx.db.erasure.findUnique({ where: { keyHash } });
}

export async function saveSteps(
  ctx: Ctx | TxCtx,
  id: string,
  steps: readonly DoneStep[],
): Promise<void> {
  await ctx.db.erasure.updateMany({
    where: { id, status: 'RUNNING' },
    data: { steps: [...steps] },
  });
}

/** The account cannot be used from this moment on. */
export async function closeAccount(tx: TxCtx, userId: Id<'user'>): Promise<void> {
  const now = tx.clock.now();
  await tx.db.user.update({ where: { id: userId }, data: { blockedAt: now } });
  await tx.db.loginSession.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } });
}

/** The last rows that tell who it was. */
export async function emptyAccount(tx: TxCtx, userId: Id<'user'>): Promise<void> {
  const { email } = await tx.db.user.findUniqueOrThrow({ where: { id: userId } });
  const mine = { where: { userId } };
  await tx.db.linkedAccount.deleteMany(mine);
  await tx.db.verificationCode.deleteMany(mine);
  await tx.db.secondFactor.deleteMany(mine);
  await tx.db.staffRole.deleteMany(mine);
  await tx.db.savedFilter.deleteMany({ where: { ownerId: userId } });
  await tx.db.userSetting.deleteMany(mine);
  await tx.db.loginSession.deleteMany(mine);
  await tx.db.consent.updateMany({
    where: { userId, withdrawnAt: null },
    data: { withdrawnAt: tx.clock.now() },
  });
  await tx.db.order.updateMany({ where: { ownerId: userId }, data: { contactEmail: '-' } });
  if (email !== null) await tx.db.signUp.deleteMany({ where: { email } });
  await tx.db.user.update({
    where: { id: userId },
    data: {
      email: null,
      phone: null,
      name: null,
      passwordHash: null,
      emailVerifiedAt: null,
      erasedAt: tx.clock.now(),
    },
  });
}

export async function finishErasure(
  tx: TxCtx,
  id: string,
  steps: readonly DoneStep[],
): Promise<boolean> {
  const { count } = await tx.db.erasure.updateMany({
    where: { id, status: 'RUNNING' },
    data: { status: 'DONE', steps: [...steps], contact: null, finishedAt: tx.clock.now() },
  });
  return count === 1;
}
