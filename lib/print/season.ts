import type { HolidaySet } from '@/lib/calendars/document';

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof SEASONS)[number];

/** Countries whose people, nearly all of them, live south of the equator. */
const SOUTHERN = new Set(
  ['AO', 'AR', 'AU', 'BO', 'BR', 'BW', 'CL', 'FJ', 'LS', 'MG', 'MU', 'MW', 'MZ', 'NA', 'NZ'].concat(
    ['PE', 'PG', 'PY', 'SZ', 'TL', 'TZ', 'UY', 'WS', 'ZA', 'ZM', 'ZW'],
  ),
);

/** Whether a calendar hangs in the southern half of the world: its first holiday country says so. */
export function isSouthern(holidaySets: readonly Pick<HolidaySet, 'country'>[]): boolean {
  const [first] = holidaySets;
  return first !== undefined && SOUTHERN.has(first.country);
}

/** The season that a month, 1 to 12, belongs to as a whole: March begins the northern spring and the southern autumn. */
export function seasonOf(month: number, southern: boolean): Season {
  const northern = Math.floor((month % 12) / 3);
  const order = ['winter', 'spring', 'summer', 'autumn'] as const;
  return order[(northern + (southern ? 2 : 0)) % 4] ?? 'winter';
}
