import type { PrintLanguage } from '@/lib/calendars/document';
import { assert } from '@/lib/core/assert';
import type { Weekday } from '@/lib/core/plain-date';
import { NAME_TABLE } from './data/name-table';

/**
 * The month's name alone, as a page title: "Січень", "Janvier", "1月".
 * @param month 1 to 12
 */
export function monthName(month: number, language: PrintLanguage): string {
  const name = NAME_TABLE[language].months[month - 1];
  assert(name, `month ${month} is 1 to 12`);
  return name;
}

/**
 * long: "Понеділок". short: "Пн". narrow: one letter that several days can share; use it only where
 * the short form does not fit.
 */
export type WeekdayWidth = 'long' | 'short' | 'narrow';

/** The weekday's name as a column heading. */
export function weekdayName(
  weekday: Weekday,
  language: PrintLanguage,
  width: WeekdayWidth,
): string {
  const name = NAME_TABLE[language][width][weekday - 1];
  assert(name, `weekday ${weekday} is 1 to 7`);
  return name;
}
