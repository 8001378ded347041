import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type JpegOptions } from 'sharp';
import { describe, expect, it } from 'vitest';
import { readJpegParts } from '@/lib/pictures/jpeg-parts';
import {
  type PictureFile,
  type Placement,
  pictureTarget,
  preparePlacement,
} from '@/lib/pictures/prepare-placement';
import { filterMatrix } from '@/lib/print/filters';
import type { PreparedPicture } from '@/lib/print/pdf/prepared-picture';
import { useFolder } from './print-fixture';

const folder = useFolder();
const RGB = pictureTarget('proof', 'fogra39');
const INKS = pictureTarget('press', 'fogra39');
const options = { cacheDir: null, spillDir: path.join(folder, 'spill'), target: RGB };
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/** A whole picture as it is, but for what is said. */
function placed(change: Partial<Placement> & { widthMm: number; heightMm: number }): Placement {
  return {
    source: WHOLE,
    spread: { x: 1, y: 1 },
    quarterTurns: 0,
    isMirrored: false,
    filter: 'none',
    ...change,
  };
}

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

      const whole = await preparePlacement(picture, placed({ widthMm: 40, heightMm: 30 }), options);
      expect(whole.orientation).toBe(orientation);
      expect(await corners(whole)).toEqual(['red', 'green', 'blue', 'yellow']);

      const rightHalf = await preparePlacement(
        picture,
        placed({ source: { x: 0.5, y: 0, width: 0.5, height: 1 }, widthMm: 20, heightMm: 30 }),
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
    const prepared = (placement: Placement) => preparePlacement(picture, placement, options);
    const down = await prepared(placed({ widthMm: 127, heightMm: 84.666_667 }));
    expect([down.widthPx, down.heightPx]).toEqual([1500, 1000]);
    const source = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
    const kept = await prepared(placed({ source, widthMm: 254, heightMm: 169.333_333 }));
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
      placed({ widthMm: 30, heightMm: 30 }),
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
    const box = placed({ widthMm: 101.6, heightMm: 76.2 });
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
      placed({ widthMm: 30, heightMm: 30 }),
      options,
    );
    const { data } = await sharp(await bytesOf(prepared))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(Math.min(...data.subarray(0, 300))).toBeGreaterThan(250);
  });

  it('comes from the cache the second time, and is made anew when the photo has changed', async () => {
    const file = path.join(folder, 'cached.jpg');
    const cached = { cacheDir: path.join(folder, 'cache'), spillDir: '', target: RGB };
    const source = { x: 0, y: 0, width: 0.5, height: 0.5 };
    const box = placed({ source, widthMm: 20, heightMm: 15 });
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

  it('is another file in the cache for another filter, other inks and other pixels, the same for a turn alone', async () => {
    const file = path.join(folder, 'keys.jpg');
    await sharp(await quarters(800, 600))
      .jpeg()
      .toFile(file);
    const picture = { path: file, widthPx: 800, heightPx: 600 };
    const key = async (change: Partial<Placement>, target = INKS) => {
      const placement = placed({ widthMm: 20, heightMm: 15, ...change });
      const cached = { cacheDir: path.join(folder, 'keys'), spillDir: '', target };
      return (await preparePlacement(picture, placement, cached)).key;
    };
    const keys = await Promise.all([
      key({}),
      key({ filter: 'warm' }),
      key({}, pictureTarget('press', 'gracol2006')),
      key({}, RGB),
      key({}, pictureTarget('digital', 'fogra39')),
      key({ source: { x: 0, y: 0, width: 0.5, height: 0.5 } }),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(await key({ isMirrored: true, quarterTurns: 2 })).toBe(keys[0]);
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
    const box = placed({ widthMm: 20, heightMm: 20 });
    await expect(preparePlacement(picture, box, options)).rejects.toThrow();
  });
});

describe('turned and mirrored by its owner, a prepared picture', { timeout: 30_000 }, () => {
  const turnedPicture = async (orientation: 1 | 6) => {
    const file = path.join(folder, `owner-${orientation}.jpg`);
    const upright = sharp(await quarters(800, 600));
    const stored = orientation === 6 ? upright.rotate(270) : upright;
    await stored.withMetadata({ orientation }).jpeg({ quality: 98 }).toFile(file);
    return { path: file, widthPx: 800, heightPx: 600 };
  };
  const left = { x: 0, y: 0, width: 0.5, height: 1 };

  // The upright quarters are red, green / blue, yellow. What lies to the left once they are turned, then mirrored:
  it.each([
    [0, false, ['red', 'red', 'blue', 'blue']],
    [0, true, ['green', 'green', 'yellow', 'yellow']],
    [1, false, ['blue', 'yellow', 'blue', 'yellow']],
    [1, true, ['red', 'green', 'red', 'green']],
    [2, false, ['green', 'green', 'yellow', 'yellow']],
    [3, false, ['red', 'green', 'red', 'green']],
    [3, true, ['blue', 'yellow', 'blue', 'yellow']],
  ] as const)(
    'holds what its source shows after %i turns (mirrored: %s), its pixels as they are stored',
    async (quarterTurns, isMirrored, wanted) => {
      for (const orientation of [1, 6] as const) {
        const placement = placed({
          source: left,
          quarterTurns,
          isMirrored,
          widthMm: 10,
          heightMm: 10,
        });
        const prepared = await preparePlacement(
          await turnedPicture(orientation),
          placement,
          options,
        );
        expect(prepared.orientation).toBe(orientation);
        expect(await corners(prepared)).toEqual(wanted);
      }
    },
  );

  it('has its resolution along the sides that it lies on', async () => {
    const file = path.join(folder, 'lying.jpg');
    await sharp(await quarters(3000, 2000))
      .jpeg()
      .toFile(file);
    const picture = { path: file, widthPx: 3000, heightPx: 2000 };
    const placement = placed({ quarterTurns: 1, widthMm: 84.666_667, heightMm: 127 });
    const { widthPx, heightPx } = await preparePlacement(picture, placement, options);
    expect([widthPx, heightPx]).toEqual([1500, 1000]);
  });

  it('reaches beyond its box at the same resolution when it is straightened', async () => {
    const file = path.join(folder, 'straightened.jpg');
    await sharp(await quarters(3000, 2000))
      .jpeg()
      .toFile(file);
    const picture = { path: file, widthPx: 3000, heightPx: 2000 };
    const placement = placed({
      spread: { x: 1.25, y: 1.25 },
      widthMm: 101.6,
      heightMm: 67.733_333,
    });
    const { widthPx, heightPx } = await preparePlacement(picture, placement, options);
    expect([widthPx, heightPx]).toEqual([1500, 1000]);
  });
});

describe('a filter', { timeout: 30_000 }, () => {
  /** Colours of every kind, each as a field that JPEG hardly touches. */
  const colours = [0, 40, 128, 215, 255].flatMap((r) =>
    [0, 90, 180, 255].flatMap((g) => [0, 128, 255].map((b) => [r, g, b] as const)),
  );
  const SIDE = 16;
  const hex = (rgb: readonly number[]) => `#${Buffer.from(rgb).toString('hex')}`;
  const fields = colours
    .map((rgb, x) => `<rect x="${x * SIDE}" width="${SIDE}" height="${SIDE}" fill="${hex(rgb)}"/>`)
    .join('');
  const width = colours.length * SIDE;

  const middles = async (image: Buffer) => {
    const data = await sharp(image).removeAlpha().raw().toBuffer();
    return colours.map((_, index) => {
      const at = ((SIDE / 2) * width + index * SIDE + SIDE / 2) * 3;
      return [...data.subarray(at, at + 3)];
    });
  };

  it.each(['black-white', 'warm', 'cool', 'faded'] as const)(
    'called %s gives the pixels that a screen shows, within 2 of 255',
    async (filter) => {
      const file = path.join(folder, `${filter}.png`);
      const svg = (inner: string) =>
        Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${SIDE}">${inner}</svg>`,
        );
      await sharp(svg(fields)).removeAlpha().png().toFile(file);
      const matrix = filterMatrix(filter) ?? [];
      const rows = matrix.map(([r, g, b, offset]) => `${r} ${g} ${b} 0 ${offset}`).join(' ');
      const screen = await sharp(
        svg(
          `<filter id="f" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feColorMatrix values="${rows} 0 0 0 1 0"/></filter><g filter="url(#f)">${fields}</g>`,
        ),
      )
        .png()
        .toBuffer();
      const picture = { path: file, widthPx: width, heightPx: SIDE };
      const placement = placed({ filter, widthMm: width / 10, heightMm: SIDE / 10 });
      const prepared = await preparePlacement(picture, placement, options);
      const printed = await middles(await bytesOf(prepared));
      const shown = await middles(screen);
      for (const [index, pixel] of printed.entries()) {
        for (const [channel, value] of pixel.entries()) {
          const difference = Math.abs(value - (shown[index]?.[channel] ?? Number.NaN));
          expect(difference, `${hex(colours[index] ?? [])} ${pixel} ${shown[index]}`).toBeLessThan(
            3,
          );
        }
      }
    },
  );

  it('keeps even a whole picture of the right resolution from passing through untouched', async () => {
    const file = path.join(folder, 'whole.jpg');
    await sharp(await quarters(1200, 900))
      .jpeg()
      .toFile(file);
    const picture = { path: file, widthPx: 1200, heightPx: 900 };
    const placement = placed({ filter: 'black-white', widthMm: 101.6, heightMm: 76.2 });
    const bytes = await bytesOf(await preparePlacement(picture, placement, options));
    const [red, green, blue] = (await sharp(bytes).stats()).channels.map(({ mean }) => mean);
    expect(Math.abs((red ?? 0) - (green ?? 0))).toBeLessThan(1);
    expect(Math.abs((red ?? 0) - (blue ?? 0))).toBeLessThan(1);
  });
});

describe('for the press, a prepared picture', { timeout: 30_000 }, () => {
  const press = { ...options, target: INKS };

  it.each(['colour', 'grey', 'transparent', 'Display P3'] as const)(
    'is in inks and says so, whatever it was (%s)',
    async (kind) => {
      const file = path.join(folder, `press-${kind}.${kind === 'transparent' ? 'png' : 'jpg'}`);
      const image = sharp(await quarters(600, 600));
      if (kind === 'grey') await image.greyscale().toColourspace('b-w').jpeg().toFile(file);
      else if (kind === 'Display P3') await image.withIccProfile('p3').jpeg().toFile(file);
      else if (kind === 'transparent') await image.ensureAlpha(0.5).png().toFile(file);
      else await image.jpeg().toFile(file);
      const picture = { path: file, widthPx: 600, heightPx: 600 };
      const prepared = await preparePlacement(
        picture,
        placed({ widthMm: 50.8, heightMm: 50.8 }),
        press,
      );
      expect(prepared).toMatchObject({ components: 4, colour: 'press' });
      const { space, channels, hasProfile } = await sharp(await bytesOf(prepared)).metadata();
      expect({ space, channels, hasProfile }).toEqual({
        space: 'cmyk',
        channels: 4,
        hasProfile: false,
      });
      const written = path.join(folder, `press-${kind}-out.jpg`);
      writeFileSync(written, await bytesOf(prepared));
      expect(await readJpegParts(written)).toMatchObject({ components: 4 });
    },
  );

  it('keeps 300 % of ink in dark areas, for all that JPEG rounds', async () => {
    const file = path.join(folder, 'dark.png');
    const glow = (x: number, y: number, colour: string) =>
      `<radialGradient id="g${x}"><stop stop-color="${colour}"/><stop offset="1" stop-color="#000"/></radialGradient><circle cx="${x}" cy="${y}" r="300" fill="url(#g${x})"/>`;
    const night = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><rect width="900" height="900"/>${glow(200, 300, '#30180c')}${glow(600, 250, '#0c1430')}${glow(450, 700, '#2a2a2a')}</svg>`;
    await sharp(Buffer.from(night)).removeAlpha().png().toFile(file);
    const picture = { path: file, widthPx: 900, heightPx: 900 };
    const prepared = await preparePlacement(
      picture,
      placed({ widthMm: 50.8, heightMm: 50.8 }),
      press,
    );
    const data = await sharp(await bytesOf(prepared))
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer();
    let most = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [c = 0, m = 0, y = 0, k = 0] = data.subarray(at, at + 4);
      most = Math.max(most, c + m + y + k);
    }
    expect(most / 255).toBeGreaterThan(2.6);
    expect(most / 255).toBeLessThanOrEqual(3);
  });
});

describe('taking a JPEG apart', () => {
  const partsOf = (bytes: Buffer) => {
    const file = path.join(folder, 'parts.jpg');
    writeFileSync(file, bytes);
    return readJpegParts(file);
  };
  const picture = async (side: number, options: JpegOptions = {}) =>
    sharp(await quarters(side, side))
      .jpeg(options)
      .toBuffer();

  it('keeps every byte of a picture without metadata, and what decodes to the same of any other', async () => {
    const plain = await picture(64);
    expect(await partsOf(plain)).toEqual({
      components: 3,
      ranges: [{ offset: 0, length: plain.length }],
      byteLength: plain.length,
    });
    const tagged = await sharp(plain)
      .keepMetadata()
      .withExif({ IFD0: { Artist: 'Me' } })
      .toBuffer();
    const { ranges = [] } = (await partsOf(tagged)) ?? {};
    const kept = ranges.map(({ offset, length }) => tagged.subarray(offset, offset + length));
    expect(ranges.length).toBeGreaterThan(1);
    const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
    expect((await pixels(Buffer.concat(kept))).equals(await pixels(tagged))).toBe(true);
  });

  it('drops what stands behind the end of the picture', async () => {
    const whole = await picture(64);
    const polyglot = Buffer.concat([whole, Buffer.from('<script>alert(1)</script>')]);
    expect((await partsOf(polyglot))?.byteLength).toBe(whole.length);
  });

  it('finds the end wherever it lies between two pieces that are read', async () => {
    const whole = await picture(64);
    // A comment of as many bytes as bring the end to the border of the first mebibyte.
    for (const beyond of [-1, 0, 1, 2]) {
      const missing = (1 << 20) + beyond - whole.length;
      const comments: Buffer[] = [];
      for (let left = missing; left > 0; ) {
        const length = left > 65_537 + 4 ? 65_537 : left;
        const comment = Buffer.alloc(length, 0x20);
        comment.writeUInt16BE(0xfffe, 0);
        comment.writeUInt16BE(length - 2, 2);
        comments.push(comment);
        left -= length;
      }
      const long = Buffer.concat([whole.subarray(0, 2), ...comments, whole.subarray(2)]);
      expect(long.length).toBe((1 << 20) + beyond);
      expect((await partsOf(long))?.byteLength).toBe(whole.length);
    }
  });

  it('gives nothing for what is progressive, cut off or no JPEG at all', async () => {
    expect(await partsOf(await picture(64, { progressive: true }))).toBeNull();
    const whole = await picture(64);
    for (let length = 0; length < whole.length; length += 7) {
      expect(await partsOf(whole.subarray(0, length))).toBeNull();
    }
    expect(await partsOf(Buffer.from('GIF89a'))).toBeNull();
  });
});
