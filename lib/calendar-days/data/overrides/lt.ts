import type { OverrideTable } from '../../override-table';

const LAW = 'Labour Code of Lithuania, art. 123, which lists them among the public holidays';

/** Lithuania: date-holidays 3.37.0 has Mother's and Father's Day as mere observances. */
export const LT: OverrideTable = {
  country: 'LT',
  replacesSource: false,
  days: [],
  substitutes: [],
  kinds: [
    { id: '1st sunday in may', kind: 'public', regions: 'everywhere', law: LAW },
    { id: '1st sunday in june', kind: 'public', regions: 'everywhere', law: LAW },
  ],
};
