import {
  addMonths,
  firstDayOf,
  lastDayOf,
  monthPartsOf,
  type PlainDate,
  type YearMonth,
} from '@/lib/core/plain-date';

/** First and last day, both within the range. */
export function daysSpanOf(
  from: YearMonth,
  monthCount: number,
): { first: PlainDate; last: PlainDate } {
  return { first: firstDayOf(from), last: lastDayOf(addMonths(from, monthCount - 1)) };
}

/** Every year the range touches, ascending. */
export function yearsOf(from: YearMonth, monthCount: number): number[] {
  const first = monthPartsOf(from).year;
  const last = monthPartsOf(addMonths(from, monthCount - 1)).year;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The year or years for a cover: "2027", "2027–2028" (en dash). */
export function yearsLabel(from: YearMonth, monthCount: number): string {
  const years = yearsOf(from, monthCount);
  const [first, last] = [years[0], years[years.length - 1]];
  return first === last ? String(first) : `${first}–${last}`;
}
