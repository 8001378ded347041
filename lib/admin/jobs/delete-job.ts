import { DomainError } from '@/lib/core/errors';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { JobName } from '@/lib/jobs/jobs';
import { deleteJobs } from '@/lib/jobs/queue';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { lockFailedJobs } from './job-store';

/**
 * Forgets a failed job that nobody needs any more. What it was about stays as it is.
 * @throws DomainError "account.not_allowed", "queue.job_not_found" when it does not stand failed
 */
export async function deleteJob(ctx: Ctx, input: { queue: JobName; jobId: string }): Promise<void> {
  requireStaff(ctx, 'admin');
  const { queue, jobId } = input;
  await inTransaction(ctx, async (tx) => {
    const ids = await lockFailedJobs(tx, queue, jobId, 1);
    if (ids.length === 0) throw new DomainError('queue.job_not_found');
    await deleteJobs(tx, queue, ids);
    await recordAudit(tx, { action: 'jobs.deleted', subject: `queue:${queue}`, data: { jobId } });
  });
}
