import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthGrid, weekdayOrder } from '@/lib/calendar-days/month-grid';
import { yearsLabel, yearsOf } from '@/lib/calendar-days/month-range';
import {
  addMonths,
  type Weekday,
  weekdayOf,
  type YearMonth,
  yearMonth,
} from '@/lib/core/plain-date';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const month = (text: string) => text as YearMonth;
const rows = (text: string, first: Weekday) => monthGrid(month(text), first).weeks.length;

/** Independent of plain-date: the platform's own calendar, in UTC. */
function utcDaysOf(year: number, monthIndex: number): string[] {
  const days: string[] = [];
  for (let day = 1; ; day += 1) {
    const at = new Date(Date.UTC(year, monthIndex, day));
    if (at.getUTCMonth() !== monthIndex) return days;
    days.push(at.toISOString().slice(0, 10));
  }
}

describe('month grid', () => {
  it('holds every day of 1900 to 2100 exactly once, for each first weekday', () => {
    for (const first of WEEKDAYS) {
      for (let year = 1900; year <= 2100; year += 1) {
        for (let index = 0; index < 12; index += 1) {
          const { weeks } = monthGrid(yearMonth(year, index + 1), first);
          const inside = weeks.flat().filter((day) => day.inMonth);
          const expected = utcDaysOf(year, index);
          if (
            inside.length !== expected.length ||
            inside.some((day, i) => day.date !== expected[i])
          ) {
            expect(inside.map((day) => day.date)).toEqual(expected);
          }
        }
      }
    }
  }, 60_000);

  it('has four to six rows of seven consecutive days under the right weekday, none outside the month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(...WEEKDAYS),
        (year, m, first) => {
          const { weeks } = monthGrid(yearMonth(year, m), first);
          expect(weeks.length).toBeGreaterThanOrEqual(4);
          expect(weeks.length).toBeLessThanOrEqual(6);
          const flat = weeks.flat();
          const start = Date.parse(`${flat[0]?.date}T00:00:00Z`);
          for (const [i, day] of flat.entries()) {
            const at = new Date(start + i * 86_400_000);
            expect(day.date).toBe(at.toISOString().slice(0, 10));
            expect(at.getUTCDay() || 7).toBe(weekdayOrder(first)[i % 7]);
          }
          for (const week of weeks) {
            expect(week).toHaveLength(7);
            expect(week.some((day) => day.inMonth)).toBe(true);
          }
        },
      ),
    );
  });

  it('has the row counts that a wall calendar of 2027 shows', () => {
    expect([rows('2027-02', 1), rows('2027-05', 1), rows('2027-08', 1)]).toEqual([4, 6, 6]);
    expect([rows('2027-01', 7), rows('2027-05', 7), rows('2027-10', 7)]).toEqual([6, 6, 6]);
    expect(rows('2027-03', 1)).toBe(5);
  });

  it('fills its first and last row with the neighbour months, across the year too', () => {
    const { weeks } = monthGrid(month('2027-12'), 1);
    expect(weeks[0]?.[0]).toEqual({ date: '2027-11-29', inMonth: false });
    expect(weeks.at(-1)?.at(-1)).toEqual({ date: '2028-01-02', inMonth: false });
  });

  it('has neighbours before the first and after the last printed year', () => {
    expect(monthGrid(month('1900-01'), 1).weeks.flat()).toHaveLength(35);
    expect(monthGrid(addMonths(month('1900-01'), -1), 1).month).toBe('1899-12');
    expect(monthGrid(addMonths(month('2100-12'), 1), 7).weeks.flat()[0]?.date).toBe('2100-12-26');
  });
});

describe('weekday order', () => {
  it('starts at the chosen day and holds each once', () => {
    expect(weekdayOrder(7)).toEqual([7, 1, 2, 3, 4, 5, 6]);
    expect(weekdayOrder(1)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const first of WEEKDAYS) {
      expect(
        monthGrid(month('2027-09'), first).weeks[0]?.map((day) => weekdayOf(day.date)),
      ).toEqual(weekdayOrder(first));
    }
  });
});

describe('years of a range', () => {
  it('are all years that it touches', () => {
    expect(yearsOf(month('2026-09'), 18)).toEqual([2026, 2027, 2028]);
    expect(yearsLabel(month('2026-09'), 12)).toBe('2026–2027');
    expect(yearsLabel(month('2027-01'), 12)).toBe('2027');
  });
});
