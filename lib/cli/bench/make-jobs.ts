import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { composeDocument } from '@/lib/calendars/compose-document';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import {
  type CalendarDocument,
  CENTRED,
  emptyPage,
  YearMonthSchema,
} from '@/lib/calendars/document';
import type { Id } from '@/lib/core/ids';
import { type PictureFile, pictureTarget, planPlacement } from '@/lib/pictures/prepare-placement';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import type { Page } from '@/lib/print/operations';
import { shapesOf } from '@/lib/print/paint-fonts';
import { type Edition, pressOf } from '@/lib/print/press';
import { loadFontBook } from '@/lib/providers/fonts';
import type { BenchJob } from './bench-job';
import { cutPhoto } from './make-photos';

/** 300 mm of A3 at this resolution are within what is passed through untouched. */
const PASS_THROUGH_DPI = 390;

const MONTH_COUNT = 12;
const PRESS = pressOf('europe');

/** The photos of a bench as pictures of a calendar. */
export type BenchPictures = ReadonlyMap<Id<'picture'>, PictureFile>;

export async function measured(photos: readonly string[]): Promise<BenchPictures> {
  const pictures = new Map<Id<'picture'>, PictureFile>();
  for (const [index, file] of photos.entries()) {
    const { autoOrient } = await sharp(file).metadata();
    const id: Id<'picture'> = `pic_bench${String(index).padStart(4, '0')}`;
    pictures.set(id, { path: file, widthPx: autoOrient.width, heightPx: autoOrient.height });
  }
  return pictures;
}

/** A cover, twelve months and a back in A3 with these photos. */
export function makeJob(
  folder: string,
  pictures: BenchPictures,
  edition: Edition,
): Promise<BenchJob> {
  return finishedJob(
    folder,
    laidOut(pictures, benchDocument([...pictures.keys()])),
    pictures,
    edition,
  );
}

/** Twice as many pages; the second half has the same photos on other pages, so that none is prepared alike. */
export function makeLongJob(
  folder: string,
  pictures: BenchPictures,
  edition: Edition,
): Promise<BenchJob> {
  const [first, ...others] = [...pictures.keys()];
  if (!first) throw new Error('There are no photos');
  const half = laidOut(pictures, benchDocument([first, ...others]));
  const other = laidOut(pictures, benchDocument([...others, first]));
  const pages = [...half, ...other.map((page) => ({ ...page, index: page.index + half.length }))];
  return finishedJob(folder, pages, pictures, edition);
}

/** The same calendar after its owner has moved the photo of one month a little. */
export function makeMovedJob(
  folder: string,
  pictures: BenchPictures,
  edition: Edition,
): Promise<BenchJob> {
  const document = benchDocument([...pictures.keys()]);
  const pages = document.pages.map((page, index) => ({
    ...page,
    slots: page.slots.map((slot) =>
      slot && index === 4 ? { ...slot, crop: { ...slot.crop, zoom: 1.2 } } : slot,
    ),
  }));
  return finishedJob(folder, laidOut(pictures, { ...document, pages }), pictures, edition);
}

function laidOut(pictures: BenchPictures, document: CalendarDocument): Page[] {
  return layoutCalendar({
    document,
    entries: dayEntriesOf(document),
    pictures,
    fonts: loadFontBook(),
    themes: [],
    press: PRESS,
  });
}

/** The same pages with each photo cut to its box before, so that nobody has to decode one. */
export async function makePassThroughJob(job: BenchJob, folder: string): Promise<BenchJob> {
  mkdirSync(folder, { recursive: true });
  const files = new Map(job.pictures);
  const pictures = new Map<Id<'picture'>, PictureFile>();
  const pages: Page[] = [];
  for (const page of job.pages) {
    const operations: Page['operations'] = [];
    for (const operation of page.operations) {
      if (operation.kind !== 'image') {
        operations.push(operation);
        continue;
      }
      const id: Id<'picture'> = `pic_cut${String(page.index).padStart(6, '0')}`;
      const file = path.join(folder, `${id}.jpg`);
      const source = files.get(operation.pictureId)?.path ?? '';
      // Phones store upright photographs on their side.
      await cutPhoto(source, operation, PASS_THROUGH_DPI, file, page.index % 6 === 5);
      const { autoOrient } = await sharp(file).metadata();
      pictures.set(id, { path: file, widthPx: autoOrient.width, heightPx: autoOrient.height });
      const whole = { x: 0, y: 0, width: 1, height: 1 };
      operations.push({ ...operation, pictureId: id, source: whole });
    }
    pages.push({ ...page, operations });
  }
  return finishedJob(folder, pages, pictures, job.edition);
}

function benchDocument(ids: readonly Id<'picture'>[]): CalendarDocument {
  const document = composeDocument({
    title: 'Наш рік',
    formatId: 'wall-a3-portrait',
    from: YearMonthSchema.parse('2027-01'),
    monthCount: MONTH_COUNT,
    language: 'uk',
    firstWeekday: 1,
    holidaySets: [{ country: 'UA', region: null }],
    themeId: 'atelier',
    layoutId: 'photo-above',
  });
  const slot = (index: number) => {
    const pictureId = ids[index % ids.length];
    if (!pictureId) throw new Error('There are no photos');
    return [{ pictureId, crop: CENTRED, filter: 'none' as const }, ...emptyPage().slots.slice(1)];
  };
  return {
    ...document,
    cover: { ...document.cover, slots: slot(0) },
    pages: document.pages.map((page, index) => ({ ...page, slots: slot(index + 1) })),
  };
}

async function finishedJob(
  folder: string,
  pages: Page[],
  pictures: BenchPictures,
  edition: Edition,
): Promise<BenchJob> {
  mkdirSync(folder, { recursive: true });
  const { dpi, profile } = pictureTarget(edition, PRESS.condition);
  const operations = pages.flatMap((page) => page.operations);
  const fontIds = operations.flatMap((one) => (one.kind === 'text' ? [one.font] : []));
  const fontFiles = [...new Set(fontIds)].map((fontId): [string, string] => {
    return [fontId, fontFile(fontId)];
  });
  const placements: BenchJob['placements'] = [];
  for (const operation of operations) {
    if (operation.kind !== 'image') continue;
    const picture = pictures.get(operation.pictureId);
    if (!picture) throw new Error('A placed photo is missing');
    const { crop, size } = await planPlacement(picture, operation, dpi);
    placements.push({
      file: picture.path,
      crop,
      size: { width: size.widthPx, height: size.heightPx },
    });
  }
  return {
    folder,
    out: path.join(folder, 'out.pdf'),
    edition,
    profilePath: profile?.path ?? null,
    pages,
    shapes: shapesOf(
      operations.filter((operation) => operation.kind === 'text'),
      loadFontBook(),
    ),
    pictures: [...pictures],
    fontFiles,
    placements,
  };
}

const FONTS = 'node_modules/@expo-google-fonts';

/** The file behind "eb-garamond/500" or "eb-garamond/400-italic": the other ways to make a PDF read it themselves. */
function fontFile(fontId: string): string {
  const [family = '', style = ''] = fontId.split('/');
  const weight = style.slice(0, 3);
  const isItalic = style.endsWith('-italic');
  const folder = readdirSync(path.join(FONTS, family)).find(
    (name) => name.startsWith(weight) && name.endsWith('_Italic') === isItalic,
  );
  const file = readdirSync(path.join(FONTS, family, folder ?? '')).find((name) =>
    name.endsWith('.ttf'),
  );
  if (!folder || !file) throw new Error(`The font file of ${fontId} was not found`);
  return path.resolve(FONTS, family, folder, file);
}
