import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '@/lib/db/context';
import { runDecoder } from '@/lib/pictures/decoder/run-decoder';
import { deletePicture } from '@/lib/pictures/delete-picture';
import { getPicture } from '@/lib/pictures/get-pictures';
import { ingestPicture } from '@/lib/pictures/ingest-picture';
import { listAutofillPictures } from '@/lib/pictures/list-autofill-pictures';
import { hashDistance } from '@/lib/pictures/perceptual-hash';
import type { PictureView } from '@/lib/pictures/picture-view';
import { useDatabase } from '@/tests/support/database';
import {
  adobeRgbProfile,
  aJpeg,
  aPhoto,
  greyPng,
  jpegInProfile,
  withJpegSegment,
  withPngChunk,
} from './made-pictures';
import { storedFiles, upload, uploadAndIngest } from './upload-helpers';

const database = useDatabase();

async function masterOf(ctx: Ctx, picture: PictureView): Promise<Buffer> {
  const row = await database.db.picture.findUniqueOrThrow({ where: { id: picture.id } });
  return ctx.providers.files.readAll(row.masterKey);
}

async function filesOf(ctx: Ctx, picture: PictureView): Promise<string[]> {
  return (await storedFiles(ctx)).filter((key) => key.includes(picture.id));
}

describe('ingest', () => {
  it('makes a measured picture with a master and two renditions, and deletes what was received', async () => {
    const { ctx } = await database.person();
    const photo = await aPhoto({ widthPx: 2400, heightPx: 1600, seed: 3 });
    const bytes = await photo
      .withExif({ IFD2: { DateTimeOriginal: '2025:08:17 21:04:11' }, IFD0: { Make: 'Kamera' } })
      .jpeg()
      .toBuffer();
    const picture = await uploadAndIngest(database, ctx, bytes);
    expect(picture).toMatchObject({
      status: 'READY',
      widthPx: 2400,
      heightPx: 1600,
      takenOn: '2025-08-17',
      sharpness: 'sharp',
      thumbUrl: `/api/pictures/${picture.id}/thumb`,
      screenUrl: `/api/pictures/${picture.id}/screen`,
      refusalCode: null,
    });
    expect(picture.dominantColour).toMatch(/^#[0-9a-f]{6}$/);
    const keys = await filesOf(ctx, picture);
    expect(keys.map((key) => path.basename(key)).sort()).toEqual([
      'master.jpg',
      'screen.jpg',
      'thumb.jpg',
    ]);
    const sizes: Record<string, number> = {};
    for (const key of keys) {
      const meta = await sharp(await ctx.providers.files.readAll(key)).metadata();
      sizes[path.basename(key)] = Math.max(meta.width, meta.height);
      expect(meta).toMatchObject({ format: 'jpeg', space: 'srgb', channels: 3 });
      expect([meta.exif, meta.icc, meta.xmp, meta.iptc, meta.orientation]).toEqual(
        Array(5).fill(undefined),
      );
    }
    expect(sizes).toEqual({ 'master.jpg': 2400, 'screen.jpg': 1600, 'thumb.jpg': 400 });
    const master = await sharp(await masterOf(ctx, picture)).metadata();
    expect(master.chromaSubsampling).toBe('4:4:4');
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'turns a photo of EXIF orientation %i upright',
    async (orientation) => {
      const { ctx } = await database.person();
      // Upright: red left half, blue right half, with green on top of the red.
      const upright = await sharp({
        create: { width: 800, height: 500, channels: 3, background: '#0000ff' },
      })
        .composite([
          { input: await block(400, 500, '#ff0000'), left: 0, top: 0 },
          { input: await block(400, 100, '#00ff00'), left: 0, top: 0 },
        ])
        .png()
        .toBuffer();
      const stored = await (await asCameraStores(upright, orientation))
        .withMetadata({ orientation })
        .jpeg({ quality: 100 })
        .toBuffer();
      const picture = await uploadAndIngest(database, ctx, stored);
      expect([picture.widthPx, picture.heightPx]).toEqual([800, 500]);
      const master = sharp(await masterOf(ctx, picture));
      expect(await colourAt(master, 200, 300)).toEqual([255, 0, 0]);
      expect(await colourAt(master, 600, 300)).toEqual([0, 0, 255]);
      expect(await colourAt(master, 200, 40)).toEqual([0, 255, 0]);
      expect(await colourAt(master, 600, 40)).toEqual([0, 0, 255]);
    },
  );

  it('converts Display P3 to the same colour in sRGB', async () => {
    const { ctx } = await database.person();
    const wanted = { r: 200, g: 90, b: 60 };
    const bytes = await sharp({
      create: { width: 600, height: 600, channels: 3, background: wanted },
    })
      .withIccProfile('p3')
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    // The numbers in the file are other ones, or the test would show nothing.
    expect(
      distance(await colourAt(sharp(bytes, { ignoreIcc: true }), 9, 9), wanted),
    ).toBeGreaterThan(8);
    const picture = await uploadAndIngest(database, ctx, bytes);
    expect(
      distance(await colourAt(sharp(await masterOf(ctx, picture)), 9, 9), wanted),
    ).toBeLessThan(3);
  });

  it('converts Adobe RGB to the same colour in sRGB', async () => {
    const { ctx } = await database.person();
    // Adobe RGB (1998) 150/110/90 by its primaries and gamma is sRGB 163.6/109.8/88.0: computed from the two
    // specifications' matrices.
    const bytes = await jpegInProfile({ r: 150, g: 110, b: 90 }, adobeRgbProfile());
    const picture = await uploadAndIngest(database, ctx, bytes);
    const shown = await colourAt(sharp(await masterOf(ctx, picture)), 9, 9);
    expect(distance(shown, adobeToSrgb(150, 110, 90))).toBeLessThan(4);
    expect(distance(shown, { r: 150, g: 110, b: 90 })).toBeGreaterThan(8);
  });

  it('takes grey, CMYK, 16-bit and transparent pictures as sRGB on white', async () => {
    const { ctx } = await database.person();
    const photo = await aPhoto({ widthPx: 600, heightPx: 500, seed: 5 });
    const files = [
      await photo.clone().greyscale().jpeg().toBuffer(),
      await photo.clone().toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer(),
      await photo.clone().toColourspace('rgb16').png().toBuffer(),
      await photo.clone().ensureAlpha(0).png().toBuffer(),
      await photo.clone().ensureAlpha(0).webp({ lossless: true }).toBuffer(),
    ];
    for (const bytes of files) {
      const picture = await uploadAndIngest(database, ctx, bytes);
      expect(picture.status).toBe('READY');
      const master = await masterOf(ctx, picture);
      expect(await sharp(master).metadata()).toMatchObject({ space: 'srgb', channels: 3 });
    }
    const last = await ctx.db.picture.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const shown = await colourAt(sharp(await ctx.providers.files.readAll(last.masterKey)), 9, 9);
    expect(shown).toEqual([255, 255, 255]);
  });

  it('keeps nothing of the received file but its pixels and its day', async () => {
    const { ctx } = await database.person();
    const plain = await (await aPhoto({ seed: 6 }))
      .withExif({
        IFD0: { Artist: 'CANARY-exif', Copyright: '<script>CANARY</script>' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 27/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">CANARY-xmp</x:xmpmeta>')
      .jpeg()
      .toBuffer();
    const commented = withJpegSegment(plain, 0xfe, Buffer.from('CANARY-comment'));
    const polyglot = Buffer.concat([
      commented,
      Buffer.from('<script>alert("CANARY-trailer")</script>PK\x03\x04CANARY-zip'),
    ]);
    const png = withPngChunk(
      await (await aPhoto({ seed: 7 })).png().toBuffer(),
      'tEXt',
      Buffer.from('Comment\0CANARY-text'),
    );
    for (const bytes of [polyglot, Buffer.concat([png, Buffer.from('CANARY-trailer')])]) {
      expect(bytes.includes('CANARY')).toBe(true);
      const picture = await uploadAndIngest(database, ctx, bytes);
      expect(picture.status).toBe('READY');
      for (const key of await filesOf(ctx, picture)) {
        const stored = await ctx.providers.files.readAll(key);
        expect(stored.includes('CANARY')).toBe(false);
        expect(stored.includes('Exif')).toBe(false);
        expect(stored.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
      }
    }
  });

  it('tells blurred photos from sharp ones, and the same scene from another', async () => {
    const { ctx } = await database.person();
    const photo = await aPhoto({ widthPx: 1800, heightPx: 1200, seed: 8 });
    const sharpOne = await uploadAndIngest(database, ctx, await photo.clone().jpeg().toBuffer());
    const blurred = await uploadAndIngest(
      database,
      ctx,
      await photo.clone().blur(14).jpeg().toBuffer(),
    );
    expect(sharpOne.sharpness).toBe('sharp');
    expect(blurred.sharpness).toBe('blurred');
    const smaller = await uploadAndIngest(
      database,
      ctx,
      await photo.clone().resize(1300).jpeg({ quality: 75 }).toBuffer(),
    );
    const other = await uploadAndIngest(database, ctx, await aJpeg({ seed: 9 }));
    const hashes = new Map(
      (await listAutofillPictures(ctx)).map(({ id, perceptualHash }) => [id, perceptualHash]),
    );
    const between = (a: PictureView, b: PictureView) =>
      hashDistance(hashes.get(a.id) ?? '', hashes.get(b.id) ?? '');
    expect(between(sharpOne, smaller)).toBeLessThanOrEqual(6);
    expect(between(sharpOne, other)).toBeGreaterThanOrEqual(16);
  });
});

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

describe('the decoder process', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'twelvefold-decoder-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function slowFile(): Promise<string> {
    const file = path.join(folder, 'slow.png');
    await writeFile(file, await (await aPhoto({ widthPx: 9000, heightPx: 9000 })).png().toBuffer());
    return file;
  }
  const output = () => mkdtemp(path.join(folder, 'out-'));

  it('is killed when it takes too long, and the file is refused as too complex', async () => {
    const file = await slowFile();
    const result = await runDecoder(file, await output(), 'PNG', { wallLimitMs: 150 });
    expect(result).toMatchObject({ refused: 'too_complex', detail: 'time' });
  });

  it('refuses a file that crashes it, and does not blame the file for a kill from outside', async () => {
    const file = await slowFile();
    const end = async (signal: NodeJS.Signals) =>
      runDecoder(file, await output(), 'PNG', {
        onStart: (pid) => setTimeout(() => process.kill(pid, signal), 150),
      });
    expect(await end('SIGSEGV')).toMatchObject({ refused: 'too_complex' });
    await expect(end('SIGTERM')).rejects.toThrow('ended by SIGTERM');
    await expect(end('SIGKILL')).rejects.toThrow('ended by SIGKILL');
  });

  it('knows no secret of ours and is limited in memory', async () => {
    let seen = '';
    const file = await slowFile();
    await runDecoder(file, await output(), 'PNG', {
      onStart: (pid) => {
        setTimeout(async () => {
          seen = `${await readFile(`/proc/${pid}/environ`, 'utf8')}\n${await readFile(`/proc/${pid}/limits`, 'utf8')}`;
        }, 150);
      },
    });
    expect(process.env.DATABASE_URL).toBeTruthy();
    expect(seen).toContain('MALLOC_ARENA_MAX=1');
    expect(seen).not.toContain('DATABASE_URL');
    expect(seen).not.toContain('AUTH_SECRET');
    expect(seen).toMatch(/Max data size\s+\d+/);
    expect(seen).toMatch(/Max cpu time\s+30/);
  });
});

describe('a worker that dies', () => {
  it('is followed by one that starts over and leaves one set of files', async () => {
    const { ctx } = await database.person();
    const bytes = await (await aPhoto({ widthPx: 6000, heightPx: 5000, seed: 41 }))
      .jpeg()
      .toBuffer();
    const { picture } = await upload(ctx, bytes);
    const folders = async () =>
      (await readdir(path.join(tmpdir(), 'twelvefold-ingest')).catch(() => [])).length;
    const before = await folders();
    const worker = spawn(
      process.execPath,
      ['--import', 'tsx', 'tests/integration/pictures/ingest-program.ts', picture.id],
      { env: { ...process.env, NODE_ENV: 'test' }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = new Promise((resolve) => worker.on('exit', (_code, signal) => resolve(signal)));
    // Killed for good while the decoder is at work.
    for (let tries = 0; (await folders()) === before; tries += 1) {
      if (tries > 400) throw new Error('the worker did not begin');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await new Promise((resolve) => setTimeout(resolve, 120));
    worker.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    const after = await getPicture(ctx, picture.id);
    expect(after).toMatchObject({ status: 'RECEIVED', thumbUrl: null });

    await ingestPicture(database.ctx(), picture.id);
    expect(await getPicture(ctx, picture.id)).toMatchObject({ status: 'READY', widthPx: 6000 });
    expect(await filesOf(ctx, picture)).toHaveLength(3);
  });

  it('between storing and showing leaves nothing once the next has run', async () => {
    const { ctx } = await database.person();
    const { picture } = await upload(ctx, await aJpeg({ seed: 42 }));
    const { files } = ctx.providers;
    const half = `pictures/${picture.id.slice(-2)}/${picture.id}/half/master.jpg`;
    await files.put(half, Buffer.from('half written'), 'image/jpeg');
    await ingestPicture(database.ctx(), picture.id);
    expect(await files.stat(half)).toBeNull();
    expect(await filesOf(ctx, picture)).toHaveLength(3);
  });

  it('each time it meets a file leads to the file being refused', async () => {
    const { ctx } = await database.person();
    const { picture } = await upload(ctx, await aJpeg({ seed: 43 }));
    await database.db.picture.update({ where: { id: picture.id }, data: { ingestAttempts: 4 } });
    await ingestPicture(database.ctx(), picture.id);
    expect(await getPicture(ctx, picture.id)).toMatchObject({
      status: 'REFUSED',
      refusalCode: 'picture.too_complex',
    });
  });

  it('and its double on the same picture make one picture', async () => {
    const { ctx } = await database.person();
    const { picture } = await upload(ctx, await aJpeg({ seed: 44 }));
    await Promise.all([1, 2, 3].map(() => ingestPicture(database.ctx(), picture.id)));
    expect((await getPicture(ctx, picture.id)).status).toBe('READY');
    expect(await filesOf(ctx, picture)).toHaveLength(3);
    await ingestPicture(database.ctx(), picture.id);
    expect(await filesOf(ctx, picture)).toHaveLength(3);
  });

  it('or a picture that is deleted meanwhile leave no file', async () => {
    const { ctx } = await database.person();
    const { picture } = await upload(ctx, await aJpeg({ seed: 45 }));
    const running = ingestPicture(database.ctx(), picture.id);
    await deletePicture(ctx, picture.id, { removeFromCalendars: false });
    await running;
    await ingestPicture(database.ctx(), picture.id);
    expect(await filesOf(ctx, picture)).toEqual([]);
  });
});

function block(width: number, height: number, background: string): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

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

/**
 * The pixels as they stand in a file of that orientation: where row 0 and column 0 are on the upright picture is the
 * definition in CIPA DC-008, 4.6.5.1.
 */
async function asCameraStores(upright: Buffer, orientation: number): Promise<Sharp> {
  const { data, info } = await sharp(upright).raw().toBuffer({ resolveWithObject: true });
  const { width: w, height: h, channels } = info;
  const [rows, columns] = orientation >= 5 ? [w, h] : [h, w];
  const stored = Buffer.alloc(data.length);
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const places: [number, number][] = [
        [c, r],
        [w - 1 - c, r],
        [w - 1 - c, h - 1 - r],
        [c, h - 1 - r],
        [r, c],
        [w - 1 - r, c],
        [w - 1 - r, h - 1 - c],
        [r, h - 1 - c],
      ];
      const [x, y] = places[orientation - 1] as [number, number];
      const from = (y * w + x) * channels;
      data.copy(stored, (r * columns + c) * channels, from, from + channels);
    }
  }
  return sharp(stored, { raw: { width: columns, height: rows, channels } });
}

/** Of the middle of a small area, rounded to full saturation where it is within JPEG's error. */
async function colourAt(image: Sharp, x: number, y: number): Promise<number[]> {
  const data = await image
    .clone()
    .extract({ left: x, top: y, width: 8, height: 8 })
    .raw()
    .toBuffer();
  return [0, 1, 2].map((channel) => {
    const value = data[channel] ?? 0;
    if (value > 250) return 255;
    return value < 5 ? 0 : value;
  });
}

function distance(shown: readonly number[], wanted: { r: number; g: number; b: number }): number {
  return Math.max(
    ...[wanted.r, wanted.g, wanted.b].map((value, index) => Math.abs(value - (shown[index] ?? 0))),
  );
}

/** By the matrices of Adobe RGB (1998) and IEC 61966-2-1, both with white D65. */
function adobeToSrgb(r: number, g: number, b: number): { r: number; g: number; b: number } {
  const [lr, lg, lb] = [r, g, b].map((value) => (value / 255) ** 2.19921875) as [
    number,
    number,
    number,
  ];
  const x = 0.57667 * lr + 0.18556 * lg + 0.18823 * lb;
  const y = 0.29734 * lr + 0.62736 * lg + 0.07529 * lb;
  const z = 0.02703 * lr + 0.07069 * lg + 0.99134 * lb;
  const encode = (linear: number) =>
    Math.round(255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055));
  return {
    r: encode(3.2406 * x - 1.5372 * y - 0.4986 * z),
    g: encode(-0.9689 * x + 1.8758 * y + 0.0415 * z),
    b: encode(0.0557 * x - 0.204 * y + 1.057 * z),
  };
}
