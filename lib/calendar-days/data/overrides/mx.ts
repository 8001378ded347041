import type { PlainDate } from '@/lib/core/plain-date';
import type { OverrideTable } from '../../override-table';

const LAW = 'Ley Federal del Trabajo, art. 74 VII, as amended in 2024';

/** Mexico: date-holidays 3.37.0 still has the change of government on 1 December. */
export const MX: OverrideTable = {
  country: 'MX',
  replacesSource: false,
  substitutes: [],
  kinds: [{ id: '12-01', kind: 'optional', fromYear: 2024, regions: 'everywhere', law: LAW }],
  days: [
    {
      id: '10-01',
      rule: {
        on: 'dates',
        dates: Array.from({ length: 13 }, (_, term) => `${2024 + 6 * term}-10-01` as PlainDate),
      },
      kind: 'public',
      regions: 'everywhere',
      names: {
        en: 'Change of Federal Government',
        uk: 'Зміна федеральної влади',
        de: 'Amtsantritt der Bundesregierung',
        pl: 'Zmiana władzy federalnej',
        fr: 'Passation du pouvoir fédéral',
        es: 'Transmisión del Poder Ejecutivo Federal',
        it: 'Passaggio del potere federale',
        ja: '連邦政府交代の日',
      },
      law: LAW,
    },
  ],
};
