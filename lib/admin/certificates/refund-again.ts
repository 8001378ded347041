import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { lockCertificate } from '@/lib/orders/certificates/store';
import { requestRefund } from '@/lib/payments/request-refund';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';

/**
 * Tries to give the money of a given-back certificate back once more, after the buyer's bank refused it.
 * @throws DomainError "account.not_allowed", "certificate.not_found", "refund.too_much" when it is under way or done
 */
export async function refundAgain(
  ctx: Ctx,
  input: { certificateId: Id<'certificate'>; requestKey: string },
): Promise<void> {
  const admin = requireStaff(ctx, 'admin');
  await inTransaction(ctx, async (tx) => {
    const row = await lockCertificate(tx, { id: input.certificateId });
    const isGivenBack = row?.entries.some(
      ({ idempotencyKey }) => idempotencyKey === `refund:${row.id}`,
    );
    if (!row?.paymentId || !isGivenBack) throw new DomainError('certificate.not_found');
    await requestRefund(tx, {
      paymentId: row.paymentId,
      amountMinor: row.amountMinor,
      reason: 'certificate_given_back',
      actorId: admin.userId,
      requestKey: input.requestKey,
    });
    await recordAudit(tx, { action: 'certificate.refunded_again', subject: row.id });
  });
}
