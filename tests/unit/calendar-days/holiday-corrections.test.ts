import { describe, expect, it } from 'vitest';
import { type Holiday, type HolidayCorrection, holidaysOf } from '@/lib/calendar-days/holidays';
import type { HolidaySet, PrintLanguage } from '@/lib/calendars/document';
import type { MonthDay, PlainDate, YearMonth } from '@/lib/core/plain-date';

const set = (text: string): HolidaySet => {
  const [country = '', ...region] = text.split('-');
  return { country, region: region.length > 0 ? region.join('-') : null };
};

function inYears(
  sets: string | string[],
  year: number,
  more: {
    language?: PrintLanguage;
    years?: number;
    corrections?: HolidayCorrection[];
  } = {},
): Holiday[] {
  return holidaysOf({
    sets: [sets].flat().map(set),
    from: `${year}-01` as YearMonth,
    monthCount: 12 * (more.years ?? 1),
    language: more.language ?? 'en',
    corrections: more.corrections ?? [],
  });
}

const on = (holidays: Holiday[], date: string) =>
  holidays.filter((holiday) => holiday.date === date);
const names = (holidays: Holiday[], date: string) => on(holidays, date).map(({ name }) => name);

describe('corrections by staff', () => {
  const correction = (more: Partial<HolidayCorrection>): HolidayCorrection => ({
    id: 'hol_1',
    country: 'DE',
    region: null,
    action: 'add',
    date: null,
    monthDay: null,
    names: {},
    kind: 'public',
    reason: 'a new law',
    ...more,
  });
  const day = (text: string) => text as PlainDate;
  const every = (text: string) => text as MonthDay;

  it('add a day once or every year, in the country and its regions', () => {
    const names = { en: 'Day of Tests', uk: 'День тестів' };
    const single = correction({ date: day('2027-06-02'), names });
    const yearly = correction({ monthDay: every('06-03'), names, id: 'hol_2' });
    const corrections = [single, yearly];
    const region = inYears('DE-BY', 2027, { corrections, years: 2, language: 'uk' });
    expect(region.filter(({ name }) => name === 'День тестів').map(({ date }) => date)).toEqual([
      '2027-06-02',
      '2027-06-03',
      '2028-06-03',
    ]);
    expect(on(region, '2027-06-02')[0]).toMatchObject({ key: 'DE:c-hol_1', kind: 'public' });
    expect(on(inYears('AT', 2027, { corrections }), '2027-06-02')).toEqual([]);
  });

  it('of a region leave the others alone', () => {
    const corrections = [
      correction({ region: 'BY', date: day('2027-06-02'), names: { en: 'Bavaria only' } }),
    ];
    expect(on(inYears('DE-BY', 2027, { corrections }), '2027-06-02')).toHaveLength(1);
    expect(on(inYears('DE-BY-A', 2027, { corrections }), '2027-06-02')).toHaveLength(1);
    expect(on(inYears('DE-BE', 2027, { corrections }), '2027-06-02')).toEqual([]);
    expect(on(inYears('DE', 2027, { corrections }), '2027-06-02')).toEqual([]);
  });

  it('remove what our tables say, all of a day or one by its name', () => {
    const all = [correction({ country: 'UA', action: 'remove', date: day('2027-08-24') })];
    expect(on(inYears('UA', 2027, { corrections: all }), '2027-08-24')).toEqual([]);
    const named = [
      correction({
        country: 'PL',
        action: 'remove',
        monthDay: every('03-21'),
        names: { pl: 'Niedziela Palmowa' },
      }),
    ];
    const left = names(inYears('PL', 2027, { corrections: named, language: 'pl' }), '2027-03-21');
    expect(left).toEqual(['Pierwszy Dzień Wiosny / Dzień Wagarowicza']);
  });

  it('rename the day off of a day, in their own words even where a translation is known', () => {
    const corrections = [
      correction({
        action: 'rename',
        monthDay: every('05-01'),
        names: { en: 'Labour Day', uk: 'Перше травня' },
      }),
    ];
    const renamed = inYears('DE', 2027, { corrections, language: 'uk' });
    expect(names(renamed, '2027-05-01')).toEqual(['Перше травня']);
    expect(on(renamed, '2027-05-01')[0]?.key).toBe('DE:05-01');
    // A language that the correction leaves out takes our translation of its English name.
    expect(names(inYears('DE', 2027, { corrections, language: 'pl' }), '2027-05-01')).toEqual([
      'Święto Pracy',
    ]);
  });

  it('come last, so a later one can change an earlier one', () => {
    const corrections = [
      correction({ date: day('2027-06-02'), names: { en: 'First' } }),
      correction({ action: 'rename', date: day('2027-06-02'), names: { en: 'Second' } }),
    ];
    expect(names(inYears('DE', 2027, { corrections }), '2027-06-02')).toEqual(['Second']);
  });

  it('on 29 February hold in leap years only', () => {
    const corrections = [correction({ monthDay: every('02-29'), names: { en: 'Leap' } })];
    const dates = inYears('DE', 2027, { corrections, years: 2 })
      .filter(({ name }) => name === 'Leap')
      .map(({ date }) => date);
    expect(dates).toEqual(['2028-02-29']);
  });

  it('do not stay after they are withdrawn', () => {
    const corrections = [correction({ date: day('2027-06-02'), names: { en: 'Gone' } })];
    expect(on(inYears('DE', 2027, { corrections }), '2027-06-02')).toHaveLength(1);
    expect(on(inYears('DE', 2027), '2027-06-02')).toEqual([]);
  });
});
