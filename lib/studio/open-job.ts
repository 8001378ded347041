import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import type { Job, JobKind } from '@/lib/db/generated/client';
import { notifyOwner } from '@/lib/db/notifications';
import { addGeneration, type GenerationWish } from './add-generations';
import { countOpenPictures } from './generation-store';
import { type JobSettings, OPEN_JOBS_MAX, OPEN_PICTURES_MAX } from './job-settings';
import { countOpenJobs, findJobByKey, insertJob, lockOwner } from './job-store';
import { starsOfPictures } from './prices';

type Wish = Omit<GenerationWish, 'ownerId' | 'purpose' | 'jobId' | 'jobTaskId' | 'stars'>;

export type JobPlan = {
  kind: JobKind;
  themeId: string | null;
  loraModelId: string | null;
  starsOfOne: number;
  steps: { month: number | null; pictures: Wish[] }[];
};

/**
 * Starts a job whole or not at all: its row, its steps, its pictures with their holds and requests. The same key again
 * is the same job.
 * @param plan reads what it needs and checks it, in the same transaction
 * @throws DomainError "job.too_many"; "stars.price_changed" with { stars } when it costs another number than was shown;
 *   "stars.not_enough"; "request.conflict" when the key was used for another wish; what `plan` throws
 */
export async function openJob(
  tx: TxCtx,
  wish: {
    ownerId: Id<'user'>;
    requestKey: string;
    starsShown: number;
    /** What was asked for, in the columns of the job's row. */
    asked: Partial<Pick<Job, 'themeId' | 'loraModelId'>> &
      Pick<Job, 'baseModelId' | 'candidates'> & { settings: JobSettings };
  },
  plan: () => Promise<JobPlan>,
): Promise<{ jobId: Id<'job'> }> {
  const { ownerId, requestKey } = wish;
  await lockOwner(tx, ownerId);
  const known = await findJobByKey(tx, ownerId, requestKey);
  if (known) {
    const { settings, ...columns } = wish.asked;
    const isSame =
      Object.entries(columns).every(
        ([name, value]) => known[name as keyof typeof columns] === value,
      ) && isDeepStrictEqual(known.settings, settings);
    if (!isSame) throw new DomainError('request.conflict');
    return { jobId: known.id as Id<'job'> };
  }
  if ((await countOpenJobs(tx, ownerId)) >= OPEN_JOBS_MAX) {
    throw new DomainError('job.too_many', { max: OPEN_JOBS_MAX });
  }
  const { baseModelId, candidates, settings } = wish.asked;
  const { steps, starsOfOne, ...rest } = await plan();
  const count = steps.reduce((sum, { pictures }) => sum + pictures.length, 0);
  await requireRoom(tx, ownerId, count);
  const starsTotal = starsOfPictures(starsOfOne, count);
  requireShownPrice(wish.starsShown, starsTotal);
  const jobId = newId('job');
  const tasks = steps.map(({ month }, position) => {
    return { id: newId('jobTask'), jobId, position, month };
  });
  await insertJob(
    tx,
    {
      id: jobId,
      ownerId,
      requestKey,
      baseModelId,
      candidates,
      settings,
      starsTotal,
      createdAt: tx.clock.now(),
      ...rest,
    },
    tasks,
  );
  for (const [position, { pictures }] of steps.entries()) {
    for (const picture of pictures) {
      await addGeneration(tx, {
        ...picture,
        ownerId,
        purpose: 'CUSTOMER',
        jobId,
        jobTaskId: tasks[position]?.id ?? null,
        stars: starsOfOne,
      });
    }
  }
  await notifyOwner(tx, ownerId, { type: 'job', id: jobId, status: 'RUNNING' });
  return { jobId };
}

/** @throws DomainError "job.too_many" */
export async function requireRoom(tx: TxCtx, ownerId: string, count: number): Promise<void> {
  if ((await countOpenPictures(tx, ownerId)) + count > OPEN_PICTURES_MAX) {
    throw new DomainError('job.too_many', { max: OPEN_JOBS_MAX });
  }
}

/** Nobody pays another number than the one on the button. @throws DomainError "stars.price_changed" */
export function requireShownPrice(shown: number, stars: number): void {
  if (shown !== stars) throw new DomainError('stars.price_changed', { stars });
}
