import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Dispute, Payment, Refund } from '@/lib/db/generated/client';

/** What a payment can buy. The room that sells it says in a PaymentPurpose what being paid means there. */
export const PAYMENT_PURPOSES = ['ORDER', 'STARS', 'CERTIFICATE'] as const;
export type PurposeName = (typeof PAYMENT_PURPOSES)[number];

/**
 * The buyer's side of a settlement. This room moves payments and refunds and knows nothing of orders; each function
 * here runs in the same transaction as the payment's own move, exactly once for each move.
 */
export type PaymentPurpose = {
  /** Locks the bought thing. Always before the payment's row, so that two settlements never wait for each other. */
  lock(tx: TxCtx, payment: Payment): Promise<void>;
  /** False when the attempt should no longer be paid: the checkout is then closed at the provider. */
  isWanted(ctx: ReadCtx, payment: Payment): Promise<boolean>;
  /** @returns a reason when the money is not needed any more: it then goes back in full, at once */
  onPaid(tx: TxCtx, payment: Payment): Promise<{ refundReason: string | null }>;
  onEnded(tx: TxCtx, payment: Payment, status: 'FAILED' | 'EXPIRED'): Promise<void>;
  onQuarantined(tx: TxCtx, payment: Payment, reason: string): Promise<void>;
  onRefunded(tx: TxCtx, payment: Payment, refund: Refund): Promise<void>;
  onRefundFailed(tx: TxCtx, payment: Payment, refund: Refund, code: string): Promise<void>;
  /** The payer's bank asks the money back, or has decided. Called once for each change of the dispute's state. */
  onDispute?(tx: TxCtx, payment: Payment, dispute: Dispute): Promise<void>;
};

export type Purposes = Record<PurposeName, PaymentPurpose>;

/** Buys nothing: whatever is paid goes back. */
const SURPLUS: PaymentPurpose = {
  lock: () => Promise.resolve(),
  isWanted: () => Promise.resolve(false),
  onPaid: () => Promise.resolve({ refundReason: 'second_payment' }),
  onEnded: () => Promise.resolve(),
  onQuarantined: () => Promise.resolve(),
  onRefunded: () => Promise.resolve(),
  onRefundFailed: () => Promise.resolve(),
};

export function purposeOf(
  purposes: Partial<Purposes>,
  payment: { purpose: string; orphanOfId: string | null; orderId: string | null },
): PaymentPurpose {
  // Only orders know several attempts; elsewhere the thing belongs to the attempt that the orphan is of.
  if (payment.orphanOfId !== null && payment.orderId === null) return SURPLUS;
  const name = PAYMENT_PURPOSES.find((candidate) => candidate === payment.purpose);
  const purpose = name && purposes[name];
  if (!purpose) throw new Error(`No purpose is known by the name ${payment.purpose}`);
  return purpose;
}
