import type { OverrideTable } from '../../override-table';

const LAW = 'Law on holidays, remembrance days and celebratory days of Latvia, section 1';

/** Latvia: date-holidays 3.37.0 has Mother's Day as a mere observance and lacks Pentecost. */
export const LV: OverrideTable = {
  country: 'LV',
  replacesSource: false,
  substitutes: [],
  kinds: [{ id: '2nd sunday in may', kind: 'public', regions: 'everywhere', law: LAW }],
  days: [
    {
      id: 'easter 49',
      rule: { on: 'easter', church: 'western', offsetDays: 49 },
      kind: 'public',
      fromYear: 1996,
      regions: 'everywhere',
      names: { en: 'Pentecost', lv: 'Vasarsvētki' },
      law: LAW,
    },
  ],
};
