import { type HolidayCorrection, holidaysOf, toDayEntries } from '@/lib/calendar-days/holidays';
import { monthGrid } from '@/lib/calendar-days/month-grid';
import { expandOwnDate } from '@/lib/calendar-days/own-dates';
import {
  addMonths,
  daysInMonth,
  monthPartsOf,
  type PlainDate,
  partsOf,
  plainDate,
  type Weekday,
  weekdayOf,
  YEAR_MAX,
  type YearMonth,
} from '@/lib/core/plain-date';
import type { CalendarDocument, OwnDate } from './document';
import { periodOf } from './period';

/** What becomes of a date that happens only once: it is left out, or comes on the same day of the later year. */
export type OnceChoice = 'drop' | 'shift';

const MONTHS_A_YEAR = 12;

/** Whole years, so that every month keeps its photos: twelve months become next year's, eighteen those after two. */
export function yearsAhead(document: Pick<CalendarDocument, 'monthCount'>): number {
  return Math.ceil(document.monthCount / MONTHS_A_YEAR);
}

/** False where the next calendar would begin or end beyond the years that we know. */
export function canRollOver(document: CalendarDocument): boolean {
  const months = yearsAhead(document) * MONTHS_A_YEAR;
  const { last } = periodOf({ ...document, from: addMonths(document.from, months) });
  return monthPartsOf(last).year <= YEAR_MAX;
}

/**
 * The calendar that follows this one: same design, same photo in the same month, same yearly dates. Years of this
 * calendar that stand in title, subtitle and captions are counted on.
 * @param once for dates that happen only once, by id; those that are not named are left out
 * @throws (assertion) where `canRollOver` is false
 */
export function rollOver(
  document: CalendarDocument,
  once: ReadonlyMap<OwnDate['id'], OnceChoice> = new Map(),
): CalendarDocument {
  const years = yearsAhead(document);
  const renamed = (text: string) => yearsCountedOn(text, document, years);
  return {
    ...document,
    from: addMonths(document.from, years * MONTHS_A_YEAR),
    title: renamed(document.title),
    subtitle: renamed(document.subtitle),
    pages: document.pages.map((page) => ({ ...page, caption: renamed(page.caption) })),
    dates: document.dates.flatMap((date) => {
      if (date.when.every === 'year') return [date];
      return once.get(date.id) === 'shift'
        ? [{ ...date, when: { ...date.when, date: yearsLater(date.when.date, years) } }]
        : [];
    }),
  };
}

/** 29 February comes on 28 February in a year without one. */
function yearsLater(date: PlainDate, years: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const later = year + years;
  return plainDate(later, month, Math.min(day, daysInMonth(later, month)));
}

function yearsCountedOn(text: string, document: CalendarDocument, years: number): string {
  const { first, last } = periodOf(document);
  const own = new Set([monthPartsOf(first).year, monthPartsOf(last).year]);
  return text.replaceAll(/(?<!\d)\d{4}(?!\d)/g, (digits) =>
    own.has(Number(digits)) ? String(Number(digits) + years) : digits,
  );
}

/** Everything that is printed differently in the later calendar. Days are of their own year. */
export type RollOverChanges = {
  /** Months whose grid begins on another weekday or has another number of weeks. */
  grids: {
    before: YearMonth;
    after: YearMonth;
    weekdays: [before: Weekday, after: Weekday];
    weeks: [before: number, after: number];
  }[];
  /** Holidays that fall on another day of the year, come new or are gone. */
  holidays: { text: string; before: PlainDate | null; after: PlainDate | null }[];
  /** Yearly dates that are worded differently: "Olena, 7" becomes "Olena, 8". Or come on another day. */
  dates: {
    id: OwnDate['id'];
    before: { day: PlainDate; text: string } | null;
    after: { day: PlainDate; text: string } | null;
  }[];
  /** Dates that happen only once and are within the earlier calendar. */
  once: { id: OwnDate['id']; text: string; day: PlainDate; later: PlainDate }[];
  /** Title, subtitle and captions in which a year was counted on. */
  texts: { before: string; after: string }[];
};

/** What rolling a calendar over changes, for the list that is shown before it is made. */
export function rollOverChanges(
  document: CalendarDocument,
  corrections: readonly HolidayCorrection[],
): RollOverChanges {
  const later = rollOver(document);
  const years = yearsAhead(document);
  return {
    grids: gridChanges(document, later),
    holidays: holidayChanges(
      holidayDays(document, corrections),
      holidayDays(later, corrections),
      years,
    ),
    dates: dateChanges(document, later, years),
    once: document.dates.flatMap(({ id, text, when }) =>
      when.every === 'once'
        ? [{ id, text, day: when.date, later: yearsLater(when.date, years) }]
        : [],
    ),
    texts: textsOf(document).flatMap((before, index) => {
      const after = textsOf(later)[index] ?? '';
      return before === after ? [] : [{ before, after }];
    }),
  };
}

function textsOf({ title, subtitle, pages }: CalendarDocument): string[] {
  return [title, subtitle, ...pages.map(({ caption }) => caption)];
}

function gridChanges(before: CalendarDocument, after: CalendarDocument): RollOverChanges['grids'] {
  return before.pages.flatMap((_, index) => {
    const months = [addMonths(before.from, index), addMonths(after.from, index)] as const;
    const grids = months.map((month) => monthGrid(month, before.firstWeekday).weeks);
    const firsts = months.map((month) => weekdayOf(`${month}-01` as PlainDate));
    const [weekdayBefore, weekdayAfter] = firsts;
    const [weeksBefore, weeksAfter] = grids.map((weeks) => weeks.length);
    if (!weekdayBefore || !weekdayAfter || !weeksBefore || !weeksAfter) return [];
    if (weekdayBefore === weekdayAfter && weeksBefore === weeksAfter) return [];
    return [
      {
        before: months[0],
        after: months[1],
        weekdays: [weekdayBefore, weekdayAfter],
        weeks: [weeksBefore, weeksAfter],
      },
    ];
  });
}

type NamedDay = { text: string; date: PlainDate };

function holidayDays(
  document: CalendarDocument,
  corrections: readonly HolidayCorrection[],
): NamedDay[] {
  const { from, monthCount, language, holidaySets } = document;
  const holidays = holidaysOf({ sets: holidaySets, from, monthCount, language, corrections });
  return toDayEntries(holidays, document.hiddenHolidays, document.shownHolidays);
}

/** Holidays of one name are paired in the order of the year: the second day of Easter with the second day of Easter. */
function holidayChanges(
  before: readonly NamedDay[],
  after: readonly NamedDay[],
  years: number,
): RollOverChanges['holidays'] {
  const names = [...new Set([...before, ...after].map(({ text }) => text))];
  const changes = names.flatMap((text) => {
    const old = before.filter((day) => day.text === text).map(({ date }) => date);
    const young = after.filter((day) => day.text === text).map(({ date }) => date);
    const same = old.filter((date) => young.includes(yearsLater(date, years)));
    const [moved, comes] = [
      old.filter((date) => !same.includes(date)),
      young.filter((date) => !same.some((one) => yearsLater(one, years) === date)),
    ];
    return Array.from({ length: Math.max(moved.length, comes.length) }, (_, index) => ({
      text,
      before: moved[index] ?? null,
      after: comes[index] ?? null,
    }));
  });
  const placeOf = ({ before: old, after: young }: (typeof changes)[number]) =>
    (old ?? young ?? '').slice(5);
  return changes.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0));
}

function dateChanges(
  before: CalendarDocument,
  after: CalendarDocument,
  years: number,
): RollOverChanges['dates'] {
  return before.dates.flatMap((date) => {
    if (date.when.every === 'once') return [];
    const days = (document: CalendarDocument) =>
      expandOwnDate(date, document.from, document.monthCount, document);
    const [old, young] = [days(before), days(after)];
    return Array.from({ length: Math.max(old.length, young.length) }, (_, index) => {
      const [one, other] = [old[index] ?? null, young[index] ?? null];
      return {
        id: date.id,
        before: one && { day: one.date, text: one.text },
        after: other && { day: other.date, text: other.text },
      };
    }).filter(
      ({ before: one, after: other }) =>
        one?.text !== other?.text ||
        (one !== null && other !== null && yearsLater(one.day, years) !== other.day),
    );
  });
}
