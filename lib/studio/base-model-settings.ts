import { z } from 'zod';

/** Sent with every request as they are. */
const ExtraSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** How to speak to a picture model. */
export const PictureModelSettingsSchema = z.strictObject({
  kind: z.literal('picture'),
  steps: z.strictObject({
    default: z.number().int(),
    min: z.number().int(),
    max: z.number().int(),
  }),
  guidance: z.strictObject({ default: z.number(), min: z.number(), max: z.number() }),
  /** How many learned models it takes at once. */
  lorasMax: z.number().int().min(0),
  hasNegativePrompt: z.boolean(),
  /** Longest side and area that it paints well; sides are multiples of `sideMultiple`. */
  sideMaxPx: z.number().int(),
  areaMaxPx: z.number().int(),
  sideMultiple: z.number().int(),
  extra: ExtraSchema,
});

/** How to speak to a trainer: the field names differ from one to the next. */
export const TrainerSettingsSchema = z.strictObject({
  kind: z.literal('trainer'),
  archiveField: z.enum(['images_data_url', 'image_data_url']),
  /** Where the trigger word goes; null where captions alone carry it. */
  triggerField: z.enum(['trigger_word', 'trigger_phrase', 'default_caption']).nullable(),
  /** Switch for looks instead of subjects; null where it has none. */
  styleField: z.enum(['is_style', 'training_style']).nullable(),
  weightsField: z.enum(['diffusers_lora_file', 'lora_file']),
  steps: z.number().int(),
  learningRate: z.number().nullable(),
  photosMin: z.number().int(),
  /** What such trainings usually take, until there is a history; seconds. */
  usualSeconds: z.number().int(),
  extra: ExtraSchema,
});

export const UpscalerSettingsSchema = z.strictObject({
  kind: z.literal('upscaler'),
  factorField: z.enum(['upscale_factor', 'scale']),
  factorMax: z.number(),
  /** True where only whole factors are taken. */
  isWhole: z.boolean(),
  extra: ExtraSchema,
});

export const BaseModelSettingsSchema = z.discriminatedUnion('kind', [
  PictureModelSettingsSchema,
  TrainerSettingsSchema,
  UpscalerSettingsSchema,
]);
export type BaseModelSettings = z.infer<typeof BaseModelSettingsSchema>;
export type PictureModelSettings = z.infer<typeof PictureModelSettingsSchema>;
export type TrainerSettings = z.infer<typeof TrainerSettingsSchema>;
export type UpscalerSettings = z.infer<typeof UpscalerSettingsSchema>;
