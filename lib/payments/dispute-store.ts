import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Dispute, PaymentProvider, Prisma } from '@/lib/db/generated/client';

type Key = { provider: PaymentProvider; externalId: string };

export function findDispute(ctx: ReadCtx, key: Key): Promise<Dispute | null> {
  return ctx.db.dispute.findUnique({ where: { provider_externalId: key } });
}

/** Those that the bank has not decided as far as we know. */
export function findOpenDisputes(
  ctx: ReadCtx,
  provider: PaymentProvider,
  openedBefore: Date,
): Promise<Dispute[]> {
  return ctx.db.dispute.findMany({
    where: { provider, status: 'OPEN', openedAt: { lt: openedBefore } },
    orderBy: { openedAt: 'asc' },
  });
}

/** @returns false when it was recorded before */
export async function insertDispute(
  tx: TxCtx,
  data: Prisma.DisputeCreateManyInput,
): Promise<boolean> {
  const { count } = await tx.db.dispute.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

/** An open dispute is decided, once. */
export async function moveDispute(tx: TxCtx, key: Key, status: 'WON' | 'LOST'): Promise<boolean> {
  const { count } = await tx.db.dispute.updateMany({
    where: { ...key, status: 'OPEN' },
    data: { status, closedAt: tx.clock.now() },
  });
  return count === 1;
}

export async function noteDispute(
  tx: TxCtx,
  key: Key,
  data: { providerStatus: string; evidenceDueAt: Date | null },
): Promise<void> {
  await tx.db.dispute.updateMany({ where: key, data });
}

/** Of what an order was paid with: by a till, and with certificates that a till was paid for. */
export function countOpenDisputes(ctx: ReadCtx, orderId: string): Promise<number> {
  const byCertificate = { certificate: { entries: { some: { orderId } } } };
  return ctx.db.dispute.count({
    where: { status: 'OPEN', payment: { OR: [{ orderId }, byCertificate] } },
  });
}

/** Whether the payer's bank asks the money of a payment back, or has taken it back. */
export async function isDisputed(ctx: ReadCtx, paymentId: string): Promise<boolean> {
  return (await ctx.db.dispute.count({ where: { paymentId, status: { not: 'WON' } } })) > 0;
}
