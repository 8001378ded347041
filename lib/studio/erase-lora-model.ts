import { mintActor } from '@/lib/core/actor';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { deletePictures } from '@/lib/pictures/delete-pictures';
import {
  findDerived,
  findForErasure,
  findKnownRequests,
  findUpscalesOf,
  forgetLora,
  forgetRequests,
} from './erase-store';
import { dropIdleArchives } from './sweep-studio-files';
import { archiveKeyOf } from './training-archive';
import { WEIGHTS_PREFIX } from './training-work';
import { isOpen } from './work-states';

/** While pictures of a deleted model are still being made, until they have ended. */
const AGAIN_SECONDS = 60;

/**
 * Removes what a model no longer needs. Of one that is kept: the zips of its ended trainings. Of a deleted one:
 * everything, here and at the provider, but the pictures that a sold calendar needs. Safe to repeat at any point.
 * @throws DomainError "model.unavailable" while the provider cannot be reached: the job tries again
 */
export async function eraseLoraModel(ctx: Ctx, loraModelId: Id<'loraModel'>): Promise<void> {
  const lora = await findForErasure(ctx, loraModelId);
  if (!lora) return;
  await dropIdleArchives(ctx, loraModelId);
  if (lora.deletedAt === null) return;

  const { files, models } = ctx.providers;
  const derived = await findDerived(ctx, lora);
  const isUnderWay = derived.some(isOpen) || lora.trainings.some(isOpen);
  const pictureIds = derived.flatMap(({ pictureId, picture }) =>
    pictureId && picture?.deletedAt === null ? [pictureId as Id<'picture'>] : [],
  );
  // The owner asked for it: it is done in their name, by the same rules as when they delete a picture by hand.
  const asOwner = {
    ...ctx,
    actor: mintActor({ userId: lora.ownerId as Id<'user'>, role: 'CUSTOMER' }),
  };
  const { kept } = await deletePictures(asOwner, pictureIds, { removeFromCalendars: true });
  const sold = new Set<string>(kept.map(({ pictureId }) => pictureId));
  const gone = derived.filter(
    (row) => !isOpen(row) && (row.pictureId === null || !sold.has(row.pictureId)),
  );

  for (const { id } of lora.trainings) await files.delete(archiveKeyOf(id));
  const weights: string[] = [];
  for await (const key of files.list(`${WEIGHTS_PREFIX}${loraModelId}/`)) weights.push(key);
  for (const key of weights) await files.delete(key);

  const made = derived.flatMap(({ pictureId }) => pictureId ?? []);
  const requests = await findKnownRequests(ctx, [
    { kind: 'TRAINING', subjectIds: lora.trainings.map(({ id }) => id) },
    { kind: 'GENERATION', subjectIds: derived.map(({ id }) => id) },
    { kind: 'UPSCALE', subjectIds: await findUpscalesOf(ctx, made) },
  ]);
  const erased: string[] = [];
  for (const { endpoint, requestId } of requests) {
    if (requestId === null) continue;
    await models.erase(endpoint, requestId);
    erased.push(requestId);
  }
  await forgetRequests(ctx, erased);
  await inTransaction(ctx, async (tx) => {
    await forgetLora(
      tx,
      loraModelId,
      gone.map(({ id }) => id),
    );
    if (isUnderWay) {
      await enqueue(tx, 'lora.erase', { loraModelId }, { startAfterSeconds: AGAIN_SECONDS });
    }
  });
}
