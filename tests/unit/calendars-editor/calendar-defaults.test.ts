import { describe, expect, it } from 'vitest';
import {
  calendarDefaults,
  defaultFirstMonth,
  languageTags,
  withSettings,
} from '@/lib/calendars/calendar-defaults';
import { firstWeekdayOf } from '@/lib/calendars/data/week-starts';
import { plainDate, type Weekday } from '@/lib/core/plain-date';

const known = new Set(['UA', 'US', 'DE', 'JP', 'AT']);
const today = plainDate(2026, 5, 20);

describe('defaults of a new calendar', () => {
  it('offers January from August on and the coming month before', () => {
    expect(defaultFirstMonth(plainDate(2026, 8, 1))).toBe('2027-01');
    expect(defaultFirstMonth(plainDate(2026, 12, 31))).toBe('2027-01');
    expect(defaultFirstMonth(plainDate(2026, 7, 31))).toBe('2026-08');
    expect(defaultFirstMonth(plainDate(2026, 1, 1))).toBe('2026-02');
  });

  it('takes saved settings before what the browser says, and its country where none is saved', () => {
    const usual = calendarDefaults('en-US,en;q=0.9', today, known);
    const saved = {
      printLanguage: 'uk',
      country: 'UA',
      firstWeekday: 1,
      formatId: 'wall-a4-landscape',
    } as const;
    expect(withSettings(usual, saved, known)).toMatchObject({
      language: 'uk',
      country: 'UA',
      firstWeekday: 1,
      formatId: 'wall-a4-landscape',
      title: 'Наш рік',
      from: usual.from,
    });
    expect(withSettings(usual, { ...saved, country: null }, known).country).toBe('US');
    expect(withSettings(usual, { ...saved, country: 'SE' }, known).country).toBe('US');
  });

  it.each([
    ['uk-UA,uk;q=0.9,en;q=0.8', 'uk', 'UA', 1],
    ['en-US,en;q=0.9', 'en', 'US', 7],
    ['en', 'en', 'US', 7],
    ['de-AT,de;q=0.8', 'de', 'AT', 1],
    ['ja', 'ja', 'JP', 7],
    ['ga-IE', 'en', null, 1],
    [null, 'en', null, 1],
    ['*', 'en', null, 1],
  ])('reads %s', (header, language, country, firstWeekday) => {
    expect(calendarDefaults(header, today, known)).toMatchObject({
      language,
      country,
      firstWeekday,
    });
  });

  it('follows the weights and not the order, and takes garbage for nothing', () => {
    expect(languageTags('en;q=0.5, uk-UA;q=0.9, de;q=0')).toEqual([
      { language: 'uk', country: 'UA' },
      { language: 'en', country: null },
    ]);
    expect(languageTags('zh-Hant-TW')).toEqual([{ language: 'zh', country: 'TW' }]);
    expect(languageTags('<script>, 12, é')).toEqual([]);
  });

  it('starts weeks as CLDR says for every country that this Node knows', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    // Codes of countries that no longer exist are mapped to their successors by ICU.
    const former = new Set(['BU', 'RH', 'YD']);
    const countries = letters
      .flatMap((a) => letters.map((b) => a + b))
      .filter((code) => names.of(code) !== undefined && !former.has(code));
    expect(countries.length).toBeGreaterThan(240);
    const locale = (code: string) =>
      new Intl.Locale(`und-${code}`) as Intl.Locale & { getWeekInfo(): { firstDay: Weekday } };
    const wrong = countries.filter(
      (code) => locale(code).getWeekInfo().firstDay !== firstWeekdayOf(code),
    );
    expect(wrong).toEqual([]);
  });
});
