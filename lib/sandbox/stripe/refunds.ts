import type Stripe from 'stripe';
import { z } from 'zod';
import { book } from './balance';
import { disputeOf } from './disputes';
import { emit } from './events';
import type { FormObject } from './form';
import { listPage } from './lists';
import { parseParams } from './sessions';
import {
  invalid,
  type Later,
  notFound,
  nowSeconds,
  StripeRefusal,
  stripeId,
  type World,
} from './world';

const CreateRefund = z.strictObject({
  payment_intent: z.string().optional(),
  charge: z.string().optional(),
  amount: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: z.record(z.string().max(40), z.string().max(500)).default({}),
});

/** Gives money of a charge back, all that is left or a part. @throws StripeRefusal */
export function createRefund(world: World, form: FormObject, key: string | null): Stripe.Refund {
  const params = parseParams(CreateRefund, form);
  const charge = chargeFor(world, params);
  const left = charge.amount_captured - charge.amount_refunded;
  if (left <= 0) {
    throw new StripeRefusal(400, {
      type: 'invalid_request_error',
      code: 'charge_already_refunded',
      message: `Charge ${charge.id} has already been refunded.`,
    });
  }
  const dispute = disputeOf(world, charge.id);
  if (dispute && dispute.status !== 'won') {
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  const amount = params.amount ?? left;
  if (amount < 1) {
    throw invalid('Invalid positive integer', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  }
  if (amount > left) {
    throw invalid(
      `Refund amount (${amount} ${charge.currency}) is greater than unrefunded amount on charge (${left} ${charge.currency})`,
      { param: 'amount' },
    );
  }
  const { refund: course, laterMs } = world.faults.current;
  const refund: Stripe.Refund = {
    id: stripeId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: nowSeconds(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    metadata: params.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: course === 'at-once' ? 'succeeded' : 'pending',
    transfer_reversal: null,
  };
  world.file.value.refunds[refund.id] = refund;
  const { id: source, currency } = refund;
  refund.balance_transaction = book(world, { type: 'refund', amount: -amount, currency, source });
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount_captured;
  if (course !== 'at-once') {
    const succeeds = course === 'later';
    const atMs = Date.now() + laterMs;
    world.file.value.laters.push({ kind: 'refund', refundId: refund.id, atMs, succeeds });
  }
  emit(
    world,
    [
      { type: 'refund.created', object: refund },
      { type: 'charge.refunded', object: charge },
      ...(course === 'at-once' ? [{ type: 'refund.updated', object: refund }] : []),
    ],
    key,
  );
  return refund;
}

/** A delayed refund comes to its end; a failed one leaves the money with us. */
export function finishRefund(world: World, later: Extract<Later, { kind: 'refund' }>): void {
  const state = world.file.value;
  const refund = state.refunds[later.refundId];
  const charge = refund ? state.charges[String(refund.charge)] : undefined;
  if (!refund || !charge) return;
  if (later.succeeds) {
    refund.status = 'succeeded';
    emit(world, [{ type: 'refund.updated', object: refund }]);
    return;
  }
  refund.status = 'failed';
  refund.failure_reason = 'expired_or_canceled_card';
  book(world, {
    type: 'refund_failure',
    amount: refund.amount,
    currency: refund.currency,
    source: refund.id,
  });
  charge.amount_refunded -= refund.amount;
  charge.refunded = false;
  emit(world, [
    { type: 'refund.updated', object: refund },
    { type: 'refund.failed', object: refund },
  ]);
}

export function findRefund(world: World, id: string): Stripe.Refund {
  const { refunds } = world.file.value;
  const refund = Object.hasOwn(refunds, id) ? refunds[id] : undefined;
  if (!refund) throw notFound('refund', id);
  return refund;
}

/** GET /v1/refunds: newest first, of one payment when asked. */
export function listRefunds(world: World, query: URLSearchParams): object {
  const intent = query.get('payment_intent');
  const rows = Object.values(world.file.value.refunds).filter(
    (refund) => intent === null || refund.payment_intent === intent,
  );
  return listPage(rows, query, {
    url: '/v1/refunds',
    object: 'refund',
    filters: ['payment_intent'],
  });
}

function chargeFor(
  world: World,
  params: { payment_intent?: string | undefined; charge?: string | undefined },
): Stripe.Charge {
  const { intents, charges } = world.file.value;
  if (params.payment_intent !== undefined) {
    const known = Object.hasOwn(intents, params.payment_intent);
    const intent = known ? intents[params.payment_intent] : undefined;
    if (!intent) throw notFound('payment_intent', params.payment_intent);
    const charge = charges[String(intent.latest_charge)];
    if (intent.status !== 'succeeded' || !charge) {
      throw invalid(
        `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
        {
          param: 'payment_intent',
        },
      );
    }
    return charge;
  }
  const id = params.charge;
  if (id === undefined) {
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  }
  const charge = Object.hasOwn(charges, id) ? charges[id] : undefined;
  if (!charge) throw notFound('charge', id);
  return charge;
}
