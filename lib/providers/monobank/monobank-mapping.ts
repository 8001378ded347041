import { createHash } from 'node:crypto';
import { z } from 'zod';
import type {
  ProviderEntry,
  ProviderPayment,
  ProviderRefund,
  VerifiedEvent,
} from '@/lib/providers/ports/payment-gateway';
import { currencyOfNumber, VALIDITY_MAX_SECONDS } from './invoice-params';

const text = z.string().nullish();
/** "2019-08-24T14:15:22Z"; a time without a zone, as the statement may have it, is UTC. */
const time = z
  .string()
  .transform((value) => new Date(/(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`))
  .refine((at) => !Number.isNaN(at.getTime()))
  .nullish()
  .catch(null);

const CancelSchema = z.object({
  status: z.string(),
  amount: z.int(),
  ccy: z.int(),
  createdDate: time,
  modifiedDate: time,
  approvalCode: text,
  rrn: text,
  extRef: text,
});
type Cancel = z.output<typeof CancelSchema>;

/** What the status call answers and what a webhook carries: the same. */
export const InvoiceSchema = z.object({
  invoiceId: z.string().min(1),
  status: z.string(),
  failureReason: text,
  errCode: z.coerce.string().nullish(),
  amount: z.int(),
  ccy: z.int(),
  finalAmount: z.int().nullish(),
  createdDate: time,
  modifiedDate: time,
  reference: text,
  cancelList: z
    .array(CancelSchema)
    .nullish()
    .transform((list) => list ?? []),
  paymentInfo: z.object({ fee: z.int().nullish() }).nullish().catch(null),
});
export type Invoice = z.output<typeof InvoiceSchema>;

/** Reasons that a customer can do something about, in the words that every till of ours uses. */
const DECLINES: Record<string, string | undefined> = {
  '51': 'expired_card',
  '52': 'incorrect_number',
  '59': 'insufficient_funds',
  '60': 'limit_exceeded',
  '61': 'limit_exceeded',
  '63': 'limit_exceeded',
  '80': 'incorrect_cvc',
  '81': 'incorrect_cvc',
};
/** A failed page may still be paid on; so long after its time it cannot. */
const FAILURE_GRACE_MS = 10 * 60_000;

export function toProviderPayment(invoice: Invoice, now: Date): ProviderPayment {
  const state = stateOf(invoice, now);
  return {
    externalId: invoice.invoiceId,
    paymentId: invoice.reference ?? null,
    state,
    amount: {
      amountMinor: state === 'paid' ? takenOf(invoice) : invoice.amount,
      currency: currencyOfNumber(invoice.ccy),
    },
    externalPaymentId: state === 'paid' ? invoice.invoiceId : null,
    declineReason: invoice.status === 'failure' ? declineOf(invoice) : null,
    stateAt: invoice.modifiedDate ?? null,
    feeMinor: invoice.paymentInfo?.fee ?? null,
  };
}

function stateOf({ status, createdDate }: Invoice, now: Date): ProviderPayment['state'] {
  switch (status) {
    case 'created':
      return 'open';
    case 'success':
    // Everything was given back; that it was paid stays true.
    case 'reversed':
      return 'paid';
    case 'expired':
      return 'expired';
    case 'failure': {
      // The customer may try again on the same page until its time is over, which the API does not tell.
      const age = createdDate ? now.getTime() - createdDate.getTime() : 0;
      return age > VALIDITY_MAX_SECONDS * 1000 + FAILURE_GRACE_MS ? 'failed' : 'open';
    }
    default:
      // "processing", "hold", and whatever Monobank may add: not paid as far as anybody knows, and not to be closed.
      return 'processing';
  }
}

/**
 * What was taken at first. `finalAmount` falls with what is given back; whether it does so when a refund begins or when
 * it ends is not documented, so refunds under way count where only they make the sum whole.
 */
function takenOf(invoice: Invoice): number {
  const sumOf = (status: string) =>
    invoice.cancelList
      .filter((cancel) => cancel.status === status)
      .reduce((sum, { amount }) => sum + amount, 0);
  if (invoice.status === 'reversed' && invoice.cancelList.length === 0) return invoice.amount;
  const taken = (invoice.finalAmount ?? invoice.amount) + sumOf('success');
  return taken + sumOf('processing') === invoice.amount ? invoice.amount : taken;
}

function declineOf({ errCode }: Invoice): string {
  return DECLINES[errCode ?? ''] ?? 'card_declined';
}

/** The name of a refund that the bank knows under `extRef`. Opaque to everybody else. */
function refundName(invoiceId: string, extRef: string): string {
  return `${invoiceId}:${extRef}`;
}

/** @throws Error when it is no such name */
export function readRefundName(externalId: string): { invoiceId: string; extRef: string } {
  const at = externalId.indexOf(':');
  if (at < 1) throw new Error(`"${externalId}" is not a refund of Monobank`);
  return { invoiceId: externalId.slice(0, at), extRef: externalId.slice(at + 1) };
}

export function toProviderRefund(
  invoiceId: string,
  extRef: string,
  cancel: { status: string; amount: number },
): ProviderRefund {
  const states: Record<string, ProviderRefund['state'] | undefined> = {
    success: 'succeeded',
    failure: 'failed',
  };
  const state = states[cancel.status] ?? 'pending';
  return {
    externalId: refundName(invoiceId, extRef),
    state,
    amountMinor: cancel.amount,
    failureCode: state === 'failed' ? 'refused_by_bank' : null,
  };
}

/** One made by hand in the bank's own pages has no name of ours, but the bank's. */
function nameOfCancel(cancel: Cancel): string {
  return cancel.extRef || cancel.rrn || cancel.approvalCode || 'unnamed';
}

const UNKNOWN = { checkoutId: null, refundId: null, externalPaymentId: null };

/**
 * What a verified body is about. With refunds in it, it is about the newest of them; all else is about the checkout.
 * Times have whole seconds, so what the refunds are at is part of the event's name.
 */
export function toVerifiedEvent(rawBody: string): VerifiedEvent {
  const digest = (value: string) => createHash('sha256').update(value).digest('hex').slice(0, 16);
  const parsed = InvoiceSchema.safeParse(parseJson(rawBody));
  if (!parsed.success) {
    return { externalId: `body:${digest(rawBody)}`, type: 'unknown', ...UNKNOWN };
  }
  const { invoiceId, status, modifiedDate, cancelList } = parsed.data;
  const key = `${invoiceId}:${modifiedDate?.toISOString() ?? digest(rawBody)}:${status}`;
  const newest = cancelList.toSorted((a, b) => timeOf(b) - timeOf(a))[0];
  if (!newest) return { externalId: key, type: status, ...UNKNOWN, checkoutId: invoiceId };
  const states = cancelList.map((cancel) => `${nameOfCancel(cancel)}=${cancel.status}`).join(',');
  return {
    externalId: `${key}:${digest(states)}`,
    type: `${status}.refund_${newest.status}`,
    checkoutId: null,
    refundId: refundName(invoiceId, nameOfCancel(newest)),
    externalPaymentId: invoiceId,
  };
}

function timeOf({ modifiedDate, createdDate }: Cancel): number {
  return (modifiedDate ?? createdDate)?.getTime() ?? 0;
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

const StatementItemSchema = z.object({
  invoiceId: z.string().min(1),
  status: z.string(),
  date: time,
  amount: z.int(),
  ccy: z.int(),
  reference: text,
  cancelList: z
    .array(z.object({ date: time }))
    .nullish()
    .transform((list) => list ?? []),
});
export type StatementItem = z.output<typeof StatementItemSchema>;
export const StatementSchema = z.object({
  list: z
    .array(StatementItemSchema)
    .nullish()
    .transform((list) => list ?? []),
});

/** Null for a line that took no money. */
export function paymentEntry(item: StatementItem): ProviderEntry | null {
  if (!item.date || (item.status !== 'success' && item.status !== 'reversed')) return null;
  return {
    kind: 'payment',
    externalId: item.invoiceId,
    paymentId: item.reference ?? null,
    refundId: null,
    amount: { amountMinor: item.amount, currency: currencyOfNumber(item.ccy) },
    at: item.date,
  };
}

/** What an invoice gave back for good. */
export function refundEntries(invoice: Invoice): ProviderEntry[] {
  return invoice.cancelList
    .filter(({ status }) => status === 'success')
    .map((cancel) => ({
      kind: 'refund' as const,
      externalId: refundName(invoice.invoiceId, nameOfCancel(cancel)),
      paymentId: invoice.reference ?? null,
      refundId: cancel.extRef ?? null,
      amount: { amountMinor: cancel.amount, currency: currencyOfNumber(cancel.ccy) },
      at: new Date(timeOf(cancel)),
    }));
}

export const FiscalChecksSchema = z.object({
  checks: z
    .array(z.object({ type: z.string(), status: z.string(), taxUrl: text }))
    .nullish()
    .transform((list) => list ?? []),
});

/** The sale's receipt at the tax office, once it is made. */
export function receiptUrlOf({ checks }: z.output<typeof FiscalChecksSchema>): string | null {
  const sale = checks.find(({ type, status }) => type === 'sale' && status === 'done');
  return sale?.taxUrl?.startsWith('https://') ? sale.taxUrl : null;
}
