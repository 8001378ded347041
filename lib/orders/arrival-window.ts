import { addDays, dayAt, type PlainDate, weekdayOf } from '@/lib/core/plain-date';

/** Working days from payment until the parcel leaves the workshop. */
export const PRODUCTION_DAYS = { min: 2, max: 4 } as const;

/** Our workshop keeps Kyiv time: an order at 23:30 there counts from that day. */
export const WORKSHOP_TIME_ZONE = 'Europe/Kyiv';

/** Days between which the parcel is expected, for an order placed at `now`. Weekends do not count. */
export function arrivalWindow(
  now: Date,
  delivery: { daysMin: number; daysMax: number },
): { from: PlainDate; to: PlainDate } {
  const today = dayAt(now, WORKSHOP_TIME_ZONE);
  return {
    from: addWorkingDays(today, PRODUCTION_DAYS.min + delivery.daysMin),
    to: addWorkingDays(today, PRODUCTION_DAYS.max + delivery.daysMax),
  };
}

/** The day that comes `count` Mondays to Fridays after `date`. */
export function addWorkingDays(date: PlainDate, count: number): PlainDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (weekdayOf(day) <= 5) left -= 1;
  }
  return day;
}
