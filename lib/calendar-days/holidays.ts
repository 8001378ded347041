import type { HolidaySet, PrintLanguage } from '@/lib/calendars/document';
import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import {
  isLeapYear,
  type MonthDay,
  type PlainDate,
  plainDate,
  type YearMonth,
} from '@/lib/core/plain-date';
import type { DayEntry } from './day-entry';
import { byStrength, type HolidayKind, isPrintedByDefault } from './holiday-kinds';
import { wordedName } from './holiday-names';
import { lawfulHolidays } from './holiday-overrides';
import type { SourceHoliday } from './holiday-source';
import { daysSpanOf, yearsOf } from './month-range';
import { type Place, placeOf } from './places';

/** One holiday on one day. A feast of several days is one Holiday a day, all with the same key. */
export type Holiday = {
  /** "UA:08-24", "DE-BY:easter 60": which holiday it is, the same in every year and language. At most 120 characters. */
  key: string;
  /** `key` and those of the holidays of other sets that were merged into this one. */
  keys: readonly string[];
  date: PlainDate;
  /** In the print language, or where nobody has told it so in `nameLanguage`. */
  name: string;
  nameLanguage: string;
  kind: HolidayKind;
  country: string;
  region: string | null;
  /** Whether it is printed as long as the customer has not decided. */
  printed: boolean;
};

/** What staff say against our tables about one country or region. Applied last, in the order given. */
export type HolidayCorrection = {
  /** Of the stored correction: it becomes part of the key of a holiday that it adds. */
  id: string;
  /** ISO 3166 code, upper case. */
  country: string;
  /** null means the country and each of its regions; "BY" also means its own parts, "BY-A". */
  region: string | null;
  action: 'add' | 'remove' | 'rename';
  /** Once, on `date`, or in every year, on `monthDay`: exactly one of the two is not null. */
  date: PlainDate | null;
  monthDay: MonthDay | null;
  /**
   * add, rename: the names; a language left out takes English, or any that is given.
   * remove: empty removes every holiday of the day, otherwise only those that bear one of the names.
   */
  names: Readonly<Partial<Record<PrintLanguage, string>>>;
  /** Of a holiday that is added. */
  kind: HolidayKind;
  reason: string;
};

export type HolidaysInput = {
  sets: readonly HolidaySet[];
  from: YearMonth;
  monthCount: number;
  language: PrintLanguage;
  /** What staff corrected, applied last and in this order. */
  corrections?: readonly HolidayCorrection[];
};

/** Longest key that a calendar document stores. */
const KEY_MAX_CHARS = 120;

/**
 * Every holiday of the sets within the range, printed or not, by day; within a day the weightiest first, then in
 * the order of the sets. The same name on the same day, from several sets or twice in one, is one holiday.
 *
 * @throws DomainError calendar.invalid for a country or region that no holidays are known for.
 */
export function holidaysOf(input: HolidaysInput): Holiday[] {
  const { first, last } = daysSpanOf(input.from, input.monthCount);
  const years = yearsOf(input.from, input.monthCount);
  // A feast that began in December may last into January.
  const sourceYears = [(years[0] ?? 1) - 1, ...years];
  const merged = new Map<string, Holiday>();

  for (const set of input.sets) {
    const place = placeOf(set);
    if (!place) {
      throw new DomainError(
        'calendar.invalid',
        {},
        { fields: { holidaySets: set.region === null ? 'unknown_country' : 'unknown_region' } },
      );
    }
    for (const year of sourceYears) {
      const holidays = withCorrections(
        lawfulHolidays(place, year),
        input.corrections ?? [],
        place,
        year,
      );
      for (const holiday of holidays) {
        if (holiday.date < first || holiday.date > last) continue;
        const worded = wordedName(holiday, place, input.language);
        if (!worded.name) continue;
        const key = keyOf(place, holiday);
        const sameDay = `${holiday.date} ${worded.name.toLowerCase()}`;
        const known = merged.get(sameDay);
        merged.set(
          sameDay,
          known
            ? mergedWith(known, key, holiday.kind)
            : {
                key,
                keys: [key],
                date: holiday.date,
                name: worded.name,
                nameLanguage: worded.language,
                kind: holiday.kind,
                country: place.country,
                region: place.region,
                printed: isPrintedByDefault(holiday.kind),
              },
        );
      }
    }
  }
  // Array.prototype.sort is stable, so the order of the sets stays within equal ones.
  return [...merged.values()].sort((a, b) =>
    a.date === b.date ? byStrength(a.kind, b.kind) : a.date < b.date ? -1 : 1,
  );
}

/** True where the customer switched the holiday off, under the key of any set it comes from. */
export function isHidden(holiday: Holiday, hiddenKeys: ReadonlySet<string>): boolean {
  return holiday.keys.some((key) => hiddenKeys.has(key));
}

/** True where it goes on paper: not switched off, and printed by default or switched on under the key of any set. */
export function isShown(
  holiday: Holiday,
  hiddenKeys: ReadonlySet<string>,
  shownKeys: ReadonlySet<string>,
): boolean {
  if (isHidden(holiday, hiddenKeys)) return false;
  return holiday.printed || holiday.keys.some((key) => shownKeys.has(key));
}

/** What of the holidays goes on paper. Only days off by law are red, whatever else a customer switches on. */
export function toDayEntries(
  holidays: readonly Holiday[],
  hiddenKeys: Iterable<string>,
  shownKeys: Iterable<string>,
): DayEntry[] {
  const [hidden, shown] = [new Set(hiddenKeys), new Set(shownKeys)];
  return holidays
    .filter((holiday) => isShown(holiday, hidden, shown))
    .map((holiday) => ({
      date: holiday.date,
      text: holiday.name,
      kind: holiday.kind === 'public' ? 'public-holiday' : 'observance',
    }));
}

function mergedWith(known: Holiday, key: string, kind: HolidayKind): Holiday {
  const stronger = byStrength(known.kind, kind) <= 0 ? known.kind : kind;
  return {
    ...known,
    keys: known.keys.includes(key) ? known.keys : [...known.keys, key],
    kind: stronger,
    printed: known.printed || isPrintedByDefault(kind),
  };
}

function keyOf(place: Place, holiday: { id: string; scope: string | null }): string {
  const key = `${place.country}${holiday.scope ? `-${holiday.scope}` : ''}:${holiday.id}`;
  assert(key.length <= KEY_MAX_CHARS, `${key} fits into the document`);
  return key;
}

/**
 * The holidays of one year with the corrections that concern the place.
 * A rename changes the day's weightiest holiday: a day off rather than an observance.
 */
function withCorrections(
  holidays: readonly SourceHoliday[],
  corrections: readonly HolidayCorrection[],
  place: Place,
  year: number,
): readonly SourceHoliday[] {
  return corrections
    .filter((correction) => concerns(correction, place))
    .reduce((list, correction) => applied(list, correction, year), holidays);
}

function concerns({ country, region }: HolidayCorrection, place: Place): boolean {
  if (country !== place.country) return false;
  if (region === null) return true;
  const own = place.region?.toUpperCase() ?? '';
  const wanted = region.toUpperCase();
  return own === wanted || own.startsWith(`${wanted}-`);
}

function applied(
  holidays: readonly SourceHoliday[],
  correction: HolidayCorrection,
  year: number,
): readonly SourceHoliday[] {
  const date = dayOf(correction, year);
  if (!date) return holidays;
  const names = Object.fromEntries(
    Object.entries(correction.names).filter(([, name]) => name.trim().length > 0),
  );
  switch (correction.action) {
    case 'add':
      return [
        ...holidays,
        {
          id: `c-${correction.id}`,
          scope: correction.region,
          date,
          kind: correction.kind,
          names,
          isOurs: true,
          isSubstitute: false,
        },
      ];
    case 'remove': {
      const wanted = new Set(Object.values(names).map((name) => name.toLowerCase()));
      const isMeant = (holiday: SourceHoliday) =>
        wanted.size === 0 ||
        Object.values(holiday.names).some((name) => wanted.has(name.toLowerCase()));
      return holidays.filter((holiday) => holiday.date !== date || !isMeant(holiday));
    }
    case 'rename': {
      const [meant] = holidays
        .filter((holiday) => holiday.date === date)
        .sort((a, b) => byStrength(a.kind, b.kind));
      return holidays.map((holiday) =>
        holiday === meant ? { ...holiday, names, isOurs: true } : holiday,
      );
    }
  }
}

function dayOf({ date, monthDay }: HolidayCorrection, year: number): PlainDate | null {
  if (date) return Number(date.slice(0, 4)) === year ? date : null;
  if (!monthDay || (monthDay === '02-29' && !isLeapYear(year))) return null;
  return plainDate(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3)));
}
