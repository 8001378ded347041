import { assert } from '@/lib/core/assert';
import { type PlainDate, parsePlainDate } from '@/lib/core/plain-date';

/** For a @db.Date column. UTC midnight is what the adapter cuts the day from, whatever the process's zone. */
export function toDateColumn(date: PlainDate): Date {
  return new Date(`${date}T00:00:00.000Z`);
}

/** From a @db.Date column, which arrives as UTC midnight. */
export function fromDateColumn(value: Date): PlainDate {
  const date = parsePlainDate(value.toISOString().slice(0, 10));
  assert(date, 'a date column holds a day');
  return date;
}
