import type { PaymentStatus, RefundStatus } from '@/lib/db/generated/client';

/**
 * Every move an attempt to pay can make. Open attempts end; ended ones may still turn out to be paid; paid stays paid. The
 * database holds the same pairs in the trigger payment_moves_by_table, and writes each move down (PaymentEvent); a test
 * keeps the two equal.
 */
export const PAYMENT_MOVES: Record<PaymentStatus, readonly PaymentStatus[]> = {
  CREATED: ['PENDING', 'PAID', 'FAILED', 'EXPIRED', 'CANCELLED'],
  PENDING: ['PAID', 'FAILED', 'EXPIRED', 'CANCELLED'],
  FAILED: ['PAID'],
  EXPIRED: ['PAID'],
  CANCELLED: ['PAID'],
  PAID: [],
};

/** The same for money that goes back (trigger refund_moves_by_table): a bank may send it back after it was done. */
export const REFUND_MOVES: Record<RefundStatus, readonly RefundStatus[]> = {
  REQUESTED: ['SUCCEEDED', 'FAILED'],
  SUCCEEDED: ['FAILED'],
  FAILED: [],
};

/** States from which a payment may still become `to`: what a compare-and-set asks for. */
export function paymentStatesBefore(to: PaymentStatus): PaymentStatus[] {
  return (Object.keys(PAYMENT_MOVES) as PaymentStatus[]).filter((from) =>
    PAYMENT_MOVES[from].includes(to),
  );
}

/** The same for a refund. */
export function refundStatesBefore(to: RefundStatus): RefundStatus[] {
  return (Object.keys(REFUND_MOVES) as RefundStatus[]).filter((from) =>
    REFUND_MOVES[from].includes(to),
  );
}
