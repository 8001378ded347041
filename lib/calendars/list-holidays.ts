import type { z } from 'zod';
import type { HolidayKind } from '@/lib/calendar-days/holiday-kinds';
import { holidaysOf } from '@/lib/calendar-days/holidays';
import type { PlainDate } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import { loadCorrections } from './holiday-corrections';
import type { ListHolidaysSchema } from './schema';

/** One holiday of the calendar's months, printed or not. */
export type HolidayChoice = {
  keys: string[];
  name: string;
  /** A feast of several days, or one that comes twice in eighteen months, has several. */
  dates: PlainDate[];
  kind: HolidayKind;
  /** Printed unless its owner switches it off; the others only when switched on. */
  isUsual: boolean;
  country: string;
};

/**
 * What can be switched on and off, in the order of its first day, with the corrections of staff.
 * @throws DomainError "calendar.invalid" for a country or region without known holidays
 */
export async function listHolidays(
  ctx: Ctx,
  input: z.output<typeof ListHolidaysSchema>,
): Promise<HolidayChoice[]> {
  const { holidaySets: sets, from, monthCount, language } = input;
  const corrections = await loadCorrections(ctx);
  const byKey = new Map<string, HolidayChoice>();
  for (const holiday of holidaysOf({ sets, from, monthCount, language, corrections })) {
    const known = byKey.get(holiday.key);
    if (known) known.dates.push(holiday.date);
    else {
      byKey.set(holiday.key, {
        keys: [...holiday.keys],
        name: holiday.name,
        dates: [holiday.date],
        kind: holiday.kind,
        isUsual: holiday.printed,
        country: holiday.country,
      });
    }
  }
  return [...byKey.values()];
}
