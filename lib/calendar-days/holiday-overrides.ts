import {
  addDays,
  isLeapYear,
  type PlainDate,
  partsOf,
  plainDate,
  weekdayOf,
} from '@/lib/core/plain-date';
import { boundedCache } from './bounded-cache';
import { AU } from './data/overrides/au';
import { BG } from './data/overrides/bg';
import { CA } from './data/overrides/ca';
import { CH } from './data/overrides/ch';
import { CN } from './data/overrides/cn';
import { FI } from './data/overrides/fi';
import { GB } from './data/overrides/gb';
import { IT } from './data/overrides/it';
import { KR } from './data/overrides/kr';
import { LT } from './data/overrides/lt';
import { LV } from './data/overrides/lv';
import { MX } from './data/overrides/mx';
import { NL } from './data/overrides/nl';
import { SK } from './data/overrides/sk';
import { UA } from './data/overrides/ua';
import { US } from './data/overrides/us';
import { orthodoxEaster, westernEaster } from './easter';
import { type SourceHoliday, sourceHolidays } from './holiday-source';
import type {
  AddedDay,
  AddedSubstitute,
  ChangedKind,
  DayRule,
  OverrideRegions,
  OverrideTable,
} from './override-table';
import { type Place, placeOf } from './places';

/** Every country where date-holidays is known to be wrong. */
export const OVERRIDES: ReadonlyMap<string, OverrideTable> = new Map(
  [AU, BG, CA, CH, CN, FI, GB, IT, KR, LT, LV, MX, NL, SK, UA, US].map((table) => [
    table.country,
    table,
  ]),
);

const RESULTS_KEPT = 600;
const corrected = boundedCache(RESULTS_KEPT, (key): readonly SourceHoliday[] => {
  const [country = '', region = '', year = ''] = key.split('/');
  const place = placeOf({ country, region: region || null });
  return place ? correctedHolidays(place, Number(year)) : [];
});

/**
 * The holidays of a place that begin in `year`, with what our own law tables know better. In the order of time.
 * Immutable: the same list is handed out again.
 */
export function lawfulHolidays(place: Place, year: number): readonly SourceHoliday[] {
  return corrected(`${place.country}/${place.region ?? ''}/${year}`);
}

function correctedHolidays(place: Place, year: number): SourceHoliday[] {
  const table = OVERRIDES.get(place.country);
  if (!table) return [...sourceHolidays(place, year)];

  const holdsFor = (line: AddedDay | ChangedKind | AddedSubstitute) =>
    isFor(line.regions, place) &&
    year >= (line.fromYear ?? Number.NEGATIVE_INFINITY) &&
    year <= (line.toYear ?? Number.POSITIVE_INFINITY);

  const source = table.replacesSource ? [] : sourceHolidays(place, year);
  const kinds = table.kinds.filter(holdsFor);
  const base = source.map((holiday) => {
    const change = kinds.find((line) => line.id === holiday.id);
    return change ? { ...holiday, kind: change.kind } : holiday;
  });
  const days = table.days.filter(holdsFor).flatMap((line) =>
    datesInYear(line.rule, year).map((date) => ({
      id: line.id,
      scope: Array.isArray(line.regions) ? place.region : null,
      date,
      kind: line.kind,
      names: line.names,
      isOurs: true,
      isSubstitute: false,
    })),
  );
  const off = [...base, ...days].filter(({ kind }) => kind === 'public');
  const taken = new Set(off.map(({ date }) => date));
  const substitutes = table.substitutes
    .filter(holdsFor)
    .flatMap((line) => [...base, ...days].flatMap((holiday) => substituteOf(holiday, line, taken)));
  return [...base, ...substitutes, ...days].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
}

function isFor(regions: OverrideRegions, place: Place): boolean {
  if (regions === 'everywhere') return true;
  if (regions === 'country-only') return place.region === null;
  // A region of a state has the state's days: BY-A is part of BY.
  const state = place.codes[0];
  return state !== undefined && regions.includes(state);
}

function substituteOf(
  holiday: SourceHoliday,
  line: AddedSubstitute,
  taken: ReadonlySet<PlainDate>,
): SourceHoliday[] {
  if (holiday.id !== line.id || holiday.isSubstitute || holiday.kind !== 'public') return [];
  const weekday = weekdayOf(holiday.date);
  const days = weekday === 6 ? line.fromSaturday : weekday === 7 ? line.fromSunday : 0;
  if (days === 0) return [];
  let date = addDays(holiday.date, days);
  // A day that is off anyway is no substitute: 1 May 2027 in Bulgaria goes past Easter Monday.
  while (days > 0 && taken.has(date)) date = addDays(date, 1);
  return [{ ...holiday, date, isSubstitute: true }];
}

function datesInYear(rule: DayRule, year: number): PlainDate[] {
  switch (rule.on) {
    case 'month-day': {
      const [month, day] = [Number(rule.monthDay.slice(0, 2)), Number(rule.monthDay.slice(3))];
      return month === 2 && day === 29 && !isLeapYear(year) ? [] : [plainDate(year, month, day)];
    }
    case 'easter': {
      const easter = rule.church === 'western' ? westernEaster(year) : orthodoxEaster(year);
      return [addDays(easter, rule.offsetDays)];
    }
    case 'nth-weekday': {
      const first = plainDate(year, rule.month, 1);
      const toFirst = (rule.weekday - weekdayOf(first) + 7) % 7;
      return [addDays(first, toFirst + (rule.nth - 1) * 7)];
    }
    case 'dates':
      return rule.dates.filter((date) => partsOf(date).year === year);
  }
}
