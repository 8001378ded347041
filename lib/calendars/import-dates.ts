import { type Id, newId } from '@/lib/core/ids';
import type { YearMonth } from '@/lib/core/plain-date';
import { importCsvDates } from './dates-file/csv-dates';
import { decodeDatesFile } from './dates-file/decode-text';
import { importIcsDates } from './dates-file/ics-dates';
import { type FoundDate, type ImportProblem, ImportProblems } from './dates-file/import-problems';
import { newOwnDate } from './dates-file/new-own-date';
import { importVcfDates } from './dates-file/vcf-dates';
import { DATES_MAX, type OwnDate } from './document';
import { DATES_FILE_BYTES_MAX } from './schema';

export { DATES_FILE_BYTES_MAX };

export type ImportedDates = { dates: OwnDate[]; problems: ImportProblem[] };

/**
 * Reads birthdays and other dates from a calendar file (.ics), from contacts (.vcf: birthdays, anniversaries and the
 * days that contacts name themselves) or from a table (.csv: date, text and perhaps kind and year, in any order under
 * headings in any language of the screens, in that order without). What kind of file it is shows its content, not its
 * name. Whatever cannot be taken over is told with its line; hostile files give problems, never an
 * exception. No day depends on the time zone of the process.
 *
 * Comes every year: what the file repeats every year, days without a year, birthdays and anniversaries, and days of a
 * table that are years older than the calendar. The year of birth or of the wedding is taken over only where the file
 * tells it, so that no wrong age is printed. Everything else comes once; a yearly event that ends comes once for each
 * of its years.
 * @param options.from the first month of the calendar, by which past and future are told apart; without it, days
 *   before 2010 count as past
 * @param options.makeId makes the ids of the dates
 * @returns at most 500 dates, each once, in the order of the file
 */
export function importDates(
  content: Uint8Array | string,
  options: { from?: YearMonth; makeId?: () => Id<'eventDate'> } = {},
): ImportedDates {
  const problems = new ImportProblems();
  const refused = (reason: 'too_large' | 'not_utf8'): ImportedDates => {
    problems.add(0, reason);
    return { dates: [], problems: problems.list };
  };
  if (content.length > DATES_FILE_BYTES_MAX) return refused('too_large');
  const text = typeof content === 'string' ? wellDecoded(content) : decodeDatesFile(content);
  if (text === null) return refused('not_utf8');
  const from = options.from ?? null;
  const kind = /^[\s\ufeff]*BEGIN:(VCALENDAR|VCARD)\b/i.exec(text)?.[1]?.toUpperCase();
  const found =
    kind === 'VCALENDAR'
      ? importIcsDates(text, problems, from)
      : kind === 'VCARD'
        ? importVcfDates(text, problems)
        : importCsvDates(text, problems, from);
  const makeId = options.makeId ?? (() => newId('eventDate'));
  const dates = distinct(found, problems, makeId);
  problems.list.sort((a, b) => a.line - b.line);
  return { dates, problems: problems.list };
}

/** A text that was read elsewhere shows by its replacement characters that its bytes were of another encoding. */
function wellDecoded(text: string): string | null {
  return /[\0\ufffd]/.test(text) ? null : text;
}

function distinct(
  found: readonly FoundDate[],
  problems: ImportProblems,
  makeId: () => Id<'eventDate'>,
): OwnDate[] {
  const dates = new Map<string, OwnDate>();
  for (const one of found) {
    const date = newOwnDate(one, problems, makeId);
    if (!date) continue;
    const key = JSON.stringify([date.text.toLowerCase(), date.kind, date.when]);
    if (dates.has(key)) continue;
    if (dates.size === DATES_MAX) {
      problems.add(one.line, 'too_many', date.text);
      break;
    }
    dates.set(key, date);
  }
  return [...dates.values()];
}
