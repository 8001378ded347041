import type { ErrorCode } from '@/lib/core/errors';

/** How long money on a certificate can be spent. */
const VALID_YEARS = 3;
/** An unused one may be given back for so long after it was bought. */
const REFUND_DAYS = 14;
/** Money that comes back to a certificate can be spent for at least so long, even when it would have ended before. */
const RETURN_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Stands for the name of somebody who had themselves forgotten, and of whom they wrote to. */
export const FORGOTTEN_NAME = '-';

/** When a certificate that is made now ends. */
export function expiryOf(now: Date): Date {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + VALID_YEARS);
  return end;
}

/** When a certificate ends after money came back to it. */
export function expiryAfterReturn(expiresAt: Date, now: Date): Date {
  return new Date(Math.max(expiresAt.getTime(), now.getTime() + RETURN_DAYS * DAY_MS));
}

type Books = {
  status: 'AWAITING_PAYMENT' | 'ACTIVE' | 'VOID';
  currency: string;
  amountMinor: number;
  balanceMinor: number;
  expiresAt: Date;
};

/**
 * Why a certificate cannot pay for anything in this currency now; null when it can. One that was never paid or was
 * given back looks like one that never was.
 */
export function certificateProblem(
  books: Books,
  wish: { currency: string; now: Date },
): Extract<ErrorCode, `certificate.${string}`> | null {
  if (books.status !== 'ACTIVE') return 'certificate.not_found';
  if (wish.now >= books.expiresAt) return 'certificate.over';
  if (books.currency !== wish.currency) return 'certificate.other_currency';
  if (books.balanceMinor < 1) return 'certificate.empty';
  return null;
}

/** Until when the buyer may give an unused certificate back. */
export function refundableUntil(createdAt: Date): Date {
  return new Date(createdAt.getTime() + REFUND_DAYS * DAY_MS);
}

/** Whether the buyer may give it back now: bought, whole, and within the time. Part of one is never given back. */
export function isRefundable(
  books: Books & {
    createdAt: Date;
    /** With its disputes that were not won: the bank gives such money back itself. */
    payment: { status: string; refundedMinor: number; disputes: readonly unknown[] } | null;
  },
  now: Date,
): boolean {
  return (
    books.status === 'ACTIVE' &&
    books.balanceMinor === books.amountMinor &&
    books.payment?.status === 'PAID' &&
    books.payment.refundedMinor === 0 &&
    books.payment.disputes.length === 0 &&
    now < refundableUntil(books.createdAt)
  );
}
