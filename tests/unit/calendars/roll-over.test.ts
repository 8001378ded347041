import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandOwnDates } from '@/lib/calendar-days/own-dates';
import { composeDocument } from '@/lib/calendars/compose-document';
import {
  type CalendarDocument,
  CalendarDocumentSchema,
  type OwnDate,
} from '@/lib/calendars/document';
import { canRollOver, rollOver, rollOverChanges, yearsAhead } from '@/lib/calendars/roll-over';
import type { MonthDay, PlainDate, YearMonth } from '@/lib/core/plain-date';
import { aSlot, slotsOf, UNMARKED } from '../../support/documents';

const month = (text: string) => text as YearMonth;
const day = (text: string) => text as PlainDate;

function calendar(change: Partial<CalendarDocument> = {}, from = '2027-01', monthCount = 12) {
  const document = composeDocument({
    title: 'Our 2027',
    formatId: 'wall-a3-portrait',
    from: month(from),
    monthCount,
    language: 'en',
    firstWeekday: 1,
    holidaySets: [{ country: 'UA', region: null }],
    themeId: 'atelier',
    layoutId: 'photo-above',
  });
  return CalendarDocumentSchema.parse({ ...document, ...change });
}

const birthday = (monthDay: string, sinceYear: number | null, number = 1): OwnDate => ({
  id: `evd_0000000${number}`,
  text: 'Olena',
  kind: 'birthday',
  ...UNMARKED,
  when: { every: 'year', monthDay: monthDay as MonthDay, sinceYear, leapRule: 'feb-28' },
});
const once = (date: string): OwnDate => ({
  id: 'evd_00000009',
  text: 'Move house',
  kind: 'other',
  ...UNMARKED,
  when: { every: 'once', date: day(date) },
});

describe('rolling a calendar over to the next year', () => {
  it('keeps every photo in its month, and the look', () => {
    const before = calendar();
    before.pages = before.pages.map((page) => ({ ...page, slots: slotsOf(aSlot('pic_00000001')) }));
    const after = rollOver(before);
    expect(after.from).toBe('2028-01');
    expect(after.pages.map(({ slots }) => slots)).toEqual(before.pages.map(({ slots }) => slots));
    expect(after).toMatchObject({ themeId: before.themeId, formatId: before.formatId });
    expect(CalendarDocumentSchema.parse(after)).toEqual(after);
  });

  it('goes on by whole years, so that September stays September, also after 13 or 18 months', () => {
    expect(rollOver(calendar({}, '2027-09', 12)).from).toBe('2028-09');
    expect(rollOver(calendar({}, '2027-09', 13)).from).toBe('2029-09');
    expect(rollOver(calendar({}, '2027-01', 18)).from).toBe('2029-01');
  });

  it('counts the years of the calendar on in its texts, and leaves other numbers alone', () => {
    const before = calendar({ title: 'Our 2027–2028', subtitle: 'since 1999, 20271' }, '2027-09');
    const after = rollOver(before);
    expect([after.title, after.subtitle]).toEqual(['Our 2028–2029', 'since 1999, 20271']);
    expect(rollOverChanges(before, []).texts).toEqual([
      { before: 'Our 2027–2028', after: 'Our 2028–2029' },
    ]);
  });

  it('leaves out what happens once, unless it is to come again', () => {
    const before = calendar({ dates: [once('2027-05-14'), birthday('03-08', 1987)] });
    expect(rollOver(before).dates.map(({ id }) => id)).toEqual(['evd_00000001']);
    const kept = rollOver(before, new Map([['evd_00000009', 'shift']]));
    expect(kept.dates[0]?.when).toEqual({ every: 'once', date: '2028-05-14' });
    expect(rollOverChanges(before, []).once).toEqual([
      { id: 'evd_00000009', text: 'Move house', day: '2027-05-14', later: '2028-05-14' },
    ]);
  });

  it('lists each age that changes', () => {
    const { dates } = rollOverChanges(
      calendar({ dates: [birthday('03-08', 1987), birthday('04-01', null, 2)] }),
      [],
    );
    expect(dates).toEqual([
      {
        id: 'evd_00000001',
        before: { day: '2027-03-08', text: 'Olena, 40' },
        after: { day: '2028-03-08', text: 'Olena, 41' },
      },
    ]);
  });

  it('lists a birthday of 29 February that comes on its own day again', () => {
    const [change] = rollOverChanges(calendar({ dates: [birthday('02-29', null)] }), []).dates;
    expect(change?.before?.day).toBe('2027-02-28');
    expect(change?.after?.day).toBe('2028-02-29');
  });

  it('lists the holidays that move, and none that stay', () => {
    const { holidays } = rollOverChanges(calendar(), []);
    const easter = holidays.find(({ text }) => text.includes('Easter'));
    expect(easter).toMatchObject({ before: '2027-05-02', after: '2028-04-16' });
    for (const { before, after } of holidays) {
      expect(before?.slice(5)).not.toBe(after?.slice(5));
    }
  });

  it('lists every month that begins on another weekday or needs another number of weeks', () => {
    const { grids } = rollOverChanges(calendar(), []);
    // After a year of 365 days every month begins a day later, after 29 February two days.
    expect(grids).toHaveLength(12);
    expect(grids[1]).toMatchObject({ weekdays: [1, 2], weeks: [4, 5] });
    expect(grids[2]?.weekdays).toEqual([1, 3]);
  });

  it('has each yearly date as often as the calendar before, whatever the months', () => {
    const anyMonth = fc.record({
      year: fc.integer({ min: 1900, max: 2090 }),
      month: fc.integer({ min: 1, max: 12 }),
    });
    const anyDay = fc.constantFrom('01-01', '02-28', '02-29', '03-01', '08-31', '12-31');
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 1, max: 18 }), anyDay, (start, months, monthDay) => {
        const from = `${start.year}-${String(start.month).padStart(2, '0')}`;
        const before = calendar({ dates: [birthday(monthDay, null)] }, from, months);
        fc.pre(canRollOver(before));
        const after = rollOver(before);
        const count = (document: CalendarDocument) =>
          expandOwnDates(document.dates, document.from, document.monthCount, document).length;
        // Only the rule for 29 February can move a day over the edge of a calendar that ends or begins there.
        if (monthDay !== '02-29') expect(count(after)).toBe(count(before));
        expect(Number(after.from.slice(0, 4)) - start.year).toBe(yearsAhead(before));
        expect(after.from.slice(5)).toBe(before.from.slice(5));
      }),
      { numRuns: 60 },
    );
  });

  it('refuses to go beyond the years that are known', () => {
    expect(canRollOver(calendar({}, '2100-01'))).toBe(false);
    expect(canRollOver(calendar({}, '2099-01'))).toBe(true);
  });
});
