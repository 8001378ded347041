import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import type { ChosenPhoto } from './lora-schema';
import { findLora, findMeasured, savePhotos } from './lora-store';
import { isOnePerson, measuredPhotos } from './measure-photos';
import { guidePhotos, type PhotoGuidance } from './photo-guidance';

/** What is wrong with the chosen photos; `problems` is parallel to `photos`. */
export type ChosenPhotos = { photos: ChosenPhoto[]; guidance: PhotoGuidance };

/**
 * Keeps the photos chosen for the next training of a model, in this order, and says what is wrong with them. Each photo
 * stands once; foreign and absent ones are left out.
 * @throws DomainError "lora.not_found"
 */
export async function choosePhotos(
  ctx: Ctx,
  input: { loraModelId: Id<'loraModel'>; photos: readonly ChosenPhoto[] },
): Promise<ChosenPhotos> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const lora = await findLora(ctx, owner, input.loraModelId);
  const once = [...new Map(input.photos.map((photo) => [photo.pictureId, photo])).values()];
  const rows = await findMeasured(
    ctx,
    owner,
    once.map(({ pictureId }) => pictureId),
  );
  const known = new Set(rows.map(({ id }) => id));
  const photos = once.filter(({ pictureId }) => known.has(pictureId));
  if (!(await savePhotos(ctx, owner, input.loraModelId, photos))) {
    throw new DomainError('lora.not_found');
  }
  const measured = measuredPhotos(
    photos.map(({ pictureId }) => pictureId),
    rows,
  );
  return {
    photos,
    guidance: guidePhotos(measured, { isPerson: isOnePerson(lora.category.words) }),
  };
}
