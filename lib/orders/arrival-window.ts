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
  return arrivalFrom(dayAt(now, WORKSHOP_TIME_ZONE), delivery);
}

/** The same for an order placed on a day of the workshop's calendar. */
export function arrivalFrom(
  today: PlainDate,
  delivery: { daysMin: number; daysMax: number },
): { from: PlainDate; to: PlainDate } {
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

/** The last day to order on, so that even the slowest parcel of this delivery arrives by `wanted`. */
export function latestOrderDay(wanted: PlainDate, delivery: { daysMax: number }): PlainDate {
  let day = wanted;
  while (weekdayOf(day) > 5) day = addDays(day, -1);
  for (let left = PRODUCTION_DAYS.max + delivery.daysMax; left > 0; ) {
    day = addDays(day, -1);
    if (weekdayOf(day) <= 5) left -= 1;
  }
  // An order of a weekend is worked on from Monday, like one of the Friday before.
  while (weekdayOf(addDays(day, 1)) > 5) day = addDays(day, 1);
  return day;
}
