import { CsvError, parse } from 'csv-parse/sync';
import {
  isLeapYear,
  type MonthDay,
  monthPartsOf,
  type PlainDate,
  partsOf,
  plainDate,
  type YearMonth,
} from '@/lib/core/plain-date';
import { DATES_MAX, type OwnDate } from '../document';
import { dateReader, type WrittenDate } from './csv-date-cells';
import type { FoundDate, ImportProblems } from './import-problems';
import { kindOfWords } from './new-own-date';
import { isYearOfOrigin } from './origin-year';

type Row = { line: number; cells: string[] };
type Columns = { date: number; text: number; kind: number; year: number };
type Heading = { columns: Columns; kind: OwnDate['kind'] };

const HEADINGS: Record<keyof Columns, RegExp> = {
  date: /^(?:date|day|when|start date|birthday|birth date|date of birth|дата|день|коли|день народження|дата народження|datum|tag|wann|geburtstag|geburtsdatum|data|dzień|kiedy|urodziny|data urodzenia)$/iu,
  text: /^(?:text|name|full name|title|event|what|who|summary|subject|person|текст|назва|ім['’ʼ]?я|піб|подія|свято|що|хто|titel|ereignis|anlass|was|wer|tekst|imię|imię i nazwisko|nazwa|tytuł|wydarzenie|co|kto)$/iu,
  kind: /^(?:kind|type|category|вид|тип|категорія|art|typ|kategorie|rodzaj|kategoria)$/iu,
  year: /^(?:year|year of birth|birth year|since|рік|рік народження|jahr|geburtsjahr|seit|rok|rok urodzenia)$/iu,
};

/** Rows beyond it cannot add a date any more. */
const ROWS_MAX = DATES_MAX * 4;
const ROW_LENGTH_MAX = 64 * 1024;

/** A file with so many rows of which none has a date is not a table of dates. */
const ROWS_WITHOUT_DATE = 5;

/**
 * Reads a table of dates: columns in any order under headings, else date, text and perhaps kind.
 * @param from first month of the calendar, if it is known
 */
export function importCsvDates(
  text: string,
  problems: ImportProblems,
  from: YearMonth | null,
): FoundDate[] {
  const separatorLine = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  const delimiter = separatorLine?.[1] ?? delimiterOf(text);
  const rows = readRows(text, delimiter, problems).filter(
    ({ line }) => !(separatorLine && line === 1),
  );
  const heading = rows[0] ? headingOf(rows[0].cells) : null;
  const columns = heading?.columns ?? { date: 0, text: 1, kind: 2, year: -1 };
  const body = heading ? rows.slice(1) : rows;
  const read = dateReader(body.map(({ cells }) => cells[columns.date] ?? ''));
  const written = body.map((row) => ({ row, date: read(row.cells[columns.date] ?? '') }));
  if (
    !heading &&
    written.length >= ROWS_WITHOUT_DATE &&
    written.every(({ date }) => date === 'bad_date')
  ) {
    problems.add(0, 'unreadable');
    return [];
  }
  return written.flatMap(({ row, date }) => {
    const { line, cells } = row;
    const label = cells[columns.text] ?? '';
    const refuse = (reason: 'bad_date' | 'ambiguous_date') => {
      problems.add(line, reason, cells.join(' '));
      return [];
    };
    if (typeof date === 'string') return refuse(date);
    const kind = kindOf(cells[columns.kind] ?? '', label, heading);
    const yearCell = (cells[columns.year] ?? '').trim();
    const year = /^\d{4}$/.test(yearCell) ? Number(yearCell) : null;
    if (yearCell !== '' && year === null) return refuse('bad_date');
    const when = repeated(date, kind, year, from);
    return when ? [{ line, text: label, kind, when }] : refuse('bad_date');
  });
}

/** A column named for it has the last word; a third column without a name may hold anything. */
function kindOf(cell: string, label: string, heading: Heading | null): OwnDate['kind'] {
  const told = kindOfWords(cell);
  if (told !== 'other' || (heading && cell.trim() !== '')) return told;
  const said = kindOfWords(label);
  return said === 'other' ? (heading?.kind ?? 'other') : said;
}

function readRows(text: string, delimiter: string, problems: ImportProblems): Row[] {
  const rowsWith = (quote: '"' | false) => {
    const records = parse(text, {
      bom: true,
      delimiter,
      quote,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: ROWS_MAX + 1,
      max_record_size: ROW_LENGTH_MAX,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
  };
  const rows = rowsOrNull(() => rowsWith('"')) ?? rowsOrNull(() => rowsWith(false));
  if (!rows) {
    problems.add(0, 'unreadable');
    return [];
  }
  const beyond = rows[ROWS_MAX];
  if (beyond) problems.add(beyond.line, 'too_many');
  return rows.slice(0, ROWS_MAX);
}

/** Null for quotes that are never closed and for endless rows; without quotes the first are read as they stand. */
function rowsOrNull(read: () => Row[]): Row[] | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

const SAMPLE_LINES = 30;

/**
 * The mark between cells: the one with which most lines have a cell that is a date or a heading. Commas and semicolons
 * are in texts too, and spreadsheets of many countries write semicolons because their comma is in the numbers.
 */
function delimiterOf(text: string): string {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/, SAMPLE_LINES);
  const score = (mark: string) =>
    lines.filter((line) => {
      const cells = line.slice(0, ROW_LENGTH_MAX).split(mark).map(unquoted);
      if (cells.length < 2) return false;
      const read = dateReader([]);
      return cells.some((cell) => read(cell) !== 'bad_date' || HEADINGS.date.test(cell));
    }).length;
  const scored = [',', ';', '\t'].map((mark) => ({ mark, score: score(mark) }));
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).mark;
}

const unquoted = (cell: string) => cell.trim().replace(/^"(.*)"$/, '$1');

/** The columns that the first row names, if it names any; what it does not name is the first column left over. */
function headingOf(cells: readonly string[]): Heading | null {
  const names = cells.map((cell) => cell.replace(/^\ufeff/, '').trim());
  const find = (name: keyof Columns) => names.findIndex((cell) => HEADINGS[name].test(cell));
  const columns = {
    date: find('date'),
    text: find('text'),
    kind: find('kind'),
    year: find('year'),
  };
  if (columns.date < 0 && columns.text < 0) return null;
  const read = dateReader([]);
  if (names.some((name) => read(name) !== 'bad_date')) return null;
  const named = new Set(Object.values(columns));
  const spare = () => {
    const index = names.findIndex((_, at) => !named.has(at));
    named.add(index);
    return index;
  };
  if (columns.date < 0) columns.date = spare();
  if (columns.text < 0) columns.text = spare();
  return { columns, kind: kindOfDates(names[columns.date] ?? '') };
}

/** A column that is called "birthday" holds birthdays. */
function kindOfDates(name: string): OwnDate['kind'] {
  return /birth|народження|geburt|urodz/iu.test(name) ? 'birthday' : 'other';
}

/** Before this year nobody writes down appointments to print them. */
const LONG_AGO_YEAR = 2010;

/**
 * Birthdays and anniversaries come every year and count from theirs; one in a year of the calendar itself tells the
 * day only. A day without a year comes every year. So does one that is years older than the calendar, and counts from
 * then: once, it would never be seen. Null for a day that the year does not have.
 */
function repeated(
  written: WrittenDate,
  kind: OwnDate['kind'],
  yearBeside: number | null,
  from: YearMonth | null,
): OwnDate['when'] | null {
  const yearly = (monthDay: MonthDay, sinceYear: number | null) =>
    ({ every: 'year', monthDay, sinceYear, leapRule: 'feb-28' }) as const;
  const monthDay = 'date' in written ? (written.date.slice(5) as MonthDay) : written.monthDay;
  const year = yearBeside ?? ('date' in written ? partsOf(written.date).year : null);
  if (year === null) return yearly(monthDay, null);
  const isWholeDate = 'date' in written && yearBeside === null;
  const date = isWholeDate ? written.date : dateIn(year, monthDay);
  if (!date) return null;
  const firstYear = from === null ? null : monthPartsOf(from).year;
  if (kind !== 'other' || yearBeside !== null) {
    const isPast = firstYear === null || year < firstYear;
    if (kind === 'other' && !isPast) return { every: 'once', date };
    return yearly(monthDay, isPast && isYearOfOrigin(year) ? year : null);
  }
  // Last year's appointments are no reason to print them again.
  const isLongAgo = year < (firstYear === null ? LONG_AGO_YEAR : firstYear - 1);
  if (!isLongAgo) return { every: 'once', date };
  return yearly(monthDay, isYearOfOrigin(year) ? year : null);
}

function dateIn(year: number, monthDay: MonthDay): PlainDate | null {
  const [month, day] = [Number(monthDay.slice(0, 2)), Number(monthDay.slice(3))];
  return year < 1 || (monthDay === '02-29' && !isLeapYear(year))
    ? null
    : plainDate(year, month, day);
}
