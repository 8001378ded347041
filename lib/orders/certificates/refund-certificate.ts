import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { requestRefund } from '@/lib/payments/request-refund';
import { isRefundable } from './rules';
import { insertEntry, lockCertificate, setCertificateStatus } from './store';

/**
 * Gives an unused certificate back within two weeks: its money leaves it and the refund is promised together, or
 * neither. Once given back, asking again changes nothing.
 * @throws DomainError "certificate.not_found", "certificate.not_refundable" when a part was used, the time is over, or the
 *   buyer's bank asks the money back
 */
export async function refundCertificate(
  ctx: Ctx,
  input: { certificateId: Id<'certificate'>; requestKey: string },
): Promise<void> {
  const buyerId = asPerson(ctx).actor.userId;
  await inTransaction(ctx, async (tx) => {
    const row = await lockCertificate(tx, { id: input.certificateId, buyerId });
    if (!row) throw new DomainError('certificate.not_found');
    const key = `refund:${row.id}`;
    if (row.entries.some(({ idempotencyKey }) => idempotencyKey === key)) return;
    if (!isRefundable(row, tx.clock.now())) throw new DomainError('certificate.not_refundable');
    assert(row.paymentId, 'what was bought was paid');
    await insertEntry(tx, {
      id: newId('certificateEntry'),
      certificateId: row.id,
      kind: 'WITHDRAW',
      amountMinor: -row.balanceMinor,
      idempotencyKey: key,
      actorId: buyerId,
    });
    await setCertificateStatus(tx, row.id, 'ACTIVE', 'VOID');
    await requestRefund(tx, {
      paymentId: row.paymentId,
      amountMinor: row.amountMinor,
      reason: 'certificate_given_back',
      actorId: buyerId,
      requestKey: input.requestKey,
    });
  });
}
