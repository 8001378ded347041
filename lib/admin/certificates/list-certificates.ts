import { normaliseGiftCode } from '@/lib/core/gift-code';
import { giftCodeHash } from '@/lib/core/gift-code-secret';
import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import type { Ctx } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import type { CertificateFilter } from './schema';
import { findCertificates } from './store';

const PAGE_SIZE = 25;

export type StaffCertificateRow = {
  id: Id<'certificate'>;
  at: string;
  codeEnd: string;
  status: 'AWAITING_PAYMENT' | 'ACTIVE' | 'VOID';
  buyerName: string;
  recipientName: string;
  worth: Money;
  balance: Money;
  isIssued: boolean;
};

/** Certificates by code, last four letters, name or address, in the order of the filter. @throws DomainError "account.not_allowed" */
export async function listStaffCertificates(
  ctx: Ctx,
  filter: CertificateFilter,
): Promise<{ rows: StaffCertificateRow[]; total: number; pageCount: number }> {
  requireStaff(ctx, 'finance');
  const code = normaliseGiftCode(filter.search);
  const { rows, total } = await findCertificates(
    ctx,
    { ...filter, codeHash: code === null ? null : giftCodeHash(code) },
    { skip: (filter.page - 1) * PAGE_SIZE, take: PAGE_SIZE },
  );
  await recordAudit(ctx, { action: 'certificates.listed', subject: 'certificates' });
  return {
    rows: rows.map((row) => ({
      id: row.id as Id<'certificate'>,
      at: row.createdAt.toISOString(),
      codeEnd: row.codeEnd,
      status: row.status,
      buyerName: row.buyerName,
      recipientName: row.recipientName,
      worth: money(row.amountMinor, row.currency as Currency),
      balance: money(row.balanceMinor, row.currency as Currency),
      isIssued: row.paymentId === null,
    })),
    total,
    pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
  };
}
