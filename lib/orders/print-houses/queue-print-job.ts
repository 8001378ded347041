import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import type { PrintJobItems } from './print-job-items';
import { runningNumber } from './print-job-number';
import { hasLivePrintJob, insertPrintJob, insertPrintJobEvent, nextPrintJobNumber } from './store';

/**
 * Writes one hand-off of a parcel's calendars together with the job that sends it. The caller holds the order's row.
 * @throws DomainError "print_job.illegal_transition" when the parcel (or the claim's reprint of it) is in print already
 */
export async function queuePrintJob(
  tx: TxCtx,
  wish: {
    orderId: string;
    parcelId: string;
    printHouseId: string;
    claimId: string | null;
    items: PrintJobItems;
  },
): Promise<Id<'printJob'>> {
  if (await hasLivePrintJob(tx, wish)) {
    throw new DomainError('print_job.illegal_transition', { from: 'QUEUED', to: 'QUEUED' });
  }
  const printJobId = newId('printJob');
  const createdAt = tx.clock.now();
  await insertPrintJob(tx, {
    ...wish,
    id: printJobId,
    number: runningNumber('P', createdAt, await nextPrintJobNumber(tx)),
    idempotencyKey: `print:${printJobId}`,
    createdAt,
  });
  await insertPrintJobEvent(tx, {
    id: newId('printJobEvent'),
    printJobId,
    toStatus: 'QUEUED',
    actorId: tx.actor.userId,
    createdAt,
  });
  await enqueue(tx, 'print_job.submit', { printJobId });
  return printJobId;
}
