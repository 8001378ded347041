import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DayEntry } from '@/lib/calendar-days/day-entry';
import type { Id } from '@/lib/core/ids';
import type { PlainDate } from '@/lib/core/plain-date';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import { rangeWords } from '@/lib/print/page-words';
import { shapesOf } from '@/lib/print/paint-fonts';
import { type Preflight, preflightDocument, withFileReport } from '@/lib/print/preflight';
import type { Edition, PressProfile } from '@/lib/print/press';
import type { MeasuredPicture, Watermark } from '@/lib/print/print-input';
import type { Theme } from '@/lib/print/theme';
import { layoutWatermark } from '@/lib/print/watermark';
import { loadFontBook } from '@/lib/providers/fonts';
import type { CalendarDocument } from './document';
import { startRenderProcess } from './run-render-process';

export type RenderPrintFileInput = {
  document: CalendarDocument;
  /** As `dayEntriesOf` makes them, or as they were frozen. */
  entries: readonly DayEntry[];
  /** The print master of every placed picture. Sides are upright; files may be stored turned, with an EXIF tag. */
  pictures: ReadonlyMap<Id<'picture'>, MeasuredPicture & { path: string; sha256?: string }>;
  /** A model made some of them: the file says so. */
  hasAiPictures?: boolean;
  /** Themes that staff made, as they are or as they were frozen. */
  themes: readonly Theme[];
  edition: Edition;
  /** Decides the bleed, and in the press edition marks and inks. */
  press: PressProfile;
  /** Replaced when all is well, untouched when not. */
  out: string;
  /** Written across every page of a proof; null for the press. */
  watermark: Watermark;
  /** Keeps prepared pictures between runs, so that a second file of the same calendar is little more than a copy. */
  cacheDir: string | null;
  onProgress?: (pagesDone: number, pageCount: number) => void;
  timeoutMs?: number;
  /** To tell in the report that a calendar is over; the file does not depend on it. */
  today?: PlainDate;
};

export type PrintFile = {
  sha256: string;
  bytes: number;
  pageCount: number;
  preflight: Preflight;
  /** Of the render process. */
  peakMemoryBytes: number;
};

/**
 * Makes the print file of a calendar and checks it. Layout and checks of the document happen here, pixels and bytes in
 * a process of their own. The file appears under its name only when it is whole; whatever dies in between, no half file
 * stays under it. The same input gives the same bytes.
 * @throws DomainError "print.asset_missing" when a picture cannot be read, its cause a RenderFailure with the picture
 * @throws RenderFailure when the process hangs, dies or fails otherwise
 */
export async function renderPrintFile(input: RenderPrintFileInput): Promise<PrintFile> {
  const { document, entries, pictures, themes, edition, press, out } = input;
  // Started first: it loads its libraries while the pages are laid out here.
  const child = startRenderProcess(input);
  const unfinishedPath = `${out}.${child.pid}.part`;
  const spillDir = `${out}.${child.pid}.pictures`;
  try {
    const fonts = loadFontBook();
    const printInput = { document, entries, pictures, fonts, themes, press };
    const pages = layoutCalendar(printInput);
    const runs = pages
      .flatMap(({ operations }) => operations)
      .filter((operation) => operation.kind === 'text');
    const watermarks =
      input.watermark === null
        ? null
        : pages.map((page) => layoutWatermark(page, input.watermark ?? '', fonts));
    const report = preflightDocument(pages, printInput, input.today ?? null);
    await mkdir(path.dirname(out), { recursive: true });
    const done = await child.render({
      pages,
      pictures: [...pictures].map(([id, picture]) => [id, masterOf(picture)]),
      language: document.language,
      title: fileTitle(document),
      hasAiPictures: input.hasAiPictures ?? false,
      shapes: shapesOf([...runs, ...(watermarks ?? []).flat()], fonts),
      watermarks,
      edition,
      press,
      unfinishedPath,
      cacheDir: input.cacheDir,
      spillDir,
    });
    await rename(unfinishedPath, out);
    const preflight = withFileReport(report, done.report);
    const { sha256, bytes, peakMemoryBytes } = done;
    return { sha256, bytes, pageCount: pages.length, preflight, peakMemoryBytes };
  } finally {
    child.stop();
    await rm(unfinishedPath, { force: true });
    await rm(spillDir, { recursive: true, force: true });
  }
}

/** What the render process must know of a picture: what was seen in it has done its work in the layout. */
function masterOf(picture: { path: string; widthPx: number; heightPx: number; sha256?: string }) {
  const { sha256, widthPx, heightPx } = picture;
  return { path: picture.path, widthPx, heightPx, ...(sha256 === undefined ? {} : { sha256 }) };
}

/** What a reader shows as the file's name: the title with its months, so that two years are never confused. */
function fileTitle({ title, from, monthCount, language }: CalendarDocument): string {
  const range = rangeWords(from, monthCount, language);
  return title.trim() === '' ? range : `${title.trim()} · ${range}`;
}
