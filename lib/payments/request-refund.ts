import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import type { Refund } from '@/lib/db/generated/client';
import { enqueue } from '@/lib/jobs/queue';
import { findRefundByKey, insertRefund, lockPayment, reserveRefund } from './store';

/**
 * Promises money back: the row, its idempotency key and the job exist with the caller's other rows or not at all. The
 * provider is called later by the job. The same `requestKey` for the same payment is the same refund.
 * @throws DomainError "refund.too_much" when the refunds together would exceed what was paid, "request.conflict" when
 *   the key was used for another amount
 */
export async function requestRefund(
  tx: TxCtx,
  wish: {
    paymentId: string;
    amountMinor: number;
    reason: string;
    actorId: string | null;
    requestKey: string;
  },
): Promise<Refund> {
  assert(Number.isSafeInteger(wish.amountMinor) && wish.amountMinor > 0, 'a refund is positive');
  const payment = await lockPayment(tx, wish.paymentId);
  assert(payment, `payment ${wish.paymentId} exists`);
  const idempotencyKey = `refund:${wish.paymentId}:${wish.requestKey}`;
  const known = await findRefundByKey(tx, idempotencyKey);
  if (known) {
    if (known.amountMinor !== wish.amountMinor) throw new DomainError('request.conflict');
    return known;
  }
  if (!(await reserveRefund(tx, payment, wish.amountMinor)))
    throw new DomainError('refund.too_much');
  const refundId = newId('refund');
  const refund = await insertRefund(tx, {
    id: refundId,
    paymentId: wish.paymentId,
    status: 'REQUESTED',
    amountMinor: wish.amountMinor,
    reason: wish.reason,
    actorId: wish.actorId,
    idempotencyKey,
  });
  await enqueue(tx, 'refund.submit', { refundId });
  return refund;
}
