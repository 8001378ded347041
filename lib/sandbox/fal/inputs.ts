import { z } from 'zod';
import { type Complaint, FalRefusal } from './world';

const NAMED_SIZES = {
  square_hd: { width: 1024, height: 1024 },
  square: { width: 512, height: 512 },
  portrait_4_3: { width: 768, height: 1024 },
  portrait_16_9: { width: 576, height: 1024 },
  landscape_4_3: { width: 1024, height: 768 },
  landscape_16_9: { width: 1024, height: 576 },
} as const;
const NAMES = Object.keys(NAMED_SIZES) as (keyof typeof NAMED_SIZES)[];

const prompt = z.string().min(1).max(20_000);
const address = z.string().min(1).max(10_000);
const seed = z.int().min(0).nullish();
const images = z.int().min(1).max(4).default(1);
const jpegOrPng = (first: 'jpeg' | 'png') => z.enum(['jpeg', 'png']).default(first);
const number = (low: number, high: number, usual: number) =>
  z.number().min(low).max(high).default(usual);
const whole = (low: number, high: number, usual: number) =>
  z.int().min(low).max(high).default(usual);

const size = (low: number, high: number) =>
  z
    .union([
      z.enum(NAMES).transform((name) => NAMED_SIZES[name]),
      z.object({ width: z.int().min(low).max(high), height: z.int().min(low).max(high) }),
    ])
    .default(NAMED_SIZES.landscape_4_3);

const loras = (scaleMax: number, countMax: number) =>
  z
    .array(z.object({ path: address, scale: z.number().min(0).max(scaleMax).default(1) }))
    .max(countMax)
    .default([]);

const PICTURE = {
  prompt,
  seed,
  num_images: images,
  enable_safety_checker: z.boolean().default(true),
  sync_mode: z.literal(false).default(false),
};

const flux1 = (steps: number) => ({
  ...PICTURE,
  image_size: size(64, 4096),
  num_inference_steps: whole(1, 50, steps),
  guidance_scale: number(1, 20, 3.5),
  output_format: jpegOrPng('jpeg'),
  loras: loras(4, 0),
});
const flux2 = {
  ...PICTURE,
  image_size: size(512, 2048),
  num_inference_steps: whole(4, 50, 28),
  guidance_scale: number(0, 20, 2.5),
  output_format: z.enum(['jpeg', 'png', 'webp']).default('png'),
};

const trainer = { steps: whole(1, 10_000, 1000), learning_rate: number(1e-6, 1e-2, 1e-4) };

/** What one endpoint takes; names, defaults and limits are those of fal's published schemas. */
export const INPUTS = {
  'fal-ai/flux-lora': z.object({
    ...flux1(28),
    guidance_scale: number(0, 35, 3.5),
    loras: loras(4, 50),
  }),
  'fal-ai/flux/dev': z.object(flux1(28)),
  'fal-ai/flux/schnell': z.object({ ...flux1(4), num_inference_steps: whole(1, 12, 4) }),
  'fal-ai/flux-2/lora': z.object({ ...flux2, loras: loras(4, 3) }),
  'fal-ai/flux-lora-fast-training': z.object({
    ...trainer,
    images_data_url: address,
    trigger_word: z.string().nullish(),
    is_style: z.boolean().default(false),
    create_masks: z.boolean().default(true),
  }),
  'fal-ai/flux-lora-portrait-trainer': z.object({
    ...trainer,
    images_data_url: address,
    trigger_phrase: z.string().nullish(),
    steps: whole(1, 10_000, 2500),
    learning_rate: number(1e-6, 1e-3, 9e-5),
  }),
  'fal-ai/flux-2-trainer': z.object({
    ...trainer,
    image_data_url: address,
    default_caption: z.string().nullish(),
    output_lora_format: z.enum(['fal', 'comfy']).default('fal'),
  }),
  'fal-ai/aura-sr': z.object({
    image_url: address,
    upscale_factor: z.literal(4).default(4),
    checkpoint: z.enum(['v1', 'v2']).default('v1'),
  }),
  'fal-ai/esrgan': z.object({
    image_url: address,
    scale: number(1, 8, 2),
    output_format: jpegOrPng('png'),
  }),
  'fal-ai/clarity-upscaler': z.object({
    image_url: address,
    seed,
    prompt: z.string().default('masterpiece, best quality, highres'),
    upscale_factor: number(1, 4, 2),
  }),
  'fal-ai/topaz/upscale/image': z.object({
    image_url: address,
    upscale_factor: number(1, 4, 2),
    output_format: jpegOrPng('jpeg'),
  }),
  'fal-ai/flux-pro/kontext': z.object({
    ...PICTURE,
    image_url: address,
    guidance_scale: number(1, 20, 3.5),
    output_format: jpegOrPng('jpeg'),
  }),
  'fal-ai/flux-2/edit': z.object({
    ...PICTURE,
    image_urls: z.array(address).min(1).max(4),
    guidance_scale: number(0, 20, 2.5),
    output_format: z.enum(['jpeg', 'png', 'webp']).default('png'),
  }),
  'fal-ai/flux-2-lora-gallery/apartment-staging': z.object({
    ...PICTURE,
    image_urls: z.array(address).min(1).max(4),
    guidance_scale: number(0, 20, 2.5),
    num_inference_steps: whole(4, 50, 40),
    lora_scale: number(0, 4, 1),
    output_format: z.enum(['jpeg', 'png', 'webp']).default('png'),
  }),
} as const;

export type Endpoint = keyof typeof INPUTS;
export type InputOf<E extends Endpoint> = z.output<(typeof INPUTS)[E]>;

export function isEndpoint(name: string): name is Endpoint {
  return Object.hasOwn(INPUTS, name);
}

/** @throws FalRefusal 422 that names every field that is wrong */
export function checkInput<E extends Endpoint>(endpoint: E, input: unknown): InputOf<E> {
  const checked = INPUTS[endpoint].safeParse(input);
  if (checked.success) return checked.data as InputOf<E>;
  throw new FalRefusal(
    422,
    checked.error.issues.map((issue) => complaintOf(issue, input)),
  );
}

/** The same finding in the words of the checker that the real service uses. */
function complaintOf(issue: z.core.$ZodIssue, input: unknown): Complaint {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const given = valueAt(input, path);
  const of = (type: string, msg: string, ctx?: Record<string, unknown>): Complaint => ({
    loc: ['body', ...path],
    msg,
    type,
    ...(ctx ? { ctx } : {}),
    ...(given === undefined ? {} : { input: given }),
  });
  if (given === undefined) return of('missing', 'Field required');
  switch (issue.code) {
    case 'too_small': {
      const least = Number(issue.minimum);
      if (issue.origin === 'string' || issue.origin === 'array') {
        return of('sequence_too_short', `It should have at least ${least} items`, {
          min_length: least,
        });
      }
      return of('greater_than_equal', `Input should be greater than or equal to ${least}`, {
        ge: least,
      });
    }
    case 'too_big': {
      const most = Number(issue.maximum);
      if (issue.origin === 'string' || issue.origin === 'array') {
        return of('sequence_too_long', `It should have at most ${most} items`, {
          max_length: most,
        });
      }
      return of('less_than_equal', `Input should be less than or equal to ${most}`, { le: most });
    }
    case 'invalid_value':
      return of('one_of', `Input should be one of ${issue.values.join(', ')}`, {
        expected: issue.values,
      });
    case 'invalid_union': {
      // The size: a name or a pair of numbers; the pair's own fault says more.
      const inner = issue.errors.findLast((issues) => issues.some(({ path: at }) => at.length > 0));
      const first = inner?.[0];
      if (first) return complaintOf({ ...first, path: [...issue.path, ...first.path] }, input);
      return of('value_error', 'Input should be a named size or a width and a height');
    }
    default:
      return of('value_error', issue.message);
  }
}

function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) {
      return undefined;
    }
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
