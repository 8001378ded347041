import type { ReadCtx, TxCtx } from '@/lib/db/context';
import { Prisma } from '@/lib/db/generated/client';
import { toDateColumn } from '@/lib/db/plain-date-column';
import type { Provider, TillsFilter } from './schema';

const LIST_MAX = 100;
const DAYS_SHOWN = 14;

export type HealthRow = {
  lastEventAt: Date | null;
  waitingEvents: number;
  oldestWaitingAt: Date | null;
  openPayments: number;
  oldestOpenAt: Date | null;
  openRefunds: number;
  failedRefunds: number;
  inReview: number;
  openDisputes: number;
  surplus: number;
  unresolved: number;
  /** Middle and slowest twentieth of the time from an event's arrival to its end, in seconds. */
  lagMedian: number | null;
  lagSlow: number | null;
};

/** How one till stands, each number from an index. */
export async function readHealth(ctx: ReadCtx, provider: Provider, since: Date) {
  const name = provider.toLowerCase();
  const own = Prisma.sql`"provider" = ${provider}::"PaymentProvider"`;
  const [row] = await ctx.db.$queryRaw<HealthRow[]>`
    SELECT
      (SELECT max("receivedAt") FROM "WebhookEvent" WHERE "provider" = ${name}) AS "lastEventAt",
      (SELECT count(*)::int FROM "WebhookEvent" WHERE "provider" = ${name} AND "processedAt" IS NULL) AS "waitingEvents",
      (SELECT min("receivedAt") FROM "WebhookEvent" WHERE "provider" = ${name} AND "processedAt" IS NULL) AS "oldestWaitingAt",
      (SELECT count(*)::int FROM "Payment" WHERE ${own} AND "status" IN ('CREATED', 'PENDING') AND "quarantineReason" IS NULL) AS "openPayments",
      (SELECT min("createdAt") FROM "Payment" WHERE ${own} AND "status" IN ('CREATED', 'PENDING') AND "quarantineReason" IS NULL) AS "oldestOpenAt",
      (SELECT count(*)::int FROM "Refund" r JOIN "Payment" p ON p."id" = r."paymentId" WHERE p.${own} AND r."status" = 'REQUESTED') AS "openRefunds",
      (SELECT count(*)::int FROM "Refund" r JOIN "Payment" p ON p."id" = r."paymentId" WHERE p.${own} AND r."status" = 'FAILED'
        AND NOT EXISTS (SELECT 1 FROM "Refund" n WHERE n."idempotencyKey" = 'refund:' || r."paymentId" || ':retry:' || r."id")) AS "failedRefunds",
      (SELECT count(*)::int FROM "Payment" WHERE ${own} AND "quarantineReason" IS NOT NULL
        AND ("takenMinor" IS NULL OR "refundedMinor" < "takenMinor")) AS "inReview",
      (SELECT count(*)::int FROM "Dispute" WHERE ${own} AND "status" = 'OPEN') AS "openDisputes",
      (SELECT count(*)::int FROM "Refund" r JOIN "Payment" p ON p."id" = r."paymentId" WHERE p.${own}
        AND r."reason" IN ('second_payment', 'late_payment') AND r."createdAt" >= ${since}) AS "surplus",
      (SELECT count(*)::int FROM "ReconciliationFinding" WHERE ${own} AND "resolvedAt" IS NULL) AS "unresolved",
      lag."median" AS "lagMedian", lag."slow" AS "lagSlow"
    FROM (SELECT
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "processedAt" - "receivedAt"))::float8 AS "median",
        percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM "processedAt" - "receivedAt"))::float8 AS "slow"
      FROM "WebhookEvent" WHERE "provider" = ${name} AND "processedAt" IS NOT NULL AND "receivedAt" >= ${since}) lag`;
  return row;
}

const WITH_ORDER = { order: { select: { id: true, number: true } } } as const;

/** Payments whose money does not fit and lies at the till, newest first. */
export function findInReview(ctx: ReadCtx, provider: Provider | null) {
  return ctx.db.payment.findMany({
    where: {
      ...(provider ? { provider } : {}),
      quarantineReason: { not: null },
      OR: [{ takenMinor: null }, { takenMinor: { gt: ctx.db.payment.fields.refundedMinor } }],
    },
    include: WITH_ORDER,
    orderBy: { createdAt: 'desc' },
    take: LIST_MAX,
  });
}

/** Money that came late or twice and goes back by itself, newest first. */
export function findSurplus(ctx: ReadCtx, provider: Provider | null, since: Date) {
  return ctx.db.refund.findMany({
    where: {
      reason: { in: ['second_payment', 'late_payment'] },
      createdAt: { gte: since },
      ...(provider ? { payment: { provider } } : {}),
    },
    include: { payment: { include: WITH_ORDER } },
    orderBy: { createdAt: 'desc' },
    take: LIST_MAX,
  });
}

/** Open disputes by due date, then what was decided last. */
export function findDisputes(ctx: ReadCtx, provider: Provider | null, since: Date) {
  return ctx.db.dispute.findMany({
    where: {
      ...(provider ? { provider } : {}),
      OR: [{ status: 'OPEN' }, { closedAt: { gte: since } }],
    },
    include: { payment: { include: WITH_ORDER } },
    orderBy: [{ status: 'asc' }, { evidenceDueAt: 'asc' }],
    take: LIST_MAX,
  });
}

export function findReconciliations(ctx: ReadCtx, filter: TillsFilter) {
  return ctx.db.reconciliation.findMany({
    where: {
      ...(filter.provider ? { provider: filter.provider } : {}),
      ...(filter.day ? { day: toDateColumn(filter.day) } : {}),
    },
    include: { _count: { select: { findings: { where: { resolvedAt: null } } } } },
    orderBy: [{ day: 'desc' }, { provider: 'asc' }],
    take: DAYS_SHOWN * 3,
  });
}

export function findFindings(ctx: ReadCtx, filter: TillsFilter) {
  return ctx.db.reconciliationFinding.findMany({
    where: {
      ...(filter.provider ? { provider: filter.provider } : {}),
      ...(filter.day ? { reconciliation: { day: toDateColumn(filter.day) } } : {}),
      ...(filter.state === 'open' ? { resolvedAt: null } : {}),
    },
    include: { reconciliation: { select: { day: true } } },
    orderBy: { foundAt: 'desc' },
    take: LIST_MAX,
  });
}

export function findOrdersOfPayments(ctx: ReadCtx, ids: string[]) {
  return ctx.db.payment.findMany({
    where: { id: { in: ids }, orderId: { not: null } },
    select: { id: true, ...WITH_ORDER },
  });
}

export function findFinding(ctx: ReadCtx, id: string) {
  return ctx.db.reconciliationFinding.findUnique({ where: { id } });
}

/** @returns false when it was resolved meanwhile */
export async function markResolved(
  tx: TxCtx,
  id: string,
  by: { resolvedById: string; note: string },
): Promise<boolean> {
  const { count } = await tx.db.reconciliationFinding.updateMany({
    where: { id, resolvedAt: null },
    data: { resolvedAt: tx.clock.now(), ...by },
  });
  return count === 1;
}

type PaymentEventRow = {
  id: bigint;
  paymentId: string;
  refundId: string | null;
  toStatus: string;
  actorId: string | null;
  reason: string | null;
  createdAt: Date;
};

/** Every move of an order's payments and of their refunds, oldest first. */
export function findPaymentEventsOfOrder(ctx: ReadCtx, orderId: string) {
  return ctx.db.$queryRaw<PaymentEventRow[]>`
    SELECT e."id", e."paymentId", e."refundId", e."toStatus", e."actorId", e."reason", e."createdAt"
    FROM "PaymentEvent" e JOIN "Payment" p ON p."id" = e."paymentId"
    WHERE p."orderId" = ${orderId} ORDER BY e."id"`;
}

export function findPaymentsOfOrder(ctx: ReadCtx, orderId: string) {
  return ctx.db.payment.findMany({
    where: { orderId },
    include: {
      refunds: { orderBy: { createdAt: 'asc' } },
      disputes: { orderBy: { openedAt: 'asc' } },
    },
    orderBy: { createdAt: 'asc' },
  });
}
