import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { getPictures } from '@/lib/pictures/get-pictures';
import { findForView, findReferencePictures } from './generation-store';
import type { JobView } from './generation-view';
import { JobSettingsSchema } from './job-settings';
import { findJob } from './job-store';
import { presentGenerations } from './present-generations';

/** One job of the person with everything that its page shows. @throws DomainError "job.not_found" */
export async function getJob(ctx: Ctx, jobId: Id<'job'>): Promise<JobView> {
  const ownerId = asPerson(ctx).actor.userId;
  const job = await findJob(ctx, ownerId, jobId);
  if (!job) throw new DomainError('job.not_found');
  const rows = await findForView(ctx, ownerId, { jobId });
  const generations = await presentGenerations(ctx, rows);
  const shown = new Set<string>(generations.map(({ id }) => id));
  const { loraModel } = job;
  const references = loraModel ? await findReferencePictures(ctx, ownerId, loraModel.id) : [];
  const photos = await getPictures(ctx, references as Id<'picture'>[]);
  return {
    id: job.id as JobView['id'],
    kind: job.kind,
    status: job.status,
    themeNames: (job.theme?.names ?? null) as JobView['themeNames'],
    lora: loraModel
      ? {
          id: loraModel.id as Id<'loraModel'>,
          name: loraModel.deletedAt ? null : loraModel.name,
        }
      : null,
    baseModelName: `${job.baseModel.name} ${job.baseModel.version}`,
    candidates: job.candidates,
    settings: JobSettingsSchema.parse(job.settings),
    starsTotal: job.starsTotal,
    starsSpent: rows
      .filter(({ status }) => status === 'COMPLETED')
      .reduce((sum, { stars }) => sum + stars, 0),
    createdAt: job.createdAt.toISOString(),
    tasks: job.tasks.map((task) => {
      const own = generations.filter(({ jobTaskId }) => jobTaskId === task.id);
      const chosen = task.chosenGenerationId;
      // The chosen picture may have been deleted since: then the first of the others stands in.
      const fallback = own.find(({ status }) => status === 'COMPLETED')?.id ?? null;
      const isTaken = (id: string | null) =>
        job.tasks.some((other) => other.id !== task.id && other.chosenGenerationId === id);
      return {
        id: task.id as Id<'jobTask'>,
        month: task.month,
        status: task.status,
        chosenId:
          chosen && shown.has(chosen)
            ? (chosen as Id<'generation'>)
            : isTaken(fallback)
              ? null
              : fallback,
        generations: own,
      };
    }),
    references: photos.flatMap(({ id, thumbUrl, screenUrl }) =>
      thumbUrl && screenUrl ? [{ id, thumbUrl, screenUrl }] : [],
    ),
  };
}
