import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { isDisputed } from '@/lib/payments/dispute-store';
import { certificateProblem } from './rules';
import { currencyOfOrder, insertEntry, lockCertificate } from './store';

/**
 * Pays a part of an order with a certificate, in the transaction that places it and after its row. The same order and
 * certificate again takes nothing more.
 * @throws DomainError "certificate.empty" when less is left than asked for, "certificate.over",
 *   "certificate.other_currency", "certificate.not_found"
 */
export async function redeemCertificate(
  tx: TxCtx,
  wish: { certificateId: string; orderId: string; amountMinor: number },
): Promise<void> {
  assert(Number.isSafeInteger(wish.amountMinor) && wish.amountMinor > 0, 'a part is positive');
  const row = await lockCertificate(tx, { id: wish.certificateId });
  if (!row) throw new DomainError('certificate.not_found');
  const key = `redeem:${wish.orderId}:${wish.certificateId}`;
  if (row.entries.some(({ idempotencyKey }) => idempotencyKey === key)) return;
  const currency = await currencyOfOrder(tx, wish.orderId);
  const problem = certificateProblem(row, { currency, now: tx.clock.now() });
  if (problem) throw new DomainError(problem);
  // Its money may be taken away from us: until that is decided it buys nothing.
  if (row.paymentId !== null && (await isDisputed(tx, row.paymentId))) {
    throw new DomainError('certificate.not_found');
  }
  if (row.balanceMinor < wish.amountMinor) throw new DomainError('certificate.empty');
  await insertEntry(tx, {
    id: newId('certificateEntry'),
    certificateId: wish.certificateId,
    kind: 'REDEEM',
    amountMinor: -wish.amountMinor,
    orderId: wish.orderId,
    idempotencyKey: key,
    actorId: tx.actor.userId,
  });
}
