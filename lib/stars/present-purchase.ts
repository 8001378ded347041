import type { Id } from '@/lib/core/ids';
import type { Payment } from '@/lib/db/generated/client';
import { isInReview } from '@/lib/payments/taken-of';
import type { PackCurrency, PackPrice } from './pack-price';
import type { PurchaseRow } from './purchase-store';
import { isWholeOnly, type PackBooks, refundableNow } from './rules';
import type { PurchaseState } from './schema';

export type PurchaseView = {
  id: Id<'starPurchase'>;
  at: string;
  stars: number;
  price: PackPrice;
  state: PurchaseState;
  /** Where an open purchase is paid; null for others. */
  payUrl: string | null;
  books: PackBooks;
  /** How many stars can be given back now. */
  refundable: number;
  /** Telegram gives a charge back as a whole or not at all. */
  isWholeOnly: boolean;
  refunds: { id: string; amount: PackPrice; status: 'REQUESTED' | 'SUCCEEDED' | 'FAILED' }[];
};

export function stateOfPurchase(payment: Payment): PurchaseState {
  if (isInReview(payment)) return 'review';
  if (payment.quarantineReason !== null) return 'ended';
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

/** @param unspent how many of its stars are unspent and free (readLots) */
export function presentPurchase(row: PurchaseRow, unspent: number): PurchaseView {
  const currency = row.currency as PackCurrency;
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
    price: { amountMinor: row.amountMinor, currency },
    state,
    payUrl: state === 'open' ? row.payment.redirectUrl : null,
    books,
    refundable:
      state === 'paid' && row.payment.disputes.length === 0
        ? refundableNow(books, unspent, isWholeOnly(row))
        : 0,
    isWholeOnly: isWholeOnly(row),
    refunds: row.payment.refunds.map(({ id, amountMinor, status }) => ({
      id,
      amount: { amountMinor, currency },
      status,
    })),
  };
}
