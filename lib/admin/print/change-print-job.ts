import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { cancelAtHouse } from '@/lib/orders/print-houses/check-print-job';
import { movePrintJob } from '@/lib/orders/print-houses/move-print-job';
import { findPrintJob, lockPrintJob } from '@/lib/orders/print-houses/store';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import type { ChangePrintJobInput } from './schema';

/**
 * Writes down what people at a press report, or takes a print job back. A house with an interface reports by itself:
 * there only cancelling is possible, and it is asked first.
 * @throws DomainError "account.not_allowed", "print_job.not_found", "print_job.illegal_transition", "request.conflict",
 *   "print_job.refused" when the house prints on, "print_house.unavailable"
 */
export async function changePrintJob(
  ctx: Ctx,
  input: { printJobId: Id<'printJob'>; change: ChangePrintJobInput },
): Promise<void> {
  requireStaff(ctx, 'production');
  const { printJobId, change } = input;
  const found = await findPrintJob(ctx, printJobId);
  if (!found) throw new DomainError('print_job.not_found');
  const isAtHouse = found.printHouse.kind !== 'MANUAL' && found.externalId !== null;
  if (isAtHouse && change.to === 'CANCELLED') await cancelAtHouse(ctx, printJobId);
  await inTransaction(ctx, async (tx) => {
    const job = await lockPrintJob(tx, printJobId);
    if (!job) throw new DomainError('print_job.not_found');
    await recordAudit(tx, {
      action: 'print_job.changed',
      subject: printJobId,
      data: { from: job.status, to: change.to },
    });
    if (isAtHouse && change.to === 'CANCELLED') return;
    const isByHand = job.printHouse.kind === 'MANUAL' || job.status === 'QUEUED';
    // While a call is on its way, only its answer says what became of it.
    if (!isByHand || job.status === 'SUBMITTING') {
      throw new DomainError('print_job.illegal_transition', { from: job.status, to: change.to });
    }
    await movePrintJob(tx, job, {
      to: change.to,
      reason: 'reason' in change ? change.reason : null,
      ...(change.to === 'DONE' && change.cost
        ? { data: { costMinor: change.cost.amountMinor, costCurrency: change.cost.currency } }
        : {}),
    });
  });
}
