import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { lockCertificate } from '@/lib/orders/certificates/store';
import { withdrawRest } from '@/lib/orders/certificates/withdraw-rest';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';

/**
 * Takes what is left on a certificate away for good, with a reason; orders that it paid for keep what they have. A void
 * one stays as it is.
 * @throws DomainError "account.not_allowed", "certificate.not_found"
 */
export async function voidCertificate(
  ctx: Ctx,
  input: { certificateId: Id<'certificate'>; reason: string },
): Promise<void> {
  requireStaff(ctx, 'admin');
  await inTransaction(ctx, async (tx) => {
    const row = await lockCertificate(tx, { id: input.certificateId });
    if (!row) throw new DomainError('certificate.not_found');
    if (!(await withdrawRest(tx, row, `void:${row.id}`))) return;
    await recordAudit(tx, {
      action: 'certificate.voided',
      subject: row.id,
      data: { amountMinor: row.balanceMinor, reason: input.reason },
    });
  });
}
