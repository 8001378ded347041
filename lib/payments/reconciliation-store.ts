import { newId } from '@/lib/core/ids';
import type { PlainDate } from '@/lib/core/plain-date';
import type { ReadCtx } from '@/lib/db/context';
import type { PaymentProvider, Prisma } from '@/lib/db/generated/client';
import { fromDateColumn, toDateColumn } from '@/lib/db/plain-date-column';
import type { FindingKind, SELF_RESOLUTIONS } from './findings';

export type Found = {
  kind: FindingKind;
  externalId: string;
  paymentId: string | null;
  detail: Prisma.InputJsonObject;
};

/** What came of one line: it differs, it differed and was put right, or neither. */
export type Compared = { found: Found | null; healed: Found | null };

export async function beginReconciliation(
  ctx: ReadCtx,
  provider: PaymentProvider,
  day: PlainDate,
): Promise<string> {
  const started = { status: 'RUNNING' as const, startedAt: ctx.clock.now(), finishedAt: null };
  const row = await ctx.db.reconciliation.upsert({
    where: { provider_day: { provider, day: toDateColumn(day) } },
    create: { id: newId('reconciliation'), provider, day: toDateColumn(day), ...started },
    update: { ...started, error: null },
  });
  return row.id;
}

export async function endReconciliation(
  ctx: ReadCtx,
  id: string,
  end: { listed: number; matched: number } | { error: string },
): Promise<void> {
  const isDone = 'listed' in end;
  await ctx.db.reconciliation.update({
    where: { id },
    data: { status: isDone ? 'DONE' : 'FAILED', finishedAt: ctx.clock.now(), ...end },
  });
}

/** Notes a finding once. One that had resolved itself is open again; what staff resolved stays so. */
export async function noteFinding(
  ctx: ReadCtx,
  reconciliationId: string,
  provider: PaymentProvider,
  found: Found,
): Promise<void> {
  await insertFinding(ctx, { reconciliationId, provider, ...found });
  await ctx.db.reconciliationFinding.updateMany({
    where: { ...keyOf(provider, found), resolvedAt: { not: null }, resolvedById: null },
    data: { resolvedAt: null, note: null, detail: found.detail },
  });
}

/** Notes what the comparison put right by itself. */
export async function noteHealed(
  ctx: ReadCtx,
  reconciliationId: string,
  provider: PaymentProvider,
  found: Found,
): Promise<void> {
  await insertFinding(ctx, { reconciliationId, provider, ...found });
  await ctx.db.reconciliationFinding.updateMany({
    where: { ...keyOf(provider, found), resolvedAt: null },
    data: selfResolved(ctx, 'healed'),
  });
}

/** Findings of the day that were not found again are over. */
export async function resolveOthers(
  ctx: ReadCtx,
  reconciliationId: string,
  found: readonly Found[],
): Promise<void> {
  const keys = new Set(found.map(({ kind, externalId }) => `${kind} ${externalId}`));
  const open = await ctx.db.reconciliationFinding.findMany({
    where: { reconciliationId, resolvedAt: null },
    select: { id: true, kind: true, externalId: true },
  });
  const over = open.filter(({ kind, externalId }) => !keys.has(`${kind} ${externalId}`));
  await ctx.db.reconciliationFinding.updateMany({
    where: { id: { in: over.map(({ id }) => id) }, resolvedAt: null },
    data: selfResolved(ctx, 'matched'),
  });
}

/** Days since `from` that still have something open. */
export async function daysWithFindings(
  ctx: ReadCtx,
  provider: PaymentProvider,
  from: PlainDate,
): Promise<PlainDate[]> {
  const rows = await ctx.db.reconciliation.findMany({
    where: { provider, day: { gte: toDateColumn(from) }, findings: { some: { resolvedAt: null } } },
    select: { day: true },
  });
  return rows.map(({ day }) => fromDateColumn(day));
}

export function findPaidBetween(
  ctx: ReadCtx,
  provider: PaymentProvider,
  range: { from: Date; to: Date },
) {
  return ctx.db.payment.findMany({
    where: { provider, status: 'PAID', settledAt: { gte: range.from, lt: range.to } },
    select: { id: true, externalId: true, amountMinor: true, currency: true },
  });
}

export function findRefundedBetween(
  ctx: ReadCtx,
  provider: PaymentProvider,
  range: { from: Date; to: Date },
) {
  return ctx.db.refund.findMany({
    where: {
      status: 'SUCCEEDED',
      settledAt: { gte: range.from, lt: range.to },
      payment: { provider },
    },
    select: { id: true, externalId: true, paymentId: true, amountMinor: true },
  });
}

async function insertFinding(
  ctx: ReadCtx,
  data: Found & { reconciliationId: string; provider: PaymentProvider },
): Promise<void> {
  await ctx.db.reconciliationFinding.createMany({
    data: [{ id: newId('finding'), foundAt: ctx.clock.now(), ...data }],
    skipDuplicates: true,
  });
}

function keyOf(provider: PaymentProvider, { kind, externalId }: Found) {
  return { provider, kind, externalId };
}

function selfResolved(ctx: ReadCtx, note: (typeof SELF_RESOLUTIONS)[number]) {
  return { resolvedAt: ctx.clock.now(), note };
}
