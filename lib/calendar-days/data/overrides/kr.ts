import { addDays, type MonthDay, type PlainDate } from '@/lib/core/plain-date';
import type { AddedDay, OverrideTable } from '../../override-table';

const LAW = 'Regulations on Holidays of Public Offices (Presidential Decree 32965), art. 2';
const LABOUR_LAW = 'Act on Public Holidays, as amended for 2026';

/** Seollal of 2000 to 2050, of the Korean calendar: its new moon is the one seen in Seoul. Source: python-holidays 0.105. */
const NEW_YEARS = [
  '2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18',
  '2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19',
  '2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22',
  '2024-02-10 2025-01-29 2026-02-17 2027-02-07 2028-01-27 2029-02-13 2030-02-03 2031-01-23',
  '2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24',
  '2040-02-12 2041-02-01 2042-01-22 2043-02-10 2044-01-30 2045-02-17 2046-02-06 2047-01-26',
  '2048-02-14 2049-02-02 2050-01-23',
].flatMap((line) => line.split(' ') as PlainDate[]);

const newYear = {
  en: 'Korean New Year',
  uk: 'Корейський Новий рік',
  de: 'Koreanisches Neujahr',
  pl: 'Koreański Nowy Rok',
  fr: 'Nouvel An coréen',
  es: 'Año Nuevo coreano',
  it: 'Capodanno coreano',
  ja: '旧正月',
  zh: '春节',
};

const seollal = (offset: -1 | 0 | 1): AddedDay => ({
  id: 'korean 01-0-01 days',
  rule: { on: 'dates', dates: NEW_YEARS.map((date) => addDays(date, offset)) },
  kind: 'public',
  regions: 'everywhere',
  names: { ...newYear, ko: offset === 0 ? '설날' : '설날 연휴' },
  law: LAW,
});

/** South Korea: date-holidays 3.37.0 has Seollal and the two days after it instead of the days around it. */
export const KR: OverrideTable = {
  country: 'KR',
  replacesSource: false,
  kinds: [
    {
      id: 'korean 01-0-01',
      kind: 'optional',
      fromYear: 2000,
      toYear: 2050,
      regions: 'everywhere',
      law: LAW,
    },
  ],
  substitutes: [
    {
      id: '05-01',
      fromSaturday: 2,
      fromSunday: 1,
      fromYear: 2027,
      regions: 'everywhere',
      law: LABOUR_LAW,
    },
  ],
  days: [
    seollal(-1),
    seollal(0),
    seollal(1),
    {
      id: '05-01',
      rule: { on: 'month-day', monthDay: '05-01' as MonthDay },
      kind: 'public',
      fromYear: 2026,
      regions: 'everywhere',
      names: { en: 'Labour Day', ko: '노동절' },
      law: LABOUR_LAW,
    },
  ],
};
