import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekNumberOf } from '@/lib/calendar-days/week-numbers';
import {
  addDays,
  fromDayNumber,
  type PlainDate,
  toDayNumber,
  weekdayOf,
} from '@/lib/core/plain-date';

const day = (text: string) => text as PlainDate;
const anyDay = fc
  .integer({ min: toDayNumber(day('1900-01-01')), max: toDayNumber(day('2100-12-31')) })
  .map(fromDayNumber);

/** The classic algorithm over the platform's UTC calendar. */
function isoByDate(date: string): { year: number; week: number } {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 4 - (at.getUTCDay() || 7));
  const year = at.getUTCFullYear();
  return { year, week: Math.ceil(((at.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7) };
}

describe('ISO week numbers', () => {
  it.each([
    ['2027-01-01', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2024-12-30', 2025, 1],
    ['2026-12-31', 2026, 53],
    ['2021-01-03', 2020, 53],
    ['1900-01-01', 1900, 1],
    ['2100-12-31', 2100, 52],
  ])('%s is in week %i-%i', (date, year, week) => {
    expect(weekNumberOf(day(date), 'iso')).toEqual({ year, week });
  });

  it('agree with an independent computation on any day of 1900 to 2100', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(weekNumberOf(date, 'iso')).toEqual(isoByDate(date));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('US week numbers', () => {
  it.each([
    ['2027-01-01', 2027, 1],
    ['2027-01-02', 2027, 1],
    ['2027-01-03', 2027, 2],
    ['2026-12-27', 2027, 1],
    ['2026-12-26', 2026, 52],
    ['2028-12-30', 2028, 53],
    ['2028-12-31', 2029, 1],
  ])('%s is in week %i-%i', (date, year, week) => {
    expect(weekNumberOf(day(date), 'us')).toEqual({ year, week });
  });

  it('put 1 January into week 1 of every year and change on Sundays only', () => {
    for (let year = 1900; year <= 2100; year += 1) {
      expect(weekNumberOf(day(`${year}-01-01`), 'us')).toEqual({ year, week: 1 });
    }
    fc.assert(
      fc.property(anyDay, (date) => {
        const [today, before] = [weekNumberOf(date, 'us'), weekNumberOf(addDays(date, -1), 'us')];
        const isSame = today.week === before.week && today.year === before.year;
        expect(isSame).toBe(weekdayOf(date) !== 7);
        if (!isSame && today.week !== 1) expect(today.week).toBe(before.week + 1);
      }),
    );
  });
});
