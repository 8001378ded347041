import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import {
  type CalendarDocument,
  CENTRED,
  FORMAT_IDS,
  LAYOUT_IDS,
  type PrintLanguage,
} from '@/lib/calendars/document';
import { isPoster } from '@/lib/calendars/page-plan';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import type { Page } from '@/lib/print/operations';
import { paintSvg } from '@/lib/print/paint-svg';
import { usualPressOf } from '@/lib/print/press';
import { BUILT_IN_THEME_IDS } from '@/lib/print/theme';
import { loadFontBook } from '@/lib/providers/fonts';
import { misplacedTexts, wordsOfPdf } from '../support/pdf-words';
import { type GreyRaster, structuralSimilarity } from '../support/structural-similarity';
import { PEOPLE, sampledChoices } from '../unit/print/print-fixtures';
import {
  HAS_PDF_TOOLS,
  pictureId,
  render,
  run,
  type TestPicture,
  testDocument,
  useFolder,
} from '../unit/print-pdf/print-fixture';

/** The longer side of a compared page: every format is looked at from as far away as shows all of it. */
const LONGER_SIDE_PX = 720;

/**
 * Both pages are drawn this much larger and averaged: renderers round the coverage of an edge their own way (one has 16
 * steps and a gamma of its own), and averaging leaves of that almost nothing.
 */
const OVERSAMPLING = 3;

const SIMILARITY_MIN = 0.985;
const PLACE_TOLERANCE_MM = 0.2;

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
  for (let index = 0; index < 8; index += 1) {
    pictures.set(pictureId(index), await paintGradient(index));
  }
});

type Look = Pick<CalendarDocument, 'formatId' | 'themeId' | 'layoutId' | 'language'>;

/** A cover, the year, a month of six weeks with all that a month may have, notes, and the back; or a poster. */
function visualDocument(look: Look): CalendarDocument {
  const document = testDocument({
    ...look,
    title: 'Наші дні & Our days',
    from: '2027-05' as CalendarDocument['from'],
    monthCount: isPoster(look.formatId) ? 12 : 1,
    holidaySets: [
      { country: 'UA', region: null },
      { country: 'DE', region: 'BY' },
    ],
  });
  const placed = (index: number, crop: Partial<typeof CENTRED> = {}) => ({
    pictureId: pictureId(index),
    crop: { ...CENTRED, ...crop },
    filter: 'none' as const,
  });
  const slots = (first: number) => [
    placed(first, { x: 0.3, y: 0.6, zoom: 1.4 }),
    placed(first + 1, { quarterTurns: 1 }),
    { ...placed(first + 2), filter: 'black-white' as const },
    placed(first + 3, { straightenDeg: 7 }),
    placed(first + 4, { isMirrored: true, zoom: 1.2, x: 0.2 }),
    placed(first),
  ];
  return {
    ...document,
    weekNumbers: 'iso',
    hasMoonPhases: true,
    hasNativeDigits: true,
    hasOverview: true,
    notesPages: 1,
    people: PEOPLE.slice(0, 3),
    dates: [
      {
        id: 'evd_1' as never,
        text: 'Olena',
        kind: 'birthday',
        icon: 'cake',
        colour: '#d9622b',
        picture: placed(7, { zoom: 1.3 }),
        personId: 'anna',
        when: { every: 'once', date: '2027-05-12' as never },
      },
    ],
    cover: { ...document.cover, slots: slots(0) },
    pages: document.pages.map((page, index) => ({
      ...page,
      caption: 'Влітку 2026 · “Fjord” in the evening',
      slots: slots((index + 1) % 3),
    })),
  };
}

type Size = { width: number; height: number };

/** About as large as `LONGER_SIDE_PX`, and so that both sides are as nearly whole pixels as can be. */
function sizeOf({ trim, bleedMm }: Page): Size {
  const [widthMm, heightMm] = [trim.widthMm + 2 * bleedMm, trim.heightMm + 2 * bleedMm];
  const sizes = Array.from({ length: 80 }, (_, step) => {
    const scale = (LONGER_SIDE_PX + step) / Math.max(widthMm, heightMm);
    const [width, height] = [Math.round(widthMm * scale), Math.round(heightMm * scale)];
    const error = Math.abs(width - widthMm * scale) + Math.abs(height - heightMm * scale);
    return { width, height, error };
  });
  const [best] = sizes.sort((one, other) => one.error - other.error);
  if (!best) throw new Error('There is no size');
  return { width: best.width, height: best.height };
}

async function rasterOfPdf(file: string, page: number, size: Size): Promise<GreyRaster> {
  const prefix = path.join(folder, `page-${page}`);
  const [width, height] = [size.width, size.height].map((side) => String(side * OVERSAMPLING));
  const scale = ['-scale-to-x', width ?? '', '-scale-to-y', height ?? ''];
  const only = ['-f', String(page), '-l', String(page), '-singlefile'];
  // Not by pdftoppm, which moves fine lines to whole pixels.
  run('pdftocairo', '-png', ...scale, ...only, file, prefix);
  return averaged(sharp(readFileSync(`${prefix}.png`)), size);
}

async function rasterOfSvg(svg: string, size: Size): Promise<GreyRaster> {
  const [width, height] = [size.width * OVERSAMPLING, size.height * OVERSAMPLING];
  const sized = svg.replace(
    '<svg ',
    `<svg width="${width}" height="${height}" preserveAspectRatio="none" `,
  );
  // In two steps: sharp would otherwise draw the SVG at its final size at once.
  const large = await sharp(Buffer.from(sized), { unlimited: true }).png().toBuffer();
  return averaged(sharp(large), size);
}

async function averaged(image: Sharp, { width, height }: Size): Promise<GreyRaster> {
  const data = await image
    .flatten({ background: '#ffffff' })
    .resize(width, height, { kernel: 'linear', fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
  return { data, width, height };
}

/** Each language in turn with its own script and direction. */
const LANGUAGES = ['uk', 'en', 'ja', 'ar', 'el', 'he', 'hi', 'zh', 'de', 'ko'] as const;

const cases = sampledChoices(54, {
  formatId: FORMAT_IDS,
  themeId: BUILT_IN_THEME_IDS,
  layoutId: LAYOUT_IDS,
  language: LANGUAGES satisfies readonly PrintLanguage[],
});

function pagesOf(document: CalendarDocument, watermark: string | null) {
  const fonts = loadFontBook();
  const hrefs = new Map(
    [...pictures].map(([id, { path: file }]) => [
      id,
      `data:image/jpeg;base64,${readFileSync(file).toString('base64')}`,
    ]),
  );
  const entries = dayEntriesOf(document);
  const press = usualPressOf(document.formatId);
  const pages = layoutCalendar({ document, entries, pictures, fonts, themes: [], press });
  return pages.map((page) => ({
    page,
    size: sizeOf(page),
    svg: paintSvg(page, {
      fonts,
      pictureHref: ({ pictureId: id }) => hrefs.get(id) ?? '',
      showBleed: true,
      watermark,
      idPrefix: 'g',
    }),
  }));
}

async function renderProof(document: CalendarDocument, name: string, watermark?: string) {
  const file = path.join(folder, name);
  const press = usualPressOf(document.formatId);
  await render(document, pictures, file, { press, ...(watermark ? { watermark } : {}) });
  return file;
}

describe.skipIf(!HAS_PDF_TOOLS)('what is seen is what is printed', () => {
  it('for every format, layout and theme at least three times', () => {
    for (const [values, of] of [
      [FORMAT_IDS, (look: Look) => look.formatId],
      [LAYOUT_IDS, (look: Look) => look.layoutId],
      [BUILT_IN_THEME_IDS, (look: Look) => look.themeId],
    ] as const) {
      for (const value of values) {
        expect(cases.filter((look) => of(look) === value).length).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it.each(cases.map((look, index) => ({ ...look, index })))(
    '$formatId $layoutId $themeId $language',
    async ({ index, ...look }) => {
      const document = visualDocument(look);
      const file = await renderProof(document, `visual-${index}.pdf`);
      const pages = pagesOf(document, null);
      const words = wordsOfPdf(file);
      expect(words).toHaveLength(pages.length);
      for (const [at, { page, svg, size }] of pages.entries()) {
        const what = `page ${at + 1} (${page.role})`;
        expect(misplacedTexts(page, words[at] ?? [], PLACE_TOLERANCE_MM), what).toEqual([]);
        // Pages beside cover, month and poster differ little from calendar to calendar: each is compared in every third.
        const isAlwaysCompared = ['cover', 'month', 'poster'].includes(page.role);
        if (!isAlwaysCompared && (index + at) % 3 !== 0) continue;
        const screen = await rasterOfSvg(svg, size);
        const print = await rasterOfPdf(file, at + 1, size);
        expect(structuralSimilarity(screen, print), what).toBeGreaterThanOrEqual(SIMILARITY_MIN);
      }
    },
  );

  it('with a watermark too', async () => {
    const document = visualDocument({
      formatId: 'wall-300-square',
      themeId: 'atelier',
      layoutId: 'photo-full',
      language: 'uk',
    });
    const file = await renderProof(document, 'watermark.pdf', 'PROOF · ЗРАЗОК');
    for (const [index, { svg, size }] of pagesOf(document, 'PROOF · ЗРАЗОК').entries()) {
      const screen = await rasterOfSvg(svg, size);
      const print = await rasterOfPdf(file, index + 1, size);
      expect(structuralSimilarity(screen, print)).toBeGreaterThanOrEqual(SIMILARITY_MIN);
    }
  });

  it('and a page that is shifted by half a millimetre would be noticed', async () => {
    const document = visualDocument({
      formatId: 'wall-a4-landscape',
      themeId: 'meridian',
      layoutId: 'photo-above',
      language: 'en',
    });
    const month = pagesOf(document, null).find(({ page }) => page.role === 'month');
    if (!month) throw new Error('There is no month');
    const screen = await rasterOfSvg(month.svg, month.size);
    const pixels = Math.round((0.5 * LONGER_SIDE_PX) / 303);
    const shifted = Buffer.concat([
      Buffer.alloc(pixels, 255),
      Buffer.from(screen.data).subarray(0, -pixels),
    ]);
    const similarity = structuralSimilarity(screen, { ...screen, data: shifted });
    expect(similarity).toBeLessThan(SIMILARITY_MIN);
    const moved = month.page.operations.map((each) =>
      each.kind === 'text' ? { ...each, xMm: each.xMm + 0.5 } : each,
    );
    const file = await renderProof(document, 'shifted.pdf');
    const words = wordsOfPdf(file)[month.page.index] ?? [];
    const misplaced = misplacedTexts(
      { ...month.page, operations: moved },
      words,
      PLACE_TOLERANCE_MM,
    );
    expect(misplaced.length).toBeGreaterThan(30);
  });
});
