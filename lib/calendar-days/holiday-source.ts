import { assert } from '@/lib/core/assert';
import { addDays, type PlainDate, parsePlainDate } from '@/lib/core/plain-date';
import { boundedCache } from './bounded-cache';
import { openDateHolidays, PLACES } from './date-holidays-utc';
import { HOLIDAY_KINDS, type HolidayKind } from './holiday-kinds';
import { isoLanguage, type Place, placeOf } from './places';

/** One day of one holiday, in every language its source has. */
export type SourceHoliday = {
  /** Says which holiday it is, the same in every year: "05-01", "easter 50", "2nd monday in may". */
  id: string;
  /** The region the rule belongs to; null where it holds in the whole country. */
  scope: string | null;
  date: PlainDate;
  kind: HolidayKind;
  /** By ISO 639 code; at least one. Never holds the words for a substitute day. */
  names: Readonly<Record<string, string>>;
  /** True where the names are ours or the staff's own words, which no translation table knows better. */
  isOurs: boolean;
  /** The day off given instead of a holiday that fell on a weekend. */
  isSubstitute: boolean;
};

/** Places and years asked for lately. A calendar needs three years of up to six places. */
const RESULTS_KEPT = 600;
/** Places whose parsed rules are kept; one takes up to 0.1 s to open. */
const OPEN_PLACES_KEPT = 40;

type Rule = {
  id: string;
  scope: string | null;
  names: Readonly<Record<string, string>>;
};

const opened = boundedCache(OPEN_PLACES_KEPT, (key) => {
  const { place } = fromKey(key);
  const [state, region] = place.codes;
  const holidays = openDateHolidays(place.country, state, region);
  return { holidays, rules: rulesOf(holidays.getRules(), place) };
});

const computed = boundedCache(RESULTS_KEPT, (key): readonly SourceHoliday[] => {
  const { place, year } = fromKey(key);
  const { holidays, rules } = opened(toKey(place, 0));
  return holidays.getHolidays(year).flatMap((holiday) => {
    const rule = rules.get(holiday.rule);
    assert(rule, `rule "${holiday.rule}" of ${place.country} is known`);
    const { dates, isHalfDay } = daysOf(holiday);
    // A day that is off from noon or from the evening on is no red day.
    const kind = holiday.type === 'public' && isHalfDay ? 'observance' : kindOf(holiday.type);
    // "substitutes … and if …" gives the holiday itself too.
    const isSubstitute =
      holiday.substitute === true ||
      (isSubstituteRule(holiday.rule) && !/ and if /i.test(holiday.rule));
    return dates.map((date) => ({ ...rule, date, kind, isOurs: false, isSubstitute }));
  });
});

/**
 * The holidays of date-holidays that begin in `year`, in the order of time; a feast of several days is listed
 * once for each, the last of which may lie in the next year. Its own mistakes included: see holiday-overrides.
 * Its tables end: feasts of the Islamic calendar are known for 1970 to 2076, of the Jewish one for 1969 to 2099.
 */
export function sourceHolidays(place: Place, year: number): readonly SourceHoliday[] {
  return computed(toKey(place, year));
}

const toKey = (place: Place, year: number) => `${place.country}/${place.region ?? ''}/${year}`;

function fromKey(key: string): { place: Place; year: number } {
  const [country = '', region = '', year = ''] = key.split('/');
  const place = placeOf({ country, region: region || null });
  assert(place, `${key} is a place`);
  return { place, year: Number(year) };
}

/**
 * The civil days a holiday covers. date-holidays marks feasts that start at sunset with a suffix on `date`, whose
 * first ten characters are still the day of daylight; their length counts from sunset to sunset. Others may start
 * at an hour of their first day.
 */
function daysOf(holiday: { date: string; start: Date; end: Date }): {
  dates: PlainDate[];
  isHalfDay: boolean;
} {
  const first = parsePlainDate(holiday.date.slice(0, 10));
  assert(first, `${holiday.date} begins with a day`);
  const hours = (holiday.end.getTime() - holiday.start.getTime()) / 3_600_000;
  const startsAtSunset = holiday.date.length > 'yyyy-mm-dd hh:mm:ss'.length;
  const startHour = startsAtSunset ? 0 : Number(holiday.date.slice(11, 13));
  const count = startsAtSunset
    ? // Turkey's feasts of 3 and 4 days begin with the eve's afternoon: 90 and 114 hours.
      Math.floor(hours / 24)
    : Math.ceil((startHour + hours) / 24);
  return {
    dates: Array.from({ length: Math.max(1, count) }, (_, i) => addDays(first, i)),
    isHalfDay: startHour >= 12,
  };
}

function kindOf(type: string): HolidayKind {
  const kind = HOLIDAY_KINDS.find((known) => known === type);
  assert(kind, `${type} is a kind of holiday`);
  return kind;
}

const isSubstituteRule = (rule: string) => /^substitutes /i.test(rule);

function rulesOf(published: readonly object[], place: Place): Map<string, Rule> {
  // The published types declare HolidayRule without its fields.
  const raw = published.map((rule) => rule as { rule: string; name: string | Names });
  const rules = raw.map(({ rule, name }) => {
    const names: Names =
      typeof name === 'string'
        ? { [place.languages[0] ?? 'en']: name }
        : Object.fromEntries(Object.entries(name).map(([l, text]) => [isoLanguage(l), text]));
    const scope = isNational(rule, place.country) ? null : place.region;
    return { rule, names, scope, id: ruleId(rule, names) };
  });
  return new Map(
    rules.map(({ rule, ...own }) => {
      // Two feasts that share a day (Divali and All Saints in Mauritius) are switched apart by their names.
      const sharesId = rules.some(
        (other) =>
          other.id === own.id &&
          other.scope === own.scope &&
          titleOf(other.names) !== titleOf(own.names) &&
          !isSubstituteRule(other.rule),
      );
      const id = sharesId && !isSubstituteRule(rule) ? `${own.id} ${titleOf(own.names)}` : own.id;
      return [rule, { ...own, id }];
    }),
  );
}

type Names = Record<string, string>;
const titleOf = (names: Names) => (names.en ?? Object.values(names)[0] ?? '').toLowerCase();

function isNational(rule: string, country: string): boolean {
  const place = PLACES[country];
  const borrowed = typeof place?._days === 'string' ? PLACES[place._days]?.days : undefined;
  return Boolean(place?.days?.[rule] ?? borrowed?.[rule]);
}

/**
 * A rule without what changes over the years or only says what happens when it falls on a weekend, so that hiding
 * a holiday hides it in every year, with its substitute day.
 */
function ruleId(rule: string, names: Names): string {
  const head = rule
    .toLowerCase()
    .trim()
    .replace(/^substitutes /, '');
  // A feast listed day by day ("2027-11-08") is the same one next year under another day.
  if (/^\d{4}-/.test(head)) return `n ${titleOf(names)}`;
  const id = head
    .replace(/#\d+/, '')
    .replace(
      /\b(and )?(if|since|prior to|not on|every|in (even|odd|leap|non-leap) years?)\b.*$/,
      '',
    )
    .replace(/\bp[\dt][\dthmd]*\b/, '')
    .replace(/\b\d{1,2}:\d{2}\b/g, (time, offset: number, whole: string) =>
      // "+09:00" is the zone an equinox is seen in, not an hour.
      whole[offset - 1] === '+' ? time : '',
    )
    .replace(/\s+/g, ' ')
    .trim();
  assert(id, `rule "${rule}" names a day`);
  return id;
}
