import { DomainError } from '@/lib/core/errors';
import { addDays, type PlainDate } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import type { PaymentProvider } from '@/lib/db/generated/client';
import { toDateColumn } from '@/lib/db/plain-date-column';
import type { ProviderEntry } from '@/lib/providers/ports/payment-gateway';
import { compareDisputes } from './compare-disputes';
import { orUnknown } from './or-unknown';
import type { Purposes } from './purpose';
import {
  beginReconciliation,
  type Compared,
  endReconciliation,
  type Found,
  findPaidBetween,
  findRefundedBetween,
  noteFinding,
  noteHealed,
  resolveOthers,
} from './reconciliation-store';
import { findPaymentByCheckout, findRefund, findRefundByExternalId } from './store';
import { settleRefund, submitRefund } from './submit-refund';
import { takeInCheckout } from './take-in-checkout';
import { isInReview } from './taken-of';
import { tillOf } from './till-of';

/** Money that moved this lately is still on its usual way to us. */
const SETTLING_MS = 10 * 60_000;

type Look = { ctx: Ctx; provider: PaymentProvider; purposes: Purposes };

/**
 * Compares one day (UTC) of a till's own books with our rows, in both directions. What settling can put right is put
 * right first and noted; the rest is a finding, once, until it matches or staff resolves it. Safe to repeat.
 * @throws DomainError "payment.till_unavailable", "payment.provider_unavailable"; the day is marked as failed then
 */
export async function compareTill(
  ctx: Ctx,
  { provider, day }: { provider: PaymentProvider; day: PlainDate },
  purposes: Purposes,
): Promise<void> {
  const look = { ctx, provider, purposes };
  const till = tillOf(ctx, provider);
  const id = await beginReconciliation(ctx, provider, day);
  const range = rangeOf(day, ctx.clock.now());
  const found: Found[] = [];
  const listedIds = new Set<string>();
  let listed = 0;
  try {
    for await (const entry of till.listEntries(range)) {
      listed += 1;
      listedIds.add(entry.externalId);
      const isPayment = entry.kind === 'payment';
      const compared = await (isPayment ? comparePayment : compareRefund)(look, entry);
      if (compared.healed) await noteHealed(ctx, id, provider, compared.healed);
      if (compared.found) found.push(compared.found);
    }
    for (const { found: differs, healed } of await compareDisputes(
      ctx,
      provider,
      range,
      purposes,
    )) {
      listed += 1;
      if (healed) await noteHealed(ctx, id, provider, healed);
      if (differs) found.push(differs);
    }
    const matched = listed - found.length;
    found.push(...(await missingPayments(look, range, listedIds)));
    for (const { found: missing, healed } of await missingRefunds(look, range, listedIds)) {
      if (healed) await noteHealed(ctx, id, provider, healed);
      if (missing) found.push(missing);
    }
    for (const one of found) await noteFinding(ctx, id, provider, one);
    await resolveOthers(ctx, id, found);
    await endReconciliation(ctx, id, { listed, matched });
    if (found.length > 0) ctx.log.warn('till differs', { provider, day, findings: found.length });
  } catch (error) {
    const code = error instanceof DomainError ? error.code : 'server.unexpected';
    await endReconciliation(ctx, id, { error: code });
    throw error;
  }
}

function rangeOf(day: PlainDate, now: Date): { from: Date; to: Date } {
  const from = toDateColumn(day);
  const latest = Math.min(toDateColumn(addDays(day, 1)).getTime(), now.getTime() - SETTLING_MS);
  return { from, to: new Date(Math.max(from.getTime(), latest)) };
}

async function comparePayment(look: Look, entry: ProviderEntry): Promise<Compared> {
  const { ctx, provider, purposes } = look;
  const find = () => findPaymentByCheckout(ctx, provider, entry.externalId);
  const before = await find();
  let payment = before;
  if (!payment || (payment.status !== 'PAID' && payment.quarantineReason === null)) {
    await orUnknown(takeInCheckout(ctx, provider, entry.externalId, purposes));
    payment = await find();
  }
  const theirs = { amountMinor: entry.amount.amountMinor, currency: entry.amount.currency };
  const base = { externalId: entry.externalId, paymentId: payment?.id ?? entry.paymentId };
  if (!payment) return only({ kind: 'unknown_payment', ...base, detail: { theirs } });
  const detail = { theirs, ours: { amountMinor: payment.amountMinor, currency: payment.currency } };
  if (payment.quarantineReason !== null && !isInReview(payment)) return only(null);
  if (theirs.currency !== payment.currency) {
    return only({ kind: 'currency_differs', ...base, detail });
  }
  if (theirs.amountMinor !== payment.amountMinor) {
    return only({ kind: 'amount_differs', ...base, detail });
  }
  if (payment.status !== 'PAID') {
    return only({ kind: 'not_fulfilled', ...base, detail: { ...detail, status: payment.status } });
  }
  if (before?.status === 'PAID') return only(null);
  const kind = before ? 'not_fulfilled' : 'unknown_payment';
  return { found: null, healed: { kind, ...base, detail } };
}

async function compareRefund(look: Look, entry: ProviderEntry): Promise<Compared> {
  const { ctx, purposes } = look;
  const find = async () =>
    (await findRefundByExternalId(ctx, entry.externalId)) ??
    (entry.refundId === null ? null : await findRefund(ctx, entry.refundId));
  const before = await find();
  let refund = before;
  if (refund?.status === 'REQUESTED') {
    await orUnknown(submitRefund(ctx, refund.id, purposes));
    refund = await find();
  }
  const theirs = { amountMinor: entry.amount.amountMinor, currency: entry.amount.currency };
  const base = { externalId: entry.externalId, paymentId: refund?.paymentId ?? entry.paymentId };
  if (!refund) return only({ kind: 'unknown_refund', ...base, detail: { theirs } });
  const { amountMinor, status, payment } = refund;
  const currency = payment.takenCurrency ?? payment.currency;
  const detail = { theirs, ours: { amountMinor, currency }, status };
  const differs: Found = { kind: 'refund_differs', ...base, detail };
  const isSame = theirs.amountMinor === amountMinor && theirs.currency === currency;
  if (!isSame || status === 'FAILED') return only(differs);
  return before?.status === 'REQUESTED' && status === 'SUCCEEDED'
    ? { found: null, healed: differs }
    : only(null);
}

/** Paid here on that day and not in the till's list: its own word about each decides. */
async function missingPayments(
  { ctx, provider }: Look,
  range: { from: Date; to: Date },
  listedIds: ReadonlySet<string>,
): Promise<Found[]> {
  const missing: Found[] = [];
  for (const payment of await findPaidBetween(ctx, provider, range)) {
    const { id, externalId, amountMinor, currency } = payment;
    if (externalId !== null && listedIds.has(externalId)) continue;
    const truth =
      externalId === null ? null : await orUnknown(tillOf(ctx, provider).readCheckout(externalId));
    // Taken on the other side of midnight.
    if (truth?.state === 'paid') continue;
    missing.push({
      kind: 'missing_payment',
      externalId: externalId ?? id,
      paymentId: id,
      detail: { ours: { amountMinor, currency }, state: truth?.state ?? 'unknown' },
    });
  }
  return missing;
}

async function missingRefunds(
  { ctx, provider, purposes }: Look,
  range: { from: Date; to: Date },
  listedIds: ReadonlySet<string>,
): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const refund of await findRefundedBetween(ctx, provider, range)) {
    const { id, externalId, paymentId, amountMinor } = refund;
    if (externalId !== null && listedIds.has(externalId)) continue;
    const truth =
      externalId === null ? null : await orUnknown(tillOf(ctx, provider).readRefund(externalId));
    if (truth?.state === 'succeeded') continue;
    // The bank sent it back after it had succeeded: the money is ours again, and may be given back anew.
    const isReturned = truth?.state === 'failed';
    if (isReturned) await settleRefund(ctx, id, purposes);
    const missing: Found = {
      kind: 'missing_refund',
      externalId: externalId ?? id,
      paymentId,
      detail: { ours: { amountMinor }, state: truth?.state ?? 'unknown' },
    };
    compared.push(isReturned ? { found: null, healed: missing } : only(missing));
  }
  return compared;
}

function only(found: Found | null): Compared {
  return { found, healed: null };
}
