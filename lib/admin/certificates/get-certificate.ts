import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import { dayAt, type PlainDate } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findAnyCertificate, findReasons } from './store';

export type StaffCertificate = {
  id: Id<'certificate'>;
  at: string;
  status: 'AWAITING_PAYMENT' | 'ACTIVE' | 'VOID';
  codeEnd: string;
  worth: Money;
  balance: Money;
  buyerName: string;
  buyerEmail: string | null;
  recipientName: string;
  recipientEmail: string | null;
  message: string;
  deliverOn: PlainDate | null;
  deliveredAt: string | null;
  validTo: PlainDate;
  reason: string | null;
  payment: { provider: string; status: string; isQuarantined: boolean } | null;
  /** The last refund was refused by the buyer's bank, and the money is still here. */
  canRefundAgain: boolean;
  entries: {
    id: string;
    at: string;
    kind: 'ISSUE' | 'REDEEM' | 'RETURN' | 'WITHDRAW';
    amount: Money;
    order: { id: Id<'order'>; number: string } | null;
  }[];
  notes: { id: string; at: string; action: string; reason: string | null }[];
};

const ReasonSchema = z.object({ reason: z.string() });

/** One certificate with its account; never its code. @throws DomainError "account.not_allowed", "certificate.not_found" */
export async function getStaffCertificate(
  ctx: Ctx,
  input: { certificateId: Id<'certificate'> },
): Promise<StaffCertificate> {
  requireStaff(ctx, 'finance');
  const row = await findAnyCertificate(ctx, input.certificateId);
  if (!row) throw new DomainError('certificate.not_found');
  const notes = await findReasons(ctx, row.id);
  await recordAudit(ctx, { action: 'certificate.viewed', subject: row.id });
  const currency = row.currency as Currency;
  const { payment } = row;
  return {
    id: row.id as Id<'certificate'>,
    at: row.createdAt.toISOString(),
    status: row.status,
    codeEnd: row.codeEnd,
    worth: money(row.amountMinor, currency),
    balance: money(row.balanceMinor, currency),
    buyerName: row.buyerName,
    buyerEmail: row.buyer?.email ?? null,
    recipientName: row.recipientName,
    recipientEmail: row.recipientEmail,
    message: row.message,
    deliverOn: row.deliverOn && fromDateColumn(row.deliverOn),
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    validTo: dayAt(row.expiresAt, 'UTC'),
    reason: row.reason,
    payment: payment && {
      provider: payment.provider,
      status: payment.status,
      isQuarantined: payment.quarantineReason !== null,
    },
    canRefundAgain:
      row.status === 'VOID' &&
      payment?.status === 'PAID' &&
      payment.refundedMinor === 0 &&
      payment.refunds.at(-1)?.status === 'FAILED',
    entries: row.entries.map((entry) => ({
      id: entry.id,
      at: entry.createdAt.toISOString(),
      kind: entry.kind,
      amount: money(entry.amountMinor, currency),
      order: entry.order && { id: entry.order.id as Id<'order'>, number: entry.order.number },
    })),
    notes: notes.map(({ id, createdAt, action, data }) => {
      const said = ReasonSchema.safeParse(data);
      return {
        id,
        at: createdAt.toISOString(),
        action,
        reason: said.success ? said.data.reason : null,
      };
    }),
  };
}
