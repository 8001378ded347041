import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DayEntry } from '@/lib/calendar-days/day-entry';
import type { Id } from '@/lib/core/ids';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import { rangeWords } from '@/lib/print/page-words';
import { type Preflight, preflightDocument, withFileFindings } from '@/lib/print/preflight';
import type { Watermark } from '@/lib/print/print-input';
import { loadFontBook } from '@/lib/providers/fonts';
import type { CalendarDocument } from './document';
import { startRenderProcess } from './run-render-process';

export type RenderPrintFileInput = {
  document: CalendarDocument;
  /** As `dayEntriesOf` makes them, or as they were frozen. */
  entries: readonly DayEntry[];
  /** The print master of every placed picture. Sides are upright; files may be stored turned, with an EXIF tag. */
  pictures: ReadonlyMap<
    Id<'picture'>,
    { path: string; widthPx: number; heightPx: number; sha256?: string }
  >;
  /** Replaced when all is well, untouched when not. */
  out: string;
  /** Written across every page of a proof; null for the press. */
  watermark: Watermark;
  /** Crop marks outside the bleed. */
  marks: boolean;
  /** Keeps prepared pictures between runs, so that a second file of the same calendar is little more than a copy. */
  cacheDir: string | null;
  onProgress?: (pagesDone: number, pageCount: number) => void;
  timeoutMs?: number;
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
  const { document, entries, pictures, out } = input;
  // Started first: it loads its libraries while the pages are laid out here.
  const child = startRenderProcess(input);
  const unfinishedPath = `${out}.${child.pid}.part`;
  const spillDir = `${out}.${child.pid}.pictures`;
  try {
    const printInput = { document, entries, pictures, fonts: loadFontBook() };
    const pages = layoutCalendar(printInput);
    const report = preflightDocument(pages, printInput);
    await mkdir(path.dirname(out), { recursive: true });
    const done = await child.render({
      pages,
      pictures: [...pictures],
      language: document.language,
      title: fileTitle(document),
      watermark: input.watermark,
      marks: input.marks,
      unfinishedPath,
      cacheDir: input.cacheDir,
      spillDir,
    });
    await rename(unfinishedPath, out);
    const preflight = withFileFindings(report, done.findings);
    const { sha256, bytes, peakMemoryBytes } = done;
    return { sha256, bytes, pageCount: pages.length, preflight, peakMemoryBytes };
  } finally {
    child.stop();
    await rm(unfinishedPath, { force: true });
    await rm(spillDir, { recursive: true, force: true });
  }
}

/** What a reader shows as the file's name: the title with its months, so that two years are never confused. */
function fileTitle({ title, from, monthCount, language }: CalendarDocument): string {
  const range = rangeWords(from, monthCount, language);
  return title.trim() === '' ? range : `${title.trim()} · ${range}`;
}
