import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { checkPrintJob } from './check-print-job';
import { findJobsToWatch, findUnsentJobs, touchPrintJob } from './store';

/** Longer than a hand-off takes: what is older was forgotten, or its order was held back meanwhile. */
const UNSENT_AFTER_MS = 3 * 60 * 1000;
/** A house may send the tracking number some days after it has printed. */
const TRACKING_WITHIN_MS = 14 * 24 * 60 * 60 * 1000;
const BATCH = 100;

/**
 * Sends what was forgotten and asks the houses about everything that is not at its end: callbacks may be lost.
 * @throws AggregateError after the round when some could not be asked
 */
export async function watchPrintJobs(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now().getTime();
  const unsent = await findUnsentJobs(ctx, new Date(now - UNSENT_AFTER_MS), BATCH);
  for (const { id } of unsent) {
    const printJobId = id as Id<'printJob'>;
    await inTransaction(ctx, async (tx) => {
      await enqueue(tx, 'print_job.submit', { printJobId });
      await touchPrintJob(tx, id);
    });
  }
  const failures: unknown[] = [];
  for (const { id } of await findJobsToWatch(ctx, new Date(now - TRACKING_WITHIN_MS), BATCH)) {
    try {
      await checkPrintJob(ctx, id as Id<'printJob'>);
    } catch (error) {
      ctx.log.error('print job could not be checked', error, { printJobId: id });
      failures.push(error);
      // The next round begins with the others.
      await touchPrintJob(ctx, id);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'not every print house answered');
}
