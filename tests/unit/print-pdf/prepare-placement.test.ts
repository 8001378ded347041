import { createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { jpegParts } from '@/lib/pictures/jpeg-parts';
import {
  type PictureFile,
  type Placement,
  preparePlacement,
} from '@/lib/pictures/prepare-placement';
import type { Page } from '@/lib/print/operations';
import { paintPdf } from '@/lib/print/paint-pdf';
import type { PreparedPicture } from '@/lib/print/pdf/prepared-picture';
import { loadFontBook } from '@/lib/providers/fonts';
import { HAS_PDF_TOOLS, run, useFolder } from './print-fixture';

const folder = useFolder();
const options = { cacheDir: null, spillDir: path.join(folder, 'spill') };
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/** Red, green, blue and yellow quarters: upper left, upper right, lower left, lower right. */
async function quarters(widthPx: number, heightPx: number): Promise<Buffer> {
  const [w, h] = [Math.floor(widthPx / 2), Math.floor(heightPx / 2)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><rect width="${widthPx}" height="${heightPx}" fill="#d02020"/><rect x="${w}" width="${w}" height="${h}" fill="#20a020"/><rect y="${h}" width="${w}" height="${h}" fill="#2030d0"/><rect x="${w}" y="${h}" width="${w}" height="${h}" fill="#e0d020"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

async function bytesOf(picture: PreparedPicture): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of picture.read()) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** What a viewer sees: the prepared JPEG turned upright, as one pixel at each quarter's middle. */
async function corners(picture: PreparedPicture): Promise<string[]> {
  const tagged = await sharp(await bytesOf(picture))
    .withMetadata({ orientation: picture.orientation })
    .jpeg({ quality: 100 })
    .toBuffer();
  const { data, info } = await sharp(tagged)
    .autoOrient()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([x = 0, y = 0]) => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3;
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
    if (r > 180 && g > 180) return 'yellow';
    return r > 150 ? 'red' : g > 120 ? 'green' : b > 150 ? 'blue' : `rgb ${r} ${g} ${b}`;
  });
}

describe('a prepared picture', { timeout: 30_000 }, () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
    'is upright however the file is turned (EXIF orientation %i), whole and cropped',
    async (orientation) => {
      // What a camera with this tag would have stored for the upright picture.
      const upright = await quarters(800, 600);
      const undo = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6 }[orientation];
      const retagged = await sharp(upright)
        .withMetadata({ orientation: undo })
        .jpeg({ quality: 98 })
        .toBuffer();
      const stored = await sharp(retagged).autoOrient().toBuffer();
      const file = path.join(folder, `turned-${orientation}.jpg`);
      await sharp(stored).withMetadata({ orientation }).jpeg({ quality: 98 }).toFile(file);
      const picture: PictureFile = { path: file, widthPx: 800, heightPx: 600 };

      const whole = await preparePlacement(
        picture,
        { source: WHOLE, widthMm: 40, heightMm: 30 },
        options,
      );
      expect(whole.orientation).toBe(orientation);
      expect(await corners(whole)).toEqual(['red', 'green', 'blue', 'yellow']);

      const rightHalf = await preparePlacement(
        picture,
        { source: { x: 0.5, y: 0, width: 0.5, height: 1 }, widthMm: 20, heightMm: 30 },
        options,
      );
      expect(await corners(rightHalf)).toEqual(['green', 'green', 'yellow', 'yellow']);
    },
  );

  it('has exactly 300 dots to an inch where the photo has more, and its own pixels where it has fewer', async () => {
    const file = path.join(folder, 'sizes.jpg');
    await sharp(await quarters(3000, 2000))
      .jpeg()
      .toFile(file);
    const picture = { path: file, widthPx: 3000, heightPx: 2000 };
    const placed = (placement: Placement) => preparePlacement(picture, placement, options);
    const down = await placed({ source: WHOLE, widthMm: 127, heightMm: 84.666_667 });
    expect([down.widthPx, down.heightPx]).toEqual([1500, 1000]);
    const source = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
    const kept = await placed({ source, widthMm: 254, heightMm: 169.333_333 });
    expect([kept.widthPx, kept.heightPx]).toEqual([1500, 1000]);
  });

  it('converts Display P3 to sRGB', async () => {
    const file = path.join(folder, 'p3.jpg');
    const flat = { width: 400, height: 400, channels: 3, background: '#c86432' } as const;
    await sharp({ create: flat })
      .withIccProfile('p3')
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toFile(file);
    const picture = { path: file, widthPx: 400, heightPx: 400 };
    const prepared = await preparePlacement(
      picture,
      { source: WHOLE, widthMm: 30, heightMm: 30 },
      options,
    );
    const { data } = await sharp(await bytesOf(prepared))
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (const [index, wanted] of [0xc8, 0x64, 0x32].entries()) {
      expect(Math.abs((data[index] ?? 0) - wanted)).toBeLessThanOrEqual(3);
    }
  });

  it('is passed through without its metadata when it is used whole at up to 400 dpi', async () => {
    const file = path.join(folder, 'exif.jpg');
    await sharp(await quarters(1200, 900))
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Secret place 50.45 N' } })
      .toFile(file);
    const picture = { path: file, widthPx: 1200, heightPx: 900 };
    const box = { source: WHOLE, widthMm: 101.6, heightMm: 76.2 };
    const prepared = await preparePlacement(picture, box, options);
    const bytes = await bytesOf(prepared);
    expect(bytes.length).toBe(prepared.byteLength);
    expect(readFileSync(file).includes('Secret place')).toBe(true);
    expect(bytes.includes('Secret place')).toBe(false);
    const pixels = (input: Buffer | string) => sharp(input).raw().toBuffer();
    expect((await pixels(bytes)).equals(await pixels(file))).toBe(true);
  });

  it('of a transparent PNG stands on white', async () => {
    const file = path.join(folder, 'clear.png');
    const clear = { width: 500, height: 500, channels: 4, background: '#00000000' } as const;
    await sharp({ create: clear }).png().toFile(file);
    const picture = { path: file, widthPx: 500, heightPx: 500 };
    const prepared = await preparePlacement(
      picture,
      { source: WHOLE, widthMm: 30, heightMm: 30 },
      options,
    );
    const { data } = await sharp(await bytesOf(prepared))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(Math.min(...data.subarray(0, 300))).toBeGreaterThan(250);
  });

  it('comes from the cache the second time, and is made anew when the photo has changed', async () => {
    const file = path.join(folder, 'cached.jpg');
    const cached = { cacheDir: path.join(folder, 'cache'), spillDir: '' };
    const box = { source: { x: 0, y: 0, width: 0.5, height: 0.5 }, widthMm: 20, heightMm: 15 };
    const picture = { path: file, widthPx: 800, heightPx: 600 };
    await sharp(await quarters(800, 600))
      .jpeg()
      .toFile(file);
    const first = await preparePlacement(picture, box, cached);
    const second = await preparePlacement(picture, box, cached);
    expect(second.key).toBe(first.key);
    await sharp(await quarters(800, 600))
      .negate()
      .jpeg()
      .toFile(file);
    const changed = await preparePlacement(picture, box, cached);
    expect(changed.key).not.toBe(first.key);
  });

  it('is refused when the file is cut off', async () => {
    const file = path.join(folder, 'cut-off.jpg');
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const whole = await sharp({
      create: { width: 900, height: 900, channels: 3, background: '#888888', noise },
    })
      .jpeg()
      .toBuffer();
    await import('node:fs/promises').then((fs) =>
      fs.writeFile(file, whole.subarray(0, whole.length / 2)),
    );
    const picture = { path: file, widthPx: 900, heightPx: 900 };
    const box = { source: WHOLE, widthMm: 20, heightMm: 20 };
    await expect(preparePlacement(picture, box, options)).rejects.toThrow();
  });
});

describe.skipIf(!HAS_PDF_TOOLS)('on paper', { timeout: 30_000 }, () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
    'a picture with EXIF orientation %i is upright in its box',
    async (orientation) => {
      const { widthPx, heightPx } = { widthPx: 400, heightPx: 300 };
      const upright = await quarters(widthPx, heightPx);
      const undo = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6 }[orientation];
      const retagged = await sharp(upright).withMetadata({ orientation: undo }).jpeg().toBuffer();
      const file = path.join(folder, `paper-${orientation}.jpg`);
      await sharp(await sharp(retagged).autoOrient().toBuffer())
        .withMetadata({ orientation })
        .jpeg()
        .toFile(file);
      const box = { xMm: 10, yMm: 20, widthMm: 40, heightMm: 30 };
      const image = { kind: 'image', ...box, pictureId: 'pic_paper00', source: WHOLE } as const;
      const page: Page = {
        index: 0,
        role: 'cover',
        monthIndex: null,
        trim: { widthMm: 100, heightMm: 100 },
        bleedMm: 0,
        operations: [{ ...image, slotIndex: 0 }],
        slots: [],
        days: [],
      };
      const pdf = path.join(folder, `paper-${orientation}.pdf`);
      const sink = createWriteStream(pdf);
      await paintPdf(
        [page],
        {
          fonts: loadFontBook(),
          language: 'en',
          title: 'Paper',
          watermark: null,
          marks: false,
          picture: (operation) =>
            preparePlacement({ path: file, widthPx, heightPx }, operation, options),
        },
        sink,
      );
      await new Promise<void>((resolve) => sink.end(resolve));
      run('pdftoppm', '-png', '-r', '25.4', '-singlefile', pdf, pdf);
      const { data, info } = await sharp(`${pdf}.png`)
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number) => [
        ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
      ];
      const isNear = (pixel: number[], wanted: number[]) =>
        pixel.every((value, index) => Math.abs(value - (wanted[index] ?? 0)) < 30);
      expect(isNear(at(20, 27), [0xd0, 0x20, 0x20])).toBe(true);
      expect(isNear(at(40, 27), [0x20, 0xa0, 0x20])).toBe(true);
      expect(isNear(at(20, 43), [0x20, 0x30, 0xd0])).toBe(true);
      expect(isNear(at(40, 43), [0xe0, 0xd0, 0x20])).toBe(true);
      expect(at(5, 35)).toEqual([255, 255, 255]);
      expect(at(55, 35)).toEqual([255, 255, 255]);
    },
  );
});

describe('taking a JPEG apart', () => {
  it('drops what stands behind the end of the picture', async () => {
    const picture = await sharp(await quarters(64, 64))
      .jpeg()
      .toBuffer();
    const polyglot = Buffer.concat([picture, Buffer.from('<script>alert(1)</script>')]);
    const parts = jpegParts(polyglot);
    expect(parts?.byteLength).toBeLessThanOrEqual(picture.length);
    expect(parts?.ranges.at(-1)).toBeDefined();
    const end = Math.max(...(parts?.ranges ?? []).map(({ offset, length }) => offset + length));
    expect(end).toBe(picture.length);
  });

  it('tells progressive from baseline', async () => {
    const source = await quarters(64, 64);
    const [plain, progressive] = await Promise.all([
      sharp(source).jpeg().toBuffer(),
      sharp(source).jpeg({ progressive: true }).toBuffer(),
    ]);
    expect(jpegParts(plain)?.isBaseline).toBe(true);
    expect(jpegParts(progressive)?.isBaseline).toBe(false);
  });

  it('gives nothing for what is cut off or no JPEG at all', async () => {
    const picture = await sharp(await quarters(64, 64))
      .jpeg()
      .toBuffer();
    for (let length = 0; length < picture.length; length += 7) {
      expect(jpegParts(picture.subarray(0, length))).toBeNull();
    }
    expect(jpegParts(Buffer.from('GIF89a'))).toBeNull();
  });
});
