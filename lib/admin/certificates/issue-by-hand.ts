import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { checkGift } from '@/lib/orders/certificates/check-gift';
import { insertGift } from '@/lib/orders/certificates/insert-gift';
import { issueCertificate } from '@/lib/orders/certificates/issue-certificate';
import type { IssueCertificateInput } from '@/lib/orders/certificates/schema';
import { findIssued, lockBuyer, lockCertificate } from '@/lib/orders/certificates/store';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';

/**
 * Gives a certificate away that nobody paid for, with a reason. The same request key is the same certificate.
 * @throws DomainError "account.not_allowed", "certificate.invalid" with the wrong field, "request.conflict"
 */
export async function issueByHand(
  ctx: Ctx,
  input: IssueCertificateInput,
): Promise<{ certificateId: Id<'certificate'> }> {
  const admin = requireStaff(ctx, 'admin');
  const certificateId = await inTransaction(ctx, async (tx) => {
    // One press that arrives twice at once waits here for its twin.
    await lockBuyer(tx, admin.userId);
    const known = await findIssued(tx, admin.userId, input.requestKey);
    if (known) {
      if (known.amountMinor !== input.amountMinor || known.currency !== input.currency) {
        throw new DomainError('request.conflict');
      }
      return known.id as Id<'certificate'>;
    }
    const delivery = checkGift(input, tx.clock.now());
    const id = await insertGift(tx, input, {
      ...delivery,
      issuedById: admin.userId,
      reason: input.reason,
    });
    const row = await lockCertificate(tx, { id });
    assert(row, 'the certificate was just written');
    await issueCertificate(tx, row);
    await recordAudit(tx, {
      action: 'certificate.issued',
      subject: id,
      data: { amountMinor: input.amountMinor, currency: input.currency, reason: input.reason },
    });
    return id;
  });
  return { certificateId };
}
