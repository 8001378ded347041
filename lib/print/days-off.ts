import type { DayEntry } from '@/lib/calendar-days/day-entry';
import type { CalendarDocument, PrintLanguage } from '@/lib/calendars/document';
import {
  daysInMonth,
  monthPartsOf,
  type PlainDate,
  plainDate,
  type Weekday,
  weekdayOf,
  type YearMonth,
} from '@/lib/core/plain-date';
import type { Colour } from './operations';
import type { Palette } from './theme';

/** The days that are printed in the colour of days off besides the weekly day of rest. */
export function daysOff(entries: readonly DayEntry[]): ReadonlySet<PlainDate> {
  return new Set(entries.filter(({ kind }) => kind === 'public-holiday').map(({ date }) => date));
}

/** The weekly day of rest, and the day beside it that is the other half of the weekend. */
export type Weekend = { rest: Weekday; half: Weekday };

const SUNDAY: Weekend = { rest: 7, half: 6 };
const FRIDAY: Weekend = { rest: 5, half: 6 };
const SHABBAT: Weekend = { rest: 6, half: 5 };
const PERSIAN: Weekend = { rest: 5, half: 4 };

/** Countries whose weekend is not Saturday and Sunday, as CLDR's supplemental week data tell. */
const BY_COUNTRY: ReadonlyMap<string, Weekend> = new Map([
  ['IL', SHABBAT],
  ['IR', PERSIAN],
  ['AF', PERSIAN],
  ...['BH', 'DZ', 'EG', 'IQ', 'JO', 'KW', 'LY', 'OM', 'QA', 'SA', 'SD', 'SY', 'YE'].map(
    (country) => [country, FRIDAY] as const,
  ),
]);

const BY_LANGUAGE: Partial<Record<PrintLanguage, Weekend>> = {
  he: SHABBAT,
  ar: FRIDAY,
  fa: PERSIAN,
};

/** The weekend of a calendar: that of its first holiday country, else the usual one where its language is spoken. */
export function weekendOf({
  holidaySets,
  language,
}: Pick<CalendarDocument, 'holidaySets' | 'language'>): Weekend {
  const [first] = holidaySets;
  if (first) return BY_COUNTRY.get(first.country) ?? SUNDAY;
  return BY_LANGUAGE[language] ?? SUNDAY;
}

export function isWeekend(date: PlainDate, { rest, half }: Weekend): boolean {
  const weekday = weekdayOf(date);
  return weekday === rest || weekday === half;
}

/** The colour of a week day's name. */
export function weekdayColour(
  weekday: Weekday,
  { rest, half }: Weekend,
  palette: Palette,
  usual: Colour,
): Colour {
  return weekday === rest ? palette.holiday : weekday === half ? palette.saturday : usual;
}

/** The colour of a day's number. */
export function dayColour(
  date: PlainDate,
  off: ReadonlySet<PlainDate>,
  weekend: Weekend,
  palette: Palette,
): Colour {
  return off.has(date)
    ? palette.holiday
    : weekdayColour(weekdayOf(date), weekend, palette, palette.ink);
}

/** Every day of a month, in order. */
export function daysOfMonth(month: YearMonth): PlainDate[] {
  const { year, month: number } = monthPartsOf(month);
  return Array.from({ length: daysInMonth(year, number) }, (_, index) =>
    plainDate(year, number, index + 1),
  );
}
