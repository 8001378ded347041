import type { OverrideTable } from '../../override-table';

/** United States: date-holidays 3.37.0 leaves Veterans Day without its day off when it falls on a weekend. */
export const US: OverrideTable = {
  country: 'US',
  replacesSource: false,
  days: [],
  kinds: [],
  substitutes: [
    {
      id: '11-11',
      fromSaturday: -1,
      fromSunday: 1,
      fromYear: 1978,
      regions: 'everywhere',
      law: '5 U.S.C. 6103(b); Executive Order 11582 of 11 February 1971, section 3',
    },
  ],
};
