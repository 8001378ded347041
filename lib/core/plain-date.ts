import { assert } from './assert';

/**
 * A calendar day of the proleptic Gregorian calendar, "2027-01-15". Has no time and no zone.
 * Plain strings on purpose: they compare, sort, serialise and key a Map as they are.
 */
export type PlainDate = string & { readonly __plainDate: true };

/** A month of a year, "2027-09". */
export type YearMonth = string & { readonly __yearMonth: true };

/** A day of every year, "02-29". */
export type MonthDay = string & { readonly __monthDay: true };

/** Monday is 1 and Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The years this product prints. */
export const YEAR_MIN = 1900;
export const YEAR_MAX = 2100;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const pad = (value: number, width: number) => String(value).padStart(width, '0');

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  assert(Number.isInteger(month) && month >= 1 && month <= 12, `month ${month} is 1 to 12`);
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] as number);
}

/** Builds a day from its parts; the parts must name a day that exists. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  assert(
    Number.isInteger(year) && year >= 1 && year <= 9999,
    `year ${year} has one to four digits`,
  );
  assert(
    Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month),
    `${year}-${month}-${day} exists`,
  );
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
}

/** @param month 1 to 12 */
export function yearMonth(year: number, month: number): YearMonth {
  assert(
    Number.isInteger(year) && year >= 1 && year <= 9999 && month >= 1 && month <= 12,
    `${year}-${month} is a month`,
  );
  return `${pad(year, 4)}-${pad(month, 2)}` as YearMonth;
}

/** Reads "2027-01-15"; null for anything that is not a day that exists. */
export function parsePlainDate(text: string): PlainDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as PlainDate;
}

/** Reads "2027-09"; null for anything else. */
export function parseYearMonth(text: string): YearMonth | null {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  if (!match || Number(match[1]) < 1 || Number(match[2]) < 1 || Number(match[2]) > 12) return null;
  return text as YearMonth;
}

/** Reads "02-29"; null for a day that no year has. */
export function parseMonthDay(text: string): MonthDay | null {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [month, day] = [Number(match[1]), Number(match[2])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(2000, month)) return null;
  return text as MonthDay;
}

export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

export function monthPartsOf(month: YearMonth | PlainDate): { year: number; month: number } {
  return { year: Number(month.slice(0, 4)), month: Number(month.slice(5, 7)) };
}

/** Days since 0001-01-01, which is 0. Pure arithmetic: no Date object and so no time zone. */
export function toDayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date);
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapToday = month > 2 && isLeapYear(year) ? 1 : 0;
  return before * 365 + leapDays + (DAYS_BEFORE_MONTH[month - 1] as number) + leapToday + day - 1;
}

export function fromDayNumber(dayNumber: number): PlainDate {
  // 146097 days are exactly 400 years, so the estimate below is off by one year at most.
  let year = Math.floor((dayNumber * 400) / 146097) + 1;
  const firstOf = (y: number) => toDayNumber(plainDate(y, 1, 1));
  if (firstOf(year) > dayNumber) year -= 1;
  else if (year < 9999 && firstOf(year + 1) <= dayNumber) year += 1;
  let rest = dayNumber - firstOf(year);
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return plainDate(year, month, rest + 1);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

export function addMonths(month: YearMonth, months: number): YearMonth {
  const parts = monthPartsOf(month);
  const index = parts.year * 12 + parts.month - 1 + months;
  return yearMonth(Math.floor(index / 12), (index % 12) + 1);
}

export function weekdayOf(date: PlainDate): Weekday {
  // 0001-01-01 was a Monday in the proleptic Gregorian calendar.
  return ((toDayNumber(date) % 7) + 1) as Weekday;
}

export function firstDayOf(month: YearMonth): PlainDate {
  return `${month}-01` as PlainDate;
}

export function lastDayOf(month: YearMonth): PlainDate {
  const { year, month: m } = monthPartsOf(month);
  return plainDate(year, m, daysInMonth(year, m));
}

export function monthOf(date: PlainDate): YearMonth {
  return date.slice(0, 7) as YearMonth;
}

/** The day that a clock on the wall of `timeZone` (an IANA name) shows at `instant`. */
export function dayAt(instant: Date, timeZone: string): PlainDate {
  const text = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
  const date = parsePlainDate(text);
  assert(date, `${text} is a day`);
  return date;
}

const MINUTE_MS = 60_000;
/** Clocks stand between 12 hours behind and 14 hours ahead of UTC; an hour more for the summer. */
const CLOCKS_SPAN_MINUTES = { ahead: 15 * 60, behind: 13 * 60 };

/** The first instant at which a clock on the wall of `timeZone` (an IANA name) shows that day. */
export function startOfDay(date: PlainDate, timeZone: string): Date {
  const { year, month, day } = partsOf(date);
  const midnight = Date.UTC(year, month - 1, day);
  let before = -CLOCKS_SPAN_MINUTES.ahead;
  let after = CLOCKS_SPAN_MINUTES.behind;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayAt(new Date(midnight + middle * MINUTE_MS), timeZone) < date) before = middle;
    else after = middle;
  }
  return new Date(midnight + after * MINUTE_MS);
}
