import type { OverrideTable } from '../../override-table';

/** Netherlands: date-holidays 3.37.0 files two days that everybody marks as school days, which are not printed. */
export const NL: OverrideTable = {
  country: 'NL',
  replacesSource: false,
  days: [],
  substitutes: [],
  kinds: [
    {
      id: '05-05',
      kind: 'observance',
      regions: 'everywhere',
      law: 'Algemene termijnenwet, art. 3 (1): a recognised holiday; whether it is off is for employers to agree',
    },
    {
      id: 'easter -2',
      kind: 'observance',
      regions: 'everywhere',
      law: 'Algemene termijnenwet, art. 3 (2): on a level with holidays for terms only',
    },
  ],
};
