import type { ReadCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';

const WITH_PARTNER = {
  hold: { select: { position: true, amount: true } },
  closing: { select: { position: true, entry: true } },
} as const satisfies Prisma.StarTransactionInclude;

export type HistoryRow = Prisma.StarTransactionGetPayload<{ include: typeof WITH_PARTNER }>;

/**
 * Rows of one account, newest first. A settle moves no stars: its hold tells of it.
 * @param before position below which to begin; null for the newest
 */
export function findHistory(
  ctx: ReadCtx,
  userId: string,
  before: number | null,
  take: number,
): Promise<HistoryRow[]> {
  return ctx.db.starTransaction.findMany({
    where: {
      userId,
      entry: { not: 'SETTLE' },
      ...(before === null ? {} : { position: { lt: before } }),
    },
    include: WITH_PARTNER,
    orderBy: { position: 'desc' },
    take,
  });
}

/** What the rows are about, as far as it belongs to this person. */
export async function findSubjects(ctx: ReadCtx, ownerId: string, ids: readonly string[]) {
  const where = { id: { in: [...ids] }, ownerId };
  const generations = await ctx.db.generation.findMany({
    where,
    select: {
      id: true,
      jobId: true,
      deletedAt: true,
      job: { select: { kind: true } },
      jobTask: { select: { month: true } },
    },
  });
  const trainings = await ctx.db.training.findMany({
    where,
    select: { id: true, loraModel: { select: { id: true, name: true, deletedAt: true } } },
  });
  const upscales = await ctx.db.upscale.findMany({ where, select: { id: true } });
  const styles = await ctx.db.loraModel.findMany({
    where,
    select: { id: true, name: true, deletedAt: true },
  });
  return { generations, trainings, upscales, styles };
}

/** What one use of each active model costs. */
export function findActiveModels(ctx: ReadCtx) {
  return ctx.db.baseModel.findMany({
    where: { isActive: true },
    select: { id: true, name: true, type: true, priceStars: true },
    orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }],
  });
}
