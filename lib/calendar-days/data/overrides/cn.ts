import { addDays, type MonthDay, type PlainDate } from '@/lib/core/plain-date';
import type { OverrideTable } from '../../override-table';

const LAW = 'Regulation on Public Holidays for National Annual Festivals and Memorial Days, art. 2';
const LAW_2025 = `${LAW}, as amended by State Council Decree 795, in force since 2025`;

/** First days of the Chinese years 2014 to 2050. Source: python-holidays 0.105 (Hong Kong Observatory). */
const NEW_YEARS = [
  '2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12',
  '2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13',
  '2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15',
  '2038-02-04 2039-01-24 2040-02-12 2041-02-01 2042-01-22 2043-02-10 2044-01-30 2045-02-17',
  '2046-02-06 2047-01-26 2048-02-14 2049-02-02 2050-01-23',
].flatMap((line) => line.split(' ') as PlainDate[]);

/**
 * China: date-holidays 3.37.0 lacks the third day of the Spring Festival and the second of Labour Day, and takes the
 * children's half day for everybody's. The working days that the State Council exchanges each year are not here.
 */
export const CN: OverrideTable = {
  country: 'CN',
  replacesSource: false,
  substitutes: [],
  kinds: [
    {
      id: '06-01',
      kind: 'observance',
      regions: 'everywhere',
      law: 'The same Regulation, art. 3: half a day off, for children under 14',
    },
  ],
  days: [
    {
      id: 'chinese 01-0-03',
      rule: { on: 'dates', dates: NEW_YEARS.map((date) => addDays(date, 2)) },
      kind: 'public',
      regions: 'everywhere',
      names: { en: 'Chinese New Year', zh: '春节' },
      law: LAW,
    },
    {
      id: '05-02',
      rule: { on: 'month-day', monthDay: '05-02' as MonthDay },
      kind: 'public',
      fromYear: 2025,
      regions: 'everywhere',
      names: { en: 'Labour Day', zh: '劳动节' },
      law: LAW_2025,
    },
  ],
};
