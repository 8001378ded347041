import { readFileSync } from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import {
  type CalendarDocument,
  CENTRED,
  FORMAT_IDS,
  LAYOUT_IDS,
  THEME_IDS,
} from '@/lib/calendars/document';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import { paintSvg } from '@/lib/print/paint-svg';
import { loadFontBook } from '@/lib/providers/fonts';
import {
  HAS_PDF_TOOLS,
  pictureId,
  render,
  run,
  type TestPicture,
  testDocument,
  useFolder,
} from '../unit/print-pdf/print-fixture';

/** Every format is a whole number of millimetres, so both painters fill the same pixels. */
const PIXELS_PER_MM = 2;

/**
 * Both pages are drawn this much larger and averaged: renderers round the coverage of an edge their own way (one has 16
 * steps and a gamma of its own), and averaging leaves of that almost nothing.
 */
const OVERSAMPLING = 3;

/** Difference of one pixel, 0 to 1 as pixelmatch measures it, from which it counts. */
const PIXEL_THRESHOLD = 0.2;

/** Share of pixels that may differ. Measured: 0.0004 at most. A page that is half a millimetre off has 20 times more. */
const DIFFERING_MAX = 0.001;

const folder = useFolder();
const pictures = new Map<ReturnType<typeof pictureId>, TestPicture>();

/** Smooth, so that the way a renderer scales pictures does not matter, and different at every corner. */
async function paintGradient(index: number): Promise<TestPicture> {
  const [widthPx, heightPx] = index % 2 === 0 ? [1200, 900] : [900, 1200];
  const corners = Buffer.from(
    [
      [220, 60 + index * 9, 70],
      [60, 190, 90],
      [60, 90, 210 - index * 7],
      [235, 215, 120],
    ].flat(),
  );
  const file = path.join(folder, `gradient-${index}.jpg`);
  await sharp(corners, { raw: { width: 2, height: 2, channels: 3 } })
    .resize(widthPx, heightPx, { kernel: 'linear' })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toFile(file);
  return { path: file, widthPx, heightPx };
}

beforeAll(async () => {
  for (let index = 0; index < 4; index += 1) {
    pictures.set(pictureId(index), await paintGradient(index));
  }
});

/** A cover, a month of six weeks with captions, holidays and week numbers, and the back. */
function visualDocument(
  choices: Pick<CalendarDocument, 'formatId' | 'themeId' | 'layoutId' | 'language'>,
): CalendarDocument {
  const document = testDocument({
    ...choices,
    title: 'Наші дні & Our days',
    from: '2027-05' as CalendarDocument['from'],
    monthCount: 1,
    holidaySets: [
      { country: 'UA', region: null },
      { country: 'DE', region: 'BY' },
    ],
  });
  const slots = (first: number) => [
    { pictureId: pictureId(first), crop: { x: 0.3, y: 0.6, zoom: 1.4 } },
    { pictureId: pictureId(first + 1), crop: CENTRED },
  ];
  return {
    ...document,
    weekNumbers: 'iso',
    cover: { ...document.cover, slots: slots(0) },
    pages: document.pages.map((page, index) => ({
      ...page,
      caption: 'Влітку 2026 · “Fjord” in the evening',
      slots: slots(index + 1),
    })),
  };
}

type Raster = { data: Buffer; width: number; height: number };

async function rasterOfPdf(
  file: string,
  page: number,
  size: Omit<Raster, 'data'>,
): Promise<Raster> {
  const prefix = path.join(folder, `page-${page}`);
  const [width, height] = [size.width, size.height].map((side) => String(side * OVERSAMPLING));
  const scale = ['-scale-to-x', width ?? '', '-scale-to-y', height ?? ''];
  const only = ['-f', String(page), '-l', String(page), '-singlefile'];
  run('pdftoppm', '-png', ...scale, ...only, file, prefix);
  return raw(sharp(readFileSync(`${prefix}.png`)), size);
}

async function rasterOfSvg(svg: string, size: Omit<Raster, 'data'>): Promise<Raster> {
  const density = 72 * PIXELS_PER_MM * OVERSAMPLING;
  // In two steps: sharp would otherwise draw the SVG at its final size at once.
  const large = await sharp(Buffer.from(svg), { density, unlimited: true }).png().toBuffer();
  return raw(sharp(large), size);
}

async function raw(image: Sharp, size: Omit<Raster, 'data'>): Promise<Raster> {
  const { width, height } = await image.metadata();
  expect({ width, height }).toEqual({
    width: size.width * OVERSAMPLING,
    height: size.height * OVERSAMPLING,
  });
  const averaged = image
    .flatten({ background: '#ffffff' })
    .resize(size.width, size.height, { kernel: 'linear' });
  return { data: await averaged.ensureAlpha().raw().toBuffer(), ...size };
}

function differing(one: Raster, other: Raster): number {
  const { width, height } = one;
  const options = { threshold: PIXEL_THRESHOLD, includeAA: false };
  return pixelmatch(one.data, other.data, undefined, width, height, options) / (width * height);
}

const LANGUAGES = { atelier: 'uk', meridian: 'en', evening: 'ja' } as const;

const cases = FORMAT_IDS.flatMap((formatId) =>
  THEME_IDS.flatMap((themeId) =>
    LAYOUT_IDS.map((layoutId) => ({ formatId, themeId, layoutId, language: LANGUAGES[themeId] })),
  ),
);

async function pagesOf(document: CalendarDocument, watermark: string | null) {
  const fonts = loadFontBook();
  const hrefs = new Map(
    [...pictures].map(([id, { path: file }]) => [
      id,
      `data:image/jpeg;base64,${readFileSync(file).toString('base64')}`,
    ]),
  );
  const pages = layoutCalendar({ document, entries: dayEntriesOf(document), pictures, fonts });
  return pages.map((page) => ({
    size: {
      width: (page.trim.widthMm + 2 * page.bleedMm) * PIXELS_PER_MM,
      height: (page.trim.heightMm + 2 * page.bleedMm) * PIXELS_PER_MM,
    },
    svg: paintSvg(page, {
      fonts,
      pictureHref: ({ pictureId: id }) => hrefs.get(id) ?? '',
      showBleed: true,
      watermark,
      idPrefix: 'g',
    }),
  }));
}

describe.skipIf(!HAS_PDF_TOOLS)('what is seen is what is printed', () => {
  it.each(cases)('$formatId $themeId $layoutId', async (choices) => {
    const document = visualDocument(choices);
    const file = path.join(folder, 'visual.pdf');
    await render(document, pictures, file);
    for (const [index, { svg, size }] of (await pagesOf(document, null)).entries()) {
      const screen = await rasterOfSvg(svg, size);
      const print = await rasterOfPdf(file, index + 1, size);
      expect(differing(screen, print), `page ${index + 1}`).toBeLessThanOrEqual(DIFFERING_MAX);
    }
  });

  it('with a watermark too', async () => {
    const choices = {
      formatId: 'wall-300-square',
      themeId: 'atelier',
      layoutId: 'photo-full',
    } as const;
    const document = visualDocument({ ...choices, language: 'uk' });
    const file = path.join(folder, 'watermark.pdf');
    await render(document, pictures, file, { watermark: 'PROOF · ЗРАЗОК' });
    for (const [index, { svg, size }] of (await pagesOf(document, 'PROOF · ЗРАЗОК')).entries()) {
      const screen = await rasterOfSvg(svg, size);
      const print = await rasterOfPdf(file, index + 1, size);
      expect(differing(screen, print), `page ${index + 1}`).toBeLessThanOrEqual(DIFFERING_MAX);
    }
  });

  it('and a page that is shifted by half a millimetre would be noticed', async () => {
    const document = visualDocument({
      formatId: 'wall-a4-landscape',
      themeId: 'meridian',
      layoutId: 'photo-above',
      language: 'en',
    });
    const page = (await pagesOf(document, null))[1];
    if (!page) throw new Error('There is no second page');
    const screen = await rasterOfSvg(page.svg, page.size);
    const pixel = Buffer.from([255, 255, 255, 255]);
    const shifted = Buffer.concat([pixel, screen.data.subarray(0, -pixel.length)]);
    expect(differing(screen, { ...screen, data: shifted })).toBeGreaterThan(DIFFERING_MAX * 5);
  });
});
