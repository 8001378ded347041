import type { MonthDay } from '@/lib/core/plain-date';
import type { OverrideTable } from '../../override-table';

/**
 * Australia has no national holidays law: each state and territory has its own. Without a region only what is a
 * day off in each of them is printed as one.
 */
export const AU: OverrideTable = {
  country: 'AU',
  replacesSource: false,
  substitutes: [],
  kinds: [
    {
      id: 'easter -1',
      kind: 'observance',
      regions: 'country-only',
      law: 'No day off by the Statutory Holidays Act 2000 (Tas) and the Public and Bank Holidays Act 1972 (WA)',
    },
    {
      id: 'easter',
      kind: 'observance',
      regions: 'country-only',
      law: 'No day off by the Statutory Holidays Act 2000 (Tas)',
    },
  ],
  days: [
    {
      // Where it falls on a weekend the states move the day off to Monday; the day itself stays on the calendar.
      id: '01-26',
      rule: { on: 'month-day', monthDay: '01-26' as MonthDay },
      kind: 'observance',
      fromYear: 1994,
      regions: 'everywhere',
      names: {
        en: 'Australia Day',
        uk: 'День Австралії',
        de: 'Australien-Tag',
        pl: 'Dzień Australii',
        fr: 'Fête nationale australienne',
        es: 'Día de Australia',
        it: 'Festa dell’Australia',
        ja: 'オーストラリアの日',
      },
      law: 'Public Holidays Act 2010 (NSW), s. 4, and the Acts of the other states and territories',
    },
    {
      // date-holidays moves a Christmas Day of the weekend to Monday only; both days are off.
      id: '12-25',
      rule: { on: 'month-day', monthDay: '12-25' as MonthDay },
      kind: 'public',
      fromYear: 2024,
      regions: ['NT', 'SA'],
      names: {
        en: 'Christmas Day',
        uk: 'Різдво Христове',
        de: 'Weihnachten',
        pl: 'Boże Narodzenie',
        fr: 'Noël',
        es: 'Navidad',
        it: 'Natale',
        ja: 'クリスマス',
      },
      law: 'Public Holidays Act 1981 (NT); Public Holidays Act 2023 (SA)',
    },
  ],
};
