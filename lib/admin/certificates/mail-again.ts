import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { mailCertificate } from '@/lib/orders/certificates/mail-certificate';
import { lockCertificate, markDelivered } from '@/lib/orders/certificates/store';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';

/**
 * Mails a certificate once more, or before its day. The same request key is the same letter.
 * @throws DomainError "account.not_allowed", "certificate.not_found" also for one that is not valid or is not mailed
 */
export async function mailAgain(
  ctx: Ctx,
  input: { certificateId: Id<'certificate'>; requestKey: string },
): Promise<void> {
  requireStaff(ctx, 'finance');
  await inTransaction(ctx, async (tx) => {
    const row = await lockCertificate(tx, { id: input.certificateId });
    if (row?.status !== 'ACTIVE' || row.recipientEmail === null) {
      throw new DomainError('certificate.not_found');
    }
    await markDelivered(tx, row.id);
    await mailCertificate(tx, row, input.requestKey);
    await recordAudit(tx, { action: 'certificate.mailed', subject: row.id });
  });
}
