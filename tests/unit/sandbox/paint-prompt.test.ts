import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { paintPrompt } from '@/lib/sandbox/fal/paint-prompt';
import { enlargedSize, enlargeImage, repaintImage } from '@/lib/sandbox/fal/repaint-image';

const SIZE = { widthPx: 200, heightPx: 150 };

const paint = (prompt: string, seed: number, photos: Buffer[] = [], isStyle = false) =>
  paintPrompt({
    prompt,
    seed,
    ...SIZE,
    subjects: photos.length > 0 ? [{ photos, scale: 1, isStyle }] : [],
  });

/** A face of simple shapes on a plain wall, drawn in a colour no scene has. */
async function portrait(coat: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="500"><rect width="400" height="500" fill="#9fb4c8"/><path d="M40 500Q60 330 200 330T360 500Z" fill="${coat}"/><ellipse cx="200" cy="190" rx="92" ry="120" fill="#d9a583"/><ellipse cx="165" cy="175" rx="12" ry="8" fill="#33221a"/><ellipse cx="235" cy="175" rx="12" ry="8" fill="#33221a"/><path d="M160 245Q200 275 240 245" stroke="#9a4a3c" stroke-width="10" fill="none"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

/** Brightness on a grid of 8 by 8, each against the mean: near pictures share most of the 64 bits. */
async function hashOf(picture: Buffer): Promise<boolean[]> {
  const { data } = await sharp(picture)
    .greyscale()
    .resize(8, 8, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  return [...data].map((value) => value > mean);
}

const bitsApart = (a: boolean[], b: boolean[]) => a.filter((bit, i) => bit !== b[i]).length;

async function meanOf(
  picture: Buffer,
  area?: { left: number; top: number; width: number; height: number },
): Promise<[number, number, number]> {
  const image = area ? sharp(await sharp(picture).extract(area).toBuffer()) : sharp(picture);
  return (await image.stats()).channels.map(({ mean }) => mean) as [number, number, number];
}

const difference = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] as number)), 0);

async function pixelsApart(a: Buffer, b: Buffer): Promise<number> {
  const [first, second] = await Promise.all([a, b].map((file) => sharp(file).raw().toBuffer()));
  const one = first as Buffer;
  const other = second as Buffer;
  return (
    one.reduce((sum, value, i) => sum + Math.abs(value - (other[i] as number)), 0) / one.length
  );
}

describe('a picture painted for a prompt', () => {
  let magenta: Buffer;
  beforeAll(async () => {
    magenta = await portrait('#d020c0');
  });

  it('is the same, byte for byte, for the same request', async () => {
    const request = ['a woman in a meadow, June, golden hour', 7, [magenta]] as const;
    const [first, again] = await Promise.all([
      paint(request[0], request[1], [...request[2]]),
      paint(request[0], request[1], [...request[2]]),
    ]);
    expect(first.equals(again)).toBe(true);
  });

  it('has the size that was asked, also when that is more than is painted at once', async () => {
    for (const [widthPx, heightPx] of [
      [161, 97],
      [64, 240],
      [1700, 1100],
    ] as const) {
      const picture = await paintPrompt({
        prompt: 'sea',
        seed: 1,
        widthPx,
        heightPx,
        subjects: [],
      });
      expect(await sharp(picture).metadata()).toMatchObject({
        width: widthPx,
        height: heightPx,
        format: 'jpeg',
      });
    }
  });

  it('differs from seed to seed', async () => {
    const hashes = await Promise.all(
      [1, 2, 3, 4].map(async (seed) => hashOf(await paint('mountains in May', seed))),
    );
    hashes.forEach((hash, i) => {
      for (const other of hashes.slice(i + 1)) expect(bitsApart(hash, other)).toBeGreaterThan(2);
    });
  });

  it('shows its month: no two months of a place look alike', async () => {
    const months = ['January', 'April', 'July', 'October'];
    const pictures = await Promise.all(months.map((month) => paint(`a forest in ${month}`, 5)));
    for (const [i, picture] of pictures.entries()) {
      for (const other of pictures.slice(i + 1)) {
        expect(await pixelsApart(picture, other)).toBeGreaterThan(15);
      }
    }
  });

  it('believes the season that is named, not the month of the northern half of the earth', async () => {
    const ground = { left: 0, top: 120, width: 200, height: 30 };
    const [north, south] = await Promise.all([
      paint('a meadow in winter, January', 3),
      paint('a meadow in summer, January', 3),
    ]);
    const [snow, grass] = await Promise.all([meanOf(north, ground), meanOf(south, ground)]);
    // Snow is bluer than ripe grass.
    expect(snow[2] - snow[0]).toBeGreaterThan(grass[2] - grass[0] + 20);
  });

  it('shows its place and its light', async () => {
    const [day, night, sea, room] = await Promise.all([
      paint('an old town street, July, noon', 4),
      paint('an old town street, July, night with stars', 4),
      paint('the sea, July', 4),
      paint('a kitchen window, July', 4),
    ]);
    const sum = (mean: readonly number[]) => mean.reduce((total, value) => total + value, 0);
    expect(sum(await meanOf(day))).toBeGreaterThan(sum(await meanOf(night)) + 90);
    expect(await pixelsApart(sea, room)).toBeGreaterThan(20);
  });

  it('works the subject in: another coat, another picture where the subject stands', async () => {
    const green = await portrait('#20d060');
    const prompt = 'a woman in the mountains, September';
    const [withMagenta, withGreen, empty] = await Promise.all([
      paint(prompt, 6, [magenta]),
      paint(prompt, 6, [green]),
      paint(prompt, 6),
    ]);
    expect(await pixelsApart(withMagenta, withGreen)).toBeGreaterThan(5);
    expect(await pixelsApart(withMagenta, empty)).toBeGreaterThan(8);
    const [magentaMean, greenMean] = await Promise.all([meanOf(withMagenta), meanOf(withGreen)]);
    expect(magentaMean[0]).toBeGreaterThan(greenMean[0] + 3);
    expect(greenMean[1]).toBeGreaterThan(magentaMean[1] + 3);
  });

  it('keeps the edges of the picture to the scene', async () => {
    const prompt = 'a woman in the mountains, September';
    const [withSubject, other] = await Promise.all([
      paint(prompt, 6, [magenta]),
      paint(prompt, 6, [await portrait('#20d060')]),
    ]);
    const corner = { left: 0, top: 0, width: 24, height: 24 };
    expect(difference(await meanOf(withSubject, corner), await meanOf(other, corner))).toBeLessThan(
      4,
    );
  });

  it('takes only the palette of a style', async () => {
    const red = await sharp({
      create: { width: 64, height: 64, channels: 3, background: '#c01818' },
    })
      .png()
      .toBuffer();
    const [plain, styled] = await Promise.all([
      paint('a lake in July', 9),
      paint('a lake in July', 9, [red], true),
    ]);
    const [before, after] = await Promise.all([meanOf(plain), meanOf(styled)]);
    expect(after[0] - after[2]).toBeGreaterThan(before[0] - before[2] + 30);
  });

  it('has no colour in film noir, and its own look in each medium', async () => {
    const media = [
      'film noir',
      'watercolour',
      'pop art',
      'pencil sketch',
      'oil painting',
      'mosaic',
    ];
    const pictures = await Promise.all(
      media.map((medium) => paint(`${medium} of a lake in October`, 2)),
    );
    const [r, g, b] = await meanOf(pictures[0] as Buffer);
    expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(12);
    for (const [i, picture] of pictures.entries()) {
      for (const other of pictures.slice(i + 1)) {
        expect(await pixelsApart(picture, other)).toBeGreaterThan(6);
      }
    }
  });

  it('paints something for any words, and survives photos of any shape', async () => {
    const sliver = await sharp({
      create: { width: 600, height: 20, channels: 4, background: '#80a0c080' },
    })
      .png()
      .toBuffer();
    for (const prompt of ['', 'ґанок 🌻', 'x'.repeat(1500), 'woman $& (a|b) [z-a] \\']) {
      const picture = await paint(prompt, 2 ** 31 + 5, [sliver]);
      expect(await sharp(picture).metadata()).toMatchObject({ width: 200, height: 150 });
    }
  });
});

describe('enlarging', () => {
  it('gives the factor asked, up to 64 megapixels', async () => {
    const small = await paint('sea', 1);
    expect(await sharp(await enlargeImage(small, 4)).metadata()).toMatchObject({
      width: 800,
      height: 600,
    });
    const limited = enlargedSize({ width: 3000, height: 2000 }, 8);
    expect(limited.width * limited.height).toBeLessThanOrEqual(64_000_000);
    expect(limited.width * limited.height).toBeGreaterThan(63_900_000);
    expect(limited.width / limited.height).toBeCloseTo(1.5, 3);
  });
});

describe('repainting', () => {
  it('changes the picture after the words, keeps its size, and repeats itself exactly', async () => {
    const photo = await paint('a meadow in June', 3);
    const [snowy, again, furnished, drawn] = await Promise.all([
      repaintImage(photo, 'the same place in winter, falling snow', 4),
      repaintImage(photo, 'the same place in winter, falling snow', 4),
      repaintImage(photo, 'furnish this empty living room with a sofa', 4),
      repaintImage(photo, 'turn it into a pencil sketch', 4),
    ]);
    expect(snowy.equals(again)).toBe(true);
    for (const picture of [snowy, furnished, drawn]) {
      expect(await sharp(picture).metadata()).toMatchObject({ width: 200, height: 150 });
      expect(await pixelsApart(photo, picture)).toBeGreaterThan(6);
    }
    expect(await pixelsApart(snowy, furnished)).toBeGreaterThan(6);
  });
});
