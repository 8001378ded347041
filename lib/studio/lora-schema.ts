import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { PHOTOS_MAX } from './photo-guidance';
import { SubjectFactsSchema } from './prompt-template';

export const NAME_MAX = 40;
export const DESCRIPTION_MAX = 300;
/** What an owner may ask for a picture in a shared style. */
export const STYLE_STARS_MAX = 20;
/** Chosen photos kept with a draft: some more than a training takes, so that one can be left out again. */
const DRAFT_PHOTOS_MAX = 2 * PHOTOS_MAX;

export const LoraParamsSchema = z.object({ loraModelId: idSchema('loraModel') });
export const TrainingParamsSchema = LoraParamsSchema.extend({ trainingId: idSchema('training') });

/** Who or what is learned. */
export const SubjectInputSchema = z.strictObject({
  categoryId: z.string().min(1).max(40),
  name: z.string().max(200),
  facts: SubjectFactsSchema,
});
export type SubjectInput = z.infer<typeof SubjectInputSchema>;

/** A photo chosen for the next training. */
const ChosenPhotoSchema = z.strictObject({
  pictureId: idSchema('picture'),
  /** The owner's word on what was found wanting. */
  isKept: z.boolean(),
});
export const ChosenPhotosSchema = z.array(ChosenPhotoSchema).max(DRAFT_PHOTOS_MAX);
export type ChosenPhoto = z.infer<typeof ChosenPhotoSchema>;

/** Photos as a row keeps them; what cannot be read counts as none. */
export function readChosenPhotos(stored: unknown): ChosenPhoto[] {
  return ChosenPhotosSchema.safeParse(stored).data ?? [];
}

export const ConsentInputSchema = z.strictObject({
  agrees: z.literal(true),
  isGuardian: z.boolean(),
  textVersion: z.string(),
});

export const StartTrainingSchema = z.strictObject({
  baseModelId: idSchema('baseModel'),
  /** As it was shown. */
  priceStars: z.number().int().min(0),
  requestKey: z.uuid(),
  /** The photos of the last training once more, instead of the chosen ones. */
  isAgain: z.boolean(),
});
export type StartTrainingInput = z.infer<typeof StartTrainingSchema>;

export const RenameLoraSchema = z.strictObject({ name: z.string().max(200) });
export const DefaultLoraSchema = z.strictObject({ isDefault: z.boolean() });
export const ShareStyleSchema = z.strictObject({
  isPublic: z.boolean(),
  starsRequired: z.number().int().min(0).max(STYLE_STARS_MAX),
  description: z.string().trim().max(DESCRIPTION_MAX),
});
export type ShareStyleInput = z.infer<typeof ShareStyleSchema>;

export const STYLE_ORDERS = ['newest', 'popular'] as const;
export const StyleQuerySchema = z.object({
  search: z.string().trim().max(80).catch(''),
  order: z.enum(STYLE_ORDERS).catch('popular'),
  page: z.coerce.number().int().min(1).max(500).catch(1),
});
export type StyleQuery = z.infer<typeof StyleQuerySchema>;
