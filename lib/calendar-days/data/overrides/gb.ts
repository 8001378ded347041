import type { PlainDate } from '@/lib/core/plain-date';
import type { OverrideTable } from '../../override-table';

/** United Kingdom: the one-off bank holiday of Scotland is missing from date-holidays 3.37.0. */
export const GB: OverrideTable = {
  country: 'GB',
  replacesSource: false,
  kinds: [],
  substitutes: [],
  days: [
    {
      id: '2026-06-15',
      rule: { on: 'dates', dates: ['2026-06-15' as PlainDate] },
      kind: 'public',
      regions: ['SCT'],
      names: {
        en: 'World Cup bank holiday',
        uk: 'Вихідний на честь чемпіонату світу',
        de: 'Feiertag zur Fußball-WM',
        pl: 'Święto z okazji mistrzostw świata',
        fr: 'Jour férié de la Coupe du monde',
        es: 'Festivo por el Mundial',
        it: 'Festa per i Mondiali',
        ja: 'ワールドカップ記念休日',
      },
      law: 'Royal Proclamation under the Banking and Financial Dealings Act 1971, s. 1(3)',
    },
  ],
};
