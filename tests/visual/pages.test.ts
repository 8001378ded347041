import { readFileSync } from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
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
const PIXELS_PER_MM = 4;

/** Difference of one pixel in the colour space of pixelmatch, 0 to 1, from which it counts. */
const PIXEL_THRESHOLD = 0.2;

/**
 * Share of pixels that may differ although they are not on an edge. Two renderers place their anti-aliasing a quarter
 * of a pixel apart; a letter shifted by one pixel, a missing line or a picture in the wrong place is several times more.
 */
const DIFFERING_MAX = 0.0015;

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

/** A cover, a month with much in it, one with six weeks and captions, and the back. */
function visualDocument(
  choices: Pick<CalendarDocument, 'formatId' | 'themeId' | 'layoutId' | 'language'>,
): CalendarDocument {
  const document = testDocument({
    ...choices,
    title: 'Наші дні & Our days',
    from: '2027-04' as CalendarDocument['from'],
    monthCount: 2,
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
  const scale = ['-scale-to-x', String(size.width), '-scale-to-y', String(size.height)];
  const only = ['-f', String(page), '-l', String(page), '-singlefile'];
  run('pdftoppm', '-png', ...scale, ...only, file, prefix);
  return raw(sharp(readFileSync(`${prefix}.png`)), size);
}

async function rasterOfSvg(svg: string, size: Omit<Raster, 'data'>): Promise<Raster> {
  const image = sharp(Buffer.from(svg), { density: 72 * PIXELS_PER_MM, unlimited: true });
  return raw(image.flatten({ background: '#ffffff' }), size);
}

async function raw(image: sharp.Sharp, size: Omit<Raster, 'data'>): Promise<Raster> {
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  expect({ width: info.width, height: info.height }).toEqual(size);
  return { data, ...size };
}

function differing(one: Raster, other: Raster, diff?: Buffer): number {
  const { width, height } = one;
  const options = { threshold: PIXEL_THRESHOLD, includeAA: false };
  return pixelmatch(one.data, other.data, diff, width, height, options) / (width * height);
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
    const shifted = await sharp(screen.data, { raw: { ...page.size, channels: 4 } })
      .extend({ left: 2, background: '#ffffff' })
      .extract({ left: 0, top: 0, ...page.size })
      .raw()
      .toBuffer();
    expect(differing(screen, { ...screen, data: shifted })).toBeGreaterThan(DIFFERING_MAX * 3);
  });
});
