import { describe, expect, it } from 'vitest';
import { boundedCache } from '@/lib/calendar-days/bounded-cache';
import { countryName, listCountries } from '@/lib/calendar-days/countries';
import { COMMON_ROWS } from '@/lib/calendar-days/data/common-holiday-names';
import { HOLIDAY_NAMES, PLACE_NAMES } from '@/lib/calendar-days/data/holiday-names';
import { OVERRIDES } from '@/lib/calendar-days/holiday-overrides';
import { holidaysOf } from '@/lib/calendar-days/holidays';
import { HolidaySetSchema, PRINT_LANGUAGES, type PrintLanguage } from '@/lib/calendars/document';
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
  const FIRST_LANGUAGES = PRINT_LANGUAGES.slice(1, 8);
  const OTHER_LANGUAGES = PRINT_LANGUAGES.slice(8);

  it('have a name for the languages of their columns in every row, and no cell too many', () => {
    for (const [title, row] of Object.entries(COMMON_ROWS)) {
      expect(row.split('|'), title).toHaveLength(OTHER_LANGUAGES.length);
      for (const cell of row.split('|')) expect(cell.trim(), title).toBe(cell);
    }
    for (const [title, row] of PLACE_NAMES) {
      for (const language of ['en', ...FIRST_LANGUAGES] as const)
        expect(row[language], title).toBeTruthy();
    }
    for (const [title, row] of HOLIDAY_NAMES) {
      const has = (language: PrintLanguage) => Boolean(row[language]);
      // A title of our law tables has its first languages there.
      if (!FIRST_LANGUAGES.every(has)) expect(FIRST_LANGUAGES.some(has), title).toBe(false);
      if (!OTHER_LANGUAGES.every(has)) expect(OTHER_LANGUAGES.some(has), title).toBe(false);
    }
  });

  it('are each in the script of their column', () => {
    const scripts: Partial<Record<PrintLanguage, RegExp>> = {
      uk: /\p{Script=Cyrillic}/u,
      ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|^Juneteenth$/u,
      bg: /\p{Script=Cyrillic}/u,
      el: /\p{Script=Greek}/u,
      he: /\p{Script=Hebrew}/u,
      ar: /\p{Script=Arabic}/u,
      fa: /\p{Script=Arabic}/u,
      hi: /\p{Script=Devanagari}/u,
      zh: /\p{Script=Han}/u,
      ko: /\p{Script=Hangul}/u,
    };
    for (const table of [HOLIDAY_NAMES, PLACE_NAMES]) {
      for (const [title, row] of table) {
        for (const language of PRINT_LANGUAGES) {
          const name = row[language];
          if (name === undefined) continue;
          expect(name, `${title} ${language}`).toMatch(scripts[language] ?? /\p{Script=Latin}|\d/u);
        }
      }
    }
  });

  it('name the twelve commonest holidays of the world in every print language', () => {
    const common = [
      "New Year's Day",
      'Christmas Day',
      'Labour Day',
      'Good Friday',
      'Easter Monday',
      'Easter Sunday',
      'Independence Day',
      'Boxing Day',
      "Mother's Day",
      "All Saints' Day",
      'End of Ramadan (Eid al-Fitr)',
      'Pentecost',
    ];
    for (const title of common) {
      for (const language of PRINT_LANGUAGES.slice(1)) {
        expect(HOLIDAY_NAMES.get(title)?.[language], `${title} ${language}`).toBeTruthy();
      }
    }
  });
});

describe('law tables', () => {
  it('cite the law on every line and name every day, those of Ukraine in every language', () => {
    for (const table of OVERRIDES.values()) {
      for (const line of [...table.days, ...table.kinds, ...table.substitutes]) {
        expect(line.law.length, line.id).toBeGreaterThan(5);
      }
      for (const { id, names } of table.days) {
        const everywhere = table.country === 'UA' ? PRINT_LANGUAGES : PRINT_LANGUAGES.slice(0, 8);
        for (const language of everywhere) {
          expect(names[language] ?? HOLIDAY_NAMES.get(names.en)?.[language], id).toBeTruthy();
        }
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
