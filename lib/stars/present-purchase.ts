import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import type { Payment } from '@/lib/db/generated/client';
import type { PurchaseRow } from './purchase-store';
import { type PackBooks, refundableStars } from './rules';
import type { PurchaseState } from './schema';

export type PurchaseView = {
  id: Id<'starPurchase'>;
  at: string;
  stars: number;
  price: Money;
  state: PurchaseState;
  /** Where an open purchase is paid; null for others. */
  payUrl: string | null;
  books: PackBooks;
  /** How many stars can be given back now. */
  refundable: number;
  refunds: { id: string; amount: Money; status: 'REQUESTED' | 'SUCCEEDED' | 'FAILED' }[];
};

export function stateOfPurchase(payment: Payment): PurchaseState {
  if (payment.quarantineReason !== null) return 'review';
  switch (payment.status) {
    case 'PAID':
      return 'paid';
    case 'CREATED':
    case 'PENDING':
      return 'open';
    default:
      return 'ended';
  }
}

export function presentPurchase(row: PurchaseRow, balance: number): PurchaseView {
  const currency = row.currency as Currency;
  const state = stateOfPurchase(row.payment);
  const books = {
    stars: row.stars,
    amountMinor: row.amountMinor,
    refundedStars: row.refundedStars,
    refundedMinor: row.payment.refundedMinor,
  };
  return {
    id: row.id as Id<'starPurchase'>,
    at: row.createdAt.toISOString(),
    stars: row.stars,
    price: money(row.amountMinor, currency),
    state,
    payUrl: state === 'open' ? row.payment.redirectUrl : null,
    books,
    refundable: state === 'paid' ? refundableStars(books, balance) : 0,
    refunds: row.payment.refunds.map(({ id, amountMinor, status }) => ({
      id,
      amount: money(amountMinor, currency),
      status,
    })),
  };
}
