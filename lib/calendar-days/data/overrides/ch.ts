import type { ChangedKind, OverrideTable } from '../../override-table';

const marked = (id: string): ChangedKind => ({
  id,
  kind: 'observance',
  regions: 'country-only',
  law: 'ArG (SR 822.11), art. 20a: 1 August is off in the whole country; the cantons choose up to eight other days',
});

/** Switzerland without a canton: a day off is only what every canton has. */
export const CH: OverrideTable = {
  country: 'CH',
  replacesSource: false,
  days: [],
  substitutes: [],
  kinds: [
    'easter -2',
    'easter',
    'easter 1',
    'easter 49',
    'easter 50',
    '3rd sunday after 09-01',
    '12-26',
  ].map(marked),
};
