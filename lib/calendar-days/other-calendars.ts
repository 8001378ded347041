import { type PlainDate, toDayNumber } from '@/lib/core/plain-date';
import { CHINESE_FIRST_DAY, CHINESE_FIRST_YEAR, CHINESE_YEARS } from './data/chinese-years';
import { HIJRI_FIRST_DAY, HIJRI_FIRST_YEAR, HIJRI_YEARS } from './data/hijri-years';

/** A day of another calendar. */
export type OtherDay = {
  year: number;
  /** From 1, in the order of the year; in the Chinese calendar its number, which a leap month shares. */
  month: number;
  day: number;
  isLeapMonth: boolean;
  /** Months of the year. */
  monthCount: number;
};

// Day numbers count from 1 January 1970; Julian Day Numbers begin at noon, so a civil day has that of its noon.
const JULIAN_DAY_OF_1970 = 2_440_588;
const DAY_1970 = toDayNumber('1970-01-01' as PlainDate);
const julianDayOf = (day: PlainDate) => toDayNumber(day) - DAY_1970 + JULIAN_DAY_OF_1970;

/** Days of a month by a year's lengths: where in the year day `offset` (from 0) lies. */
function within(lengths: readonly number[], offset: number): { index: number; day: number } {
  let left = offset;
  let index = 0;
  for (const length of lengths) {
    if (left < length) break;
    left -= length;
    index += 1;
  }
  return { index, day: left + 1 };
}

/** 1 Tishri of the year 1 by the rules of today, as a Julian Day Number. */
const HEBREW_EPOCH = 347_998;

/** Days from the epoch to 1 Tishri, with the postponements. Source: Reingold and Dershowitz, Calendrical Calculations. */
function hebrewNewYear(year: number): number {
  const elapsed = (each: number) => {
    const months = Math.floor((235 * each - 234) / 19);
    const parts = 12_084 + 13_753 * months;
    const days = 29 * months + Math.floor(parts / 25_920);
    return (3 * (days + 1)) % 7 < 3 ? days + 1 : days;
  };
  const [before, own, after] = [elapsed(year - 1), elapsed(year), elapsed(year + 1)];
  const correction = after - own === 356 ? 2 : own - before === 382 ? 1 : 0;
  return HEBREW_EPOCH + own + correction;
}

/** The Hebrew civil day: Tishri is month 1, and in a leap year Adar I is 6 and Adar II is 7. Days are of daylight. */
export function hebrewDay(date: PlainDate): OtherDay {
  const julian = julianDayOf(date);
  let year = Math.floor((julian - HEBREW_EPOCH) / 365.2468) + 1;
  while (hebrewNewYear(year) > julian) year -= 1;
  while (hebrewNewYear(year + 1) <= julian) year += 1;
  const start = hebrewNewYear(year);
  const length = hebrewNewYear(year + 1) - start;
  const isLeap = (7 * year + 1) % 19 < 7;
  const heshvan = length % 10 === 5 ? 30 : 29;
  const kislev = length % 10 === 3 ? 29 : 30;
  const adars = isLeap ? [30, 29] : [29];
  const lengths = [30, heshvan, kislev, 29, 30, ...adars, 30, 29, 30, 29, 30, 29];
  const { index, day } = within(lengths, julian - start);
  return { year, month: index + 1, day, isLeapMonth: false, monthCount: lengths.length };
}

const HIJRI_EPOCH = toDayNumber(HIJRI_FIRST_DAY as PlainDate);
const hijriYears = table(
  HIJRI_YEARS.map((bits) =>
    Array.from({ length: 12 }, (_, month) => 29 + ((bits >> (11 - month)) & 1)),
  ),
);

/** The day of the Umm al-Qura calendar; null outside of its table, which covers 1900 to 2100. */
export function hijriDay(date: PlainDate): OtherDay | null {
  const found = inTable(hijriYears, toDayNumber(date) - HIJRI_EPOCH);
  if (!found) return null;
  const { year, index, day } = found;
  const month = index + 1;
  return { year: HIJRI_FIRST_YEAR + year, month, day, isLeapMonth: false, monthCount: 12 };
}

const CHINESE_EPOCH = toDayNumber(CHINESE_FIRST_DAY as PlainDate);
const leapMonthOf = (bits: number) => bits & 0xf;
const chineseYears = table(
  CHINESE_YEARS.map((bits) => {
    const lengths = Array.from({ length: 12 }, (_, month) => 29 + ((bits >> (15 - month)) & 1));
    if (leapMonthOf(bits) > 0) lengths.splice(leapMonthOf(bits), 0, 29 + ((bits >> 16) & 1));
    return lengths;
  }),
);

/** The day of the Chinese calendar; null outside of its table, which covers 1900 to 2100. */
export function chineseDay(date: PlainDate): OtherDay | null {
  const found = inTable(chineseYears, toDayNumber(date) - CHINESE_EPOCH);
  if (!found) return null;
  const { year, index, day, monthCount } = found;
  const leap = leapMonthOf(CHINESE_YEARS[year] ?? 0);
  return {
    year: CHINESE_FIRST_YEAR + year,
    month: leap > 0 && index >= leap ? index : index + 1,
    day,
    isLeapMonth: leap > 0 && index === leap,
    monthCount,
  };
}

type Table = { lengths: readonly (readonly number[])[]; days: readonly number[] };

function table(lengths: readonly (readonly number[])[]): Table {
  const days = lengths.map((year) => year.reduce((total, length) => total + length, 0));
  return { lengths, days };
}

function inTable({ lengths, days }: Table, offset: number) {
  if (offset < 0) return null;
  const { index: year, day: dayOfYear } = within(days, offset);
  const months = lengths[year];
  return months ? { year, monthCount: months.length, ...within(months, dayOfYear - 1) } : null;
}

/** The day before 1 Farvardin of the year 1, as a Julian Day Number. */
const PERSIAN_EPOCH = 1_948_319;

/**
 * The day of the Persian (Solar Hijri) calendar. Its leap years are those of the 33-year cycle, which agrees with the
 * equinox as seen from Tehran in 1206 to 1498 (1827 to 2119). Source: as ICU's, after K. M. Borkowski and A. Birashk.
 */
export function persianDay(date: PlainDate): OtherDay {
  const days = julianDayOf(date) - PERSIAN_EPOCH;
  const startOf = (year: number) => 365 * (year - 1) + Math.floor((8 * year + 21) / 33) + 1;
  let year = Math.floor((33 * days + 3) / 12_053) + 1;
  while (startOf(year) > days) year -= 1;
  while (startOf(year + 1) <= days) year += 1;
  const lengths = [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30];
  const { index, day } = within(lengths, days - startOf(year));
  return { year, month: index + 1, day, isLeapMonth: false, monthCount: 12 };
}
