import type Stripe from 'stripe';
import { nowSeconds, stripeId, type World } from './world';

/** Standard European cards: 1.5 % and 0.25 (stripe.com/pricing); the sandbox takes it in every currency. */
const FEE_BASIS_POINTS = 150;
const FEE_FIXED_MINOR = 25;

type Line = {
  type: 'charge' | 'refund' | 'refund_failure' | 'adjustment';
  amount: number;
  currency: string;
  source: string;
  description?: string | null;
};

/** Writes one line of the account's books and names it. */
export function book(world: World, line: Line): string {
  const fee =
    line.type === 'charge'
      ? Math.min(
          line.amount,
          Math.round((line.amount * FEE_BASIS_POINTS) / 10_000) + FEE_FIXED_MINOR,
        )
      : 0;
  const created = nowSeconds();
  const row: Stripe.BalanceTransaction = {
    id: stripeId('txn'),
    object: 'balance_transaction',
    amount: line.amount,
    available_on: created + 7 * 24 * 3600,
    balance_type: 'payments',
    created,
    currency: line.currency,
    description: line.description ?? null,
    exchange_rate: null,
    fee,
    fee_details:
      fee > 0
        ? [
            {
              amount: fee,
              application: null,
              currency: line.currency,
              description: 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ]
        : [],
    net: line.amount - fee,
    reporting_category: line.type,
    source: line.source,
    status: 'pending',
    type: line.type,
  };
  world.file.value.balance[row.id] = row;
  return row.id;
}

/** The line with its charge or refund in place of the id, as expand[]=data.source asks for. */
export function withSource(world: World, row: Stripe.BalanceTransaction): object {
  const { charges, refunds, disputes } = world.file.value;
  const id = String(row.source);
  return { ...row, source: charges[id] ?? refunds[id] ?? disputes[id] ?? null };
}
