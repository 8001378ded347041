import type { LEAP_RULES, OwnDate } from '@/lib/calendars/document';
import { type MonthDay, parsePlainDate, partsOf } from '@/lib/core/plain-date';

/** What is typed into the fields of a date, while it may still say none. */
export type DateDraft = {
  text: string;
  kind: OwnDate['kind'];
  every: 'year' | 'once';
  day: number;
  month: number;
  /** Empty when it is not known. */
  year: string;
  leapRule: (typeof LEAP_RULES)[number];
};

export const KINDS = ['birthday', 'anniversary', 'other'] as const satisfies OwnDate['kind'][];

export function emptyDraft(month: number, day = 1): DateDraft {
  return { text: '', kind: 'birthday', every: 'year', day, month, year: '', leapRule: 'feb-28' };
}

export function draftOf({ text, kind, when }: OwnDate): DateDraft {
  if (when.every === 'once') {
    const { year, month, day } = partsOf(when.date);
    return { text, kind, every: 'once', day, month, year: String(year), leapRule: 'feb-28' };
  }
  const { monthDay, sinceYear, leapRule } = when;
  return {
    text,
    kind,
    every: 'year',
    day: Number(monthDay.slice(3)),
    month: Number(monthDay.slice(0, 2)),
    year: sinceYear === null ? '' : String(sinceYear),
    leapRule,
  };
}

const pad = (value: number) => String(value).padStart(2, '0');
const monthDayOf = ({ month, day }: DateDraft) => `${pad(month)}-${pad(day)}` as MonthDay;

/** A year may be left out of what comes every year; one that is given must have that day. */
export function isYearGood(draft: DateDraft): boolean {
  const { every, year } = draft;
  if (every === 'year' && year === '') return true;
  if (!/^\d{4}$/.test(year) || year === '0000') return false;
  return parsePlainDate(`${year}-${monthDayOf(draft)}`) !== null;
}

/** The day that the fields say; null while the year is wrong. */
export function whenOf(draft: DateDraft): OwnDate['when'] | null {
  if (!isYearGood(draft)) return null;
  const { every, year, leapRule } = draft;
  if (every === 'once') {
    const date = parsePlainDate(`${year}-${monthDayOf(draft)}`);
    return date && { every, date };
  }
  const sinceYear = year === '' ? null : Number(year);
  return { every, monthDay: monthDayOf(draft), sinceYear, leapRule };
}
