import ICAL from 'ical.js';
import {
  dayAt,
  daysInMonth,
  type MonthDay,
  monthOf,
  type PlainDate,
  parsePlainDate,
  partsOf,
  plainDate,
  toDayNumber,
  YEAR_MAX,
  type YearMonth,
} from '@/lib/core/plain-date';
import type { OwnDate } from '../document';
import { type EventBlock, eventBlocks } from './ics-lines';
import type { FoundDate, ImportProblems } from './import-problems';
import { kindOfWords } from './new-own-date';
import { isYearOfOrigin } from './origin-year';

type Kind = OwnDate['kind'];
type SinceYear = Extract<OwnDate['when'], { every: 'year' }>['sinceYear'];

/**
 * Reads the events of a calendar file. Each event is parsed by itself: one that is broken does not take the others
 * with it, and no nesting goes deeper than an event.
 * @param from first month of the calendar, if it is known: birthdays that were entered once, before it, come every year
 */
export function importIcsDates(
  text: string,
  problems: ImportProblems,
  from: YearMonth | null,
): FoundDate[] {
  const { blocks, zoneName } = eventBlocks(text, problems);
  const zone = existingZone(zoneName);
  return blocks.flatMap((block) => {
    const event = parseEvent(block);
    if (!event) {
      problems.add(block.line, 'unreadable');
      return [];
    }
    return foundIn(event, { line: block.line, zone, from, problems });
  });
}

type JcalProperty = [name: string, parameters: unknown, type: string, ...values: unknown[]];

type IcsEvent = {
  has: (name: string) => boolean;
  values: (name: string) => unknown[];
  /** The first value; empty where there is none. */
  words: (name: string) => string;
};

type Reading = {
  line: number;
  /** The file's own zone for times that it writes in UTC. */
  zone: string | null;
  from: YearMonth | null;
  problems: ImportProblems;
};

function existingZone(name: string | null): string | null {
  if (!name) return null;
  try {
    dayAt(new Date(0), name);
    return name;
  } catch {
    // Intl refuses names of zones that do not exist.
    return null;
  }
}

/** What an event says, property by property, as ical.js reads it (jCal, RFC 7265); null for what it cannot read. */
function parseEvent({ content }: EventBlock): IcsEvent | null {
  try {
    const [, properties] = ICAL.parse(content) as [string, JcalProperty[]];
    const valuesOf = (name: string) =>
      properties.flatMap(([own, , , ...values]) => (own === name ? values.flat() : []));
    return {
      has: (name) => properties.some(([own]) => own === name),
      values: valuesOf,
      words: (name) => {
        const [value] = valuesOf(name);
        return typeof value === 'string' ? value : '';
      },
    };
  } catch {
    // ical.js throws plain errors of many kinds for what is not iCalendar.
    return null;
  }
}

function foundIn(event: IcsEvent, reading: Reading): FoundDate[] {
  const { line, zone, from, problems } = reading;
  if (/^cancelled$/i.test(event.words('status'))) return [];
  const summary = event.words('summary');
  const date = dayOf(event.words('dtstart'), zone);
  if (!date) {
    problems.add(line, 'bad_date', summary);
    return [];
  }
  const kind = kindOfEvent(event, summary);
  const sinceYear = sinceYearOf(event, kind, date);
  const found = { line, kind, text: withoutYear(summary, sinceYear) };
  const yearly = (): FoundDate[] => [
    {
      ...found,
      when: {
        every: 'year',
        monthDay: date.slice(5) as MonthDay,
        sinceYear,
        leapRule: 'feb-28',
      },
    },
  ];
  const once = (day: PlainDate): FoundDate => ({ ...found, when: { every: 'once', date: day } });

  if (event.has('recurrence-id')) {
    // One occurrence of a series that was moved: a date of a calendar cannot be moved for one year.
    problems.add(line, 'unsupported_rule', summary);
    return [];
  }
  const rule = ruleOf(event);
  const hasFurtherDays = event.has('rdate');
  if (!rule) {
    if (hasFurtherDays) problems.add(line, 'unsupported_rule', summary);
    if (isLong(event, date, zone)) problems.add(line, 'several_days', summary);
    if (kind !== 'other' && isLongAgo(date, from)) return yearly();
    return [once(date)];
  }
  const skipped = exceptionsOf(event, zone);
  const isEndless = rule.count === null && rule.until === null;
  if (hasFurtherDays || !isOnSameDay(rule, date) || (isEndless && skipped.size > 0)) {
    problems.add(line, 'unsupported_rule', summary);
    return [];
  }
  if (isEndless) {
    if (rule.interval === 1) return yearly();
    problems.add(line, 'unsupported_rule', summary);
    return [];
  }
  const days = remainingDays(rule, date, from);
  if (days.length > YEARS_ONE_BY_ONE && rule.interval === 1) return yearly();
  return days
    .slice(0, YEARS_ONE_BY_ONE)
    .filter((day) => !skipped.has(day))
    .map(once);
}

/** What it is, by the marks of address books first (Nextcloud, vCard), by categories and words second. */
function kindOfEvent(event: IcsEvent, summary: string): Kind {
  const field = event.words('x-nextcloud-bc-field-type');
  if (/^bday$/i.test(field) || event.has('bday')) return 'birthday';
  if (/anniversary$/i.test(field) || event.has('x-anniversary')) return 'anniversary';
  return kindOfWords(`${event.values('categories').join(' ')} ${summary}`);
}

/** Programs leave out VALUE=DATE, and then ical.js writes the time that is not there as "T::". */
const DAY_OR_TIME = /^(\d{4}-\d{2}-\d{2})(?:T[\d:]*(Z?))?$/;

/** The day on the wall where the event takes place. A time with a zone is written in that zone's own hours. */
function dayOf(value: string, zone: string | null): PlainDate | null {
  const match = DAY_OR_TIME.exec(value);
  const written = match ? parsePlainDate(match[1] ?? '') : null;
  if (!written || match?.[2] !== 'Z' || !zone) return written;
  const instant = new Date(value);
  const { year } = partsOf(written);
  // Years outside these are no appointments, and Intl writes them in fewer digits.
  const isReadable = year >= 1000 && year < 9999 && !Number.isNaN(instant.getTime());
  return isReadable ? dayAt(instant, zone) : written;
}

function isLong(event: IcsEvent, start: PlainDate, zone: string | null): boolean {
  const end = dayOf(event.words('dtend'), zone);
  // The end of an all-day event is the day after its last; a party may go on past midnight.
  if (end) return toDayNumber(end) - toDayNumber(start) > 1;
  const [, weeks, days] = /^\+?P(?:(\d+)W|(\d+)D)/i.exec(event.words('duration')) ?? [];
  return Number(weeks ?? 0) > 0 || Number(days ?? 0) > 1;
}

function exceptionsOf(event: IcsEvent, zone: string | null): Set<PlainDate> {
  return new Set(event.values('exdate').flatMap((value) => dayOf(String(value), zone) ?? []));
}

type Rule = {
  freq: string;
  interval: number;
  count: number | null;
  until: string | null;
  /** BYDAY, BYMONTH and the like, in lower case. */
  by: [name: string, value: unknown][];
};

function ruleOf(event: IcsEvent): Rule | null {
  if (!event.has('rrule')) return null;
  const [data] = event.values('rrule');
  const parts = Object.entries(data && typeof data === 'object' ? data : {});
  const part = (name: string) => parts.find(([own]) => own === name)?.[1];
  const count = part('count');
  const until = part('until');
  return {
    freq: String(part('freq')).toUpperCase(),
    interval: Number(part('interval') ?? 1),
    count: count === undefined ? null : Number(count),
    until: until === undefined ? null : String(until),
    by: parts.filter(([name]) => name.startsWith('by')),
  };
}

/** Every year on the day it began: the only kind of rule that a date of a calendar has. */
function isOnSameDay(rule: Rule, date: PlainDate): boolean {
  const { month, day } = partsOf(date);
  const isLeapDay = date.endsWith('-02-29');
  return (
    rule.freq === 'YEARLY' &&
    rule.interval >= 1 &&
    rule.by.every(([name, value]) => {
      // Address books write 29 February as the last day of the month.
      if (name === 'bymonthday') return value === day || (isLeapDay && value === -1);
      return name === 'bymonth' && value === month;
    })
  );
}

/** A series with so many years to come outlives every calendar: it comes every year. */
const YEARS_ONE_BY_ONE = 20;

/** The days of a series with an end, from the calendar's first month on; one more than are taken one by one. */
function remainingDays(rule: Rule, start: PlainDate, from: YearMonth | null): PlainDate[] {
  const { year: firstYear, month, day } = partsOf(start);
  const until = rule.until === null ? null : dayOf(rule.until, null);
  // An end in UTC may be a day off the event's own day; occurrences are at least a year apart.
  const lastDay = until ? toDayNumber(until) + 1 : Number.POSITIVE_INFINITY;
  const days: PlainDate[] = [];
  let count = 0;
  for (let year = firstYear; year <= YEAR_MAX; year += rule.interval) {
    if (day > daysInMonth(year, month)) continue;
    const date = plainDate(year, month, day);
    if (toDayNumber(date) > lastDay || (rule.count !== null && count >= rule.count)) break;
    count += 1;
    if (from === null || monthOf(date) >= from) days.push(date);
    if (days.length > YEARS_ONE_BY_ONE) break;
  }
  return days;
}

/** Before this year hardly anybody kept a calendar of appointments in files: what begins earlier began then. */
const FILES_SINCE_YEAR = 2010;

function isLongAgo(date: PlainDate, from: YearMonth | null): boolean {
  return from === null ? partsOf(date).year < FILES_SINCE_YEAR : monthOf(date) < from;
}

/**
 * The year of birth or of the wedding, if the event tells it. Many people enter a birthday on the day they think of it,
 * and then it begins in that year: an age counted from there would be wrong on paper. So the year counts only where
 * the file says so itself, where the event begins well before it was entered, or where nobody entered events yet.
 */
function sinceYearOf(event: IcsEvent, kind: Kind, date: PlainDate): SinceYear {
  if (kind === 'other' || event.words('x-nextcloud-bc-unknown-year') === '1') return null;
  const names = ['x-nextcloud-bc-year', 'bday', 'x-anniversary'];
  for (const name of names) {
    const told = /^(\d{4})(?!\d{1,3}$)/.exec(event.words(name));
    if (told && isYearOfOrigin(Number(told[1]))) return Number(told[1]);
  }
  const { year } = partsOf(date);
  if (!isYearOfOrigin(year)) return null;
  const created = Number(event.words('created').slice(0, 4));
  // Some calendars write 1900 for "a long time ago".
  const isDated = created >= 1980;
  return (isDated ? created - year >= 2 : year < FILES_SINCE_YEAR) ? year : null;
}

/** "Anna (1980)", as address books word it: the age is printed from the year, so the year itself goes. */
function withoutYear(text: string, sinceYear: SinceYear): string {
  if (sinceYear === null) return text;
  const shorter = text.replace(new RegExp(`\\s*\\(\\s*\\*?\\s*${sinceYear}\\s*\\)\\s*$`, 'u'), '');
  return shorter.trim() === '' ? text : shorter;
}
