import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { LOST_PRINT_JOBS } from '@/lib/orders/print-houses/print-job-states';
import type { PrintFilter } from './schema';

const boardParts = {
  printHouse: true,
  order: { select: { id: true, number: true, status: true, heldAt: true } },
  parcel: { select: { position: true, country: true, address: true, isGift: true } },
  claim: { select: { number: true } },
} satisfies Prisma.PrintJobInclude;
export type BoardJobRow = Prisma.PrintJobGetPayload<{ include: typeof boardParts }>;

function whereOf(filter: PrintFilter): Prisma.PrintJobWhereInput {
  const { search } = filter;
  return {
    ...(filter.status ? { status: filter.status } : {}),
    ...(filter.house ? { printHouseId: filter.house } : {}),
    ...(search
      ? {
          OR: [
            { number: { startsWith: search, mode: 'insensitive' } },
            { order: { number: { startsWith: search, mode: 'insensitive' } } },
            { externalId: search },
          ],
        }
      : {}),
  };
}

export function findBoardJobs(ctx: ReadCtx, filter: PrintFilter, size: number) {
  return ctx.db.printJob.findMany({
    where: whereOf(filter),
    include: boardParts,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: (filter.page - 1) * size,
    take: size,
  });
}

export function countBoardJobs(ctx: ReadCtx, filter: PrintFilter): Promise<number> {
  return ctx.db.printJob.count({ where: whereOf(filter) });
}

export async function countJobsByStatus(ctx: ReadCtx): Promise<Map<string, number>> {
  const rows = await ctx.db.printJob.groupBy({ by: ['status'], _count: true });
  return new Map(rows.map(({ status, _count }) => [status, _count]));
}

/** Paid orders with something to print that nobody has handed over. */
const TO_PRINT = { status: 'PAID', parcels: { some: {} } } satisfies Prisma.OrderWhereInput;

export function countOrdersToPrint(ctx: ReadCtx): Promise<number> {
  return ctx.db.order.count({ where: TO_PRINT });
}

/** Those that wait longest first. */
export function findOrdersToPrint(ctx: ReadCtx, limit: number) {
  return ctx.db.order.findMany({
    where: TO_PRINT,
    select: {
      id: true,
      number: true,
      paidAt: true,
      heldAt: true,
      country: true,
      items: {
        where: { parcelId: { not: null } },
        select: { quantity: true, title: true, product: { select: { slug: true } } },
      },
      // Not by _count, which counts the parcels of all orders first.
      parcels: { select: { id: true } },
    },
    orderBy: [{ paidAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
}

export function findOrderJobs(ctx: ReadCtx, orderId: string) {
  return ctx.db.printJob.findMany({
    where: { orderId },
    include: { ...boardParts, events: { orderBy: { id: 'asc' } } },
    orderBy: { id: 'asc' },
  });
}

export function findHouses(ctx: ReadCtx) {
  return ctx.db.printHouse.findMany({ orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }] });
}

export async function lockHouse(tx: TxCtx, printHouseId: string) {
  await tx.db.$queryRaw`select 1 from "PrintHouse" where "id" = ${printHouseId} for update`;
  return tx.db.printHouse.findUnique({ where: { id: printHouseId } });
}

type HouseData = {
  name: string;
  isActive: boolean;
  sortOrder: number;
  settings: Prisma.InputJsonObject;
};

export async function updateHouse(tx: TxCtx, printHouseId: string, data: HouseData): Promise<void> {
  await tx.db.printHouse.update({ where: { id: printHouseId }, data });
}

export async function insertHouse(
  tx: TxCtx,
  data: HouseData & { id: string; slug: string; kind: 'MANUAL' },
): Promise<void> {
  await tx.db.printHouse.create({ data });
}

export function findProductSlugs(ctx: ReadCtx) {
  return ctx.db.product.findMany({
    where: { kind: 'PRINTED' },
    select: { slug: true, names: true },
    orderBy: { sortOrder: 'asc' },
  });
}

/** So many waiting print jobs are named on a page; more are on the board. */
const LOST_MAX = 50;

/** Calendars that a house refused and that nobody has sent elsewhere: the newest hand-off of each. */
export function findLostPrintJobs(ctx: ReadCtx) {
  const none = { none: { status: { notIn: [...LOST_PRINT_JOBS] } } };
  return ctx.db.printJob.findMany({
    where: {
      status: { in: ['REJECTED', 'FAILED'] },
      OR: [
        {
          claimId: null,
          order: { status: 'IN_PRODUCTION' },
          parcel: {
            printJobs: { none: { claimId: null, status: { notIn: [...LOST_PRINT_JOBS] } } },
          },
        },
        { claim: { status: 'REPRINT', printJobs: none } },
      ],
    },
    include: { order: { select: { id: true, number: true } } },
    orderBy: { createdAt: 'desc' },
    take: LOST_MAX,
  });
}
