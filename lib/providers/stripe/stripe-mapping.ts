import type Stripe from 'stripe';
import type {
  ProviderPayment,
  ProviderRefund,
  VerifiedEvent,
} from '@/lib/providers/ports/payment-gateway';

/** A session read with its payment intent. The currency comes out in our upper case. */
export function toProviderPayment(session: Stripe.Checkout.Session): ProviderPayment {
  return {
    externalId: session.id,
    paymentId: session.client_reference_id,
    state: stateOf(session),
    amount: {
      amountMinor: session.amount_total ?? 0,
      currency: (session.currency ?? '').toUpperCase(),
    },
    externalPaymentId: idOf(session.payment_intent),
  };
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

function idOf(value: string | { id: string } | null): string | null {
  return typeof value === 'object' && value !== null ? value.id : value;
}
