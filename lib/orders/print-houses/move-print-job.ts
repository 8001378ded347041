import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { isLostPrintJob, type PrintJobStatus, requirePrintJobMove } from './print-job-states';
import { insertPrintJobEvent, setPrintJobStatus } from './store';

/**
 * Moves a print job along the table by compare-and-set and writes its history.
 * @throws DomainError "print_job.illegal_transition", "request.conflict" when somebody else moved it first
 */
export async function movePrintJob(
  tx: TxCtx,
  job: { id: string; status: PrintJobStatus },
  move: {
    to: PrintJobStatus;
    reason?: string | null;
    data?: Prisma.PrintJobUncheckedUpdateManyInput;
  },
): Promise<void> {
  requirePrintJobMove(job.status, move.to);
  const now = tx.clock.now();
  const isEnd = move.to === 'DONE' || isLostPrintJob(move.to);
  const isMoved = await setPrintJobStatus(tx, job.id, job.status, move.to, {
    ...(move.reason ? { reason: move.reason } : {}),
    ...(move.to === 'SUBMITTED' ? { submittedAt: now } : {}),
    ...(isEnd ? { finishedAt: now } : {}),
    ...move.data,
  });
  if (!isMoved) throw new DomainError('request.conflict');
  await insertPrintJobEvent(tx, {
    id: newId('printJobEvent'),
    printJobId: job.id,
    fromStatus: job.status,
    toStatus: move.to,
    actorId: tx.actor.userId,
    reason: move.reason ?? null,
    createdAt: now,
  });
}
