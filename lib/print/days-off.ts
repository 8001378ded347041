import type { DayEntry } from '@/lib/calendar-days/day-entry';
import type { PlainDate } from '@/lib/core/plain-date';

/** The days that are printed in the colour of days off besides Sundays. */
export function daysOff(entries: readonly DayEntry[]): ReadonlySet<PlainDate> {
  return new Set(entries.filter(({ kind }) => kind === 'public-holiday').map(({ date }) => date));
}
