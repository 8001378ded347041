import {
  addDays,
  firstDayOf,
  lastDayOf,
  monthOf,
  type PlainDate,
  toDayNumber,
  type Weekday,
  weekdayOf,
  type YearMonth,
} from '@/lib/core/plain-date';

export type GridDay = {
  date: PlainDate;
  /** False for the days of the neighbour months that fill the first and the last row. */
  inMonth: boolean;
};

export type MonthGrid = {
  month: YearMonth;
  /** Four to six rows of exactly seven days each, the first weekday in the first column. */
  weeks: GridDay[][];
};

/**
 * The rows of one month. Every day of the month stands in it exactly once; no row lies wholly outside
 * the month, so a month has four rows (a February of 28 days that starts on the first weekday) to six.
 */
export function monthGrid(month: YearMonth, firstWeekday: Weekday): MonthGrid {
  const first = firstDayOf(month);
  const last = lastDayOf(month);
  const leading = (weekdayOf(first) - firstWeekday + 7) % 7;
  const dayCount = toDayNumber(last) - toDayNumber(first) + 1;
  const rowCount = Math.ceil((leading + dayCount) / 7);
  const start = addDays(first, -leading);
  const weeks = Array.from({ length: rowCount }, (_row, row) =>
    Array.from({ length: 7 }, (_column, column) => {
      const date = addDays(start, row * 7 + column);
      return { date, inMonth: monthOf(date) === month };
    }),
  );
  return { month, weeks };
}

/** The seven weekdays in the order of a grid's columns. */
export function weekdayOrder(firstWeekday: Weekday): Weekday[] {
  return Array.from({ length: 7 }, (_, i) => (((firstWeekday - 1 + i) % 7) + 1) as Weekday);
}
