import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { getPictures } from '@/lib/pictures/get-pictures';
import type { PictureView } from '@/lib/pictures/picture-view';
import { usualSecondsOf } from './estimate-training';
import { type ChosenPhoto, readChosenPhotos } from './lora-schema';
import { findCategories, findLora, findMeasured, findShownLora, findTrainers } from './lora-store';
import type { CategoryView, LoraView, TrainerView } from './lora-view';
import { isOnePerson, measuredPhotos, readCategoryWords } from './measure-photos';
import { guidePhotos, type PhotoGuidance } from './photo-guidance';
import { nameIn, presentLoras } from './present-lora';
import { canLearn, readTrainerSettings } from './trainers';

/** Everything that the wizard shows of a model that it goes on with. */
export type LoraDraft = {
  lora: LoraView;
  photos: ChosenPhoto[];
  guidance: PhotoGuidance;
  /** Of the chosen photos. */
  pictures: PictureView[];
  trainers: TrainerView[];
};

/** @throws DomainError "lora.not_found" */
export async function getLoraDraft(
  ctx: Ctx,
  loraModelId: Id<'loraModel'>,
  locale: string,
): Promise<LoraDraft> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const row = await findLora(ctx, owner, loraModelId);
  const [lora] = await presentLoras(ctx, [await findShownLora(ctx, owner, loraModelId)], locale);
  const photos = readChosenPhotos(row.photos);
  const ids = photos.map(({ pictureId }) => pictureId);
  const measured = measuredPhotos(ids, await findMeasured(ctx, owner, ids));
  return {
    lora: lora as LoraView,
    photos,
    guidance: guidePhotos(measured, { isPerson: isOnePerson(row.category.words) }),
    pictures: await getPictures(ctx, ids),
    trainers: await listTrainers(ctx, row),
  };
}

/** Kinds of subjects and looks, in the order of the desk. */
export async function listCategories(ctx: Ctx, locale: string): Promise<CategoryView[]> {
  return (await findCategories(ctx)).map((row) => {
    const words = readCategoryWords(row.words);
    return {
      id: row.id,
      type: row.type,
      name: nameIn(row.names, locale),
      needsGuardian: row.needsGuardian,
      hasAge: words.hasAge,
      hasKindOf: words.hasKindOf,
      kind: words.kind,
    };
  });
}

async function listTrainers(
  ctx: Ctx,
  lora: Awaited<ReturnType<typeof findLora>>,
): Promise<TrainerView[]> {
  const words = readCategoryWords(lora.category.words);
  const trainers: TrainerView[] = [];
  for (const row of await findTrainers(ctx)) {
    const settings = readTrainerSettings(row.settings);
    if (!settings || !canLearn(row, { type: lora.type, words })) continue;
    trainers.push({
      id: row.id,
      name: row.name,
      version: row.version,
      type: row.type === 'FLUX_PORTRAIT' ? 'FLUX_PORTRAIT' : 'FLUX_FAST',
      family: row.family,
      priceStars: row.priceStars,
      usualSeconds: await usualSecondsOf(ctx, { id: row.id, usualSeconds: settings.usualSeconds }),
      photosMin: settings.photosMin,
      isDefault: row.isDefault,
    });
  }
  return trainers;
}
