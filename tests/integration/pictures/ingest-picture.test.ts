import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Ctx } from '@/lib/db/context';
import { listAutofillPictures } from '@/lib/pictures/list-autofill-pictures';
import { hashDistance } from '@/lib/pictures/perceptual-hash';
import { readAnalysis } from '@/lib/pictures/picture-analysis';
import type { PictureView } from '@/lib/pictures/picture-view';
import { useDatabase } from '@/tests/support/database';
import {
  adobeRgbProfile,
  aJpeg,
  aPhoto,
  jpegInProfile,
  withJpegSegment,
  withPngChunk,
} from './made-pictures';
import { filesOf, uploadAndIngest } from './upload-helpers';

const database = useDatabase();

async function masterOf(ctx: Ctx, picture: PictureView): Promise<Buffer> {
  const row = await database.db.picture.findUniqueOrThrow({ where: { id: picture.id } });
  return ctx.providers.files.readAll(row.masterKey);
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
    const share = expect.closeTo(0.5, 0);
    expect(picture.seen).toEqual({ focus: { x: share, y: share }, faces: [] });
    const stored = await ctx.db.picture.findUniqueOrThrow({ where: { id: picture.id } });
    expect(readAnalysis(stored.analysis).tones).toHaveLength(256);
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

function block(width: number, height: number, background: string): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
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
