import type { MonthDay } from '@/lib/core/plain-date';
import type { OverrideTable } from '../../override-table';

/** Canada: days off of provinces that date-holidays 3.37.0 knows only as observances, or not at all. */
export const CA: OverrideTable = {
  country: 'CA',
  replacesSource: false,
  substitutes: [],
  kinds: [
    { regions: ['PE'], fromYear: 2022, law: 'Employment Standards Act (PE), paid holidays' },
    { regions: ['NT'], fromYear: 2022, law: 'Employment Standards Act (NT), statutory holidays' },
    { regions: ['NU'], fromYear: 2022, law: 'Labour Standards Act (NU), general holidays' },
    { regions: ['BC'], fromYear: 2023, law: 'Employment Standards Act (BC), s. 1' },
    { regions: ['YT'], fromYear: 2023, law: 'Employment Standards Act (YT), general holidays' },
    {
      regions: ['MB'],
      fromYear: 2024,
      law: 'Employment Standards Code (MB), as amended by Bill 4 of the 43rd Legislature, 1st session',
    },
  ].map((line) => ({ ...line, id: '09-30', kind: 'public' as const })),
  days: [
    {
      id: '07-09',
      rule: { on: 'month-day', monthDay: '07-09' as MonthDay },
      kind: 'public',
      fromYear: 2020,
      regions: ['NU'],
      names: {
        en: 'Nunavut Day',
        uk: 'День Нунавуту',
        de: 'Nunavut-Tag',
        pl: 'Dzień Nunavut',
        fr: 'Jour du Nunavut',
        es: 'Día de Nunavut',
        it: 'Giorno del Nunavut',
        ja: 'ヌナブトの日',
      },
      law: 'Labour Standards Act (NU), general holidays',
    },
  ],
};
