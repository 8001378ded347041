import type { Weekday } from '@/lib/core/plain-date';

/**
 * Countries whose week does not start on Monday: CLDR 48, supplemental weekData, firstDay.
 * A test compares this table with the CLDR data of the running Node.
 */
const WEEK_STARTS: readonly { weekday: Weekday; countries: string }[] = [
  { weekday: 5, countries: 'MV' },
  { weekday: 6, countries: 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY' },
  {
    weekday: 7,
    countries:
      'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW',
  },
];

const BY_COUNTRY = new Map(
  WEEK_STARTS.flatMap(({ weekday, countries }) =>
    countries.split(' ').map((country) => [country, weekday] as const),
  ),
);

/** The day that a week starts with in a country, as people there expect it; Monday where nothing else is known. */
export function firstWeekdayOf(country: string): Weekday {
  return BY_COUNTRY.get(country) ?? 1;
}
