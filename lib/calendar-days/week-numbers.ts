import {
  addDays,
  type PlainDate,
  partsOf,
  plainDate,
  toDayNumber,
  weekdayOf,
} from '@/lib/core/plain-date';

export type WeekNumbering = 'iso' | 'us';
export type WeekNumber = {
  /** The year the week is counted in; near New Year not always the year of the day. */
  year: number;
  /** 1 to 53. */
  week: number;
};

/**
 * The week that a day lies in.
 * iso: weeks start on Monday, week 1 holds the year's first Thursday (ISO 8601).
 * us: weeks start on Sunday, week 1 holds 1 January, so the last days of December can be week 1 of the next year.
 */
export function weekNumberOf(date: PlainDate, numbering: WeekNumbering): WeekNumber {
  // A week belongs to the year of one of its days: its Thursday, or the Saturday that ends it.
  const weekday = weekdayOf(date);
  const deciding =
    numbering === 'iso' ? addDays(date, 4 - weekday) : addDays(date, 6 - (weekday % 7));
  const { year } = partsOf(deciding);
  const dayOfYear = toDayNumber(deciding) - toDayNumber(plainDate(year, 1, 1));
  return { year, week: Math.floor(dayOfYear / 7) + 1 };
}
