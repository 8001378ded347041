import { groupGiftCode } from '@/lib/core/gift-code';
import { giftCodeOf } from '@/lib/core/gift-code-secret';
import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import { dayAt, type PlainDate } from '@/lib/core/plain-date';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { isRefundable, refundableUntil } from './rules';
import type { CertificateState } from './schema';
import type { CertificateRow } from './store';

export type CertificateView = {
  id: Id<'certificate'>;
  at: string;
  state: CertificateState;
  worth: Money;
  balance: Money;
  /** In groups of four, while it is worth something; null for others. */
  code: string | null;
  codeEnd: string;
  buyerName: string;
  recipientName: string;
  recipientEmail: string | null;
  message: string;
  /** The day its letter leaves; null when it is printed. */
  deliverOn: PlainDate | null;
  isMailed: boolean;
  validTo: PlainDate;
  isOver: boolean;
  /** Where an open one is paid; null for others. */
  payUrl: string | null;
  /** The last day on which the buyer may give it back; null when that is not possible now. */
  refundableUntil: PlainDate | null;
  refund: 'REQUESTED' | 'SUCCEEDED' | 'FAILED' | null;
};

export function stateOf(row: CertificateRow): CertificateState {
  if (row.status === 'ACTIVE') return 'active';
  if (row.status === 'VOID') return row.entries.length > 0 ? 'given_back' : 'ended';
  if (row.payment?.quarantineReason) return 'review';
  const isOpen = row.payment?.status === 'CREATED' || row.payment?.status === 'PENDING';
  return isOpen ? 'open' : 'ended';
}

/** A certificate as its buyer sees it. */
export function presentCertificate(row: CertificateRow, now: Date): CertificateView {
  const currency = row.currency as Currency;
  const state = stateOf(row);
  return {
    id: row.id as Id<'certificate'>,
    at: row.createdAt.toISOString(),
    state,
    worth: money(row.amountMinor, currency),
    balance: money(row.balanceMinor, currency),
    code: state === 'active' ? groupGiftCode(giftCodeOf(row.id)) : null,
    codeEnd: row.codeEnd,
    buyerName: row.buyerName,
    recipientName: row.recipientName,
    recipientEmail: row.recipientEmail,
    message: row.message,
    deliverOn: row.deliverOn === null ? null : fromDateColumn(row.deliverOn),
    isMailed: row.deliveredAt !== null,
    validTo: dayAt(row.expiresAt, 'UTC'),
    isOver: row.expiresAt <= now,
    payUrl: state === 'open' ? (row.payment?.redirectUrl ?? null) : null,
    refundableUntil: isRefundable(row, now) ? dayAt(refundableUntil(row.createdAt), 'UTC') : null,
    refund: row.payment?.refunds.at(-1)?.status ?? null,
  };
}
