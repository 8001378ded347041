import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma, PromoCode } from '@/lib/db/generated/client';

export function findPromoByCode(ctx: ReadCtx, code: string): Promise<PromoCode | null> {
  return ctx.db.promoCode.findUnique({ where: { code } });
}

export function findPromoById(ctx: ReadCtx, id: string): Promise<PromoCode | null> {
  return ctx.db.promoCode.findUnique({ where: { id } });
}

/** Whether this person, or anybody at this address, has an order that uses the code. */
export async function hasUsed(
  ctx: ReadCtx,
  promoCodeId: string,
  customer: { ownerId: string; emailHash: string | null },
): Promise<boolean> {
  const found = await ctx.db.promoUse.findFirst({
    where: {
      promoCodeId,
      releasedAt: null,
      OR: [
        { ownerId: customer.ownerId },
        ...(customer.emailHash === null ? [] : [{ emailHash: customer.emailHash }]),
      ],
    },
    select: { id: true },
  });
  return found !== null;
}

/**
 * Takes one use of a code that may be used now. Its row stays locked until the transaction ends, so that uses of one
 * code are decided one after the other.
 */
export async function takeUse(tx: TxCtx, promoCodeId: string): Promise<boolean> {
  const now = tx.clock.now();
  const count = await tx.db.$executeRaw`
    update "PromoCode" set "uses" = "uses" + 1
    where "id" = ${promoCodeId} and "isActive" and ("maxUses" is null or "uses" < "maxUses")
      and ("startsAt" is null or "startsAt" <= ${now}) and ("endsAt" is null or "endsAt" > ${now})`;
  return count === 1;
}

export async function insertUse(
  tx: TxCtx,
  data: Prisma.PromoUseUncheckedCreateInput,
): Promise<void> {
  await tx.db.promoUse.create({ data });
}

/** @returns the code whose use was released; null when the order has none, or none any more */
export async function markReleased(tx: TxCtx, orderId: string): Promise<string | null> {
  const rows = await tx.db.$queryRaw<{ promoCodeId: string }[]>`
    update "PromoUse" set "releasedAt" = ${tx.clock.now()}
    where "orderId" = ${orderId} and "releasedAt" is null returning "promoCodeId"`;
  return rows[0]?.promoCodeId ?? null;
}

export async function giveUseBack(tx: TxCtx, promoCodeId: string): Promise<void> {
  await tx.db.promoCode.updateMany({
    where: { id: promoCodeId, uses: { gt: 0 } },
    data: { uses: { decrement: 1 } },
  });
}
