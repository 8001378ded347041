import type Stripe from 'stripe';
import { book } from './balance';
import { emit } from './events';
import { listPage } from './lists';
import { notFound, nowSeconds, stripeId, type World } from './world';

/** Stripe gives 7 to 21 days, by card network. */
const EVIDENCE_DAYS = 14;

const EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

/** The payer tells the bank that something is wrong: the money is taken away until it is decided. */
export function openDispute(world: World, charge: Stripe.Charge): Stripe.Dispute {
  const known = disputeOf(world, charge.id);
  if (known) return known;
  const created = nowSeconds();
  const dispute: Stripe.Dispute = {
    id: stripeId('du'),
    object: 'dispute',
    amount: charge.amount_captured,
    balance_transactions: [],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: EVIDENCE,
    evidence_details: {
      due_by: created + EVIDENCE_DAYS * 24 * 3600,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'manual',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason: 'product_not_received',
    status: 'needs_response',
  };
  world.file.value.disputes[dispute.id] = dispute;
  charge.disputed = true;
  const { amount, currency, id } = dispute;
  book(world, { type: 'adjustment', amount: -amount, currency, source: id });
  emit(world, [
    { type: 'charge.dispute.created', object: dispute },
    { type: 'charge.dispute.funds_withdrawn', object: dispute },
  ]);
  return dispute;
}

/** The bank has decided; a decided dispute stays as it is. */
export function closeDispute(world: World, charge: Stripe.Charge, status: 'won' | 'lost'): void {
  const dispute = disputeOf(world, charge.id);
  if (dispute?.status !== 'needs_response') return;
  dispute.status = status;
  if (status === 'won') {
    const { amount, currency, id } = dispute;
    book(world, { type: 'adjustment', amount, currency, source: id });
    emit(world, [{ type: 'charge.dispute.funds_reinstated', object: dispute }]);
  }
  emit(world, [{ type: 'charge.dispute.closed', object: dispute }]);
}

export function disputeOf(world: World, chargeId: string): Stripe.Dispute | null {
  const all = Object.values(world.file.value.disputes);
  return all.find(({ charge }) => charge === chargeId) ?? null;
}

export function findDispute(world: World, id: string): Stripe.Dispute {
  const { disputes } = world.file.value;
  const dispute = Object.hasOwn(disputes, id) ? disputes[id] : undefined;
  if (!dispute) throw notFound('dispute', id);
  return dispute;
}

/** GET /v1/disputes: newest first. */
export function listDisputes(world: World, query: URLSearchParams): object {
  const [charge, intent] = [query.get('charge'), query.get('payment_intent')];
  const rows = Object.values(world.file.value.disputes).filter(
    (row) =>
      (charge === null || row.charge === charge) &&
      (intent === null || row.payment_intent === intent),
  );
  return listPage(rows, query, {
    url: '/v1/disputes',
    object: 'dispute',
    filters: ['charge', 'payment_intent'],
  });
}
