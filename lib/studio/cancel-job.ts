import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { notifyOwner } from '@/lib/db/notifications';
import { releaseHold } from '@/lib/stars/ledger';
import { lockGeneration, moveGeneration } from './generation-store';
import { findGenerationStates, findJob, lockJob } from './job-store';
import { recountJob } from './recount-job';
import { cancelRequests } from './requests/request-model';
import { isOpen } from './work-states';

/**
 * Stops what of a job is still under way and gives its stars back; finished pictures stay. A job that is over stays as
 * it is.
 * @throws DomainError "job.not_found"
 * @returns how many pictures were stopped
 */
export async function cancelJob(ctx: Ctx, jobId: Id<'job'>): Promise<{ cancelled: number }> {
  const ownerId = asPerson(ctx).actor.userId;
  return inTransaction(ctx, async (tx) => {
    if (!(await findJob(tx, ownerId, jobId))) throw new DomainError('job.not_found');
    // Requests first, as the engine does: it holds a request while it waits for the job.
    for (const { id } of (await findGenerationStates(tx, jobId)).filter(isOpen)) {
      await cancelRequests(tx, 'GENERATION', id);
    }
    const job = await lockJob(tx, ownerId, jobId);
    if (!job) throw new DomainError('job.not_found');
    let cancelled = 0;
    for (const { id } of (await findGenerationStates(tx, jobId)).filter(isOpen)) {
      const generation = await lockGeneration(tx, id);
      if (!generation || !isOpen(generation)) continue;
      await moveGeneration(tx, generation, {
        status: 'CANCELLED',
        completedAt: tx.clock.now(),
      });
      // An attempt that began after the first look.
      await cancelRequests(tx, 'GENERATION', id);
      await notifyOwner(tx, ownerId, { type: 'generation', id, status: 'CANCELLED' });
      if (generation.holdId) await releaseHold(tx, generation.holdId, 'cancelled');
      cancelled += 1;
    }
    if (cancelled > 0) await recountJob(tx, { id: jobId, ownerId });
    return { cancelled };
  });
}
