import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import type { PromoFilter, PromoSort } from './schema';

const ORDERS: Record<PromoSort, Prisma.PromoCodeOrderByWithRelationInput> = {
  made: { createdAt: 'asc' },
  '-made': { createdAt: 'desc' },
  code: { code: 'asc' },
  '-code': { code: 'desc' },
  uses: { uses: 'asc' },
  '-uses': { uses: 'desc' },
  ends: { endsAt: { sort: 'asc', nulls: 'last' } },
  '-ends': { endsAt: { sort: 'desc', nulls: 'first' } },
};

const USES_SHOWN = 100;

function whereOf(filter: PromoFilter, now: Date): Prisma.PromoCodeWhereInput {
  const { search, state } = filter;
  const and: Prisma.PromoCodeWhereInput[] = [];
  if (search) {
    and.push({
      OR: [
        { code: { contains: search.toUpperCase() } },
        { note: { contains: search, mode: 'insensitive' } },
      ],
    });
  }
  if (state !== null) and.push({ isActive: state !== 'off' });
  if (state === 'over') and.push({ endsAt: { lte: now } });
  if (state === 'planned') and.push({ startsAt: { gt: now } });
  if (state === 'active' || state === 'used_up') {
    // No day is any day: SQL's comparison with nothing is neither true nor false.
    and.push({ OR: [{ endsAt: null }, { endsAt: { gt: now } }] });
    and.push({ OR: [{ startsAt: null }, { startsAt: { lte: now } }] });
  }
  return { AND: and };
}

export async function findPromos(
  ctx: ReadCtx,
  filter: PromoFilter,
  page: { skip: number; take: number },
) {
  const now = ctx.clock.now();
  const where = whereOf(filter, now);
  const { uses } = ctx.db.promoCode.fields;
  const limit: Prisma.PromoCodeWhereInput =
    filter.state === 'used_up'
      ? { maxUses: { lte: uses } }
      : filter.state === 'active'
        ? { OR: [{ maxUses: null }, { maxUses: { gt: uses } }] }
        : {};
  const all = { AND: [where, limit] };
  const total = await ctx.db.promoCode.count({ where: all });
  const rows = await ctx.db.promoCode.findMany({
    where: all,
    orderBy: [ORDERS[filter.sort ?? '-made'], { id: 'desc' }],
    ...page,
  });
  return { total, rows };
}

export function findAnyPromo(ctx: ReadCtx, id: string) {
  return ctx.db.promoCode.findUnique({
    where: { id },
    include: {
      _count: { select: { useRows: true } },
      useRows: {
        orderBy: { createdAt: 'desc' },
        take: USES_SHOWN,
        include: {
          order: {
            select: {
              id: true,
              number: true,
              status: true,
              currency: true,
              discountMinor: true,
              totalMinor: true,
            },
          },
        },
      },
    },
  });
}

/** Waits for orders that take or give back a use of it. */
export async function lockPromo(tx: TxCtx, id: string) {
  await tx.db.$queryRaw`select 1 from "PromoCode" where "id" = ${id} for update`;
  return tx.db.promoCode.findUnique({
    where: { id },
    include: { _count: { select: { useRows: true } } },
  });
}

/** @returns false when the code is taken */
export async function insertPromo(
  tx: TxCtx,
  data: Prisma.PromoCodeCreateManyInput,
): Promise<boolean> {
  const { count } = await tx.db.promoCode.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

export async function isCodeTaken(tx: TxCtx, code: string, exceptId: string): Promise<boolean> {
  const found = await tx.db.promoCode.findFirst({
    where: { code, id: { not: exceptId } },
    select: { id: true },
  });
  return found !== null;
}

export async function updatePromo(
  tx: TxCtx,
  id: string,
  data: Prisma.PromoCodeUncheckedUpdateInput,
): Promise<void> {
  await tx.db.promoCode.update({ where: { id }, data });
}
