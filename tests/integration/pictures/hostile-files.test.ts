import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '@/tests/support/database';
import { aJpeg, aPhoto, greyPng, withPngChunk } from './made-pictures';
import { filesOf, upload, uploadAndIngest } from './upload-helpers';

const database = useDatabase();

describe('hostile and unusable files', () => {
  const cases: [string, () => Promise<Buffer>, string][] = [
    [
      'a header of 1 x 40 000 000 pixels',
      async () => greyPng(1, 40_000_000, 10),
      'picture.too_narrow',
    ],
    [
      'a header of 20 000 x 20 000 pixels',
      async () => greyPng(20_000, 20_000, 1),
      'picture.too_many_pixels',
    ],
    [
      'a header of 2^31-1 x 2^31-1 pixels',
      async () => greyPng(0x7fffffff, 0x7fffffff, 0),
      'picture',
    ],
    ['a header of 0 x 0 pixels', async () => greyPng(0, 0, 0), 'picture.damaged'],
    [
      'a picture that promises rows it does not have',
      async () => greyPng(1000, 1000, 10),
      'picture.damaged',
    ],
    ['a cut JPEG', async () => (await aJpeg({ seed: 31 })).subarray(0, 9000), 'picture.damaged'],
    [
      'a cut PNG',
      async () => cut(await (await aPhoto({ seed: 32 })).png().toBuffer()),
      'picture.damaged',
    ],
    [
      'a cut WebP',
      async () => cut(await (await aPhoto({ seed: 33 })).webp().toBuffer()),
      'picture.damaged',
    ],
    [
      'noise behind a JPEG marker',
      async () =>
        Buffer.from(
          Array.from({ length: 5000 }, (_, i) =>
            i < 3 ? ([0xff, 0xd8, 0xff][i] ?? 0) : (i * 89) & 0xff,
          ),
        ),
      'picture.damaged',
    ],
    [
      'a photo of 399 pixels',
      () => aJpeg({ seed: 34, widthPx: 399, heightPx: 900 }),
      'picture.too_small',
    ],
    ['a strip', () => aJpeg({ seed: 35, widthPx: 4500, heightPx: 449 }), 'picture.too_narrow'],
    ['an animated WebP', animatedWebp, 'picture.animated'],
    [
      'an animated PNG',
      async () =>
        withPngChunk(
          await (await aPhoto({ seed: 36 })).png().toBuffer(),
          'acTL',
          Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]),
        ),
      'picture.animated',
    ],
  ];

  it.each(cases)(
    'refuses %s with its reason and keeps no byte of it',
    async (_name, make, code) => {
      const { ctx } = await database.person();
      const started = performance.now();
      const picture = await uploadAndIngest(database, ctx, await make());
      expect(picture.status).toBe('REFUSED');
      expect(picture.refusalCode).toMatch(new RegExp(`^${code}`));
      expect(await filesOf(ctx, picture)).toEqual([]);
      expect(performance.now() - started).toBeLessThan(15_000);
    },
  );

  it('lets the same file be tried again after it was refused', async () => {
    const { ctx } = await database.person();
    const bytes = (await aJpeg({ seed: 37 })).subarray(0, 9000);
    const first = await uploadAndIngest(database, ctx, bytes);
    const second = await upload(ctx, bytes);
    expect(second.isNew).toBe(true);
    expect(second.picture.id).not.toBe(first.id);
  });

  it('opens small files that are large inside only within the limits', async () => {
    const { ctx } = await database.person();
    const flat = sharp({
      create: { width: 7000, height: 7000, channels: 3, background: '#123456' },
    });
    const bomb = await flat.webp({ lossless: true, effort: 0 }).toBuffer();
    expect(bomb.length).toBeLessThan(100_000);
    const picture = await uploadAndIngest(database, ctx, bomb);
    expect(picture).toMatchObject({ status: 'READY', widthPx: 7000 });
  });
});

function cut(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length * 0.7));
}

async function animatedWebp(): Promise<Buffer> {
  const frames = [await aPhoto({ seed: 51 }), await aPhoto({ seed: 52 })];
  return sharp(await Promise.all(frames.map((frame) => frame.png().toBuffer())), {
    join: { animated: true },
  })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
}
