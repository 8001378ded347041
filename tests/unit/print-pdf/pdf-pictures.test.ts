import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { ImageOperation, Page } from '@/lib/print/operations';
import type { PaintPdfOptions } from '@/lib/print/paint-pdf';
import type { Orientation } from '@/lib/print/pdf/prepared-picture';
import { contents, cornersPicture, image, page, paint } from './paint-fixture';
import { HAS_PDF_TOOLS, run, useFolder } from './print-fixture';

const folder = useFolder();
const DOTS_PER_MM = 4;

/** The page as a raster without its bleed, and the colour names at places in millimetres. */
async function rastered(pages: Page[], change: Partial<PaintPdfOptions>) {
  const file = path.join(folder, 'page.pdf');
  writeFileSync(file, await paint(pages, change));
  const resolution = String(DOTS_PER_MM * 25.4);
  const raster = path.join(folder, 'page');
  run('pdftoppm', '-r', resolution, '-png', '-singlefile', file, raster);
  const { data, info } = await sharp(`${raster}.png`)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (xMm: number, yMm: number): string => {
    const column = Math.round((xMm + 3) * DOTS_PER_MM);
    const row = Math.round((yMm + 3) * DOTS_PER_MM);
    const at = (row * info.width + column) * 3;
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    const key = [red, green, blue].map((value) => (value > 128 ? 1 : 0)).join('');
    return { '100': 'red', '010': 'green', '001': 'blue', '111': 'white' }[key] ?? key;
  };
}

/** Colours of the four quarters of the box: upper left, upper right, lower left, lower right. */
async function quarters(operation: ImageOperation, orientation: Orientation) {
  const picture = await cornersPicture(folder, orientation);
  const colour = await rastered([page([operation])], { picture: () => Promise.resolve(picture) });
  const { xMm, yMm, widthMm, heightMm } = operation;
  return [0.25, 0.75].flatMap((down) =>
    [0.25, 0.75].map((across) => colour(xMm + across * widthMm, yMm + down * heightMm)),
  );
}

const UPRIGHT = ['red', 'green', 'blue', 'white'];
const ORIENTATIONS: Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

describe.skipIf(!HAS_PDF_TOOLS)('a picture in the print file', { timeout: 60_000 }, () => {
  it.each(ORIENTATIONS)('is upright when stored with orientation %i', async (orientation) => {
    expect(await quarters(image({}), orientation)).toEqual(UPRIGHT);
  });

  it.each([
    [0, false, UPRIGHT],
    [1, false, ['blue', 'red', 'white', 'green']],
    [2, false, ['white', 'blue', 'green', 'red']],
    [3, false, ['green', 'white', 'red', 'blue']],
    [0, true, ['green', 'red', 'white', 'blue']],
    [1, true, ['red', 'blue', 'green', 'white']],
  ] as const)(
    'is turned by %i quarters and then mirrored (%s), however it is stored',
    async (quarterTurns, isMirrored, wanted) => {
      const operation = image({ quarterTurns, isMirrored });
      for (const orientation of [1, 6, 7] as const) {
        expect(await quarters(operation, orientation)).toEqual(wanted);
      }
    },
  );

  it('is turned about the middle of its box when straightened, and cut to the box', async () => {
    const picture = await cornersPicture(folder, 1);
    const operation = image({ straightenDeg: 30, spread: { x: 1.2, y: 1.7 } });
    const colour = await rastered([page([operation])], { picture: () => Promise.resolve(picture) });
    const [middleX, middleY] = [40, 30];
    // Clockwise on paper: what was to the left of the middle is now above it.
    const at = (degrees: number) => {
      const radians = ((degrees + 30) * Math.PI) / 180;
      return colour(middleX + 10 * Math.cos(radians), middleY + 10 * Math.sin(radians));
    };
    expect([at(-135), at(-45), at(45), at(135)]).toEqual(['red', 'green', 'white', 'blue']);
    for (const [xMm, yMm] of [
      [9.5, 30],
      [70.5, 20],
      [40, 9.5],
      [30, 50.5],
    ] as const) {
      expect(colour(xMm, yMm)).toBe('white');
    }
    expect(colour(10.5, 30)).not.toBe('white');
  });

  it('has round corners where its box has', async () => {
    const picture = await cornersPicture(folder, 1);
    const operation = image({ widthMm: 40, heightMm: 40, radiusMm: 20 });
    const colour = await rastered([page([operation])], { picture: () => Promise.resolve(picture) });
    expect(colour(12, 12)).toBe('white');
    expect(colour(17, 17)).toBe('red');
    expect(colour(30, 10.6)).not.toBe('white');
  });

  it('keeps its colours as CMYK for the press, with the ink the right way round', async () => {
    const picture = await cornersPicture(folder, 1, 'press');
    const pages = [page([image({})])];
    const options = { edition: 'press' as const, picture: () => Promise.resolve(picture) };
    const colour = await rastered(pages, options);
    expect(colour(60, 40)).toBe('white');
    const file = path.join(folder, 'page.pdf');
    expect(run('pdfimages', '-list', file)).toMatch(/ cmyk +4 +8 +jpeg/);
  });

  it('may be grey in every edition, and is never sRGB for the press', async () => {
    const grey = await cornersPicture(folder, 1, 'grey');
    const srgb = await cornersPicture(folder, 1, 'srgb');
    const pages = [page([image({})])];
    for (const edition of ['press', 'proof', 'digital'] as const) {
      const pdf = await paint(pages, { edition, picture: () => Promise.resolve(grey) });
      expect(pdf.includes('/ColorSpace /DeviceGray')).toBe(true);
    }
    const wrong = paint(pages, { edition: 'press', picture: () => Promise.resolve(srgb) });
    await expect(wrong).rejects.toThrow('is for the screen');
  });
});

describe('a picture that is placed twice', () => {
  it('is in the file once', async () => {
    const picture = await cornersPicture(folder, 1);
    const pages = [page([image({}), image({ xMm: 30 })]), page([image({})], { index: 1 })];
    const pdf = await paint(pages, { picture: () => Promise.resolve(picture) });
    expect(pdf.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(1);
    expect(contents(pdf).join('\n').match(/ Do\n/g)).toHaveLength(3);
  });

  it('stops the file when its source is shorter than it said', async () => {
    const picture = await cornersPicture(folder, 1);
    const cut = { ...picture, byteLength: picture.byteLength + 1 };
    const pages = [page([image({})])];
    await expect(paint(pages, { picture: () => Promise.resolve(cut) })).rejects.toThrow(
      'Invariant broken',
    );
  });
});
