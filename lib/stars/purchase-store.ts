import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';

const WITH_PAYMENT = {
  payment: {
    include: {
      refunds: { orderBy: { createdAt: 'asc' } },
      disputes: { where: { status: { not: 'WON' } }, select: { id: true } },
    },
  },
} as const satisfies Prisma.StarPurchaseInclude;

export type PurchaseRow = Prisma.StarPurchaseGetPayload<{ include: typeof WITH_PAYMENT }>;

type Owner = { ownerId: string };

export function findActivePacks(ctx: ReadCtx) {
  return ctx.db.starPack.findMany({
    where: { isActive: true },
    include: { prices: true },
    orderBy: [{ sortOrder: 'asc' }, { stars: 'asc' }],
  });
}

export function findActivePack(ctx: ReadCtx, packId: string) {
  return ctx.db.starPack.findFirst({
    where: { id: packId, isActive: true },
    include: { prices: true },
  });
}

export function findPurchase(ctx: ReadCtx, owner: Owner, id: string): Promise<PurchaseRow | null> {
  return ctx.db.starPurchase.findFirst({ where: { id, ...owner }, include: WITH_PAYMENT });
}

/** Every purchase of some people with its payment. */
export function findPurchaseIds(ctx: ReadCtx, ownerIds: readonly string[]) {
  return ctx.db.starPurchase.findMany({
    where: { ownerId: { in: [...ownerIds] } },
    select: { id: true, paymentId: true },
  });
}

export function findPurchaseByKey(
  ctx: ReadCtx,
  owner: Owner,
  requestKey: string,
): Promise<PurchaseRow | null> {
  return ctx.db.starPurchase.findFirst({ where: { requestKey, ...owner }, include: WITH_PAYMENT });
}

/** Purchases that money moved for, or still may; newest first. */
export function findPurchases(ctx: ReadCtx, owner: Owner, take: number): Promise<PurchaseRow[]> {
  return ctx.db.starPurchase.findMany({
    where: {
      ...owner,
      payment: {
        OR: [
          { status: 'PAID' },
          { quarantineReason: { not: null } },
          { status: { in: ['CREATED', 'PENDING'] }, expiresAt: { gt: ctx.clock.now() } },
        ],
      },
    },
    include: WITH_PAYMENT,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
  });
}

/** The purchase a payment is for, locked until the transaction ends: before the payment and before the account. */
export async function lockPurchase(
  tx: TxCtx,
  where: { paymentId: string } | { id: string; ownerId: string },
): Promise<PurchaseRow | null> {
  const row = await tx.db.starPurchase.findFirst({ where, select: { id: true } });
  if (!row) return null;
  await tx.db.$queryRaw`select 1 from "StarPurchase" where "id" = ${row.id} for update`;
  return tx.db.starPurchase.findUnique({ where: { id: row.id }, include: WITH_PAYMENT });
}

export async function insertPurchase(
  tx: TxCtx,
  data: Prisma.StarPurchaseUncheckedCreateInput,
): Promise<void> {
  await tx.db.starPurchase.create({ data });
}

export async function addRefundedStars(tx: TxCtx, id: string, stars: number): Promise<void> {
  await tx.db.starPurchase.update({
    where: { id },
    data: { refundedStars: { increment: stars } },
  });
}

export async function findEmail(ctx: ReadCtx, userId: string): Promise<string | null> {
  const user = await ctx.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true },
  });
  return user.email;
}

/** False for who was blocked or is being erased. */
export async function isActive(ctx: ReadCtx, userId: string): Promise<boolean> {
  return (await ctx.db.user.count({ where: { id: userId, blockedAt: null } })) > 0;
}
