import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayAt,
  daysInMonth,
  fromDayNumber,
  isLeapYear,
  type PlainDate,
  parseMonthDay,
  parsePlainDate,
  parseYearMonth,
  plainDate,
  startOfDay,
  toDayNumber,
  weekdayOf,
  yearMonth,
} from '@/lib/core/plain-date';

/** An independent reckoning: UTC instants, whose zone is fixed. */
const utc = (date: PlainDate) => new Date(`${date}T00:00:00Z`);
const anyDay = fc
  .integer({ min: toDayNumber(plainDate(1900, 1, 1)), max: toDayNumber(plainDate(2100, 12, 31)) })
  .map(fromDayNumber);

describe('a plain date', () => {
  it('has the weekday that an independent calendar gives it, on every day of 1900 to 2100', () => {
    const last = toDayNumber(plainDate(2100, 12, 31));
    for (let n = toDayNumber(plainDate(1900, 1, 1)); n <= last; n += 1) {
      const date = fromDayNumber(n);
      const instant = utc(date);
      if (((instant.getUTCDay() + 6) % 7) + 1 !== weekdayOf(date))
        expect.fail(`weekday of ${date}`);
      if (instant.toISOString().slice(0, 10) !== date) expect.fail(`round trip of ${date}`);
    }
  });

  it('moves by days as UTC does, across months, years and leap days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const moved = utc(date);
        moved.setUTCDate(moved.getUTCDate() + days);
        expect(addDays(date, days)).toBe(moved.toISOString().slice(0, 10));
      }),
    );
  });

  it.each([
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-1-1',
    '0000-01-01',
    '2027-04-31',
    ' 2027-01-01',
    '2027-01-01T00:00',
    '',
  ])('refuses %j', (text) => expect(parsePlainDate(text)).toBeNull());

  it('knows leap years by the Gregorian rule', () => {
    expect([1900, 2000, 2024, 2027, 2100].map(isLeapYear)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(daysInMonth(2028, 2)).toBe(29);
  });

  it('sorts as text in order of time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(toDayNumber(a) < toDayNumber(b));
      }),
    );
  });
});

describe('a month', () => {
  it('moves across years both ways', () => {
    expect(addMonths(yearMonth(2027, 9), 11)).toBe('2028-08');
    expect(addMonths(yearMonth(2027, 1), -1)).toBe('2026-12');
    expect(addMonths(yearMonth(2027, 12), 1)).toBe('2028-01');
  });
  it.each(['2027-13', '2027-0', '27-01', '2027-00', 'x'])('refuses %j', (text) =>
    expect(parseYearMonth(text)).toBeNull(),
  );
});

describe('a day of every year', () => {
  it('may be 29 February but not 30 February', () => {
    expect(parseMonthDay('02-29')).toBe('02-29');
    expect(parseMonthDay('02-30')).toBeNull();
    expect(parseMonthDay('2-1')).toBeNull();
  });
});

describe('the day at an instant', () => {
  it('is the one on the wall of the asked zone, not of the server', () => {
    const instant = new Date('2027-01-01T09:30:00Z');
    expect(dayAt(instant, 'Pacific/Kiritimati')).toBe('2027-01-01');
    expect(dayAt(instant, 'America/Los_Angeles')).toBe('2027-01-01');
    expect(dayAt(new Date('2026-12-31T23:30:00Z'), 'Europe/Kyiv')).toBe('2027-01-01');
    expect(dayAt(new Date('2027-01-01T03:30:00Z'), 'America/Los_Angeles')).toBe('2026-12-31');
  });
});

describe('the first instant of a day', () => {
  it('is midnight on the wall of the asked zone, also where it is moved by summer time', () => {
    const start = (date: string, zone: string) => startOfDay(date as PlainDate, zone).toISOString();
    expect(start('2026-03-05', 'Europe/Kyiv')).toBe('2026-03-04T22:00:00.000Z');
    expect(start('2026-07-05', 'Europe/Kyiv')).toBe('2026-07-04T21:00:00.000Z');
    expect(start('2027-01-01', 'Pacific/Kiritimati')).toBe('2026-12-31T10:00:00.000Z');
    expect(start('2027-01-01', 'America/Los_Angeles')).toBe('2027-01-01T08:00:00.000Z');
    // Its clocks jumped over midnight: the day began at one.
    expect(start('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });

  it('belongs to the day, and the instant before it does not', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const start = startOfDay(date, 'Europe/Kyiv');
        expect(dayAt(start, 'Europe/Kyiv') >= date).toBe(true);
        expect(dayAt(new Date(start.getTime() - 60_000), 'Europe/Kyiv') < date).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
