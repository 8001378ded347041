import type { OverrideTable } from '../../override-table';

const LAW = 'Act 241/1993 Coll., § 2; working days in 2026 only, by its amendment for that year';

/** Slovakia: date-holidays 3.37.0 takes the two days that were worked in 2026 for worked ever since. */
export const SK: OverrideTable = {
  country: 'SK',
  replacesSource: false,
  days: [],
  substitutes: [],
  kinds: [
    { id: '05-08', kind: 'public', fromYear: 2027, regions: 'everywhere', law: LAW },
    { id: '09-15', kind: 'public', fromYear: 2027, regions: 'everywhere', law: LAW },
  ],
};
