import type { DayEntry, DayEntryKind } from '@/lib/calendar-days/day-entry';
import { type HolidayCorrection, holidaysOf, toDayEntries } from '@/lib/calendar-days/holidays';
import { expandOwnDates } from '@/lib/calendar-days/own-dates';
import type { CalendarDocument } from './document';

/** On paper a day off comes first, then what the customer wrote, then what the day is otherwise known for. */
const RANK: Record<DayEntryKind, number> = {
  'public-holiday': 0,
  birthday: 1,
  anniversary: 1,
  other: 1,
  observance: 2,
};

/**
 * Everything that is printed in the day cells of a calendar, by day and within a day in the order on paper.
 * @param corrections what staff corrected about holidays, in the order in which it applies
 * @throws DomainError "calendar.invalid" for a country or region that no holidays are known for
 */
export function dayEntriesOf(
  document: CalendarDocument,
  corrections: readonly HolidayCorrection[] = [],
): DayEntry[] {
  const { from, monthCount, language, holidaySets, hiddenHolidays, shownHolidays, dates } =
    document;
  const holidays = holidaysOf({ sets: holidaySets, from, monthCount, language, corrections });
  const entries = [
    ...toDayEntries(holidays, hiddenHolidays, shownHolidays),
    ...expandOwnDates(dates, from, monthCount, document),
  ];
  return entries.sort((a, b) =>
    a.date === b.date ? RANK[a.kind] - RANK[b.kind] : a.date < b.date ? -1 : 1,
  );
}
