import { addMonths, lastDayOf, type PlainDate, type YearMonth } from '@/lib/core/plain-date';

/** The first and the last month of a calendar, both included. */
export function periodOf(document: { from: YearMonth; monthCount: number }): {
  first: YearMonth;
  last: YearMonth;
} {
  return { first: document.from, last: addMonths(document.from, document.monthCount - 1) };
}

/** True when every day of the calendar lies before `today`: nobody hangs it any more. */
export function isOver(
  document: { from: YearMonth; monthCount: number },
  today: PlainDate,
): boolean {
  return lastDayOf(periodOf(document).last) < today;
}
