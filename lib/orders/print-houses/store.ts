import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { PrintJobStatus, Prisma } from '@/lib/db/generated/client';
import { LOST_PRINT_JOBS, OPEN_PRINT_JOBS } from './print-job-states';

const jobParts = {
  printHouse: true,
  parcel: true,
  claim: true,
  order: {
    include: { items: { include: { product: true, proof: true }, orderBy: { id: 'asc' } } },
  },
} satisfies Prisma.PrintJobInclude;
export type PrintJobRow = Prisma.PrintJobGetPayload<{ include: typeof jobParts }>;

/** For jobs of the queue, links and staff: they are admitted by their edge. */
export function findPrintJob(ctx: ReadCtx, printJobId: string): Promise<PrintJobRow | null> {
  return ctx.db.printJob.findUnique({ where: { id: printJobId }, include: jobParts });
}

/** Locks the order first, then the job: everybody goes this way round, so that nobody waits for each other. */
export async function lockPrintJob(tx: TxCtx, printJobId: string): Promise<PrintJobRow | null> {
  await tx.db.$queryRaw`
    select 1 from "Order" where "id" = (select "orderId" from "PrintJob" where "id" = ${printJobId}) for update`;
  await tx.db.$queryRaw`select 1 from "PrintJob" where "id" = ${printJobId} for update`;
  return findPrintJob(tx, printJobId);
}

export function findPrintJobByExternalId(ctx: ReadCtx, externalId: string) {
  return ctx.db.printJob.findFirst({
    where: { externalId, printHouse: { kind: 'PRODIGI' } },
    select: { id: true },
  });
}

export function findPrintHouses(ctx: ReadCtx) {
  return ctx.db.printHouse.findMany({
    where: { isActive: true },
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
  });
}

export function findPrintHouse(ctx: ReadCtx, printHouseId: string) {
  return ctx.db.printHouse.findFirst({ where: { id: printHouseId, isActive: true } });
}

/** What has to be printed for an order: its parcels with their calendars. */
export function findParcelsToPrint(ctx: ReadCtx, orderId: string) {
  return ctx.db.parcel.findMany({
    where: { orderId, items: { some: {} } },
    include: { items: { include: { product: true }, orderBy: { id: 'asc' } } },
    orderBy: { position: 'asc' },
  });
}

export async function nextPrintJobNumber(tx: TxCtx): Promise<number> {
  const rows = await tx.db.$queryRaw<{ number: bigint }[]>`
    select nextval('print_job_number_seq') as number`;
  return Number(rows[0]?.number);
}

export function insertPrintJob(tx: TxCtx, data: Prisma.PrintJobUncheckedCreateInput) {
  return tx.db.printJob.create({ data });
}

/** Whether the parcel has a hand-off of this kind that is neither refused nor cancelled. */
export async function hasLivePrintJob(
  tx: TxCtx,
  job: { parcelId: string; claimId: string | null },
): Promise<boolean> {
  const count = await tx.db.printJob.count({
    where: {
      parcelId: job.parcelId,
      claimId: job.claimId,
      status: { notIn: [...LOST_PRINT_JOBS] },
    },
  });
  return count > 0;
}

export async function setPrintJobStatus(
  tx: TxCtx,
  printJobId: string,
  from: PrintJobStatus,
  to: PrintJobStatus,
  data: Prisma.PrintJobUncheckedUpdateManyInput = {},
): Promise<boolean> {
  const { count } = await tx.db.printJob.updateMany({
    where: { id: printJobId, status: from },
    data: { status: to, ...data },
  });
  return count === 1;
}

export async function insertPrintJobEvent(
  tx: TxCtx,
  data: Prisma.PrintJobEventUncheckedCreateInput,
): Promise<void> {
  await tx.db.printJobEvent.create({ data });
}

/** What the house last said, without moving the job. */
export async function notePrintJob(
  tx: TxCtx,
  printJobId: string,
  data: Prisma.PrintJobUncheckedUpdateManyInput,
): Promise<void> {
  await tx.db.printJob.updateMany({
    where: { id: printJobId },
    data: { ...data, checkedAt: tx.clock.now() },
  });
}

export async function touchPrintJob(ctx: ReadCtx, printJobId: string): Promise<void> {
  await ctx.db.printJob.updateMany({
    where: { id: printJobId },
    data: { checkedAt: ctx.clock.now() },
  });
}

/** Tracking numbers that this job's shipments have already. */
export async function findTrackingNumbers(tx: TxCtx, printJobId: string): Promise<Set<string>> {
  const rows = await tx.db.shipment.findMany({
    where: { printJobId },
    select: { trackingNumber: true },
  });
  return new Set(rows.map(({ trackingNumber }) => trackingNumber));
}

export function findOpenJobsOf(ctx: ReadCtx, orderId: string) {
  return ctx.db.printJob.findMany({
    where: { orderId, status: { notIn: [...LOST_PRINT_JOBS] } },
    select: { id: true, status: true },
  });
}

/** Hand-offs that should have left by now, least recently sent again first. */
export function findUnsentJobs(ctx: ReadCtx, createdBefore: Date, limit: number) {
  return ctx.db.printJob.findMany({
    where: {
      status: { in: ['QUEUED', 'SUBMITTING'] },
      createdAt: { lt: createdBefore },
      order: { heldAt: null },
    },
    select: { id: true },
    orderBy: [{ checkedAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'asc' }],
    take: limit,
  });
}

/** Hand-offs at houses with an interface that are not at their end, or sent without a tracking number yet. */
export function findJobsToWatch(ctx: ReadCtx, finishedAfter: Date, limit: number) {
  return ctx.db.printJob.findMany({
    where: {
      printHouse: { kind: 'PRODIGI' },
      externalId: { not: null },
      OR: [
        { status: { in: OPEN_PRINT_JOBS.filter((status) => status !== 'QUEUED') } },
        { status: 'DONE', finishedAt: { gt: finishedAfter }, shipments: { none: {} } },
      ],
    },
    select: { id: true },
    orderBy: [{ checkedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: limit,
  });
}
