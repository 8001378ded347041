import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { addGeneration } from './add-generations';
import { PictureModelSettingsSchema } from './base-model-settings';
import { readCategoryWords } from './measure-photos';
import { describeSubject, SubjectFactsSchema } from './prompt-template';
import { randomSeed } from './seeds';
import { findPreviewModel, type TrainingForWork } from './training-store';

/** Square and of about one megapixel: quick to make, and enough to see whether it is a likeness. */
const SIDE_PX = 1024;

/** Simple scenes in which a face, an animal or a thing is seen at once: near, half, whole, in other light. */
const SUBJECT_SCENES = [
  'close-up portrait of {subject}, soft window light, plain warm background, 85mm photograph',
  'photograph of {subject} in a sunny park in spring, blossoming trees, shallow depth of field',
  'photograph of {subject} in a cosy room beside a lamp on a winter evening, warm light',
  'full view photograph of {subject} on a path along the sea at golden hour, wide composition',
] as const;

/** The same for a look: four motifs of a year, so that it is the look that is seen. */
const STYLE_SCENES = [
  'a snowy village with warm windows at dusk, in the style of {subject}',
  'a blossoming orchard and a wooden fence, in the style of {subject}',
  'sailing boats in a small harbour in summer, in the style of {subject}',
  'a forest path with red and golden leaves, in the style of {subject}',
] as const;

/**
 * Orders the four free pictures that show what was learned, with the default picture model of the family. Where none of
 * that family is offered there are none, and the model is ready all the same.
 */
export async function orderPreviews(tx: TxCtx, training: TrainingForWork): Promise<void> {
  const { loraModel } = training;
  const model = await findPreviewModel(tx, training.baseModel.family);
  const settings = PictureModelSettingsSchema.safeParse(model?.settings).data;
  if (!model || !settings) return;
  const isStyle = loraModel.type === 'STYLE';
  const subject = isStyle
    ? loraModel.triggerWord
    : describeSubject({
        words: readCategoryWords(loraModel.category.words),
        facts: SubjectFactsSchema.parse(loraModel.facts),
        triggerWord: loraModel.triggerWord,
      });
  for (const scene of isStyle ? STYLE_SCENES : SUBJECT_SCENES) {
    await addGeneration(tx, {
      ownerId: training.ownerId as Id<'user'>,
      purpose: 'PREVIEW',
      trainingId: training.id,
      prompt: scene.replace('{subject}', subject).replaceAll(',,', ','),
      baseModel: model,
      loraModelId: loraModel.id,
      loras: [{ loraModelId: loraModel.id as Id<'loraModel'>, scale: 1, stars: 0 }],
      widthPx: SIDE_PX,
      heightPx: SIDE_PX,
      steps: settings.steps.default,
      guidance: settings.guidance.default,
      seed: randomSeed(),
      stars: 0,
    });
  }
}
