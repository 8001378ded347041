import { describe, expect, it } from 'vitest';
import { orthodoxEaster, westernEaster } from '@/lib/calendar-days/easter';
import { toDayNumber, weekdayOf } from '@/lib/core/plain-date';

describe('Easter', () => {
  it.each([
    [1900, '1900-04-15', '1900-04-22'],
    [2000, '2000-04-23', '2000-04-30'],
    [2025, '2025-04-20', '2025-04-20'],
    [2026, '2026-04-05', '2026-04-12'],
    [2027, '2027-03-28', '2027-05-02'],
    [2028, '2028-04-16', '2028-04-16'],
    [2038, '2038-04-25', '2038-04-25'],
    [2100, '2100-03-28', '2100-05-02'],
  ])('%i: western %s, Orthodox %s', (year, western, orthodox) => {
    expect(westernEaster(year)).toBe(western);
    expect(orthodoxEaster(year)).toBe(orthodox);
  });

  it('is a Sunday in its season in every year, the Orthodox one never before the western', () => {
    for (let year = 1900; year <= 2100; year += 1) {
      const [western, orthodox] = [westernEaster(year), orthodoxEaster(year)];
      expect([weekdayOf(western), weekdayOf(orthodox)]).toEqual([7, 7]);
      expect(western >= `${year}-03-22` && western <= `${year}-04-25`).toBe(true);
      expect(orthodox >= `${year}-04-03` && orthodox <= `${year}-05-09`).toBe(true);
      const weeks = (toDayNumber(orthodox) - toDayNumber(western)) / 7;
      expect([0, 1, 4, 5]).toContain(weeks);
    }
  });
});
