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
  const gifts = { buyerId: userId, status: 'ACTIVE', balanceMinor: { gt: 0 } } as const;
  return {
    stars: account?.balance ?? 0,
    paidOrders: orders,
    giftsToMail: await ctx.db.giftCertificate.count({
      where: { ...gifts, deliveredAt: null, recipientEmail: { not: null } },
    }),
    giftsToPrint: await ctx.db.giftCertificate.count({
      where: { ...gifts, recipientEmail: null },
    }),
  };
}

export function findErasure(ctx: ReadCtx, id: string) {
  return ctx.db.erasure.findUnique({ where: { id } });
}

export function findErasureByKey(ctx: ReadCtx, keyHash: string) {
  return ctx.db.erasure.findUnique({ where: { keyHash } });
}

/** Asked for before that and still not done, the oldest first. */
export function findLateErasures(ctx: ReadCtx, startedBefore: Date) {
  return ctx.db.erasure.findMany({
    where: { status: 'RUNNING', startedAt: { lt: startedBefore } },
    orderBy: { startedAt: 'asc' },
    select: { id: true, number: true, startedAt: true },
  });
}

/** Whether a job of the queue, whose rows Prisma does not know, still works on an erasure or waits to. */
export async function hasErasureJob(tx: TxCtx, id: string): Promise<boolean> {
  const rows = await tx.db.$queryRaw<unknown[]>`
    select 1 from pgboss.job
    where name = 'account.erase' and state in ('created', 'retry', 'active') and data ->> 'erasureId' = ${id}
    limit 1`;
  return rows.length > 0;
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
  // What they were before they signed in: the browsers of those guests are theirs too.
  await tx.db.loginSession.deleteMany({ where: { user: { mergedIntoId: userId } } });
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
