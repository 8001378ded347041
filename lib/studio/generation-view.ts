import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { PictureViewSchema } from '@/lib/pictures/picture-view';
import { JobSettingsSchema } from './job-settings';

const WORK_STATES = ['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'] as const;

/** Names by interface language. */
const NamesSchema = z.record(z.string(), z.string());

/** A generated picture as every screen of the studio shows it. Safe for the browser. */
export const GenerationViewSchema = z.strictObject({
  id: idSchema('generation'),
  status: z.enum(WORK_STATES),
  jobId: idSchema('job').nullable(),
  jobKind: z.enum(['MONTH_SET', 'PROMPT']).nullable(),
  jobTaskId: idSchema('jobTask').nullable(),
  /** 1 to 12; null for a prompt and a preview. */
  month: z.number().int().nullable(),
  themeNames: NamesSchema.nullable(),
  prompt: z.string(),
  negativePrompt: z.string().nullable(),
  seed: z.number(),
  steps: z.number(),
  guidance: z.number(),
  widthPx: z.number(),
  heightPx: z.number(),
  baseModelId: idSchema('baseModel'),
  baseModelName: z.string(),
  loras: z.array(
    z.strictObject({
      loraModelId: idSchema('loraModel'),
      /** Null when it was deleted, or is not shared any more. */
      name: z.string().nullable(),
      scale: z.number(),
    }),
  ),
  /** Held or spent for it; 0 when it came to nothing. */
  stars: z.number().int(),
  /** What one more like it costs now; null when its models are not there any more. */
  starsAgain: z.number().int().nullable(),
  attempt: z.number().int(),
  errorCode: z.string().nullable(),
  /** Its place in the provider's queue, 1 and up, while it waits and that is known. */
  place: z.number().int().nullable(),
  isFavourite: z.boolean(),
  parentId: idSchema('generation').nullable(),
  createdAt: z.iso.datetime(),
  /** Null until COMPLETED. */
  picture: PictureViewSchema.nullable(),
});
export type GenerationView = z.infer<typeof GenerationViewSchema>;

export const JobViewSchema = z.strictObject({
  id: idSchema('job'),
  kind: z.enum(['MONTH_SET', 'PROMPT']),
  status: z.enum(['RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED']),
  themeNames: NamesSchema.nullable(),
  lora: z.strictObject({ id: idSchema('loraModel'), name: z.string().nullable() }).nullable(),
  baseModelName: z.string(),
  candidates: z.number().int(),
  settings: JobSettingsSchema,
  /** As shown before it was started. */
  starsTotal: z.number().int(),
  /** Spent up to now. */
  starsSpent: z.number().int(),
  createdAt: z.iso.datetime(),
  tasks: z.array(
    z.strictObject({
      id: idSchema('jobTask'),
      month: z.number().int().nullable(),
      status: z.enum(WORK_STATES),
      chosenId: idSchema('generation').nullable(),
      generations: z.array(GenerationViewSchema),
    }),
  ),
  /** Photos that the subject was learned from, to compare with. */
  references: z.array(
    z.strictObject({ id: idSchema('picture'), thumbUrl: z.string(), screenUrl: z.string() }),
  ),
});
export type JobView = z.infer<typeof JobViewSchema>;

/** A job in a list. */
export type JobSummary = {
  id: JobView['id'];
  kind: JobView['kind'];
  status: JobView['status'];
  themeNames: Record<string, string> | null;
  loraName: string | null;
  createdAt: string;
  done: number;
  total: number;
  /** Small pictures of what was chosen, in the order of the months. */
  thumbUrls: string[];
};

export const GalleryQuerySchema = z.strictObject({
  cursor: idSchema('generation').optional(),
  favourites: z.stringbool().optional(),
  unused: z.stringbool().optional(),
  themeId: idSchema('promptTheme').optional(),
  loraModelId: idSchema('loraModel').optional(),
  month: z.coerce.number().int().min(1).max(12).optional(),
});
export type GalleryQuery = z.infer<typeof GalleryQuerySchema>;

export const GalleryPageSchema = z.strictObject({
  pictures: z.array(GenerationViewSchema),
  nextCursor: idSchema('generation').nullable(),
});
export type GalleryPage = z.infer<typeof GalleryPageSchema>;

export const ChoiceSchema = z.strictObject({
  month: z.number().int().min(1).max(12),
  generationId: idSchema('generation'),
});
