import type { AddedSubstitute, OverrideTable } from '../../override-table';

const LAW = 'Labour Code of Bulgaria, art. 154 (1)';
const MOVED = 'Labour Code of Bulgaria, art. 154 (2), in force since 2017';

const moved = (id: string, fromSaturday: number, fromSunday: number): AddedSubstitute => ({
  id,
  fromSaturday,
  fromSunday,
  fromYear: 2017,
  regions: 'everywhere',
  law: MOVED,
});

/**
 * Bulgaria: date-holidays 3.37.0 has the second day of Christmas as a mere observance, lacks Holy Saturday and the
 * working days after the weekend that are off for holidays within it. Those of Christmas follow its three days.
 */
export const BG: OverrideTable = {
  country: 'BG',
  replacesSource: false,
  kinds: [{ id: '12-26', kind: 'public', regions: 'everywhere', law: LAW }],
  substitutes: [
    ...['01-01', '03-03', '05-01', '05-06', '05-24', '09-06', '09-22'].map((id) => moved(id, 2, 1)),
    moved('12-24', 3, 3),
    moved('12-25', 2, 3),
    moved('12-26', 2, 2),
  ],
  days: [
    {
      id: 'orthodox -1',
      rule: { on: 'easter', church: 'orthodox', offsetDays: -1 },
      kind: 'public',
      regions: 'everywhere',
      names: { en: 'Easter Saturday', bg: 'Велика събота' },
      law: LAW,
    },
  ],
};
