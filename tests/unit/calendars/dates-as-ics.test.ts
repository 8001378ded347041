import ical from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { DayEntry } from '@/lib/calendar-days/day-entry';
import { icsOf } from '@/lib/calendars/dates-as-ics';
import type { PlainDate } from '@/lib/core/plain-date';

const entry = (date: string, text: string): DayEntry => ({
  date: date as PlainDate,
  text,
  kind: 'other',
});
const options = { name: 'Наш рік', uidPrefix: 'cal_1', stamp: '20270101T000000Z' };

function read(text: string) {
  const calendar = new ical.Component(ical.parse(text) as never);
  return calendar.getAllSubcomponents('vevent').map((event) => new ical.Event(event));
}

describe('the dates of a calendar as a calendar file', () => {
  it('are read by another library as whole days with their words', () => {
    const words = [
      'Plain',
      'Semi; colon, comma \\ and\nline',
      `${'Дуже довга назва свята '.repeat(8)}🎂`,
    ];
    const events = read(
      icsOf(
        words.map((text) => entry('2028-02-29', text)),
        options,
      ),
    );
    expect(events.map(({ summary }) => summary)).toEqual(words);
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(
      Array(3).fill('2028-02-29'),
    );
    expect(events.map(({ endDate }) => endDate.toString())).toEqual(Array(3).fill('2028-03-01'));
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(3);
  });

  it('have no line of more than 75 octets and only full line ends', () => {
    const text = icsOf([entry('2027-01-01', 'Новий рік '.repeat(20))], options);
    const lines = text.split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
