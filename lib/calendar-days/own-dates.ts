import type { CalendarDocument, OwnDate } from '@/lib/calendars/document';
import {
  isLeapYear,
  type MonthDay,
  type PlainDate,
  plainDate,
  type YearMonth,
} from '@/lib/core/plain-date';
import type { DayEntry, DayMark } from './day-entry';
import { daysSpanOf, yearsOf } from './month-range';
import { ageText, yearCountText } from './year-count';

/** What the ages and counts are written in. A calendar document is one. */
type OwnDateWords = Pick<CalendarDocument, 'language' | 'hasNativeDigits'>;

/**
 * The days of the range that an own date falls on, worded in the print language, in the order of time.
 *
 * A yearly date comes once in each year that the range touches; one with `sinceYear` not before that year,
 * without a number in that year, and from then on with the age or the count of years.
 * 29 February follows its rule in a year without one: the day before, the day after, or not at all.
 */
export function expandOwnDate(
  date: OwnDate,
  from: YearMonth,
  monthCount: number,
  { language, hasNativeDigits }: OwnDateWords,
): DayEntry[] {
  const { first, last } = daysSpanOf(from, monthCount);
  const { when } = date;
  const inRange = (day: PlainDate) => day >= first && day <= last;
  const mark = markOf(date);
  const entry = (day: PlainDate, text: string): DayEntry => ({
    date: day,
    text,
    kind: date.kind,
    ...(mark ? { mark } : {}),
  });
  if (when.every === 'once') return inRange(when.date) ? [entry(when.date, date.text)] : [];
  return yearsOf(from, monthCount).flatMap((year) => {
    const day = dayInYear(when.monthDay, year, when.leapRule);
    if (!day || !inRange(day)) return [];
    if (when.sinceYear === null) return [entry(day, date.text)];
    const years = year - when.sinceYear;
    if (years < 0) return [];
    const worded = date.kind === 'birthday' ? ageText : yearCountText;
    return [entry(day, worded(date.text, years, language, hasNativeDigits))];
  });
}

function markOf({ icon, colour, picture, personId }: OwnDate): DayMark | null {
  return icon || colour || picture || personId ? { icon, colour, picture, personId } : null;
}

/** All own dates of a calendar by day; those of one day stay in the order of the list. */
export function expandOwnDates(
  dates: readonly OwnDate[],
  from: YearMonth,
  monthCount: number,
  words: OwnDateWords,
): DayEntry[] {
  return dates
    .flatMap((date) => expandOwnDate(date, from, monthCount, words))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

type LeapRule = Extract<OwnDate['when'], { every: 'year' }>['leapRule'];

function dayInYear(monthDay: MonthDay, year: number, leapRule: LeapRule): PlainDate | null {
  if (monthDay === '02-29' && !isLeapYear(year)) {
    if (leapRule === 'skip') return null;
    return leapRule === 'feb-28' ? plainDate(year, 2, 28) : plainDate(year, 3, 1);
  }
  return plainDate(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3, 5)));
}
