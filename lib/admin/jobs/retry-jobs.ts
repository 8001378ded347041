import { DomainError } from '@/lib/core/errors';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { JobName } from '@/lib/jobs/jobs';
import { retryFailedJobs } from '@/lib/jobs/queue';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { lockFailedJobs } from './job-store';

/** In one press; the rest follows with the next. */
const RETRY_MAX = 1000;

/**
 * Starts failed jobs once more. Handlers look at their row first, so work that was done meanwhile is not done twice.
 * @param input.jobId null for all of the queue, at most 1000 at once
 * @throws DomainError "account.not_allowed", "queue.job_not_found" when none of them stands failed
 */
export async function retryJobs(
  ctx: Ctx,
  input: { queue: JobName; jobId: string | null },
): Promise<{ count: number }> {
  requireStaff(ctx, 'admin');
  const { queue, jobId } = input;
  return inTransaction(ctx, async (tx) => {
    const ids = await lockFailedJobs(tx, queue, jobId, RETRY_MAX);
    if (ids.length === 0) throw new DomainError('queue.job_not_found');
    await retryFailedJobs(tx, queue, ids);
    await recordAudit(tx, {
      action: 'jobs.retried',
      subject: `queue:${queue}`,
      data: { jobId, count: ids.length },
    });
    return { count: ids.length };
  });
}
