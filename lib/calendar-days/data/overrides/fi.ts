import type { OverrideTable } from '../../override-table';

const LAW =
  'Not among the holidays of the Church Act (652/2023); off by collective agreements, and marked by all';

/** Finland: date-holidays 3.37.0 files the two great eves as bank holidays, which are not printed. */
export const FI: OverrideTable = {
  country: 'FI',
  replacesSource: false,
  days: [],
  substitutes: [],
  kinds: ['friday after 06-19', '12-24'].map((id) => ({
    id,
    kind: 'observance',
    regions: 'everywhere',
    law: LAW,
  })),
};
