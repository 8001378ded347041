import { z } from 'zod';
import { FORMAT_IDS, LAYOUT_IDS } from '@/lib/calendars/document';
import { idSchema } from '@/lib/core/ids';
import { SIDE_MIN_PX } from '@/lib/pictures/limits';
import { PICTURE_LAYOUT_IDS } from './picture-size';
import { CHOICE_MAX } from './prompt-template';
import { SEED_MAX } from './seeds';

export const CANDIDATES_MAX = 4;
export const COUNT_MAX = 8;
/** Jobs of one person that may be under way at once. */
export const OPEN_JOBS_MAX = 6;
/** Pictures of one person that may be under way at once: two of the largest month sets. */
export const OPEN_PICTURES_MAX = 96;
export const PROMPT_MAX = 2000;
export const SCALE_MIN = 0.1;
export const SCALE_MAX = 2;
const STYLE_SCALE_MAX = 1.5;

export const HEMISPHERES = ['north', 'south'] as const;

/** Formats whose months have pages of their own. */
export const MONTH_FORMAT_IDS = FORMAT_IDS.filter((id) => !id.startsWith('poster-'));
const MonthFormatSchema = z
  .enum(FORMAT_IDS)
  .refine((id) => (MONTH_FORMAT_IDS as readonly string[]).includes(id), 'no_months');

const StyleSchema = z.strictObject({
  loraModelId: idSchema('loraModel'),
  scale: z.number().min(SCALE_MIN).max(STYLE_SCALE_MAX),
});

const MonthSetChoicesSchema = z.strictObject({
  kind: z.literal('MONTH_SET'),
  formatId: MonthFormatSchema,
  layoutId: z.enum(PICTURE_LAYOUT_IDS),
  hemisphere: z.enum(HEMISPHERES),
  /** Empty leaves it to the theme. */
  place: z.string().trim().max(CHOICE_MAX),
  outfit: z.string().trim().max(CHOICE_MAX),
  style: StyleSchema.nullable(),
});

const PromptChoicesSchema = z.strictObject({
  kind: z.literal('PROMPT'),
  prompt: z.string().trim().min(1, 'empty').max(PROMPT_MAX, 'too_long'),
  negativePrompt: z.string().trim().max(PROMPT_MAX),
  formatId: z.enum(FORMAT_IDS),
  layoutId: z.enum(LAYOUT_IDS),
  /** Exact size of a picture that is made again; null takes it from format and layout. */
  sizePx: z
    .strictObject({
      widthPx: z.number().int().min(SIDE_MIN_PX).max(2048),
      heightPx: z.number().int().min(SIDE_MIN_PX).max(2048),
    })
    .nullable(),
  steps: z.number().int().min(1).max(100),
  guidance: z.number().min(0).max(40),
  /** Null lets every picture have its own. With a seed the pictures after the first have the next ones. */
  seed: z.number().int().min(1).max(SEED_MAX).nullable(),
  loras: z
    .array(
      z.strictObject({
        loraModelId: idSchema('loraModel'),
        scale: z.number().min(SCALE_MIN).max(SCALE_MAX),
      }),
    )
    .max(8),
});

/** What was chosen when a job was started, as its row keeps it. */
export const JobSettingsSchema = z.discriminatedUnion('kind', [
  MonthSetChoicesSchema,
  PromptChoicesSchema,
]);
export type JobSettings = z.infer<typeof JobSettingsSchema>;

const started = {
  /** Made by the browser for one press of the button: pressing twice starts one job. */
  requestKey: z.uuid(),
  baseModelId: idSchema('baseModel'),
  /** What the screen said it costs. */
  starsShown: z.number().int().min(0),
};

export const StartMonthSetSchema = MonthSetChoicesSchema.extend({
  ...started,
  loraModelId: idSchema('loraModel'),
  themeId: idSchema('promptTheme'),
  candidates: z.number().int().min(1).max(CANDIDATES_MAX),
});
export type StartMonthSet = z.infer<typeof StartMonthSetSchema>;

export const StartPromptSchema = PromptChoicesSchema.extend({
  ...started,
  count: z.number().int().min(1).max(COUNT_MAX),
});
export type StartPrompt = z.infer<typeof StartPromptSchema>;

export const StartJobSchema = z.discriminatedUnion('kind', [
  StartMonthSetSchema,
  StartPromptSchema,
]);
