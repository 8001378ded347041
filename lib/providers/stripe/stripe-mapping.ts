import type Stripe from 'stripe';
import type {
  ProviderDispute,
  ProviderEntry,
  ProviderPayment,
  ProviderRefund,
  VerifiedEvent,
} from '@/lib/providers/ports/payment-gateway';

/** What a read of a session fetches with it: the intent tells of refusals, its charge of receipt and fee. */
export const SESSION_PARTS = ['payment_intent.latest_charge.balance_transaction'];

/** A session read with SESSION_PARTS. The currency comes out in our upper case. */
export function toProviderPayment(session: Stripe.Checkout.Session): ProviderPayment {
  const intent = partOf(session.payment_intent);
  const charge = partOf(intent?.latest_charge ?? null);
  const books = partOf(charge?.balance_transaction ?? null);
  return {
    externalId: session.id,
    paymentId: session.client_reference_id,
    state: stateOf(session),
    amount: {
      amountMinor: session.amount_total ?? 0,
      currency: (session.currency ?? '').toUpperCase(),
    },
    externalPaymentId: idOf(session.payment_intent),
    declineReason:
      intent?.last_payment_error?.decline_code ?? intent?.last_payment_error?.code ?? null,
    receiptUrl: charge?.receipt_url ?? null,
    // The books are kept in the account's own currency; a fee in another one than the payment's says nothing here.
    feeMinor: books && books.currency === session.currency ? books.fee : null,
  };
}

/** Expanded parts are objects, others their id. */
function partOf<T extends object>(value: string | T | null): T | null {
  return typeof value === 'object' ? value : null;
}

function stateOf(session: Stripe.Checkout.Session): ProviderPayment['state'] {
  if (session.payment_status === 'paid') return 'paid';
  switch (session.status) {
    case 'expired':
      return 'expired';
    case 'complete':
      return session.payment_status === 'no_payment_required' ? 'paid' : delayedState(session);
    default:
      // "open", and whatever Stripe may add: not paid as far as anybody knows.
      return 'open';
  }
}

/** The customer is done with the page, but the bank has not answered or has refused. */
function delayedState(session: Stripe.Checkout.Session): 'processing' | 'failed' {
  const intent = session.payment_intent;
  if (intent === null || typeof intent === 'string') return 'processing';
  const hasFailed = intent.status === 'requires_payment_method' || intent.status === 'canceled';
  return hasFailed ? 'failed' : 'processing';
}

/** @param checkoutId session of the charge; without one the charge was made by hand, and its own id stands in */
export function paymentEntry(
  charge: Stripe.Charge,
  checkoutId: string | null,
  at: number,
): ProviderEntry {
  return {
    kind: 'payment',
    externalId: checkoutId ?? charge.id,
    paymentId: charge.metadata.paymentId ?? null,
    refundId: null,
    amount: { amountMinor: charge.amount_captured, currency: charge.currency.toUpperCase() },
    at: new Date(at * 1000),
  };
}

export function refundEntry(refund: Stripe.Refund, at: number): ProviderEntry {
  return {
    kind: 'refund',
    externalId: refund.id,
    paymentId: null,
    refundId: refund.metadata?.refundId ?? null,
    amount: { amountMinor: refund.amount, currency: refund.currency.toUpperCase() },
    at: new Date(at * 1000),
  };
}

/** Disputes are open until they are "won", "lost" or an inquiry that was closed without one. */
export function toProviderDispute(dispute: Stripe.Dispute): ProviderDispute {
  const dueBy = dispute.evidence_details?.due_by;
  return {
    externalId: dispute.id,
    externalPaymentId: idOf(dispute.payment_intent),
    state: disputeStateOf(dispute.status),
    providerStatus: dispute.status,
    reason: dispute.reason,
    amount: { amountMinor: dispute.amount, currency: dispute.currency.toUpperCase() },
    evidenceDueAt: dueBy ? new Date(dueBy * 1000) : null,
    openedAt: new Date(dispute.created * 1000),
  };
}

function disputeStateOf(status: string): ProviderDispute['state'] {
  switch (status) {
    case 'won':
    case 'warning_closed':
    case 'prevented':
      return 'won';
    case 'lost':
      return 'lost';
    default:
      return 'open';
  }
}

export function toProviderRefund(refund: Stripe.Refund): ProviderRefund {
  return {
    externalId: refund.id,
    state: refundStateOf(refund.status),
    amountMinor: refund.amount,
    failureCode: refund.failure_reason ?? null,
  };
}

function refundStateOf(status: string | null): ProviderRefund['state'] {
  switch (status) {
    case 'succeeded':
      return 'succeeded';
    case 'failed':
    case 'canceled':
      return 'failed';
    default:
      return 'pending';
  }
}

/** Only ids are taken from an event: what it claims is read anew from the provider. */
export function toVerifiedEvent(event: Stripe.Event): VerifiedEvent {
  const subject = readSubject(event.data.object);
  const about = { checkoutId: null, refundId: null, externalPaymentId: subject.paymentIntent };
  const base = { externalId: event.id, type: String(event.type) };
  switch (subject.object) {
    case 'checkout.session':
      return { ...base, ...about, checkoutId: subject.id };
    case 'refund':
      return { ...base, ...about, refundId: subject.id };
    case 'dispute':
      return { ...base, ...about, disputeId: subject.id };
    case 'payment_intent':
      return { ...base, ...about, externalPaymentId: subject.id };
    default:
      return { ...base, ...about };
  }
}

function readSubject(value: object): {
  object: string | null;
  id: string | null;
  paymentIntent: string | null;
} {
  const text = (field: unknown) => (typeof field === 'string' ? field : null);
  const fields = value as { object?: unknown; id?: unknown; payment_intent?: unknown };
  const intent = fields.payment_intent;
  return {
    object: text(fields.object),
    id: text(fields.id),
    paymentIntent:
      typeof intent === 'object' && intent !== null && 'id' in intent
        ? text(intent.id)
        : text(intent),
  };
}

export function idOf(value: string | { id: string } | null): string | null {
  return typeof value === 'object' && value !== null ? value.id : value;
}
