import { describe, expect, it } from 'vitest';
import { moonPhaseOn, phaseJulianDay } from '@/lib/calendar-days/moon';
import { fromDayNumber, type PlainDate, toDayNumber } from '@/lib/core/plain-date';

const day = (text: string) => text as PlainDate;

/** US Naval Observatory, phases of 2024 in Universal Time: new, first quarter, full, last quarter by month. */
const USNO_2024 = {
  new: '01-11 02-09 03-10 04-08 05-08 06-06 07-05 08-04 09-03 10-02 11-01 12-01 12-30',
  'first-quarter': '01-18 02-16 03-17 04-15 05-15 06-14 07-13 08-12 09-11 10-10 11-09 12-08',
  full: '01-25 02-24 03-25 04-23 05-23 06-22 07-21 08-19 09-18 10-17 11-15 12-15',
  'last-quarter': '01-04 02-02 03-03 04-02 05-01 05-30 06-28 07-28 08-26 09-24 10-24 11-23 12-22',
};

/** NASA's eclipse catalogues: greatest eclipse is within minutes of the new or the full moon. */
const SOLAR_ECLIPSES = [
  '1900-05-28',
  '1919-05-29',
  '1999-08-11',
  '2017-08-21',
  '2024-04-08',
  '2025-03-29',
  '2025-09-21',
  '2026-02-17',
  '2026-08-12',
  '2027-02-06',
  '2027-08-02',
  '2028-01-26',
  '2028-07-22',
  '2045-08-12',
];
const LUNAR_ECLIPSES = [
  '2015-09-28',
  '2018-07-27',
  '2025-03-14',
  '2025-09-07',
  '2026-03-03',
  '2026-08-28',
  '2028-12-31',
  '2029-06-26',
];

describe('phases of the moon', () => {
  it('are those of the worked examples 49.a and 49.b of Meeus', () => {
    expect(phaseJulianDay(-283)).toBeCloseTo(2443192.65118, 4);
    expect(phaseJulianDay(544.75)).toBeCloseTo(2467636.49186, 4);
  });

  it('of 2024 are on the days that the Naval Observatory gives, and on no other', () => {
    const found: Record<string, string[]> = {};
    for (let n = toDayNumber(day('2024-01-01')); n <= toDayNumber(day('2024-12-31')); n += 1) {
      const phase = moonPhaseOn(fromDayNumber(n));
      if (phase) found[phase] = [...(found[phase] ?? []), fromDayNumber(n).slice(5)];
    }
    const expected = Object.entries(USNO_2024).map(([phase, days]) => [phase, days.split(' ')]);
    expect(found).toEqual(Object.fromEntries(expected));
  });

  it('the sun is eclipsed at new moon and the moon at full moon', () => {
    for (const date of SOLAR_ECLIPSES) expect(moonPhaseOn(day(date)), date).toBe('new');
    for (const date of LUNAR_ECLIPSES) expect(moonPhaseOn(day(date)), date).toBe('full');
  });

  it('follow one another in order through 1900 to 2100, a lunation being 29.27 to 29.84 days', () => {
    const order = ['new', 'first-quarter', 'full', 'last-quarter'];
    let last: string | null = null;
    let lastDay = 0;
    for (let n = toDayNumber(day('1900-01-01')); n <= toDayNumber(day('2100-12-31')); n += 1) {
      const phase = moonPhaseOn(fromDayNumber(n));
      if (!phase) continue;
      if (last !== null) {
        expect(phase).toBe(order[(order.indexOf(last) + 1) % 4]);
        expect(n - lastDay).toBeGreaterThanOrEqual(6);
        expect(n - lastDay).toBeLessThanOrEqual(9);
      }
      [last, lastDay] = [phase, n];
    }
    for (let k = -1236; k < 1250; k += 1) {
      const length = phaseJulianDay(k + 1) - phaseJulianDay(k);
      expect(length).toBeGreaterThan(29.26);
      expect(length).toBeLessThan(29.84);
    }
  }, 20_000);
});
