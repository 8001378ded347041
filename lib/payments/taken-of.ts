import type { TillAmount } from '@/lib/providers/ports/payment-gateway';

type Taken = {
  currency: string;
  amountMinor: number;
  takenMinor: number | null;
  takenCurrency: string | null;
};

/** What the provider took for a payment, once it took anything: as asked, unless the payment is quarantined. */
export function takenOf(payment: Taken): TillAmount {
  return {
    amountMinor: payment.takenMinor ?? payment.amountMinor,
    currency: payment.takenCurrency ?? payment.currency,
  };
}

/** Money that does not fit lies at the provider and has not all been given back: a person has to decide. */
export function isInReview(
  payment: Taken & { quarantineReason: string | null; refundedMinor: number },
): boolean {
  if (payment.quarantineReason === null) return false;
  return payment.takenMinor === null || payment.refundedMinor < payment.takenMinor;
}
