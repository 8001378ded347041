import { monitorEventLoopDelay } from 'node:perf_hooks';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  anArchive,
  aPhoto,
  aPhotoArchive,
  meanOf,
  type Painted,
  type Picture,
  type Refused,
  useFal,
} from './fal-client';

const FLUX = 'fal-ai/flux-lora';
const FAST = 'fal-ai/flux-lora-fast-training';
const PORTRAIT = 'fal-ai/flux-lora-portrait-trainer';
const FLUX_2_TRAINER = 'fal-ai/flux-2-trainer';
const SMALL = { width: 256, height: 320 };
const WISH = { prompt: 'a lake in July', seed: 7, image_size: SMALL };

const fal = useFal();
const painted = () => fal.sandbox.faults.change({ falPictures: 'painted' });

type Trained = Record<'diffusers_lora_file' | 'config_file', { url: string; file_size: number }>;

async function train(endpoint: string, input: Record<string, unknown>): Promise<Trained> {
  const { status, body } = await fal.run(endpoint, input);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Trained;
}

async function refusal(endpoint: string, input: Record<string, unknown>) {
  const { status, body } = await fal.run(endpoint, input);
  const [first] = (body as Refused).detail;
  return { status, ...first };
}

const firstFile = async ({ images }: Painted) => fal.file(String(images[0]?.url));

describe('a picture', () => {
  test('is the same for the same seed and another for another, and tells a seed of its own', async () => {
    painted();
    const first = await firstFile(await fal.paint(FLUX, WISH));
    expect(await firstFile(await fal.paint(FLUX, WISH))).toEqual(first);
    expect(await firstFile(await fal.paint(FLUX, { ...WISH, seed: 8 }))).not.toEqual(first);
    const { seed: _seed, ...seedless } = WISH;
    const free = await fal.paint(FLUX, seedless);
    expect(Number.isSafeInteger(free.seed)).toBe(true);
    const again = await fal.paint(FLUX, { ...seedless, seed: free.seed });
    expect(await firstFile(again)).toEqual(await firstFile(free));
  });

  test.each([
    [FLUX, {}, 'jpeg', [1024, 768]],
    ['fal-ai/flux/dev', { image_size: 'portrait_16_9' }, 'jpeg', [576, 1024]],
    ['fal-ai/flux/schnell', { image_size: { width: 500, height: 333 } }, 'jpeg', [496, 320]],
    ['fal-ai/flux-2/lora', { image_size: 'square' }, 'png', [512, 512]],
  ])('of %s with %j is a %s of %j pixels', async (endpoint, more, format, size) => {
    const { images } = await fal.paint(endpoint, { prompt: 'snow in January', seed: 1, ...more });
    const facts = await sharp(await fal.file(String(images[0]?.url))).metadata();
    expect([facts.format, facts.width, facts.height]).toEqual([format, ...size]);
    expect(images[0]).toMatchObject({ width: size[0], height: size[1] });
  });

  test('is painted while everything else goes on', async () => {
    painted();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const size = { width: 1024, height: 1280 };
    await fal.paint(FLUX, { ...WISH, prompt: 'an oil painting of hills', image_size: size });
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(500);
  });

  test('comes in several, each with a seed and a flag of its own', async () => {
    const { images, has_nsfw_concepts } = await fal.paint(FLUX, { ...WISH, num_images: 3 });
    expect(has_nsfw_concepts).toEqual([false, false, false]);
    const files = await Promise.all(images.map(({ url }) => fal.file(url)));
    expect(new Set(files.map((bytes) => bytes.toString('base64'))).size).toBe(3);
    const second = await fal.paint(FLUX, { ...WISH, seed: WISH.seed + 1 });
    expect(await firstFile(second)).toEqual(files[1]);
  });

  test('of a bad wish is black, flagged, and still 200', async () => {
    const flagged = await fal.paint(FLUX, { ...WISH, prompt: 'nsfw lake' });
    expect(flagged.has_nsfw_concepts).toEqual([true]);
    expect(Math.max(...(await meanOf(await firstFile(flagged))))).toBe(0);
    const allowed = { ...WISH, prompt: 'nsfw lake', enable_safety_checker: false };
    expect((await fal.paint(FLUX, allowed)).has_nsfw_concepts).toEqual([false]);
  });

  test('against the policy is refused', async () => {
    expect(await refusal(FLUX, { ...WISH, prompt: 'forbidden-by-policy' })).toMatchObject({
      status: 422,
      type: 'content_policy_violation',
      loc: ['body', 'prompt'],
    });
  });
});

describe('an input', () => {
  test.each([
    [{ prompt: undefined }, ['prompt'], 'missing'],
    [{ prompt: '' }, ['prompt'], 'sequence_too_short'],
    [{ prompt: 5 }, ['prompt'], 'value_error'],
    [{ image_size: 'huge' }, ['image_size'], 'value_error'],
    [{ image_size: { width: 9000, height: 512 } }, ['image_size', 'width'], 'less_than_equal'],
    [{ image_size: { width: 512 } }, ['image_size', 'height'], 'missing'],
    [{ image_size: { width: 4096, height: 4096 } }, ['image_size'], 'value_error'],
    [{ num_images: 5 }, ['num_images'], 'less_than_equal'],
    [{ num_inference_steps: 0 }, ['num_inference_steps'], 'greater_than_equal'],
    [{ guidance_scale: 36 }, ['guidance_scale'], 'less_than_equal'],
    [{ output_format: 'gif' }, ['output_format'], 'one_of'],
    [{ seed: -1 }, ['seed'], 'greater_than_equal'],
    [{ loras: [{ scale: 1 }] }, ['loras', 0, 'path'], 'missing'],
  ])('%j is refused at %j as %s', async (change, loc, type) => {
    const found = await refusal(FLUX, { ...WISH, ...change });
    expect(found).toMatchObject({ status: 422, loc: ['body', ...loc], type });
    expect(found.url).toContain(type);
  });

  test('is refused for every fault at once', async () => {
    const { body } = await fal.run(FLUX, { seed: -1, num_images: 9 });
    expect((body as Refused).detail.map(({ loc }) => loc.at(-1)).sort()).toEqual([
      'num_images',
      'prompt',
      'seed',
    ]);
  });

  test('of a Flux 2 has at most three learned models and sides of 512 at least', async () => {
    const loras = Array.from({ length: 4 }, () => ({ path: `${fal.app.url}/x` }));
    const wish = { prompt: 'x', loras };
    expect(await refusal('fal-ai/flux-2/lora', wish)).toMatchObject({ type: 'sequence_too_long' });
    const small = { prompt: 'x', image_size: SMALL };
    expect(await refusal('fal-ai/flux-2/lora', small)).toMatchObject({
      type: 'greater_than_equal',
    });
  });
});

describe('a training', () => {
  test('gives weights that carry the photos into pictures', async () => {
    painted();
    const address = fal.app.offer('photos.zip', await aPhotoArchive(10, '#c02020'));
    const trained = await train(PORTRAIT, { images_data_url: address, trigger_phrase: 'tvfolk' });
    const weights = await fal.file(trained.diffusers_lora_file.url);
    expect(weights.length).toBe(trained.diffusers_lora_file.file_size);
    const headerBytes = Number(weights.readBigUInt64LE());
    const header = JSON.parse(weights.toString('utf8', 8, 8 + headerBytes)) as object;
    expect(Object.keys(header)).toHaveLength(11);
    const config = await fal.file(trained.config_file.url);
    expect(JSON.parse(config.toString())).toMatchObject({ instance_prompt: 'tvfolk', images: 10 });

    // They pass through the app's own storage and come back under its address.
    const path = fal.app.offer('ours.safetensors', weights);
    const prompt = 'portrait of tvfolk in July';
    const wish = { ...WISH, prompt, image_size: { width: 512, height: 640 } };
    const plain = await meanOf(await firstFile(await fal.paint(FLUX, wish)));
    const learned = await fal.paint(FLUX, { ...wish, loras: [{ path, scale: 1 }] });
    const mean = await meanOf(await firstFile(learned));
    expect(Number(mean[0]) - Number(mean[2])).toBeGreaterThan(
      Number(plain[0]) - Number(plain[2]) + 5,
    );
    expect(await firstFile(await fal.paint(FLUX, { ...wish, loras: [{ path }] }))).toEqual(
      await firstFile(learned),
    );
  });

  test('tells how far it is in the lines of its log', async () => {
    fal.sandbox.faults.change({ falSpeed: 0.05 });
    const address = fal.app.offer('photos.zip', await aPhotoArchive(4));
    const { request_id } = await fal.submit(FAST, { images_data_url: address, steps: 800 });
    await fal.sandbox.settled();
    const { body } = await fal.status(FAST, request_id, '?logs=1');
    const { logs } = body as { logs: { message: string; level: string; timestamp: string }[] };
    const percents = logs.flatMap(({ message }) => /^ *(\d+)%\|/.exec(message)?.[1] ?? []);
    expect(percents).toHaveLength(20);
    expect(percents.map(Number)).toEqual(percents.map((_, index) => (index + 1) * 5));
    expect(logs.at(-1)?.message).toContain('| 800/800 [');
    expect((await fal.status(FAST, request_id, '?logs=0')).body).toMatchObject({ logs: null });
  });

  test('refuses what it cannot learn from, and says why', async () => {
    const offer = async (name: string, files: Record<string, Buffer>) =>
      fal.app.offer(name, await anArchive(files));
    const photo = await aPhoto('#204060');
    const few = await offer('few.zip', { 'a.jpg': photo, 'a_mask.jpg': photo, 'a.txt': photo });
    expect(await refusal(FAST, { images_data_url: few })).toMatchObject({
      type: 'archive_file_count_below_minimum',
      loc: ['body', 'images_data_url'],
      ctx: { min_count: 4, provided_count: 1 },
    });
    const text = fal.app.offer('text.zip', Buffer.from('no archive'));
    expect(await refusal(FAST, { images_data_url: text })).toMatchObject({
      type: 'invalid_archive',
    });
    const whole = await aPhotoArchive(5);
    const cut = fal.app.offer('cut.zip', whole.subarray(0, whole.length - 100));
    expect(await refusal(FAST, { images_data_url: cut })).toMatchObject({
      type: 'invalid_archive',
    });
    const words = Buffer.from('not a picture');
    const fakes = { 'a.jpg': words, 'b.jpg': words, 'c.jpg': words, 'd.jpg': words };
    const fake = await offer('fake.zip', fakes);
    expect(await refusal(FAST, { images_data_url: fake })).toMatchObject({
      type: 'image_load_error',
    });
    for (const address of [
      `${fal.app.url}/nothing.zip`,
      'https://example.com/photos.zip',
      'http://169.254.169.254/latest',
      'file:///etc/passwd',
      'no address',
    ]) {
      expect(await refusal(FAST, { images_data_url: address })).toMatchObject({
        type: 'file_download_error',
      });
    }
    expect(await refusal(FAST, {})).toMatchObject({ type: 'missing' });
  });

  test('of a Flux 2 wants captions or one for all, and its weights fit its own family only', async () => {
    const address = fal.app.offer('photos.zip', await aPhotoArchive(4));
    expect(await refusal(FLUX_2_TRAINER, { image_data_url: address })).toMatchObject({
      type: 'value_error',
    });
    const input = { image_data_url: address, default_caption: 'a photo of tvfolk' };
    const { diffusers_lora_file: weights } = await train(FLUX_2_TRAINER, input);
    const loras = [{ path: weights.url }];
    expect(await refusal(FLUX, { ...WISH, loras })).toMatchObject({
      type: 'value_error',
      loc: ['body', 'loras', 0, 'path'],
    });
    const wish = { prompt: 'tvfolk', image_size: 'square', output_format: 'jpeg', loras };
    expect((await fal.paint('fal-ai/flux-2/lora', wish)).images).toHaveLength(1);
    const other = [{ path: fal.app.offer('x', Buffer.from('some other bytes')) }];
    expect(await refusal(FLUX, { ...WISH, loras: other })).toMatchObject({ type: 'value_error' });
  });

  test('breaks down when told so, once', async () => {
    fal.sandbox.faults.change({ falTrainingBreakCount: 1 });
    const address = fal.app.offer('photos.zip', await aPhotoArchive(4));
    await fal.paint(FLUX, WISH);
    expect(await refusal(FAST, { images_data_url: address })).toMatchObject({
      status: 500,
      type: 'internal_server_error',
    });
    expect((await fal.run(FAST, { images_data_url: address })).status).toBe(200);
  });
});

describe('an enlargement', () => {
  test.each([
    ['fal-ai/aura-sr', {}, 4, 'png'],
    ['fal-ai/esrgan', { scale: 3 }, 3, 'png'],
    ['fal-ai/clarity-upscaler', { upscale_factor: 2 }, 2, 'png'],
    ['fal-ai/topaz/upscale/image', { upscale_factor: 2.5, output_format: 'jpeg' }, 2.5, 'jpeg'],
  ])('by %s with %j is %d times as large', async (endpoint, more, factor, format) => {
    const image_url = fal.app.offer('small.jpg', await aPhoto('#204060', 100));
    const { body } = await fal.run(endpoint, { image_url, ...more });
    const { image } = body as { image: Picture };
    const facts = await sharp(await fal.file(image.url)).metadata();
    expect([facts.width, facts.height, facts.format]).toEqual([100 * factor, 100 * factor, format]);
    expect('width' in image).toBe(!endpoint.includes('topaz'));
  });

  test('refuses what is too small, too large, no picture, or a factor it does not know', async () => {
    const AURA = 'fal-ai/aura-sr';
    const tiny = fal.app.offer('tiny.jpg', await aPhoto('#fff', 20));
    expect(await refusal(AURA, { image_url: tiny })).toMatchObject({
      type: 'image_too_small',
      ctx: { min_width: 32, min_height: 32 },
    });
    const large = fal.app.offer('large.jpg', await aPhoto('#fff', 2400));
    expect(await refusal(AURA, { image_url: large })).toMatchObject({
      type: 'image_too_large',
      ctx: { max_width: 2000, max_height: 2000 },
    });
    const text = fal.app.offer('text.jpg', Buffer.from('text'));
    expect(await refusal(AURA, { image_url: text })).toMatchObject({ type: 'image_load_error' });
    expect(await refusal(AURA, { image_url: tiny, upscale_factor: 2 })).toMatchObject({
      type: 'one_of',
    });
  });
});

test.each([
  ['fal-ai/flux-pro/kontext', (url: string) => ({ image_url: url }), true],
  ['fal-ai/flux-2/edit', (url: string) => ({ image_urls: [url] }), true],
  ['fal-ai/flux-2-lora-gallery/apartment-staging', (url: string) => ({ image_urls: [url] }), false],
])('%s changes a picture and keeps its size', async (endpoint, images, hasFlags) => {
  const before = await sharp(await aPhoto('#408060', 200))
    .resize(240, 160)
    .jpeg()
    .toBuffer();
  const url = fal.app.offer('room.jpg', before);
  const wish = { prompt: 'a warm living room', seed: 3, output_format: 'jpeg', ...images(url) };
  const changed = await fal.paint(endpoint, wish);
  expect(changed.images[0]).toMatchObject({ width: 240, height: 160 });
  expect('has_nsfw_concepts' in changed).toBe(hasFlags);
  const after = await firstFile(changed);
  expect(await meanOf(after)).not.toEqual(await meanOf(before));
  expect(await firstFile(await fal.paint(endpoint, wish))).toEqual(after);
});

describe('told to fail', () => {
  test.each([
    ['falBreakCount', 500, 'internal_server_error'],
    ['falBlockedCount', 422, 'content_policy_violation'],
    ['falInvalidCount', 422, 'image_load_error'],
  ])('%s ends the next request with %d, and only that', async (fault, status, type) => {
    fal.sandbox.faults.change({ [fault]: 1, falInvalidType: 'image_load_error' });
    expect(await refusal(FLUX, WISH)).toMatchObject({ status, type });
    expect((await fal.run(FLUX, WISH)).status).toBe(200);
  });

  test('the next pictures are black, flagged or not', async () => {
    fal.sandbox.faults.change({ falUnsafeCount: 1, falBlackCount: 2, falPictures: 'plain' });
    const results = [];
    for (let count = 0; count < 3; count += 1) results.push(await fal.paint(FLUX, WISH));
    expect(results.map(({ has_nsfw_concepts }) => has_nsfw_concepts)).toEqual([
      [true],
      [false],
      [false],
    ]);
    const means = await Promise.all(results.map(async (one) => meanOf(await firstFile(one))));
    expect(means.map((mean) => Math.max(...mean) > 0)).toEqual([false, false, true]);
  });

  test('every second picture breaks down', async () => {
    fal.sandbox.faults.change({ falPartial: true, falPictures: 'plain' });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await fal.run(FLUX, WISH)).status);
    expect(statuses).toEqual([200, 500, 200, 500]);
  });
});
