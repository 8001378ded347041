import { describe, expect, it } from 'vitest';
import { draftOf, emptyDraft, isYearGood, whenOf } from '@/components/calendars/dates/date-draft';
import { UNMARKED } from '@/lib/calendars/date-marks';
import { type OwnDate, OwnDateSchema } from '@/lib/calendars/document';
import { newId } from '@/lib/core/ids';

const leapDay = { ...emptyDraft(2, 29), text: 'Taras' };

describe('the fields of a date', () => {
  it('give back the date that they were filled with', () => {
    const dates = [
      { every: 'year', monthDay: '02-29', sinceYear: 2020, leapRule: 'mar-1' },
      { every: 'year', monthDay: '12-01', sinceYear: null, leapRule: 'skip' },
      { every: 'once', date: '2028-02-29' },
    ];
    for (const when of dates) {
      const date: OwnDate = OwnDateSchema.parse({
        id: newId('eventDate'),
        text: 'Taras',
        kind: 'birthday',
        ...UNMARKED,
        when,
      });
      const given = whenOf(draftOf(date));
      expect(given).toEqual(when);
      expect(OwnDateSchema.safeParse({ ...date, when: given }).success).toBe(true);
    }
  });

  it('take a year only that has the day, and none where the day comes every year', () => {
    expect(whenOf(leapDay)).toMatchObject({ monthDay: '02-29', sinceYear: null });
    expect(whenOf({ ...leapDay, year: '2020' })).toMatchObject({ sinceYear: 2020 });
    for (const year of ['2021', '20', '0000']) expect(whenOf({ ...leapDay, year })).toBeNull();
    expect(isYearGood({ ...leapDay, every: 'once' })).toBe(false);
    expect(whenOf({ ...leapDay, every: 'once', year: '2028' })).toEqual({
      every: 'once',
      date: '2028-02-29',
    });
  });
});
