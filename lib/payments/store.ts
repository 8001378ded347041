import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Payment, PaymentProvider, Prisma, Refund } from '@/lib/db/generated/client';
import type { ProviderPayment } from '@/lib/providers/ports/payment-gateway';
import { paymentStatesBefore, refundStatesBefore } from './payment-states';
import { takenOf } from './taken-of';

/** States from which the provider's "paid" is still news. What we thought failed or expired may have been paid after all. */
const NOT_PAID = paymentStatesBefore('PAID');
const OPEN = paymentStatesBefore('EXPIRED');
/** The most that "takenMinor" holds. */
const TAKEN_MAX = 2 ** 31 - 1;

export function findPayment(ctx: ReadCtx, paymentId: string): Promise<Payment | null> {
  return ctx.db.payment.findUnique({ where: { id: paymentId } });
}

export function findPaymentByCheckout(
  ctx: ReadCtx,
  provider: PaymentProvider,
  checkoutId: string,
): Promise<Payment | null> {
  return ctx.db.payment.findUnique({
    where: { provider_externalId: { provider, externalId: checkoutId } },
  });
}

export function findPaymentByCharge(
  ctx: ReadCtx,
  provider: PaymentProvider,
  externalPaymentId: string,
) {
  return ctx.db.payment.findFirst({
    where: { provider, externalPaymentId },
    include: { refunds: true },
  });
}

/** An attempt and the orphans of it. */
export function findAttempts(ctx: ReadCtx, paymentId: string): Promise<Payment[]> {
  return ctx.db.payment.findMany({
    where: { OR: [{ id: paymentId }, { orphanOfId: paymentId }] },
    orderBy: { id: 'asc' },
  });
}

/** Puts another checkout of the same attempt in place of the one we knew. */
export async function swapCheckout(
  tx: TxCtx,
  paymentId: string,
  externalId: string,
): Promise<void> {
  await tx.db.payment.updateMany({
    where: { id: paymentId, status: { in: NOT_PAID }, quarantineReason: null },
    data: { externalId, redirectUrl: null, providerStateAt: null },
  });
}

export function insertPayment(tx: TxCtx, data: Prisma.PaymentUncheckedCreateInput) {
  return tx.db.payment.create({ data });
}

export async function lockPayment(tx: TxCtx, paymentId: string): Promise<Payment | null> {
  await tx.db.$queryRaw`select 1 from "Payment" where "id" = ${paymentId} for update`;
  return findPayment(tx, paymentId);
}

/**
 * Remembers the provider's checkout once; a later, different one is refused by the count. The same one may still bring
 * the address of its page: a webhook can be quicker than the answer that has it.
 */
export async function saveCheckout(
  ctx: ReadCtx,
  paymentId: string,
  checkout: { externalId: string; redirectUrl: string | null },
): Promise<boolean> {
  const { count } = await ctx.db.payment.updateMany({
    where: {
      id: paymentId,
      OR: [{ externalId: null }, { externalId: checkout.externalId, redirectUrl: null }],
    },
    data: checkout,
  });
  return count === 1;
}

/** @returns false when it was not waiting for its page any more */
export async function markPending(ctx: ReadCtx, paymentId: string): Promise<boolean> {
  const { count } = await ctx.db.payment.updateMany({
    where: { id: paymentId, status: 'CREATED' },
    data: { status: 'PENDING' },
  });
  return count === 1;
}

/** Paid is paid, however old the news: money is never dropped for a newer word about something else. */
export async function markPaid(
  tx: TxCtx,
  paymentId: string,
  truth: ProviderPayment,
): Promise<boolean> {
  const { count } = await tx.db.payment.updateMany({
    where: { id: paymentId, status: { in: NOT_PAID }, quarantineReason: null },
    data: {
      status: 'PAID',
      externalPaymentId: truth.externalPaymentId,
      declineReason: null,
      settledAt: tx.clock.now(),
      ...(truth.stateAt ? { providerStateAt: truth.stateAt } : {}),
      ...knownExtras(truth),
    },
  });
  return count === 1;
}

function knownExtras({ receiptUrl, feeMinor, amount }: ProviderPayment) {
  const isFee = typeof feeMinor === 'number' && feeMinor >= 0 && feeMinor <= amount.amountMinor;
  return { ...(receiptUrl ? { receiptUrl } : {}), ...(isFee ? { feeMinor } : {}) };
}

/**
 * Paid since `since`, without the receipt, and due to be looked at again: after `firstAfterMs`, then each time after
 * twice as long. Whoever is erased left no page and wants no receipt.
 */
export function findWithoutReceipt(
  ctx: ReadCtx,
  provider: PaymentProvider,
  wanted: { since: Date; now: Date; firstAfterMs: number },
  limit: number,
): Promise<{ id: string; externalId: string }[]> {
  const { since, now, firstAfterMs } = wanted;
  return ctx.db.$queryRaw`
    select "id", "externalId" from "Payment"
    where "provider"::text = ${provider} and "status" = 'PAID' and "settledAt" > ${since}
      and "receiptUrl" is null and "externalId" is not null and "redirectUrl" is not null
      and ${now}::timestamptz - "updatedAt"
        >= greatest("updatedAt" - "settledAt", ${firstAfterMs}::int * interval '1 millisecond')
    order by "updatedAt" limit ${limit}`;
}

/** Notes the receipt, and the fee, as far as the till says them now; and that it was asked. @param truth null: it says nothing */
export async function saveReceipt(
  ctx: ReadCtx,
  paymentId: string,
  truth: ProviderPayment | null,
): Promise<void> {
  await ctx.db.payment.updateMany({
    where: { id: paymentId, status: 'PAID', receiptUrl: null },
    data: { updatedAt: ctx.clock.now(), ...(truth ? knownExtras(truth) : {}) },
  });
}

/** Notes what the provider says about an attempt that goes on. An older word never replaces a newer one. */
export async function saveProgress(
  ctx: ReadCtx,
  paymentId: string,
  truth: ProviderPayment,
): Promise<void> {
  await ctx.db.payment.updateMany({
    where: { id: paymentId, status: { in: OPEN }, ...notNewerThan(truth.stateAt) },
    data: {
      declineReason: truth.declineReason ?? null,
      ...(truth.stateAt ? { providerStateAt: truth.stateAt } : {}),
    },
  });
}

function notNewerThan(stateAt: Date | null | undefined): Prisma.PaymentWhereInput {
  if (!stateAt) return {};
  return { OR: [{ providerStateAt: null }, { providerStateAt: { lte: stateAt } }] };
}

export async function markEnded(
  tx: TxCtx,
  paymentId: string,
  status: 'FAILED' | 'EXPIRED',
  truth: ProviderPayment | null,
): Promise<boolean> {
  const { count } = await tx.db.payment.updateMany({
    where: {
      id: paymentId,
      status: { in: OPEN },
      quarantineReason: null,
      ...notNewerThan(truth?.stateAt),
    },
    data: {
      status,
      settledAt: tx.clock.now(),
      ...(truth?.declineReason ? { declineReason: truth.declineReason } : {}),
      ...(truth?.stateAt ? { providerStateAt: truth.stateAt } : {}),
    },
  });
  return count === 1;
}

export async function markQuarantined(
  tx: TxCtx,
  paymentId: string,
  reason: string,
  { amount, externalPaymentId }: ProviderPayment,
): Promise<boolean> {
  const { count } = await tx.db.payment.updateMany({
    where: { id: paymentId, status: { in: NOT_PAID }, quarantineReason: null },
    data: {
      quarantineReason: reason,
      ...(externalPaymentId ? { externalPaymentId } : {}),
      // More than a column holds is nothing that anybody can give back by a button.
      ...(amount.amountMinor > 0 && amount.amountMinor <= TAKEN_MAX
        ? { takenMinor: amount.amountMinor, takenCurrency: amount.currency.toUpperCase() }
        : {}),
    },
  });
  return count === 1;
}

/** A quarantined attempt whose money went back in full is over: what it was for may be paid again. */
export async function markReturned(tx: TxCtx, paymentId: string): Promise<void> {
  await tx.db.payment.updateMany({
    where: {
      id: paymentId,
      status: { in: OPEN },
      quarantineReason: { not: null },
      takenMinor: { equals: tx.db.payment.fields.refundedMinor },
    },
    data: { status: 'CANCELLED', settledAt: tx.clock.now() },
  });
}

/** Payments whose end we have not heard of and that are old enough for the usual way to have come by. */
export function findOpenPayments(ctx: ReadCtx, createdBefore: Date, limit: number) {
  return ctx.db.payment.findMany({
    where: { status: { in: OPEN }, quarantineReason: null, createdAt: { lt: createdBefore } },
    orderBy: { updatedAt: 'asc' },
    take: limit,
  });
}

/** Moves a looked-at payment to the end of the reconciliation's line, so that a long line is walked in turns. */
export async function touchPayment(ctx: ReadCtx, paymentId: string): Promise<void> {
  await ctx.db.payment.updateMany({
    where: { id: paymentId, status: { in: OPEN } },
    data: { updatedAt: ctx.clock.now() },
  });
}

export function findRefund(ctx: ReadCtx, refundId: string) {
  return ctx.db.refund.findUnique({ where: { id: refundId }, include: { payment: true } });
}

export function findRefundByKey(ctx: ReadCtx, idempotencyKey: string): Promise<Refund | null> {
  return ctx.db.refund.findUnique({ where: { idempotencyKey } });
}

export function findRefundByExternalId(ctx: ReadCtx, externalId: string) {
  return ctx.db.refund.findUnique({ where: { externalId }, include: { payment: true } });
}

/** Refunds that the till has not answered, least recently tried first. */
export function findOpenRefunds(ctx: ReadCtx, createdBefore: Date, limit: number) {
  return ctx.db.refund.findMany({
    where: { status: 'REQUESTED', createdAt: { lt: createdBefore } },
    orderBy: [{ triedAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'asc' }],
    take: limit,
  });
}

/** Moves a refund that was asked about to the end of that line. */
export async function touchRefund(ctx: ReadCtx, refundId: string): Promise<void> {
  await ctx.db.refund.updateMany({
    where: { id: refundId, status: 'REQUESTED' },
    data: { triedAt: ctx.clock.now() },
  });
}

/** Sets the amount aside on the payment. @returns false when that would be more than was paid */
export async function reserveRefund(
  tx: TxCtx,
  payment: Payment,
  amountMinor: number,
): Promise<boolean> {
  const { count } = await tx.db.payment.updateMany({
    where: {
      id: payment.id,
      OR: [{ status: 'PAID' }, { takenMinor: { not: null } }],
      refundedMinor: { lte: takenOf(payment).amountMinor - amountMinor },
    },
    data: { refundedMinor: { increment: amountMinor } },
  });
  return count === 1;
}

export function insertRefund(tx: TxCtx, data: Prisma.RefundUncheckedCreateInput): Promise<Refund> {
  return tx.db.refund.create({ data });
}

export async function saveRefundExternalId(
  tx: TxCtx,
  refundId: string,
  externalId: string,
): Promise<void> {
  await tx.db.refund.updateMany({
    where: { id: refundId, externalId: null },
    data: { externalId },
  });
}

export async function markRefundSucceeded(tx: TxCtx, refundId: string): Promise<boolean> {
  const { count } = await tx.db.refund.updateMany({
    where: { id: refundId, status: { in: refundStatesBefore('SUCCEEDED') } },
    data: { status: 'SUCCEEDED', settledAt: tx.clock.now() },
  });
  return count === 1;
}

/** A refund can fail after it succeeded: the customer's bank sends it back. The set-aside amount is free again. */
export async function markRefundFailed(
  tx: TxCtx,
  refund: Refund,
  failureCode: string,
): Promise<boolean> {
  const { count } = await tx.db.refund.updateMany({
    where: { id: refund.id, status: { in: refundStatesBefore('FAILED') } },
    data: { status: 'FAILED', failureCode, settledAt: tx.clock.now() },
  });
  if (count !== 1) return false;
  await tx.db.payment.update({
    where: { id: refund.paymentId },
    data: { refundedMinor: { decrement: refund.amountMinor } },
  });
  return true;
}
