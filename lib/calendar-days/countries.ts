import type { Place as RawPlace } from 'date-holidays/data';
import { PRINT_LANGUAGES, type PrintLanguage } from '@/lib/calendars/document';
import { assert } from '@/lib/core/assert';
import { COUNTRY_NAMES } from './data/country-names';
import { PLACES } from './date-holidays-utc';
import { isoLanguage, regionsOf } from './places';

export type CountryChoice = {
  /** ISO 3166, "DE"; IC is the Canary Islands. */
  code: string;
  name: string;
  /** States and regions whose holidays differ; a state's own regions right after it. */
  regions: { code: string; name: string }[];
};

/**
 * Every country and region that holidays are known for, by name. Country names are in the language asked for;
 * regions are in it where date-holidays has it so, otherwise in English or in the local language.
 * A code here is what a calendar's holiday set wants.
 */
export function listCountries(language: PrintLanguage): CountryChoice[] {
  return Object.entries(PLACES)
    .map(([code, raw]) => ({
      code,
      name: countryName(code, language),
      regions: regionsOf(raw).map((region) => ({
        code: region.code,
        name:
          region.codes.length > 1
            ? `${regionName(stateOf(raw, region.codes[0] ?? ''), language)} – ${regionName(region.raw, language)}`
            : regionName(region.raw, language),
      })),
    }))
    .sort((a, b) => compareNames(a.name, b.name));
}

/** "Україна" for UA. The country must be one of the list. */
export function countryName(code: string, language: PrintLanguage): string {
  const name = COUNTRY_NAMES[code]?.split('|')[PRINT_LANGUAGES.indexOf(language)];
  assert(name, `country ${code} has a name`);
  return name;
}

function stateOf(country: RawPlace, code: string): RawPlace {
  return country.states?.[code] ?? country.regions?.[code] ?? {};
}

function regionName(raw: RawPlace, language: PrintLanguage): string {
  if (raw.name) return raw.name;
  const names = Object.fromEntries(
    Object.entries(raw.names ?? {}).map(([key, name]) => [isoLanguage(key), name]),
  );
  return names[language] ?? names.en ?? Object.values(names)[0] ?? '';
}

/** Letters with marks beside their plain letter, without the locale tables of the machine. */
function compareNames(a: string, b: string): number {
  const [plainA, plainB] = [sortable(a), sortable(b)];
  return plainA === plainB ? (a < b ? -1 : 1) : plainA < plainB ? -1 : 1;
}

// Ukrainian letters that do not follow the order of their code points: ґ after г, є after е, і and ї after и.
const UKRAINIAN: Record<string, string> = { ґ: 'г~', є: 'е~', і: 'и~', ї: 'и~~', ł: 'l~' };

function sortable(name: string): string {
  return [...name.toLowerCase()]
    .map((letter) => UKRAINIAN[letter] ?? (/[а-я]/.test(letter) ? letter : plain(letter)))
    .join('');
}

const plain = (letter: string) => letter.normalize('NFD').replace(/\p{M}/gu, '');
