import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll } from 'vitest';
import { composeDocument } from '@/lib/calendars/compose-document';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import { type CalendarDocument, CENTRED, YearMonthSchema } from '@/lib/calendars/document';
import { type PrintFile, renderPrintFile } from '@/lib/calendars/render-print-file';
import type { Id } from '@/lib/core/ids';
import { type Edition, type PressProfile, pressOf } from '@/lib/print/press';

const areInstalled = (tools: readonly string[]) =>
  tools.every((tool) => spawnSync(tool, ['--version']).error === undefined);

/** True when the tools of poppler and qpdf are installed; `npm run check` sees to it where it can. */
export const HAS_PDF_TOOLS = areInstalled([
  'pdftotext',
  'pdftoppm',
  'pdfinfo',
  'pdffonts',
  'pdfimages',
  'qpdf',
]);

export const HAS_GHOSTSCRIPT = areInstalled(['gs']);

export function run(tool: string, ...args: string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A folder of this test file's own, removed at its end. */
export function useFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'twelvefold-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type TestPicture = { path: string; widthPx: number; heightPx: number };

/** A picture of its own colour with something in it that is neither flat nor symmetric. */
export async function paintPicture(
  folder: string,
  index: number,
  size: { widthPx: number; heightPx: number },
): Promise<TestPicture> {
  const hue = (index * 47) % 360;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20" preserveAspectRatio="none" width="${size.widthPx}" height="${size.heightPx}"><rect width="30" height="20" fill="hsl(${hue} 55% 60%)"/><circle cx="9" cy="6" r="4" fill="hsl(${(hue + 140) % 360} 60% 40%)"/><path d="M0 20 L14 9 L30 20Z" fill="hsl(${(hue + 60) % 360} 40% 35%)"/></svg>`;
  const file = path.join(folder, `picture-${index}.jpg`);
  await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toFile(file);
  return { path: file, ...size };
}

export function pictureId(index: number): Id<'picture'> {
  return `pic_test${String(index).padStart(4, '0')}`;
}

export function testDocument(
  choices: Partial<Parameters<typeof composeDocument>[0]> = {},
): CalendarDocument {
  const document = composeDocument({
    title: 'Mum & Dad',
    formatId: 'wall-a4-landscape',
    from: YearMonthSchema.parse('2027-01'),
    monthCount: 12,
    language: 'en',
    firstWeekday: 1,
    holidaySets: [],
    themeId: 'atelier',
    layoutId: 'photo-above',
    ...choices,
  });
  const slots = (index: number) =>
    [0, 1, 2, 3, 4, 5].map((slot) => ({
      pictureId: pictureId(index + slot),
      crop: CENTRED,
      filter: 'none' as const,
    }));
  return {
    ...document,
    cover: { ...document.cover, slots: slots(0) },
    pages: document.pages.map((page, index) => ({ ...page, slots: slots(index) })),
  };
}

/** Pictures enough for every slot of `testDocument`. */
export async function paintPictures(
  folder: string,
  size = { widthPx: 1600, heightPx: 1200 },
): Promise<Map<Id<'picture'>, TestPicture>> {
  const pictures = new Map<Id<'picture'>, TestPicture>();
  for (let index = 0; index < 19; index += 1) {
    pictures.set(pictureId(index), await paintPicture(folder, index, size));
  }
  return pictures;
}

export function render(
  document: CalendarDocument,
  pictures: ReadonlyMap<Id<'picture'>, TestPicture>,
  out: string,
  options: { edition?: Edition; press?: PressProfile; watermark?: string; cacheDir?: string } = {},
): Promise<PrintFile> {
  const {
    edition = 'proof',
    press = pressOf('europe'),
    watermark = null,
    cacheDir = null,
  } = options;
  const entries = dayEntriesOf(document);
  return renderPrintFile({
    document,
    entries,
    pictures,
    themes: [],
    edition,
    press,
    out,
    watermark,
    cacheDir,
  });
}
