import Holidays, { type HolidaysTypes } from 'date-holidays';
import { data, type Place, type RuleTable } from 'date-holidays/data';
import { assert } from '@/lib/core/assert';

/**
 * date-holidays with four faults of 3.37.0 taken out:
 * 1. It computes with local Date objects, so a process zone that skips a day (Kiritimati, 31 December 1994) or a
 *    midnight (São Paulo, first day of summer time) changes dates and lengths. Its calendar class is switched to UTC.
 * 2. It upper-cases the codes it looks up, so places filed in mixed case (NZ "Timaru", CK "Aitutaki") lose their days.
 * 3. It drops days whose type is misspelt in its tables (HR 8 October "observence").
 * 4. It writes Qingming in both Chinese scripts at once.
 */

/** What date-holidays' own calendar class looks like from here; checked before it is changed. */
type CalDate = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  duration: number;
};
type CalDatePrototype = {
  set: (this: CalDate, options?: unknown) => CalDate;
  getDay: (this: CalDate) => number;
  toDate: (this: CalDate) => Date;
};
type ActiveRange = { from?: Date; to?: Date };
type Internals = {
  holidays: Record<
    string,
    {
      active?: ActiveRange[];
      fn?: { inYear: (year: number) => { event: { dates: CalDate[] } } };
    }
  >;
};
const internalsOf = (holidays: Holidays) => holidays as unknown as Internals;

const KINDS = ['public', 'bank', 'optional', 'school', 'observance'] as const;
const MISSPELT: Record<string, (typeof KINDS)[number]> = {
  observence: 'observance',
  Observance: 'observance',
};

/** The tables of date-holidays, places keyed by the codes that a person sees ("Timaru"), types spelt right. */
export const PLACES: Readonly<Record<string, Place>> = mapValues(data.holidays, correctedPlace);

const LOOKUP_DATA = { ...data, holidays: mapValues(PLACES, withUpperCaseCodes) };

/**
 * The rules of one place, ready to be asked for years. Slow (up to 0.1 s): keep it.
 * Dates it gives are the country's own days; `start` and `end` are those days as if its clocks showed UTC.
 */
export function openDateHolidays(country: string, state?: string, region?: string): Holidays {
  switchToUtc();
  // `data` is read by date-holidays-parser's init but missing from the published types.
  const options: HolidaysTypes.Options & { data: unknown } = {
    timezone: 'UTC',
    types: ['observance', 'optional', 'school', 'bank', 'public'],
    data: LOOKUP_DATA,
  };
  const holidays = new Holidays(
    { country, ...(state ? { state } : {}), ...(region ? { region } : {}) },
    options,
  );
  for (const rule of Object.values(internalsOf(holidays).holidays)) {
    for (const range of rule.active ?? []) {
      if (range.from) range.from = localDayAsUtc(range.from);
      if (range.to) range.to = localDayAsUtc(range.to);
    }
  }
  return holidays;
}

/** The tables' own date of issue, "2026-09-20", for "holiday data of …". */
export const HOLIDAY_DATA_VERSION = data.version;

let isSwitched = false;

function switchToUtc(): void {
  if (isSwitched) return;
  // Andorra's New Year is a plain "01-01" in every edition of the tables.
  const probe = internalsOf(new Holidays('AD')).holidays['01-01'];
  const day = probe?.fn?.inYear(2027).event.dates[0];
  assert(day, 'date-holidays keeps its days where version 3.37.0 does');
  const prototype = Object.getPrototypeOf(day) as CalDatePrototype;
  assert(
    [prototype.set, prototype.getDay, prototype.toDate].every((f) => typeof f === 'function') &&
      day.year === 2027 &&
      day.duration === 24,
    'the calendar class of date-holidays is the one of version 3.37.0',
  );

  const setFromParts = prototype.set;
  prototype.set = function set(options) {
    if (!(options instanceof Date)) return setFromParts.call(this, options);
    this.year = options.getUTCFullYear();
    this.month = options.getUTCMonth() + 1;
    this.day = options.getUTCDate();
    this.hour = options.getUTCHours();
    this.minute = options.getUTCMinutes();
    this.second = options.getUTCSeconds();
    this.duration = 24;
    return this;
  };
  prototype.toDate = function toDate() {
    return new Date(
      Date.UTC(this.year, this.month - 1, this.day, this.hour, this.minute, this.second),
    );
  };
  prototype.getDay = function getDay() {
    return prototype.toDate.call(this).getUTCDay();
  };
  isSwitched = true;
}

/** `active` ranges were read as local midnights before we could reach them. */
function localDayAsUtc(date: Date): Date {
  return new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
}

function correctedPlace(place: Place): Place {
  return {
    ...place,
    ...(place.days ? { days: correctedDays(place.days) } : {}),
    ...(place.states ? { states: mapValues(place.states, correctedPlace) } : {}),
    ...(place.regions ? { regions: mapValues(place.regions, correctedPlace) } : {}),
  };
}

function correctedDays(days: RuleTable): RuleTable {
  return mapValues(days, (options) => {
    if (!options) return options;
    const type = MISSPELT[options.type ?? ''] ?? options.type;
    const names = typeof options.name === 'object' ? options.name : null;
    const isDouble = names?.zh === '清明节 清明節';
    return {
      ...options,
      ...(type ? { type } : {}),
      ...(names && isDouble ? { name: { ...names, zh: '清明节' } } : {}),
    };
  });
}

function withUpperCaseCodes(place: Place): Place {
  const bothSpellings = (places: Record<string, Place>) =>
    Object.fromEntries(
      Object.entries(places).flatMap(([code, child]) => {
        const lookup = withUpperCaseCodes(child);
        return [
          [code, lookup],
          [code.toUpperCase(), lookup],
        ];
      }),
    );
  return {
    ...place,
    ...(place.states ? { states: bothSpellings(place.states) } : {}),
    ...(place.regions ? { regions: bothSpellings(place.regions) } : {}),
  };
}

function mapValues<A, B>(record: Record<string, A>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
