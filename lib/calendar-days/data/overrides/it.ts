import type { MonthDay } from '@/lib/core/plain-date';
import type { OverrideTable } from '../../override-table';

/** Italy: the day of national unity is marked on its date and is no day off. */
export const IT: OverrideTable = {
  country: 'IT',
  replacesSource: false,
  kinds: [],
  substitutes: [],
  days: [
    {
      id: '11-04',
      rule: { on: 'month-day', monthDay: '11-04' as MonthDay },
      kind: 'observance',
      fromYear: 2024,
      regions: 'everywhere',
      names: {
        en: 'National Unity and Armed Forces Day',
        uk: 'День національної єдності та збройних сил',
        de: 'Tag der nationalen Einheit und der Streitkräfte',
        pl: 'Dzień Jedności Narodowej i Sił Zbrojnych',
        fr: 'Jour de l’unité nationale et des forces armées',
        es: 'Día de la Unidad Nacional y de las Fuerzas Armadas',
        it: 'Giornata dell’Unità nazionale e delle Forze armate',
        ja: '国家統一と軍隊の日',
      },
      law: 'Legge 1 marzo 2024, n. 27; not a day off since Legge 5 marzo 1977, n. 54, art. 1',
    },
  ],
};
