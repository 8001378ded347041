import type { ReadCtx, TxCtx } from '@/lib/db/context';
import { SIGN_UP_BONUS } from '@/lib/stars/welcome-person';

const CHECKS_SHOWN = 12;

const ACCOUNT = { id: true, email: true, name: true, starAccount: true } as const;

export function findStarOwner(ctx: ReadCtx, where: { email: string } | { id: string }) {
  return ctx.db.user.findFirst({
    where: { ...where, role: { not: 'GUEST' }, mergedIntoId: null },
    select: ACCOUNT,
  });
}

export function findAllPacks(ctx: ReadCtx) {
  return ctx.db.starPack.findMany({
    include: { prices: true },
    orderBy: [{ sortOrder: 'asc' }, { stars: 'asc' }],
  });
}

export function findAnyPack(ctx: ReadCtx, packId: string) {
  return ctx.db.starPack.findUnique({ where: { id: packId }, include: { prices: true } });
}

export async function setPackActive(tx: TxCtx, packId: string, isActive: boolean): Promise<void> {
  await tx.db.starPack.update({ where: { id: packId }, data: { isActive } });
}

export async function setPackPrice(
  tx: TxCtx,
  price: { packId: string; currency: string; amountMinor: number },
): Promise<void> {
  const { packId, currency, amountMinor } = price;
  await tx.db.starPackPrice.upsert({
    where: { packId_currency: { packId, currency } },
    create: price,
    update: { amountMinor },
  });
}

export function findWelcome(ctx: ReadCtx) {
  return ctx.db.starBonus.findUnique({ where: { code: SIGN_UP_BONUS } });
}

export async function setWelcome(
  tx: TxCtx,
  bonus: { stars: number; isActive: boolean },
): Promise<void> {
  await tx.db.starBonus.upsert({
    where: { code: SIGN_UP_BONUS },
    create: { code: SIGN_UP_BONUS, ...bonus },
    update: bonus,
  });
}

/** The newest checks, and every one that found something among the last. */
export async function findChecks(ctx: ReadCtx) {
  return ctx.db.starCheck.findMany({ orderBy: { createdAt: 'desc' }, take: CHECKS_SHOWN });
}
