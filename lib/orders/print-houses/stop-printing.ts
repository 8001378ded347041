import { DomainError } from '@/lib/core/errors';
import type { TxCtx } from '@/lib/db/context';
import { movePrintJob } from './move-print-job';
import { findOpenJobsOf } from './store';

/**
 * Makes sure that nothing of an order is printed any more before it is cancelled: what has not left yet is taken back.
 * @throws DomainError "order.too_late_to_cancel" while a house has it: staff cancel the print job there first
 */
export async function stopPrinting(tx: TxCtx, orderId: string): Promise<void> {
  const jobs = await findOpenJobsOf(tx, orderId);
  for (const job of jobs) {
    if (job.status !== 'QUEUED') throw new DomainError('order.too_late_to_cancel');
    await movePrintJob(tx, job, { to: 'CANCELLED', reason: 'order_cancelled' });
  }
}
