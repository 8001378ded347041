import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { findAwaitingOf, setCertificateStatus } from './store';

/** Gives up what a person has begun to buy: the pay pages are closed, and money that still comes goes back. */
export async function giveUpUnpaid(tx: TxCtx, buyerId: Id<'user'>): Promise<void> {
  for (const { id, paymentId } of await findAwaitingOf(tx, { buyerId })) {
    if (!(await setCertificateStatus(tx, id, 'AWAITING_PAYMENT', 'VOID'))) continue;
    if (paymentId) await enqueue(tx, 'payment.settle', { paymentId: paymentId as Id<'payment'> });
  }
}
