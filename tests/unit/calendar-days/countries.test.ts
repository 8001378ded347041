import { describe, expect, it } from 'vitest';
import { boundedCache } from '@/lib/calendar-days/bounded-cache';
import { countryName, listCountries } from '@/lib/calendar-days/countries';
import { HOLIDAY_NAMES, PLACE_NAMES } from '@/lib/calendar-days/data/holiday-names';
import { OVERRIDES } from '@/lib/calendar-days/holiday-overrides';
import { holidaysOf } from '@/lib/calendar-days/holidays';
import { HolidaySetSchema, PRINT_LANGUAGES } from '@/lib/calendars/document';
import type { YearMonth } from '@/lib/core/plain-date';

describe('list of countries', () => {
  it('has every country and region of date-holidays, each once and named', () => {
    const countries = listCountries('en');
    expect(countries).toHaveLength(207);
    expect(countries.flatMap(({ regions }) => regions)).toHaveLength(421);
    for (const { code, name, regions } of countries) {
      expect(name, code).not.toBe('');
      expect(new Set(regions.map((region) => region.code)).size).toBe(regions.length);
      for (const region of regions) expect(region.name, `${code}-${region.code}`).not.toBe('');
    }
  });

  it.each(PRINT_LANGUAGES)('names of countries are those of CLDR in %s', (language) => {
    const cldr = new Intl.DisplayNames(language, { type: 'region' });
    for (const { code, name } of listCountries(language)) {
      expect(name).toBe(cldr.of(code)?.replace(/['ʼ]/g, '’'));
    }
  });

  it('every choice is a set that a document may hold and that has holidays', () => {
    for (const { code, regions } of listCountries('en')) {
      for (const region of [null, ...regions.map((each) => each.code)]) {
        const set = HolidaySetSchema.parse({ country: code, region });
        const holidays = holidaysOf({
          sets: [set],
          from: '2027-01' as YearMonth,
          monthCount: 12,
          language: 'uk',
        });
        expect(holidays.length, `${code} ${region}`).toBeGreaterThan(0);
        for (const { date, name } of holidays) {
          expect(date).toMatch(/^2027-\d\d-\d\d$/);
          expect(name.trim()).toBe(name);
          expect(name).not.toBe('');
        }
      }
    }
  }, 120_000);

  it('is in the order of the language', () => {
    const uk = listCountries('uk').map(({ name }) => name);
    const at = (name: string) => uk.indexOf(name);
    expect(at('Ізраїль')).toBeGreaterThan(at('Зімбабве'));
    expect(at('Ізраїль')).toBeLessThan(at('Кабо-Верде'));
    expect(at('Австрія')).toBeLessThan(at('Азербайджан'));
    const de = listCountries('de').map(({ name }) => name);
    expect(de.indexOf('Österreich')).toBeLessThan(de.indexOf('Polen'));
  });

  it('an unknown country has no name', () => {
    expect(countryName('UA', 'uk')).toBe('Україна');
    expect(() => countryName('XX', 'uk')).toThrow();
  });
});

describe('tables of names', () => {
  it('have a name for every language in every row', () => {
    for (const [table, count] of [
      [HOLIDAY_NAMES, PRINT_LANGUAGES.length - 1],
      [PLACE_NAMES, PRINT_LANGUAGES.length],
    ] as const) {
      for (const [title, row] of table) {
        const cells = Object.values(row);
        expect(cells, title).toHaveLength(count);
        for (const cell of cells) expect(cell?.trim(), title).toBeTruthy();
      }
    }
  });

  it('have no row with a cell too many', () => {
    for (const table of [HOLIDAY_NAMES, PLACE_NAMES]) {
      for (const [title, row] of table) {
        expect(row.ja, title).toMatch(
          /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|^Juneteenth$/u,
        );
      }
    }
  });
});

describe('law tables', () => {
  it('cite the law on every line and name every day in every language', () => {
    for (const table of OVERRIDES.values()) {
      for (const line of [...table.days, ...table.kinds, ...table.substitutes]) {
        expect(line.law.length, line.id).toBeGreaterThan(5);
      }
      for (const { id, names } of table.days) {
        for (const language of PRINT_LANGUAGES) expect(names[language], id).toBeTruthy();
      }
    }
  });
});

describe('bounded cache', () => {
  it('makes a value once, and forgets the one asked for longest ago', () => {
    const made: string[] = [];
    const get = boundedCache(2, (key) => {
      made.push(key);
      return key.toUpperCase();
    });
    expect([get('a'), get('b'), get('a'), get('c'), get('a'), get('b')]).toEqual([
      'A',
      'B',
      'A',
      'C',
      'A',
      'B',
    ]);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});
