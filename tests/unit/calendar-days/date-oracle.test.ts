import { beforeAll, describe, expect, it } from 'vitest';
import { monthGrid } from '@/lib/calendar-days/month-grid';
import { daysSpanOf, yearsOf } from '@/lib/calendar-days/month-range';
import { weekNumberOf } from '@/lib/calendar-days/week-numbers';
import { addMonths, type PlainDate, type Weekday, type YearMonth } from '@/lib/core/plain-date';

/*
 * A calendar of its own, which shares nothing with ours: the days are written down one after the other by the rule of
 * the Gregorian calendar, and weekdays come from Zeller's congruence.
 */

type Month = { name: YearMonth; year: number; firstIndex: number; length: number };

const days: string[] = [];
const months: Month[] = [];

const two = (value: number) => String(value).padStart(2, '0');

function writeDown(fromYear: number, toYear: number): void {
  for (let year = fromYear; year <= toYear; year += 1) {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    lengths.forEach((length, index) => {
      const name = `${year}-${two(index + 1)}` as YearMonth;
      months.push({ name, year, firstIndex: days.length, length });
      for (let day = 1; day <= length; day += 1) days.push(`${name}-${two(day)}`);
    });
  }
}

/** Zeller's congruence for the Gregorian calendar; 1 is Monday, 7 is Sunday. */
function zeller(year: number, month: number, day: number): number {
  const [m, y] = month < 3 ? [month + 12, year - 1] : [month, year];
  const [century, rest] = [Math.floor(y / 100), y % 100];
  const saturdayFirst =
    (day +
      Math.floor((13 * (m + 1)) / 5) +
      rest +
      Math.floor(rest / 4) +
      Math.floor(century / 4) +
      5 * century) %
    7;
  return ((saturdayFirst + 5) % 7) + 1;
}

const weekdayAt = (index: number) => {
  const [year = 0, month = 0, day = 0] = (days[index] ?? '').split('-').map(Number);
  return zeller(year, month, day);
};

beforeAll(() => writeDown(1898, 2103));

const wanted = () => months.filter(({ year }) => year >= 1900 && year <= 2100);

describe('agrees with an independent calendar', () => {
  it('the grid of every month of 1900 to 2100 with every first weekday', () => {
    const wrong: string[] = [];
    for (const { name, firstIndex, length } of wanted()) {
      const weekday = weekdayAt(firstIndex);
      for (let first = 1; first <= 7; first += 1) {
        const leading = (weekday - first + 7) % 7;
        const start = firstIndex - leading;
        const rows = Math.ceil((leading + length) / 7);
        const expected = days.slice(start, start + rows * 7);
        const { weeks } = monthGrid(name, first as Weekday);
        const cells = weeks.flat();
        const isRight =
          weeks.every((week) => week.length === 7) &&
          cells.map(({ date }) => date).join() === expected.join() &&
          cells.every(({ date, inMonth }) => inMonth === date.startsWith(name));
        if (!isRight) wrong.push(`${name} from ${first}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 30_000);

  it('the range of 1 to 18 months from every first month of 1900 to 2100', () => {
    const wrong: string[] = [];
    const offset = months.findIndex(({ year }) => year === 1900);
    wanted().forEach(({ name, firstIndex }, at) => {
      for (let count = 1; count <= 18; count += 1) {
        const last = months[offset + at + count - 1];
        if (!last) throw new Error('the calendar is written far enough');
        const span = daysSpanOf(name, count);
        const years = yearsOf(name, count);
        const isRight =
          addMonths(name, count - 1) === last.name &&
          span.first === days[firstIndex] &&
          span.last === days[last.firstIndex + last.length - 1] &&
          years[0] === Number(name.slice(0, 4)) &&
          years.at(-1) === last.year &&
          years.length === last.year - Number(name.slice(0, 4)) + 1;
        if (!isRight) wrong.push(`${name} and ${count} months`);
      }
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    // A week belongs to the year of its Thursday (ISO) or of its Saturday (US): its fourth and its seventh day.
    ['iso', 1, 3],
    ['us', 7, 6],
  ] as const)(
    'the %s week numbers of every day of 1900 to 2100',
    (numbering, firstWeekday, deciding) => {
      const wrong: string[] = [];
      let [year, week] = [0, 0];
      for (let index = 7; index < days.length - 7; index += 1) {
        if (weekdayAt(index) === firstWeekday) {
          const weekYear = Number((days[index + deciding] ?? '').slice(0, 4));
          week = weekYear === year ? week + 1 : 1;
          year = weekYear;
        }
        const date = days[index] ?? '';
        if (date < '1900' || date >= '2101') continue;
        const found = weekNumberOf(date as PlainDate, numbering);
        if (found.year !== year || found.week !== week) wrong.push(date);
      }
      expect(wrong).toEqual([]);
    },
  );
});
