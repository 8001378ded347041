import { randomInt } from 'node:crypto';
import sharp from 'sharp';
import { readArchive } from './archive';
import { downloadInput, keepFile } from './files';
import { checkInput, type Endpoint, isEndpoint } from './inputs';
import type { PaintedSubject } from './paint-prompt';
import { enlargeImage } from './repaint-image';
import { packWeights, readWeights } from './weights';
import { complain, FalRefusal, type FalRequest, type FalWorld } from './world';

const ARCHIVE_BYTES_MAX = 500_000_000;
const WEIGHTS_BYTES_MAX = 64_000_000;
const IMAGE_BYTES_MAX = 60_000_000;
const IMAGE_SIDE_MIN_PX = 32;
/** What this computer can hold and still answer others. */
const MADE_AREA_MAX_PX = 64_000_000;
const PAINTED_AREA_MAX_PX = 5_000_000;
const TRAINING_IMAGES_MIN = 4;
/** The models paint in blocks of this many pixels. */
const BLOCK_PX = 16;
const SEED_END = 2 ** 32;
const FLAGGED = /\bnsfw\b/i;
const FORBIDDEN = /forbidden-by-policy/i;

type ImageFormat = 'jpeg' | 'png' | 'webp';

/** What faults of the sandbox do to this one. */
export type Flaws = { isUnsafe: boolean; isBlack: boolean };

/** Usual time of one request, before the pace of the sandbox. */
export function usualMs(endpoint: string): number {
  if (isTrainer(endpoint)) return 8000;
  return ENLARGERS.has(endpoint) ? 1000 : 1500;
}

const ENLARGERS = new Set([
  'fal-ai/aura-sr',
  'fal-ai/esrgan',
  'fal-ai/clarity-upscaler',
  'fal-ai/topaz/upscale/image',
]);

export function isTrainer(endpoint: string): boolean {
  return endpoint.endsWith('-training') || endpoint.endsWith('-trainer');
}

/** True for the endpoints that make pictures from words, with or without a picture to begin with. */
export function isPainter(endpoint: string): boolean {
  return !isTrainer(endpoint) && !ENLARGERS.has(endpoint);
}

/**
 * Does what a model is asked for and keeps the files.
 * @returns the model's output
 * @throws FalRefusal as the model answers what it cannot do
 */
export async function makeOutput(
  world: FalWorld,
  request: FalRequest,
  flaws: Flaws,
): Promise<unknown> {
  const { endpoint, input } = request;
  if (!isEndpoint(endpoint)) throw new FalRefusal(404, 'Path not found');
  const maker = MAKERS[endpoint] as Maker<Endpoint>;
  return maker(world, request, checkInput(endpoint, input), flaws);
}

type Maker<E extends Endpoint> = (
  world: FalWorld,
  request: FalRequest,
  input: ReturnType<typeof checkInput<E>>,
  flaws: Flaws,
) => Promise<unknown>;

const MAKERS: { [E in Endpoint]: Maker<E> } = {
  'fal-ai/flux-lora': (world, request, input, flaws) =>
    paint(world, request, { ...input, family: 'flux-1' }, flaws),
  'fal-ai/flux/dev': (world, request, input, flaws) =>
    paint(world, request, { ...input, family: 'flux-1' }, flaws),
  'fal-ai/flux/schnell': (world, request, input, flaws) =>
    paint(world, request, { ...input, family: 'flux-1' }, flaws),
  'fal-ai/flux-2/lora': (world, request, input, flaws) =>
    paint(world, request, { ...input, family: 'flux-2' }, flaws),
  'fal-ai/flux-lora-fast-training': (world, request, input) =>
    train(world, request, {
      field: 'images_data_url',
      address: input.images_data_url,
      trigger: input.trigger_word ?? '',
      isStyle: input.is_style,
      family: 'flux-1',
      needsCaptions: false,
      steps: input.steps,
    }),
  'fal-ai/flux-lora-portrait-trainer': (world, request, input) =>
    train(world, request, {
      field: 'images_data_url',
      address: input.images_data_url,
      trigger: input.trigger_phrase ?? '',
      isStyle: false,
      family: 'flux-1',
      needsCaptions: false,
      steps: input.steps,
    }),
  'fal-ai/flux-2-trainer': (world, request, input) =>
    train(world, request, {
      field: 'image_data_url',
      address: input.image_data_url,
      trigger: input.default_caption ?? '',
      isStyle: false,
      family: 'flux-2',
      needsCaptions: !input.default_caption,
      steps: input.steps,
    }),
  'fal-ai/aura-sr': async (world, request, input) => ({
    image: await enlarge(world, request, input.image_url, input.upscale_factor, 'png'),
    timings: { inference: 1 },
  }),
  'fal-ai/esrgan': async (world, request, input) => ({
    image: await enlarge(world, request, input.image_url, input.scale, input.output_format),
  }),
  'fal-ai/clarity-upscaler': async (world, request, input) => ({
    image: await enlarge(world, request, input.image_url, input.upscale_factor, 'png'),
    seed: input.seed ?? randomInt(SEED_END),
    timings: { inference: 1 },
  }),
  'fal-ai/topaz/upscale/image': async (world, request, input) => {
    const { image_url, upscale_factor, output_format } = input;
    const image = await enlarge(world, request, image_url, upscale_factor, output_format);
    // This one tells no width and height.
    const { width: _width, height: _height, ...file } = image;
    return { image: file };
  },
  'fal-ai/flux-pro/kontext': (world, request, input, flaws) =>
    repaint(
      world,
      request,
      { ...input, address: input.image_url, loc: ['image_url'], hasFlags: true },
      flaws,
    ),
  'fal-ai/flux-2/edit': (world, request, input, flaws) =>
    repaint(
      world,
      request,
      { ...input, address: String(input.image_urls[0]), loc: ['image_urls', 0], hasFlags: true },
      flaws,
    ),
  'fal-ai/flux-2-lora-gallery/apartment-staging': (world, request, input, flaws) =>
    repaint(
      world,
      request,
      { ...input, address: String(input.image_urls[0]), loc: ['image_urls', 0], hasFlags: false },
      flaws,
    ),
};

type PaintInput = {
  prompt: string;
  seed?: number | null | undefined;
  num_images: number;
  enable_safety_checker: boolean;
  output_format: ImageFormat;
};

async function paint(
  world: FalWorld,
  request: FalRequest,
  input: PaintInput & {
    image_size: { width: number; height: number };
    loras: { path: string; scale: number }[];
    family: string;
  },
  flaws: Flaws,
): Promise<unknown> {
  const widthPx = inBlocks(input.image_size.width);
  const heightPx = inBlocks(input.image_size.height);
  if (widthPx * heightPx > PAINTED_AREA_MAX_PX) {
    throw complain('value_error', ['image_size'], 'The image is larger than the model can paint.');
  }
  const subjects: PaintedSubject[] = [];
  for (const [index, lora] of input.loras.entries()) {
    const loc = ['loras', index, 'path'];
    const bytes = await downloadInput(world, lora.path, loc, WEIGHTS_BYTES_MAX);
    const weights = readWeights(bytes);
    if (weights?.family !== input.family) {
      throw complain('value_error', loc, 'Failed to load the LoRA: the weights do not fit.');
    }
    subjects.push({ photos: weights.photos, scale: lora.scale, isStyle: weights.isStyle });
  }
  return makePictures(world, request, input, flaws, true, async (seed) => {
    if (world.faults.current.falPictures === 'plain') return plain(seed, widthPx, heightPx);
    const wish = { prompt: input.prompt, seed, widthPx, heightPx, subjects };
    return world.painters.paint({ kind: 'paint', request: wish });
  });
}

async function repaint(
  world: FalWorld,
  request: FalRequest,
  input: PaintInput & { address: string; loc: (string | number)[]; hasFlags: boolean },
  flaws: Flaws,
): Promise<unknown> {
  const { bytes } = await loadImage(world, input.address, input.loc);
  return makePictures(world, request, input, flaws, input.hasFlags, (seed) =>
    world.painters.paint({ kind: 'repaint', bytes, prompt: input.prompt, seed }),
  );
}

/** The part that all painters share: seeds, the safety checker, formats, the shape of the output. */
async function makePictures(
  world: FalWorld,
  request: FalRequest,
  input: PaintInput,
  flaws: Flaws,
  hasFlags: boolean,
  paintOne: (seed: number) => Promise<Buffer>,
): Promise<unknown> {
  if (FORBIDDEN.test(input.prompt)) throw policyRefusal(input.prompt);
  const seed = input.seed ?? randomInt(SEED_END);
  const isFlagged = flaws.isUnsafe || (input.enable_safety_checker && FLAGGED.test(input.prompt));
  const began = performance.now();
  const images = [];
  for (let index = 0; index < input.num_images; index += 1) {
    const painted = await paintOne(seed + index);
    const bytes = isFlagged || flaws.isBlack ? await blackened(painted) : painted;
    images.push(await keepImage(world, request, bytes, input.output_format));
  }
  return {
    images,
    timings: { inference: (performance.now() - began) / 1000 },
    seed,
    ...(hasFlags ? { has_nsfw_concepts: images.map(() => isFlagged) } : {}),
    prompt: input.prompt,
  };
}

/** What the content policy answers. */
export function policyRefusal(prompt: unknown): FalRefusal {
  return complain(
    'content_policy_violation',
    ['prompt'],
    'The content could not be processed because it was flagged by a content checker.',
    { ctx: { extra_info: { prohibited_categories: ['policy'] } }, input: prompt },
  );
}

async function train(
  world: FalWorld,
  request: FalRequest,
  plan: {
    field: string;
    address: string;
    trigger: string;
    isStyle: boolean;
    family: string;
    needsCaptions: boolean;
    steps: number;
  },
): Promise<unknown> {
  const { field, family, trigger, isStyle } = plan;
  const bytes = await downloadInput(world, plan.address, [field], ARCHIVE_BYTES_MAX);
  const archive = await readArchive(bytes, field, TRAINING_IMAGES_MIN);
  if (plan.needsCaptions && archive.captionCount < archive.imageCount) {
    throw complain('value_error', [field], 'Captions are missing and no default_caption is given.');
  }
  const weights = packWeights({ family, trigger, isStyle, photos: archive.photos });
  const config = {
    instance_prompt: trigger,
    rank: 16,
    steps: plan.steps,
    images: archive.imageCount,
    is_style: isStyle,
  };
  return {
    diffusers_lora_file: await keepFile(
      world,
      request,
      weights,
      'pytorch_lora_weights.safetensors',
    ),
    config_file: await keepFile(
      world,
      request,
      Buffer.from(JSON.stringify(config, null, 2)),
      'config.json',
    ),
    debug_preprocessed_output: null,
  };
}

async function enlarge(
  world: FalWorld,
  request: FalRequest,
  address: string,
  factor: number,
  format: ImageFormat,
) {
  const { bytes, widthPx, heightPx } = await loadImage(world, address, ['image_url']);
  if (widthPx * heightPx * factor ** 2 > MADE_AREA_MAX_PX) {
    const share = Math.sqrt(MADE_AREA_MAX_PX / (widthPx * heightPx)) / factor;
    throw complain('image_too_large', ['image_url'], 'The image is too large for this factor.', {
      ctx: { max_width: Math.floor(widthPx * share), max_height: Math.floor(heightPx * share) },
    });
  }
  return keepImage(world, request, await enlargeImage(bytes, factor), format);
}

async function loadImage(world: FalWorld, address: string, loc: (string | number)[]) {
  const bytes = await downloadInput(world, address, loc, IMAGE_BYTES_MAX);
  const facts = await sharp(bytes)
    .metadata()
    .catch(() => null);
  if (!facts) throw complain('image_load_error', loc, 'Failed to load the image.');
  const { width: widthPx, height: heightPx } = facts;
  if (widthPx < IMAGE_SIDE_MIN_PX || heightPx < IMAGE_SIDE_MIN_PX) {
    throw complain('image_too_small', loc, 'The image is too small.', {
      ctx: { min_width: IMAGE_SIDE_MIN_PX, min_height: IMAGE_SIDE_MIN_PX },
    });
  }
  return { bytes, widthPx, heightPx };
}

async function keepImage(
  world: FalWorld,
  request: FalRequest,
  painted: Buffer,
  format: ImageFormat,
) {
  const { width, height, format: is } = await sharp(painted).metadata();
  const bytes = is === format ? painted : await inFormat(painted, format);
  const extension = format === 'jpeg' ? 'jpg' : format;
  const file = await keepFile(world, request, bytes, `picture.${extension}`);
  return { ...file, width, height };
}

function inFormat(bytes: Buffer, format: ImageFormat): Promise<Buffer> {
  const picture = sharp(bytes);
  if (format === 'png') return picture.png({ compressionLevel: 4 }).toBuffer();
  return format === 'webp'
    ? picture.webp({ quality: 92 }).toBuffer()
    : picture.jpeg({ quality: 92 }).toBuffer();
}

async function blackened(painted: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(painted).metadata();
  return sharp({ create: { width, height, channels: 3, background: '#000000' } })
    .jpeg()
    .toBuffer();
}

/** A cheap picture that still differs from seed to seed and is not of one colour. */
function plain(seed: number, widthPx: number, heightPx: number): Promise<Buffer> {
  const pixels = Buffer.alloc(3 * 4 * 4);
  for (let index = 0; index < pixels.length; index += 1) {
    pixels[index] = 40 + (Math.imul(seed + 1, 2654435761 + index * 40503) >>> 24) * 0.8;
  }
  return sharp(pixels, { raw: { width: 4, height: 4, channels: 3 } })
    .resize(widthPx, heightPx, { fit: 'fill', kernel: 'linear' })
    .jpeg({ quality: 80 })
    .toBuffer();
}

function inBlocks(px: number): number {
  return Math.floor(px / BLOCK_PX) * BLOCK_PX;
}
