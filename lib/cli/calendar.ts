import { access, constants, mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createTranslator } from 'next-intl';
import { autofill } from '@/lib/calendars/autofill';
import { composeDocument } from '@/lib/calendars/compose-document';
import type { ImportProblemCode } from '@/lib/calendars/dates-file/import-problems';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import {
  type CalendarDocument,
  CalendarDocumentSchema,
  DATES_MAX,
  type OwnDate,
} from '@/lib/calendars/document';
import { DATES_FILE_BYTES_MAX, importDates } from '@/lib/calendars/import-dates';
import { type PrintFile, renderPrintFile } from '@/lib/calendars/render-print-file';
import { RenderFailure } from '@/lib/calendars/run-render-process';
import { DomainError } from '@/lib/core/errors';
import { addMonths } from '@/lib/core/plain-date';
import { loadMessages } from '@/lib/i18n/load-messages';
import type { PreflightFinding } from '@/lib/print/preflight';
import { usualPressOf } from '@/lib/print/press';
import {
  type CalendarArguments,
  monthsInWords,
  readArguments,
  USAGE,
  UsageFailure,
} from './calendar/arguments';
import { type Photo, readPhotos, type SkippedFile } from './calendar/read-photos';
import { PlainFailure, runProgram, say } from './say';

/** The command line is wrong; everything else that fails ends with 1. */
const EXIT_USAGE = 2;

const DATE_PROBLEMS: Record<ImportProblemCode, string> = {
  too_large: 'the file is larger than 1 MB',
  too_many: `only the first ${DATES_MAX} dates are taken`,
  not_utf8: 'the file is not text in UTF-8',
  unreadable: 'this cannot be read',
  bad_date: 'this is not a date',
  ambiguous_date: 'day and month can be confused; write 2027-12-31 or 31.12.2027',
  no_text: 'the date has no text',
  text_shortened: 'the text is too long and was shortened',
  unsupported_rule: 'this repetition cannot be printed',
  several_days: 'only the first of several days is taken',
};

/** The main job without browser and database: a folder of photos becomes a print PDF. */
await runProgram(async () => {
  const startedAtMs = performance.now();
  let given: CalendarArguments | null;
  try {
    given = readArguments(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageFailure)) throw error;
    say(error.message);
    process.exit(EXIT_USAGE);
  }
  if (given === null) {
    say(USAGE);
    return;
  }
  const out = await openOut(given.out);
  const dates = await readDates(given);
  const { photos, skipped } = await readPhotos(given.photosDir);
  for (const { file, reason } of skipped) say(`Left out: ${file}: ${reason}.`);
  const empty = documentOf(given, dates);
  say(
    `${photos.length} photos, ${monthsInWords(given.from, addMonths(given.from, given.monthCount - 1))}`,
  );
  const { file, document, unreadable } = await render(given, empty, photos, out);
  for (const { rule, params, pageIndex } of file.preflight.findings) {
    say(`${pageIndex === null ? 'Calendar' : `Page ${pageIndex + 1}`}: ${sentence(rule, params)}`);
  }
  process.stdout.write(
    `${JSON.stringify({
      pages: file.pageCount,
      bytes: file.bytes,
      ms: Math.round(performance.now() - startedAtMs),
      sha256: file.sha256,
      out,
      from: document.from,
      months: document.monthCount,
      photos: photos.length - unreadable.length,
      skipped: [...skipped, ...unreadable],
      preflight: file.preflight,
    })}\n`,
  );
});

/** Finds out before the work whether its result can be written. */
async function openOut(out: string): Promise<string> {
  const file = path.resolve(out);
  const folder = path.dirname(file);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOTDIR' || code === 'EEXIST' ? 'part of it is a file' : String(code);
    throw new PlainFailure(`Cannot write to ${folder} (${why}). Choose another --out.`);
  }
  if ((await stat(file).catch(() => null))?.isDirectory()) {
    throw new PlainFailure(`${file} is a folder. Give --out the name of a file.`);
  }
  return file;
}

async function readDates({ datesFiles, from }: CalendarArguments): Promise<OwnDate[]> {
  const dates: OwnDate[] = [];
  for (const file of datesFiles) {
    const facts = await stat(file).catch(() => null);
    if (!facts?.isFile()) throw new PlainFailure(`--dates: the file ${file} does not exist.`);
    if (facts.size > DATES_FILE_BYTES_MAX) {
      throw new PlainFailure(`--dates: ${file} is larger than 1 MB and cannot be a list of dates.`);
    }
    const found = importDates(await readFile(file), { from });
    for (const { line, reason, text } of found.problems) {
      const where = line > 0 ? `${file}, line ${line}` : file;
      say(`${where}: ${DATE_PROBLEMS[reason]}${text ? ` (${text})` : ''}.`);
    }
    if (found.dates.length === 0) {
      throw new PlainFailure(`--dates: no date was found in ${file}.`);
    }
    dates.push(...found.dates);
  }
  if (dates.length > DATES_MAX) {
    throw new PlainFailure(`There are ${dates.length} dates; a calendar takes ${DATES_MAX}.`);
  }
  return dates;
}

function documentOf(given: CalendarArguments, dates: OwnDate[]): CalendarDocument {
  const { subtitle, weekNumbers } = given;
  const result = CalendarDocumentSchema.safeParse({
    ...composeDocument(given),
    subtitle,
    weekNumbers,
    dates,
  });
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`);
  throw new PlainFailure(`This calendar cannot be made (${fields.join('; ')}).`);
}

/** Photos that only decoding shows to be damaged are left out, and their places given to others. */
async function render(
  given: CalendarArguments,
  empty: CalendarDocument,
  photos: readonly Photo[],
  out: string,
): Promise<{ file: PrintFile; document: CalendarDocument; unreadable: SkippedFile[] }> {
  const unreadable: SkippedFile[] = [];
  let usable = photos;
  while (true) {
    if (usable.length === 0) {
      throw new PlainFailure(
        `There is no usable photo in ${given.photosDir}. Put JPEG, PNG or WebP files there.`,
      );
    }
    const document = autofill({ pictures: usable, document: empty });
    try {
      const file = await renderPrintFile({
        document,
        entries: dayEntriesOf(document),
        pictures: new Map(usable.map((photo) => [photo.id, photo])),
        out,
        watermark: given.watermark,
        themes: [],
        edition: given.edition,
        press: given.press ?? usualPressOf(document.formatId),
        cacheDir: given.cacheDir,
        onProgress: (pagesDone, pageCount) => say(`Page ${pagesDone} of ${pageCount}`),
      });
      return { file, document, unreadable };
    } catch (error) {
      const broken = photoOf(error, usable);
      if (!broken) throw asSentence(error);
      say(`Left out: ${broken.name}: it is damaged.`);
      unreadable.push({ file: broken.name, reason: 'it is damaged' });
      usable = usable.filter((photo) => photo !== broken);
    }
  }
}

function photoOf(error: unknown, photos: readonly Photo[]): Photo | undefined {
  const cause = error instanceof DomainError ? error.cause : null;
  if (!(cause instanceof RenderFailure)) return undefined;
  return photos.find(({ id }) => id === cause.pictureId);
}

function asSentence(error: unknown): unknown {
  if (!(error instanceof RenderFailure)) return error;
  if (/ENOSPC/.test(error.message)) return new PlainFailure('The disk is full.');
  if (/EACCES|EROFS|EPERM/.test(error.message)) {
    return new PlainFailure('The print file cannot be written there. Choose another --out.');
  }
  return error;
}

function sentence(rule: PreflightFinding['rule'], params: PreflightFinding['params']): string {
  const messages = loadMessages('en') as { preflight: Record<string, unknown> };
  const t = createTranslator({ locale: 'en', messages, namespace: 'preflight' });
  return t(`rule.${rule}` as never, params as never);
}
