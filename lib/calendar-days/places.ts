import type { Place as RawPlace } from 'date-holidays/data';
import type { HolidaySet } from '@/lib/calendars/document';
import { PLACES } from './date-holidays-utc';

/** A country, or one of its states or a region of a state, that holidays are known for. */
export type Place = {
  country: string;
  /** As in the list of countries, "BY", "BY-A", "CAN-Timaru"; null for the whole country. */
  region: string | null;
  /** The region's codes as date-holidays wants them, state first. */
  codes: readonly string[];
  /** Languages of the place, most usual first, as ISO 639 codes. */
  languages: readonly string[];
};

/** date-holidays writes some languages its own way: country codes where ISO 639 has "ja", "cs", "ka". */
export function isoLanguage(code: string): string {
  const OWN: Record<string, string> = { jp: 'ja', cz: 'cs', ge: 'ka' };
  return OWN[code] ?? code;
}

/** Finds a place by its codes, in any case; null where no holidays are known for it. */
export function placeOf(set: HolidaySet): Place | null {
  const country = set.country.toUpperCase();
  const raw = Object.hasOwn(PLACES, country) ? PLACES[country] : undefined;
  if (!raw) return null;
  const languages = (raw.langs ?? []).map(isoLanguage);
  if (set.region === null) return { country, region: null, codes: [], languages };

  const wanted = set.region.toUpperCase();
  const found = regionsOf(raw).find((region) => region.code.toUpperCase() === wanted);
  if (!found) return null;
  const own = (found.raw.langs ?? []).map(isoLanguage);
  return {
    country,
    region: found.code,
    codes: found.codes,
    languages: own.length > 0 ? own : languages,
  };
}

type Region = { code: string; codes: string[]; raw: RawPlace };

/** States first, each followed by its own regions, in the order of the tables. */
export function regionsOf(country: RawPlace): Region[] {
  const children = Object.entries({ ...country.states, ...country.regions });
  return children.flatMap(([code, raw]) => [
    { code, codes: [code], raw },
    ...Object.entries(raw.regions ?? {}).map(([inner, innerRaw]) => ({
      code: `${code}-${inner}`,
      codes: [code, inner],
      raw: innerRaw,
    })),
  ]);
}
