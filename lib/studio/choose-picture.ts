import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { notifyOwner } from '@/lib/db/notifications';
import { markPicked } from './generation-store';
import { findChoosable, lockJob, setChoice } from './job-store';

/**
 * Takes a finished picture of a month set for a month, its own or another. A picture stands in one month: the month
 * it leaves takes over what stood where it goes.
 * @throws DomainError "job.not_found"; "generation.not_found" for a picture that is not a finished one of the job
 */
export async function choosePicture(
  ctx: Ctx,
  input: { jobId: Id<'job'>; month: number; generationId: Id<'generation'> },
): Promise<void> {
  const ownerId = asPerson(ctx).actor.userId;
  const { jobId, month, generationId } = input;
  await inTransaction(ctx, async (tx) => {
    const job = await lockJob(tx, ownerId, jobId);
    const to = job?.tasks.find((task) => task.month === month);
    if (!job || !to) throw new DomainError('job.not_found');
    const choosable = await findChoosable(tx, jobId);
    if (!choosable.some(({ id }) => id === generationId)) {
      throw new DomainError('generation.not_found');
    }
    const from = job.tasks.find(({ chosenGenerationId }) => chosenGenerationId === generationId);
    if (from?.id !== to.id) {
      const before = to.chosenGenerationId;
      if (from) await setChoice(tx, from.id, null);
      await setChoice(tx, to.id, generationId);
      if (from && before !== null) await setChoice(tx, from.id, before);
    }
    await markPicked(tx, [generationId]);
    await notifyOwner(tx, ownerId, { type: 'job', id: jobId, status: job.status });
  });
}
