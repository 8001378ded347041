import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandOwnDate, expandOwnDates } from '@/lib/calendar-days/own-dates';
import { ageText, yearCountText } from '@/lib/calendar-days/year-count';
import {
  LEAP_RULES,
  type OwnDate,
  PRINT_LANGUAGES,
  type PrintLanguage,
} from '@/lib/calendars/document';
import type { Id } from '@/lib/core/ids';
import { type MonthDay, type PlainDate, type YearMonth, yearMonth } from '@/lib/core/plain-date';
import { UNMARKED } from '../../support/documents';

type Yearly = Extract<OwnDate['when'], { every: 'year' }>;
const id = 'evd_1' as Id<'eventDate'>;
const month = (text: string) => text as YearMonth;
const words = (language: PrintLanguage, hasNativeDigits = false) => ({ language, hasNativeDigits });

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
    ...UNMARKED,
    when: { every: 'year', monthDay: monthDay as MonthDay, sinceYear, leapRule },
  };
}

const once = (date: string, text = 'Відпустка'): OwnDate => ({
  id,
  text,
  kind: 'other',
  ...UNMARKED,
  when: { every: 'once', date: date as PlainDate },
});

describe('own dates', () => {
  it('a birthday comes in each year of the range with the age reached', () => {
    const olena = yearly('09-15', { sinceYear: 1987 });
    expect(expandOwnDate(olena, month('2027-09'), 18, words('uk'))).toEqual([
      { date: '2027-09-15', text: 'Олена, 40', kind: 'birthday' },
      { date: '2028-09-15', text: 'Олена, 41', kind: 'birthday' },
    ]);
  });

  it('the age counts the year of the day, not of the first month', () => {
    const [entry] = expandOwnDate(
      yearly('01-10', { sinceYear: 2020 }),
      month('2027-09'),
      12,
      words('en'),
    );
    expect(entry).toEqual({ date: '2028-01-10', text: 'Олена, 8', kind: 'birthday' });
  });

  it('the day of birth has no number and nothing is printed before it', () => {
    const born = yearly('05-05', { sinceYear: 2027 });
    expect(expandOwnDate(born, month('2026-01'), 18, words('uk'))).toEqual([
      { date: '2027-05-05', text: 'Олена', kind: 'birthday' },
    ]);
  });

  it('a birthday without a year has no number', () => {
    expect(expandOwnDate(yearly('05-05'), month('2027-05'), 1, words('en'))[0]?.text).toBe('Олена');
  });

  it.each([
    ['feb-28', ['2027-02-28', '2028-02-29', '2029-02-28']],
    ['mar-1', ['2027-03-01', '2028-02-29', '2029-03-01']],
    ['skip', ['2028-02-29']],
  ] as const)('29 February with rule %s', (leapRule, dates) => {
    const leap = yearly('02-29', { leapRule, sinceYear: 2000 });
    const found = [2027, 2028, 2029].flatMap((year) =>
      expandOwnDate(leap, yearMonth(year, 1), 12, words('uk')),
    );
    expect(found.map((entry) => entry.date)).toEqual(dates);
    for (const entry of found)
      expect(entry.text).toBe(`Олена, ${Number(entry.date.slice(0, 4)) - 2000}`);
  });

  it('a moved 29 February is judged by the day it moved to', () => {
    const moved = yearly('02-29', { leapRule: 'mar-1' });
    expect(expandOwnDate(moved, month('2027-02'), 1, words('uk'))).toEqual([]);
    expect(expandOwnDate(moved, month('2027-03'), 1, words('uk'))).toHaveLength(1);
  });

  it('no other day follows the rule of 29 February', () => {
    for (const leapRule of LEAP_RULES) {
      const [entry] = expandOwnDate(
        yearly('02-28', { leapRule }),
        month('2027-02'),
        1,
        words('uk'),
      );
      expect(entry?.date).toBe('2027-02-28');
    }
  });

  it('a single date comes once, and not outside the range', () => {
    expect(expandOwnDate(once('2027-07-01'), month('2027-07'), 1, words('uk'))).toEqual([
      { date: '2027-07-01', text: 'Відпустка', kind: 'other' },
    ]);
    expect(expandOwnDate(once('2027-06-30'), month('2027-07'), 12, words('uk'))).toEqual([]);
    expect(expandOwnDate(once('2028-07-01'), month('2027-07'), 12, words('uk'))).toEqual([]);
  });

  it('several dates of one day keep the order of the list', () => {
    const dates = [
      yearly('07-02', { text: 'Б' }),
      yearly('07-01', { text: 'В' }),
      once('2027-07-02', 'А'),
    ];
    const texts = expandOwnDates(dates, month('2027-07'), 1, words('uk')).map(
      (entry) => entry.text,
    );
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
            words('en'),
          );
          expect(found).toHaveLength(1);
          expect(found[0]?.date.slice(5)).toBe(monthDay);
        },
      ),
    );
  });
});

describe('how an own date is marked', () => {
  const mark = { icon: 'cake', colour: '#aa3322', picture: null, personId: 'mia' } as const;

  it('goes with each of its entries', () => {
    const [entry] = expandOwnDate(
      { ...yearly('05-05'), ...mark },
      month('2027-01'),
      12,
      words('en'),
    );
    expect(entry?.mark).toEqual(mark);
    const [single] = expandOwnDate(
      { ...once('2027-05-05'), ...mark },
      month('2027-01'),
      12,
      words('en'),
    );
    expect(single?.mark).toEqual(mark);
  });

  it('is left out where nothing was chosen', () => {
    const [entry] = expandOwnDate(yearly('05-05'), month('2027-01'), 12, words('en'));
    expect(entry).not.toHaveProperty('mark');
  });
});

describe('ages and counts', () => {
  const count = (n: number, language: PrintLanguage) => yearCountText('X', n, language, false);

  it.each([
    ['en', 'X, 7', ['X (1 year)', 'X (2 years)', 'X (10 years)', 'X (21 years)']],
    ['uk', 'X, 7', ['X (1 рік)', 'X (2 роки)', 'X (10 років)', 'X (21 рік)']],
    ['de', 'X, 7', ['X (1 Jahr)', 'X (2 Jahre)', 'X (10 Jahre)', 'X (21 Jahre)']],
    ['pl', 'X, 7', ['X (1 rok)', 'X (2 lata)', 'X (10 lat)', 'X (21 lat)']],
    ['fr', 'X, 7', ['X (1 an)', 'X (2 ans)', 'X (10 ans)', 'X (21 ans)']],
    ['es', 'X, 7', ['X (1 año)', 'X (2 años)', 'X (10 años)', 'X (21 años)']],
    ['it', 'X, 7', ['X (1 anno)', 'X (2 anni)', 'X (10 anni)', 'X (21 anni)']],
    ['ja', 'X、7歳', ['X（1周年）', 'X（2周年）', 'X（10周年）', 'X（21周年）']],
    ['pt', 'X, 7', ['X (1 ano)', 'X (2 anos)', 'X (10 anos)', 'X (21 anos)']],
    ['nl', 'X, 7', ['X (1 jaar)', 'X (2 jaar)', 'X (10 jaar)', 'X (21 jaar)']],
    ['cs', 'X, 7', ['X (1 rok)', 'X (2 roky)', 'X (10 let)', 'X (21 let)']],
    ['sk', 'X, 7', ['X (1 rok)', 'X (2 roky)', 'X (10 rokov)', 'X (21 rokov)']],
    ['hu', 'X, 7', ['X (1 év)', 'X (2 év)', 'X (10 év)', 'X (21 év)']],
    ['ro', 'X, 7', ['X (1 an)', 'X (2 ani)', 'X (10 ani)', 'X (21 de ani)']],
    ['bg', 'X, 7', ['X (1 година)', 'X (2 години)', 'X (10 години)', 'X (21 години)']],
    ['hr', 'X, 7', ['X (1 godina)', 'X (2 godine)', 'X (10 godina)', 'X (21 godina)']],
    ['sl', 'X, 7', ['X (1 leto)', 'X (2 leti)', 'X (10 let)', 'X (21 let)']],
    ['lt', 'X, 7', ['X (1 metai)', 'X (2 metai)', 'X (10 metų)', 'X (21 metai)']],
    ['lv', 'X, 7', ['X (1 gads)', 'X (2 gadi)', 'X (10 gadu)', 'X (21 gads)']],
    ['et', 'X, 7', ['X (1 aasta)', 'X (2 aastat)', 'X (10 aastat)', 'X (21 aastat)']],
    ['fi', 'X, 7', ['X (1 vuosi)', 'X (2 vuotta)', 'X (10 vuotta)', 'X (21 vuotta)']],
    ['sv', 'X, 7', ['X (1 år)', 'X (2 år)', 'X (10 år)', 'X (21 år)']],
    ['da', 'X, 7', ['X (1 år)', 'X (2 år)', 'X (10 år)', 'X (21 år)']],
    ['nb', 'X, 7', ['X (1 år)', 'X (2 år)', 'X (10 år)', 'X (21 år)']],
    ['el', 'X, 7', ['X (1 χρόνος)', 'X (2 χρόνια)', 'X (10 χρόνια)', 'X (21 χρόνια)']],
    ['tr', 'X, 7', ['X (1 yıl)', 'X (2 yıl)', 'X (10 yıl)', 'X (21 yıl)']],
    ['he', 'X, 7', ['X (שנה)', 'X (שנתיים)', 'X (10 שנים)', 'X (21 שנה)']],
    ['ar', 'X، 7', ['X (سنة)', 'X (سنتان)', 'X (10 سنوات)', 'X (21 سنة)']],
    ['fa', 'X، 7', ['X (1 سال)', 'X (2 سال)', 'X (10 سال)', 'X (21 سال)']],
    ['hi', 'X, 7', ['X (1 वर्ष)', 'X (2 वर्ष)', 'X (10 वर्ष)', 'X (21 वर्ष)']],
    ['zh', 'X，7岁', ['X（1周年）', 'X（2周年）', 'X（10周年）', 'X（21周年）']],
    ['ko', 'X, 7세', ['X（1주년）', 'X（2주년）', 'X（10주년）', 'X（21주년）']],
  ] as const)('%s', (language, age, counts) => {
    expect(ageText('X', 7, language, false)).toBe(age);
    expect([1, 2, 10, 21].map((n) => count(n, language))).toEqual(counts);
  });

  it('every print language is in the list above', () => {
    // A missing language would be a type error in the tables, but not here.
    expect(PRINT_LANGUAGES).toHaveLength(32);
  });

  it('the words follow the plural rules of CLDR for every count up to 200', () => {
    for (const language of PRINT_LANGUAGES) {
      const rules = new Intl.PluralRules(language);
      const wordOf = new Map<string, string>();
      for (let n = 1; n <= 200; n += 1) {
        // Ours from eleven on: Hebrew counts years in the singular there, which CLDR has no category for.
        const category = language === 'he' && n > 10 ? 'eleven and more' : rules.select(n);
        const word = count(n, language).replace(String(n), '#');
        expect(word, `${language} ${n}`).toBe(wordOf.get(category) ?? word);
        wordOf.set(category, word);
      }
    }
  });

  it('are written with the digits of the language where the calendar is', () => {
    expect(ageText('ليلى', 40, 'ar', true)).toBe('ليلى، ٤٠');
    expect(yearCountText('X', 12, 'hi', true)).toBe('X (१२ वर्ष)');
    expect(ageText('Mia', 40, 'en', true)).toBe('Mia, 40');
    const born = { ...yearly('01-10', { sinceYear: 1987, text: 'نازنین' }) };
    expect(expandOwnDate(born, month('2027-01'), 1, words('fa', true))[0]?.text).toBe('نازنین، ۴۰');
  });

  it('numbers of zero and below are never printed', () => {
    for (const language of PRINT_LANGUAGES) {
      for (const n of [0, -1, -40]) {
        expect(ageText('X', n, language, false)).toBe('X');
        expect(yearCountText('X', n, language, false)).toBe('X');
      }
    }
  });
});
