import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '@/lib/core/plain-date';
import { arrivalFrom, latestOrderDay } from '@/lib/orders/arrival-window';

describe('latest order day', () => {
  it('is the very last day from which the parcel arrives in time, for every wish of a year', () => {
    for (const daysMax of [1, 3, 9]) {
      for (let offset = 0; offset < 366; offset += 1) {
        const wanted = addDays('2026-11-01' as PlainDate, offset);
        const latest = latestOrderDay(wanted, { daysMax });
        const arrival = (day: PlainDate) => arrivalFrom(day, { daysMin: 1, daysMax }).to;
        expect(arrival(latest) <= wanted).toBe(true);
        expect(arrival(addDays(latest, 1)) > wanted).toBe(true);
      }
    }
  });
});
