import {
  type MonthDay,
  type PlainDate,
  parseMonthDay,
  parsePlainDate,
} from '@/lib/core/plain-date';

export type WrittenDate = { date: PlainDate } | { monthDay: MonthDay };
type Refusal = 'bad_date' | 'ambiguous_date';
type Order = 'day-first' | 'month-first';

/** Days with slashes, or with dashes and the year last: day first or month first, depending on the country. */
const EITHER_WAY = /^(\d{1,2})\s*([/-])\s*(\d{1,2})\s*\2\s*(\d{4})$/;
/** Without a year. With a dash and two digits it is ISO 8601 with the year left out, month first. */
const EITHER_WAY_SHORT = /^(\d{1,2})\s*\/\s*(\d{1,2})$/;
const DASHED_SHORT = /^(\d{2})-(\d{2})$/;

/**
 * A reader for the date cells of one file: "2027-05-14", "14.05.2027", "14/05/2027", and yearly "--05-14", "05-14",
 * "14.05.". A file is written in one order, so one 31/12 tells what its every 1/2 means; where nothing tells,
 * "1/2/2027" is ambiguous and refused: a wrong day on paper is worse than one that is missing.
 */
export function dateReader(cells: readonly string[]): (cell: string) => WrittenDate | Refusal {
  const slashes = orderOf(cells, [EITHER_WAY, EITHER_WAY_SHORT]);
  // One 14-05 tells that the file does not mean ISO 8601 by its dashes.
  const hasForeignDashes = cells.some((cell) => Number(DASHED_SHORT.exec(cell.trim())?.[1]) > 12);

  return (cell) => {
    const text = cell.trim().replace(/\s*[рг]\.?$/u, '');
    const yearFirst = /^(\d{4})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?(?:[T ]\d.*)?$/.exec(text);
    if (yearFirst) return dateOf(yearFirst[1], yearFirst[3], yearFirst[4]);
    const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
    if (compact) return dateOf(compact[1], compact[2], compact[3]);
    const dotted = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})(?: \d.*)?$/.exec(text);
    if (dotted) return dateOf(dotted[3], dotted[2], dotted[1]);
    const yearless = /^(\d{1,2})\.\s*(\d{1,2})\.?$/.exec(text);
    if (yearless) return monthDayOf(yearless[2], yearless[1]);
    const iso = /^--(\d{2})-?(\d{2})$/.exec(text);
    if (iso) return monthDayOf(iso[1], iso[2]);
    const dashed = DASHED_SHORT.exec(text);
    if (dashed) {
      return hasForeignDashes ? 'ambiguous_date' : monthDayOf(dashed[1], dashed[2]);
    }
    const full = EITHER_WAY.exec(text);
    if (full) return inOrder(full[1], full[3], slashes, (m, d) => dateOf(full[4], m, d));
    const short = EITHER_WAY_SHORT.exec(text);
    if (short) return inOrder(short[1], short[2], slashes, monthDayOf);
    // Two digits of a year may be a day as well.
    return /^\d{1,2}([-./])\d{1,2}\1\d{2}$/.test(text) ? 'ambiguous_date' : 'bad_date';
  };
}

function inOrder(
  first = '',
  second = '',
  order: Order | null,
  make: (month: string, day: string) => WrittenDate | Refusal,
): WrittenDate | Refusal {
  if (Number(first) === Number(second)) return make(first, second);
  if (Number(first) > 12) return make(second, first);
  if (Number(second) > 12) return make(first, second);
  if (order === null) return 'ambiguous_date';
  return order === 'day-first' ? make(second, first) : make(first, second);
}

/** Which order the file shows; null where no cell tells, or where they contradict each other. */
function orderOf(cells: readonly string[], patterns: readonly RegExp[]): Order | null {
  const seen = new Set<Order>();
  for (const cell of cells) {
    for (const pattern of patterns) {
      const match = pattern.exec(cell.trim());
      if (!match) continue;
      const second = Number(pattern === EITHER_WAY ? match[3] : match[2]);
      if (Number(match[1]) > 12) seen.add('day-first');
      else if (second > 12) seen.add('month-first');
    }
  }
  const [only] = seen;
  return seen.size === 1 && only ? only : null;
}

const two = (digits: string) => digits.padStart(2, '0');

function dateOf(year = '', month = '', day = ''): WrittenDate | 'bad_date' {
  const date = parsePlainDate(`${year}-${two(month)}-${two(day)}`);
  return date ? { date } : 'bad_date';
}

function monthDayOf(month = '', day = ''): WrittenDate | 'bad_date' {
  const monthDay = parseMonthDay(`${two(month)}-${two(day)}`);
  return monthDay ? { monthDay } : 'bad_date';
}
