import type Stripe from 'stripe';
import { book } from './balance';
import { emit, type NewEvent } from './events';
import { newCharge, newIntent } from './objects';
import type { Later, StoredSession, World } from './world';

export type Payer = { name: string; email: string | null };

/** Stripe's words for its test cards of the same name. */
const DECLINES: Record<string, { code: string; message: string }> = {
  card_declined: { code: 'card_declined', message: 'Your card was declined.' },
  insufficient_funds: {
    code: 'card_declined',
    message: 'Your card has insufficient funds. Try a different card.',
  },
};
const LATER_FAILURE = { code: 'generic_decline', message: 'The bank refused the payment.' };

/** The customer pressed "Pay" on an open session. Pays, or begins to, as the faults say. */
export function paySession(world: World, stored: StoredSession, payer: Payer): void {
  const { session } = stored;
  const state = world.file.value;
  const { payment, laterMs, amountOffsetMinor } = world.faults.current;
  session.amount_total = (session.amount_total ?? 0) + amountOffsetMinor;
  const intent = intentOf(world, stored, payer);
  intent.amount = session.amount_total;
  intent.last_payment_error = null;
  session.status = 'complete';
  session.url = null;
  session.customer_details = {
    address: null,
    business_name: null,
    email: payer.email,
    individual_name: null,
    name: payer.name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  };
  if (payment === 'at-once') {
    const events = takeMoney(world, stored, intent, payer);
    emit(world, [...events, { type: 'checkout.session.completed', object: session }]);
    return;
  }
  intent.status = 'processing';
  const charge = newCharge(intent, payer, 'pending', null);
  state.charges[charge.id] = charge;
  intent.latest_charge = charge.id;
  const succeeds = payment === 'later';
  state.laters.push({
    kind: 'payment',
    sessionId: session.id,
    atMs: Date.now() + laterMs,
    succeeds,
  });
  emit(world, [
    { type: 'payment_intent.processing', object: intent },
    { type: 'checkout.session.completed', object: session },
  ]);
}

/** The bank said no: the session stays open for another try. @returns what the page says */
export function declineSession(
  world: World,
  stored: StoredSession,
  payer: Payer,
  reason: 'card_declined' | 'insufficient_funds',
): string {
  const failure = DECLINES[reason] ?? LATER_FAILURE;
  const intent = intentOf(world, stored, payer);
  const charge = newCharge(intent, payer, 'failed', failure);
  world.file.value.charges[charge.id] = charge;
  intent.latest_charge = charge.id;
  intent.last_payment_error = { type: 'card_error', charge: charge.id, ...failure };
  emit(world, [
    { type: 'charge.failed', object: charge },
    { type: 'payment_intent.payment_failed', object: intent },
  ]);
  return failure.message;
}

/** A delayed payment comes to its end. */
export function finishPayment(world: World, later: Extract<Later, { kind: 'payment' }>): void {
  const state = world.file.value;
  const stored = state.sessions[later.sessionId];
  const intent = stored ? state.intents[String(stored.session.payment_intent)] : undefined;
  const charge = intent ? state.charges[String(intent.latest_charge)] : undefined;
  if (!stored || !intent || !charge) return;
  const { session } = stored;
  if (later.succeeds) {
    charge.status = 'succeeded';
    charge.paid = true;
    charge.captured = true;
    charge.amount_captured = charge.amount;
    bookCharge(world, session, charge);
    intent.status = 'succeeded';
    intent.amount_received = intent.amount;
    session.payment_status = 'paid';
    emit(world, [
      { type: 'charge.succeeded', object: charge },
      { type: 'payment_intent.succeeded', object: intent },
      { type: 'checkout.session.async_payment_succeeded', object: session },
    ]);
    return;
  }
  charge.status = 'failed';
  charge.failure_code = LATER_FAILURE.code;
  charge.failure_message = LATER_FAILURE.message;
  intent.status = 'requires_payment_method';
  intent.last_payment_error = { type: 'card_error', charge: charge.id, ...LATER_FAILURE };
  emit(world, [
    { type: 'charge.failed', object: charge },
    { type: 'payment_intent.payment_failed', object: intent },
    { type: 'checkout.session.async_payment_failed', object: session },
  ]);
}

function bookCharge(world: World, session: Stripe.Checkout.Session, charge: Stripe.Charge): void {
  const { amount_captured: amount, currency, id: source, description } = charge;
  charge.balance_transaction = book(world, {
    type: 'charge',
    amount,
    currency,
    source,
    description,
  });
  charge.receipt_url = `${world.baseUrl}/pay/${session.id}/receipt`;
}

function takeMoney(
  world: World,
  { session }: StoredSession,
  intent: Stripe.PaymentIntent,
  payer: Payer,
): NewEvent[] {
  const charge = newCharge(intent, payer, 'succeeded', null);
  world.file.value.charges[charge.id] = charge;
  bookCharge(world, session, charge);
  intent.latest_charge = charge.id;
  intent.payment_method = charge.payment_method;
  intent.status = 'succeeded';
  intent.amount_received = intent.amount;
  session.payment_status = 'paid';
  return [
    { type: 'charge.succeeded', object: charge },
    { type: 'payment_intent.succeeded', object: intent },
  ];
}

function intentOf(world: World, stored: StoredSession, payer: Payer): Stripe.PaymentIntent {
  const state = world.file.value;
  const known = state.intents[String(stored.session.payment_intent)];
  if (known) return known;
  const intent = newIntent(stored, payer.email);
  state.intents[intent.id] = intent;
  stored.session.payment_intent = intent.id;
  return intent;
}
