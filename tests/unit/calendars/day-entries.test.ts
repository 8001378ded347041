import { describe, expect, it } from 'vitest';
import type { HolidayCorrection } from '@/lib/calendar-days/holidays';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import { type CalendarDocument, CalendarDocumentSchema } from '@/lib/calendars/document';
import { UNMARKED } from '../../support/documents';
import { testDocument } from '../print-pdf/print-fixture';

function ukrainian(change: Partial<CalendarDocument> = {}): CalendarDocument {
  const document = testDocument({ language: 'uk', holidaySets: [{ country: 'UA', region: null }] });
  return CalendarDocumentSchema.parse({ ...document, ...change });
}

const BIRTHDAY: CalendarDocument['dates'][number] = {
  id: 'evd_test0001',
  text: 'Олена',
  kind: 'birthday',
  ...UNMARKED,
  when: { every: 'year', monthDay: '03-08' as never, sinceYear: 1987, leapRule: 'feb-28' },
};

describe('the entries of a calendar', () => {
  it('are in the order of the days, and within a day days off first, then own dates, then the rest', () => {
    const valentine = { ...BIRTHDAY, when: { ...BIRTHDAY.when, monthDay: '02-14' } };
    const document = ukrainian({ dates: [BIRTHDAY, valentine as typeof BIRTHDAY] });
    const entries = dayEntriesOf(document);
    expect(entries.map(({ date }) => date)).toEqual(entries.map(({ date }) => date).toSorted());
    const ofDay = (date: string) => entries.filter((entry) => entry.date === date);
    expect(ofDay('2027-03-08').map(({ kind }) => kind)).toEqual(['public-holiday', 'birthday']);
    expect(ofDay('2027-03-08')[1]?.text).toContain('40');
    const mixed = ofDay('2027-02-14').map(({ kind }) => kind);
    expect(mixed[0]).toBe('birthday');
  });

  it('leave out what is switched off and what staff removed', () => {
    const correction: HolidayCorrection = {
      id: 'hol_test0001',
      country: 'UA',
      region: null,
      action: 'remove',
      date: '2027-08-24' as never,
      monthDay: null,
      names: {},
      kind: 'public',
      reason: 'test',
    };
    const has = (document: CalendarDocument, corrections?: HolidayCorrection[]) =>
      dayEntriesOf(document, corrections).some(({ date }) => date === '2027-08-24');
    expect(has(ukrainian())).toBe(true);
    expect(has(ukrainian(), [correction])).toBe(false);
  });

  it('lie within the months of the calendar', () => {
    const document = testDocument({
      from: '2027-09' as CalendarDocument['from'],
      monthCount: 3,
      holidaySets: [{ country: 'US', region: null }],
    });
    const days = dayEntriesOf({ ...document, dates: [BIRTHDAY] }).map(({ date }) => date);
    expect(days.length).toBeGreaterThan(2);
    for (const day of days) expect(day >= '2027-09-01' && day <= '2027-11-30').toBe(true);
  });
});
