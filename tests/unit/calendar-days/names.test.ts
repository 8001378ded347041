import { describe, expect, it } from 'vitest';
import { monthName, weekdayName } from '@/lib/calendar-days/names';
import { PRINT_LANGUAGES } from '@/lib/calendars/document';
import type { Weekday } from '@/lib/core/plain-date';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const WEEKDAYS: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** What the table says it changes: heading capitals, no full stop, and the apostrophe that text fonts have. */
function asHeading(text: string, language: string): string {
  const [first = '', ...rest] = text.replace('ʼ', '’').replace(/\.$/, '');
  return first.toLocaleUpperCase(language) + rest.join('');
}

function fromIntl(language: string, options: Intl.DateTimeFormatOptions, at: number): string {
  const format = new Intl.DateTimeFormat(language, {
    ...options,
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  });
  return asHeading(format.format(at), language);
}

/** A Greek name without its ending and its accents, which move with the ending. */
function withoutEnding(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(ος|ου)$/, '');
}

describe('names of months and weekdays', () => {
  it.each(PRINT_LANGUAGES)('%s months are the stand-alone names of CLDR', (language) => {
    for (const month of MONTHS) {
      const cldr = fromIntl(language, { month: 'long' }, Date.UTC(2027, month - 1, 15));
      // Intl gives the Greek genitive, which belongs to a date: "Ιανουαρίου".
      if (language === 'el')
        expect(withoutEnding(monthName(month, 'el'))).toBe(withoutEnding(cldr));
      else expect(monthName(month, language)).toBe(cldr);
    }
  });

  it.each(PRINT_LANGUAGES)('%s weekdays are the names of CLDR', (language) => {
    for (const weekday of WEEKDAYS) {
      // 4 January 2027 is a Monday.
      const at = Date.UTC(2027, 0, 3 + weekday);
      for (const width of ['long', 'short', 'narrow'] as const) {
        if (['pl', 'he'].includes(language) && width === 'short') continue;
        expect(weekdayName(weekday, language, width)).toBe(
          fromIntl(language, { weekday: width }, at),
        );
      }
    }
  });

  it('short Polish weekdays are the two letters of printed calendars', () => {
    expect(WEEKDAYS.map((weekday) => weekdayName(weekday, 'pl', 'short'))).toEqual(
      'Pn Wt Śr Cz Pt So Nd'.split(' '),
    );
  });

  it('short Hebrew weekdays are the letters of printed calendars', () => {
    expect(WEEKDAYS.map((weekday) => weekdayName(weekday, 'he', 'short'))).toEqual(
      'ב׳ ג׳ ד׳ ה׳ ו׳ שבת א׳'.split(' '),
    );
  });

  it('every name of a script with capitals begins with one', () => {
    for (const language of PRINT_LANGUAGES) {
      for (const width of ['long', 'short', 'narrow'] as const) {
        for (const weekday of WEEKDAYS) {
          const name = weekdayName(weekday, language, width);
          expect(name[0], name).toBe(name[0]?.toLocaleUpperCase(language));
          expect(name).not.toMatch(/\.$/);
        }
      }
      for (const month of MONTHS) {
        const name = monthName(month, language);
        expect(name[0], name).toBe(name[0]?.toLocaleUpperCase(language));
      }
    }
  });

  it('titles stand in the nominative with a capital', () => {
    expect(monthName(1, 'el')).toBe('Ιανουάριος');
    expect(monthName(5, 'el')).toBe('Μάιος');
    expect(monthName(1, 'uk')).toBe('Січень');
    expect(monthName(1, 'pl')).toBe('Styczeń');
    expect(monthName(1, 'fr')).toBe('Janvier');
    expect(monthName(1, 'ja')).toBe('1月');
    expect(weekdayName(7, 'uk', 'short')).toBe('Нд');
  });

  it('a month that does not exist is refused', () => {
    expect(() => monthName(13, 'en')).toThrow();
    expect(() => monthName(0, 'en')).toThrow();
  });
});
