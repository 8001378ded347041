import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { HEMISPHERES } from '@/lib/studio/job-settings';
import { SEED_MAX } from '@/lib/studio/seeds';

/** Pictures of one run of the test desk. */
export const TEST_PICTURES_MAX = 48;
export const TEST_SEEDS_MAX = 6;
const SLUG_PATTERN = /^[a-z][a-z0-9-]{2,39}$/;
const STAR_PRICE_MAX = 10_000;

const CategoryIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'bad_id');

export const PromptThemeParamsSchema = z.strictObject({ promptThemeId: idSchema('promptTheme') });
export const BaseModelParamsSchema = z.strictObject({ baseModelId: idSchema('baseModel') });
export const CategoryParamsSchema = z.strictObject({ categoryId: CategoryIdSchema });

export const CreatePromptThemeSchema = z.strictObject({
  name: z.string().trim().min(1, 'required').max(60, 'too_long'),
  slug: z.string().regex(SLUG_PATTERN, 'bad_id'),
  /** Whose texts it starts with; null is a blank one. */
  copyOf: idSchema('promptTheme').nullable(),
});
export type CreatePromptTheme = z.output<typeof CreatePromptThemeSchema>;

export const SavePromptThemeSchema = z.strictObject({
  /** Judged in the use case, which names the wrong fields. */
  content: z.looseObject({}),
  expectedVersion: z.int32().min(1),
});

export const ChangePromptThemeSchema = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal('status'),
    status: z.enum(['DRAFT', 'PUBLISHED', 'RETIRED']),
  }),
  /** One place towards the beginning or the end of the shelf. */
  z.strictObject({ change: z.literal('place'), towards: z.enum(['start', 'end']) }),
  /** A picture of one's own tests; null goes back to the one the theme came with. */
  z.strictObject({ change: z.literal('cover'), generationId: idSchema('generation').nullable() }),
]);
export type ChangePromptTheme = z.output<typeof ChangePromptThemeSchema>;

const unique = (list: readonly unknown[]) => new Set(list).size === list.length;

/** Widths by heights that a test is painted in. */
export const TEST_SHAPES = { portrait: 4 / 5, square: 1, landscape: 7 / 5 } as const;
export type TestShape = keyof typeof TEST_SHAPES;

export const TestPromptsSchema = z
  .strictObject({
    /** Made by the browser for one press of the button: pressing twice starts one run. */
    requestKey: z.uuid(),
    baseModelId: idSchema('baseModel'),
    /** Null paints somebody of the category that no model has learned. */
    loraModelId: idSchema('loraModel').nullable(),
    categoryId: CategoryIdSchema,
    hemisphere: z.enum(HEMISPHERES),
    shape: z.enum(['portrait', 'square', 'landscape']),
    months: z.array(z.number().int().min(1).max(12)).min(1, 'required').max(12).refine(unique),
    /** The same for every month, side by side. */
    seeds: z
      .array(z.number().int().min(1).max(SEED_MAX))
      .min(1, 'required')
      .max(TEST_SEEDS_MAX, 'too_many')
      .refine(unique),
  })
  .refine(({ months, seeds }) => months.length * seeds.length <= TEST_PICTURES_MAX, {
    path: ['months'],
    message: 'too_many',
  });
export type TestPrompts = z.output<typeof TestPromptsSchema>;

export const KeepSeedSchema = z.strictObject({ generationId: idSchema('generation') });
export const SeedParamsSchema = z.strictObject({ promptSeedId: idSchema('promptSeed') });

export const SaveBaseModelSchema = z.strictObject({
  name: z.string().trim().min(1, 'required').max(60, 'too_long'),
  version: z.string().trim().max(40, 'too_long'),
  priceStars: z
    .number('required')
    .int('whole')
    .min(0, 'too_small')
    .max(STAR_PRICE_MAX, 'too_large'),
  isDefault: z.boolean(),
  isActive: z.boolean(),
  /** Judged in the use case, which names the wrong fields. */
  settings: z.looseObject({}),
  /** When the row that was edited was last changed. */
  expectedUpdatedAt: z.iso.datetime(),
});
export type SaveBaseModel = z.output<typeof SaveBaseModelSchema>;

/** A new model of the same type and with the same settings as one that is known. */
export const CreateBaseModelSchema = z.strictObject({
  copyOf: idSchema('baseModel'),
  slug: z.string().regex(SLUG_PATTERN, 'bad_id'),
  name: z.string().trim().min(1, 'required').max(60, 'too_long'),
  version: z.string().trim().max(40, 'too_long'),
  /** Path at the provider: "fal-ai/flux-lora". */
  endpoint: z
    .string()
    .max(100, 'too_long')
    .regex(/^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9._-]*){1,4}$/, 'bad_endpoint'),
  /** Learned models work within their family; empty for enlargers. */
  family: z
    .string()
    .max(40, 'too_long')
    .regex(/^[a-z0-9-]*$/, 'bad_id'),
});
export type CreateBaseModel = z.output<typeof CreateBaseModelSchema>;

export const CreateCategorySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,31}$/, 'bad_id'),
  type: z.enum(['PORTRAIT', 'STYLE']),
  name: z.string().trim().min(1, 'required').max(40, 'too_long'),
  needsGuardian: z.boolean(),
});
export type CreateCategory = z.output<typeof CreateCategorySchema>;

export const SaveCategorySchema = z.strictObject({
  names: z.looseObject({}),
  words: z.looseObject({}),
  isActive: z.boolean(),
  sortOrder: z.number('required').int('whole').min(0, 'too_small').max(1000, 'too_large'),
});
export type SaveCategory = z.output<typeof SaveCategorySchema>;
