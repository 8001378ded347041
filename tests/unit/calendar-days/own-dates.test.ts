import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandOwnDate, expandOwnDates } from '@/lib/calendar-days/own-dates';
import { ageText, yearCountText } from '@/lib/calendar-days/year-count';
import { LEAP_RULES, type OwnDate, PRINT_LANGUAGES } from '@/lib/calendars/document';
import type { Id } from '@/lib/core/ids';
import { type MonthDay, type PlainDate, type YearMonth, yearMonth } from '@/lib/core/plain-date';

type Yearly = Extract<OwnDate['when'], { every: 'year' }>;
const id = 'evd_1' as Id<'eventDate'>;
const month = (text: string) => text as YearMonth;

function yearly(
  monthDay: string,
  more: Partial<Omit<Yearly, 'every' | 'monthDay'>> & {
    kind?: OwnDate['kind'];
    text?: string;
  } = {},
): OwnDate {
  const { kind = 'birthday', text = 'Олена', sinceYear = null, leapRule = 'feb-28' } = more;
  return {
    id,
    text,
    kind,
    when: { every: 'year', monthDay: monthDay as MonthDay, sinceYear, leapRule },
  };
}

const once = (date: string, text = 'Відпустка'): OwnDate => ({
  id,
  text,
  kind: 'other',
  when: { every: 'once', date: date as PlainDate },
});

describe('own dates', () => {
  it('a birthday comes in each year of the range with the age reached', () => {
    const olena = yearly('09-15', { sinceYear: 1987 });
    expect(expandOwnDate(olena, month('2027-09'), 18, 'uk')).toEqual([
      { date: '2027-09-15', text: 'Олена, 40', kind: 'birthday' },
      { date: '2028-09-15', text: 'Олена, 41', kind: 'birthday' },
    ]);
  });

  it('the age counts the year of the day, not of the first month', () => {
    const [entry] = expandOwnDate(yearly('01-10', { sinceYear: 2020 }), month('2027-09'), 12, 'en');
    expect(entry).toEqual({ date: '2028-01-10', text: 'Олена, 8', kind: 'birthday' });
  });

  it('the day of birth has no number and nothing is printed before it', () => {
    const born = yearly('05-05', { sinceYear: 2027 });
    expect(expandOwnDate(born, month('2026-01'), 18, 'uk')).toEqual([
      { date: '2027-05-05', text: 'Олена', kind: 'birthday' },
    ]);
  });

  it('a birthday without a year has no number', () => {
    expect(expandOwnDate(yearly('05-05'), month('2027-05'), 1, 'en')[0]?.text).toBe('Олена');
  });

  it.each([
    ['feb-28', ['2027-02-28', '2028-02-29', '2029-02-28']],
    ['mar-1', ['2027-03-01', '2028-02-29', '2029-03-01']],
    ['skip', ['2028-02-29']],
  ] as const)('29 February with rule %s', (leapRule, dates) => {
    const leap = yearly('02-29', { leapRule, sinceYear: 2000 });
    const found = [2027, 2028, 2029].flatMap((year) =>
      expandOwnDate(leap, yearMonth(year, 1), 12, 'uk'),
    );
    expect(found.map((entry) => entry.date)).toEqual(dates);
    for (const entry of found)
      expect(entry.text).toBe(`Олена, ${Number(entry.date.slice(0, 4)) - 2000}`);
  });

  it('a moved 29 February is judged by the day it moved to', () => {
    const moved = yearly('02-29', { leapRule: 'mar-1' });
    expect(expandOwnDate(moved, month('2027-02'), 1, 'uk')).toEqual([]);
    expect(expandOwnDate(moved, month('2027-03'), 1, 'uk')).toHaveLength(1);
  });

  it('no other day follows the rule of 29 February', () => {
    for (const leapRule of LEAP_RULES) {
      const [entry] = expandOwnDate(yearly('02-28', { leapRule }), month('2027-02'), 1, 'uk');
      expect(entry?.date).toBe('2027-02-28');
    }
  });

  it('a single date comes once, and not outside the range', () => {
    expect(expandOwnDate(once('2027-07-01'), month('2027-07'), 1, 'uk')).toEqual([
      { date: '2027-07-01', text: 'Відпустка', kind: 'other' },
    ]);
    expect(expandOwnDate(once('2027-06-30'), month('2027-07'), 12, 'uk')).toEqual([]);
    expect(expandOwnDate(once('2028-07-01'), month('2027-07'), 12, 'uk')).toEqual([]);
  });

  it('several dates of one day keep the order of the list', () => {
    const dates = [
      yearly('07-02', { text: 'Б' }),
      yearly('07-01', { text: 'В' }),
      once('2027-07-02', 'А'),
    ];
    const texts = expandOwnDates(dates, month('2027-07'), 1, 'uk').map((entry) => entry.text);
    expect(texts).toEqual(['В', 'Б', 'А']);
  });

  it('a yearly date comes exactly once in any twelve months, wherever they start', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        fc.date({ min: new Date('2024-01-01'), max: new Date('2024-12-31'), noInvalidDate: true }),
        fc.constantFrom('feb-28', 'mar-1'),
        (year, m, at, leapRule) => {
          const monthDay = at.toISOString().slice(5, 10);
          // A 29 February that moves into March can fall on both sides of a range that starts there.
          fc.pre(monthDay !== '02-29');
          const found = expandOwnDate(
            yearly(monthDay, { leapRule: leapRule as 'feb-28' | 'mar-1' }),
            yearMonth(year, m),
            12,
            'en',
          );
          expect(found).toHaveLength(1);
          expect(found[0]?.date.slice(5)).toBe(monthDay);
        },
      ),
    );
  });
});

describe('ages and counts', () => {
  it.each([
    ['en', 'X, 7', 'X (1 year)', 'X (10 years)'],
    ['uk', 'X, 7', 'X (1 рік)', 'X (10 років)'],
    ['de', 'X, 7', 'X (1 Jahr)', 'X (10 Jahre)'],
    ['pl', 'X, 7', 'X (1 rok)', 'X (10 lat)'],
    ['fr', 'X, 7', 'X (1 an)', 'X (10 ans)'],
    ['es', 'X, 7', 'X (1 año)', 'X (10 años)'],
    ['it', 'X, 7', 'X (1 anno)', 'X (10 anni)'],
    ['ja', 'X、7歳', 'X（1周年）', 'X（10周年）'],
  ] as const)('%s', (language, age, one, ten) => {
    expect(ageText('X', 7, language)).toBe(age);
    expect(yearCountText('X', 1, language)).toBe(one);
    expect(yearCountText('X', 10, language)).toBe(ten);
  });

  it('Slavic plurals follow the last digits', () => {
    const uk = (n: number) => yearCountText('', n, 'uk').trim();
    expect([2, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112].map(uk)).toEqual([
      '(2 роки)',
      '(5 років)',
      '(11 років)',
      '(12 років)',
      '(14 років)',
      '(21 рік)',
      '(22 роки)',
      '(25 років)',
      '(101 рік)',
      '(111 років)',
      '(112 років)',
    ]);
    const pl = (n: number) => yearCountText('', n, 'pl').trim();
    expect([2, 5, 12, 21, 22, 25].map(pl)).toEqual([
      '(2 lata)',
      '(5 lat)',
      '(12 lat)',
      '(21 lat)',
      '(22 lata)',
      '(25 lat)',
    ]);
  });

  it('the words agree with the plural rules of CLDR for every count up to 200', () => {
    const byCategory: Record<string, Record<string, string>> = {
      en: { one: 'year', other: 'years' },
      uk: { one: 'рік', few: 'роки', many: 'років' },
      de: { one: 'Jahr', other: 'Jahre' },
      pl: { one: 'rok', few: 'lata', many: 'lat' },
      fr: { one: 'an', other: 'ans' },
      es: { one: 'año', other: 'años' },
      it: { one: 'anno', other: 'anni' },
    };
    for (const language of PRINT_LANGUAGES.filter((l) => l !== 'ja')) {
      const rules = new Intl.PluralRules(language);
      for (let n = 1; n <= 200; n += 1) {
        const word = byCategory[language]?.[rules.select(n)];
        expect(yearCountText('X', n, language)).toBe(`X (${n} ${word})`);
      }
    }
  });

  it('numbers of zero and below are never printed', () => {
    for (const language of PRINT_LANGUAGES) {
      for (const n of [0, -1, -40]) {
        expect(ageText('X', n, language)).toBe('X');
        expect(yearCountText('X', n, language)).toBe('X');
      }
    }
  });
});
