import { describe, expect, it } from 'vitest';
import {
  type Holiday,
  type HolidayCorrection,
  holidaysOf,
  isHidden,
  toDayEntries,
} from '@/lib/calendar-days/holidays';
import { type HolidaySet, PRINT_LANGUAGES, type PrintLanguage } from '@/lib/calendars/document';
import { DomainError } from '@/lib/core/errors';
import type { YearMonth } from '@/lib/core/plain-date';

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

const publicDays = (holidays: Holiday[]) =>
  holidays.filter((holiday) => holiday.kind === 'public').map((holiday) => holiday.date);
const on = (holidays: Holiday[], date: string) =>
  holidays.filter((holiday) => holiday.date === date);
const names = (holidays: Holiday[], date: string) => on(holidays, date).map(({ name }) => name);

describe('holidays of Ukraine', () => {
  it('2027: the days of art. 73 of the Labour Code, by their names, none moved', () => {
    const holidays = inYears('UA', 2027, { language: 'uk' });
    expect(
      holidays.filter(({ kind }) => kind === 'public').map(({ date, name }) => `${date} ${name}`),
    ).toEqual([
      '2027-01-01 Новий рік',
      '2027-03-08 Міжнародний жіночий день',
      '2027-05-01 День праці',
      '2027-05-02 Великдень',
      '2027-05-08 День пам’яті та перемоги над нацизмом',
      '2027-06-20 Трійця',
      '2027-06-28 День Конституції України',
      '2027-07-15 День Української Державності',
      '2027-08-24 День Незалежності України',
      '2027-10-01 День захисників і захисниць України',
      '2027-12-25 Різдво Христове',
    ]);
  });

  it('has neither 2 January nor 7 January nor 9 May nor 14 October any more', () => {
    const dates = inYears('UA', 2026, { years: 6 }).map(({ date }) => date.slice(5));
    for (const gone of ['01-02', '01-07', '05-09', '10-14', '07-28']) {
      // 9 May 2027 is the second Sunday of May.
      const isMothersDay = gone === '05-09';
      expect(dates.filter((date) => date === gone)).toHaveLength(isMothersDay ? 1 : 0);
    }
    expect(publicDays(inYears('UA', 2027))).not.toContain('2027-05-09');
  });

  it('past years keep the law of their time', () => {
    expect(publicDays(inYears('UA', 2023))).toEqual(
      expect.arrayContaining([
        '2023-01-07',
        '2023-05-09',
        '2023-07-28',
        '2023-10-01',
        '2023-12-25',
      ]),
    );
    expect(publicDays(inYears('UA', 2023))).not.toContain('2023-07-15');
    expect(publicDays(inYears('UA', 2016))).toEqual(
      expect.arrayContaining(['2016-05-02', '2016-10-14']),
    );
    expect(publicDays(inYears('UA', 2016))).not.toContain('2016-12-25');
  });

  it('is named in every print language without falling back', () => {
    for (const language of PRINT_LANGUAGES) {
      for (const holiday of inYears('UA', 2027, { language })) {
        expect(holiday.nameLanguage, holiday.name).toBe(language);
      }
    }
    expect(names(inYears('UA', 2027, { language: 'ja' }), '2027-06-20')).toEqual([
      '正教会の聖霊降臨祭',
    ]);
  });
});

describe('holidays of other countries', () => {
  it('an observed day is given before or after the weekend in the United States', () => {
    expect(names(inYears('US', 2028), '2028-11-10')).toEqual(['Veterans Day (observed)']);
    expect(names(inYears('US', 2029), '2029-11-12')).toEqual(['Veterans Day (observed)']);
    expect(names(inYears('US', 2027), '2027-07-05')).toEqual(['Independence Day (observed)']);
    expect(names(inYears('US', 2027), '2027-11-11')).toEqual(['Veterans Day']);
  });

  it('a holiday that is not moved carries no words of a substitute day', () => {
    const japan = inYears('JP', 2027, { language: 'ja' });
    expect(names(japan, '2027-08-11')).toEqual(['山の日']);
    expect(names(japan, '2027-03-22')[0]).toMatch(/（振替休日）$/);
  });

  it('Japan is named in Japanese', () => {
    const japan = inYears('JP', 2027, { language: 'ja' }).filter(({ kind }) => kind === 'public');
    expect(japan.length).toBeGreaterThan(15);
    for (const holiday of japan) {
      expect(holiday.nameLanguage).toBe('ja');
      expect(holiday.name).toMatch(/\p{Script=Han}/u);
    }
  });

  it('feasts that start at sunset stand on their day of daylight', () => {
    // Yom Kippur 5788 and Rosh Hashanah 5788, as the Israeli calendar prints them.
    expect(publicDays(inYears('IL', 2027))).toEqual(
      expect.arrayContaining(['2027-10-02', '2027-10-03', '2027-10-11']),
    );
    expect(publicDays(inYears('IL', 2027))).not.toContain('2027-10-10');
  });

  it('a feast of several days is on each of them, and into the next year', () => {
    const days = (from: string, monthCount: number) =>
      holidaysOf({
        sets: [set('IL')],
        from: from as YearMonth,
        monthCount,
        language: 'en',
      })
        .filter(({ key }) => key === 'IL:25 kislev')
        .map(({ date }) => date);
    expect(days('2027-12', 2)).toEqual([
      '2027-12-25',
      '2027-12-26',
      '2027-12-27',
      '2027-12-28',
      '2027-12-29',
      '2027-12-30',
      '2027-12-31',
      '2028-01-01',
    ]);
    expect(days('2028-01', 1)).toEqual(['2028-01-01']);
  });

  it("Turkey's feasts of 90 and 114 hours are three and four days", () => {
    const days = publicDays(inYears('TR', 2026));
    expect(days.filter((day) => day.startsWith('2026-03'))).toEqual([
      '2026-03-20',
      '2026-03-21',
      '2026-03-22',
    ]);
    expect(days.filter((day) => day >= '2026-05-25' && day < '2026-06')).toEqual([
      '2026-05-27',
      '2026-05-28',
      '2026-05-29',
      '2026-05-30',
    ]);
  });

  it('a day that is off only from the evening is no day off', () => {
    const [eve] = on(inYears('AU-SA', 2027), '2027-12-24');
    expect(eve).toMatchObject({ name: 'Christmas Eve', kind: 'observance' });
  });

  it('a region has its own days and the country alone has not', () => {
    expect(publicDays(inYears('DE-BY', 2027))).toContain('2027-01-06');
    expect(publicDays(inYears('DE', 2027))).not.toContain('2027-01-06');
    expect(publicDays(inYears('GB-SCT', 2026))).toContain('2026-06-15');
    expect(publicDays(inYears('GB-ENG', 2026))).not.toContain('2026-06-15');
    expect(publicDays(inYears('CA-BC', 2027))).toContain('2027-09-30');
    expect(publicDays(inYears('CA', 2027))).not.toContain('2027-09-30');
  });

  it('places filed in mixed case have their own days, and codes are found in any case', () => {
    const own = (place: string) => publicDays(inYears(place, 2027));
    expect(own('NZ-CAN-Timaru')).not.toEqual(own('NZ-CAN'));
    expect(own('NZ-CAN-TIMARU')).toEqual(own('NZ-CAN-Timaru'));
    expect(own('DE-by')).toEqual(own('DE-BY'));
  });

  it('days whose type is misspelt in the source are not lost', () => {
    expect(on(inYears('HR', 2027), '2027-10-08')).toHaveLength(1);
  });

  it('the last day of 1994, which one time zone never had, is on its date', () => {
    expect(names(inYears('DE', 1994), '1994-12-31')).toEqual(["New Year's Eve"]);
    expect(names(inYears('DE', 1995), '1995-01-01')).toEqual(["New Year's Day"]);
  });

  it('are known from 1900 to 2100', () => {
    for (const year of [1900, 2100]) {
      expect(publicDays(inYears(['US', 'DE-BY', 'UA', 'JP'], year)).length).toBeGreaterThan(10);
    }
    expect(publicDays(inYears('DE', 2100))).toContain('2100-03-29');
  });

  it.each(['XX', 'DE-XX', 'UA-30'])('%s is refused as unknown', (place) => {
    expect(() => inYears(place, 2027)).toThrow(DomainError);
  });
});

describe('names in a language that is not the country’s own', () => {
  it('come from our translations', () => {
    expect(names(inYears('DE', 2027, { language: 'uk' }), '2027-10-03')).toEqual([
      'День німецької єдності',
    ]);
    expect(names(inYears('DE', 2027, { language: 'de' }), '2027-10-03')).toEqual([
      'Tag der Deutschen Einheit',
    ]);
    expect(names(inYears('GB-ENG', 2027, { language: 'uk' }), '2027-05-03')).toEqual([
      'Травневий вихідний',
    ]);
  });

  it('the days off of the countries we compare are named in Ukrainian', () => {
    const places = ['US', 'DE', 'PL', 'GB-ENG', 'GB-SCT', 'JP', 'IL', 'FR', 'ES', 'IT', 'CA', 'AU'];
    for (const place of places) {
      for (const holiday of inYears(place, 2026, { language: 'uk', years: 6 })) {
        if (holiday.kind === 'public') {
          expect(holiday.nameLanguage, `${place} ${holiday.name}`).toBe('uk');
          expect(holiday.name).toMatch(/\p{Script=Cyrillic}/u);
        }
      }
    }
  });

  it('a fallback to English says so', () => {
    const [day] = on(inYears('AU-WA', 2027, { language: 'uk' }), '2027-06-07');
    expect(day).toMatchObject({ name: 'Western Australia Day', nameLanguage: 'en' });
  });
});

describe('keys', () => {
  it('are the same in every year and language', () => {
    const keyOn = (year: number, date: string, language: PrintLanguage) =>
      on(inYears('US', year, { language }), date)[0]?.key;
    expect(keyOn(2027, '2027-07-04', 'en')).toBe('US:07-04');
    expect(keyOn(2031, '2031-07-04', 'uk')).toBe('US:07-04');
    expect(keyOn(2027, '2027-11-25', 'en')).toBe(keyOn(2028, '2028-11-23', 'ja'));
  });

  it('a substitute day has the key of its holiday', () => {
    const holidays = inYears('US', 2027);
    expect(on(holidays, '2027-07-05')[0]?.key).toBe(on(holidays, '2027-07-04')[0]?.key);
  });

  it('national holidays have the country’s key in every region', () => {
    const berlin = on(inYears('DE-BE', 2027), '2027-10-03')[0];
    expect(berlin?.key).toBe(on(inYears('DE', 2027), '2027-10-03')[0]?.key);
    expect(on(inYears('DE-BE', 2027), '2027-03-08')[0]?.key).toBe('DE-BE:03-08');
  });

  it('two feasts of one day are switched apart', () => {
    const eve = inYears('MU', 2027).filter(({ date }) => date === '2027-02-01');
    expect(new Set(eve.map(({ key }) => key)).size).toBe(eve.length);
  });

  it('fit into the document', () => {
    for (const place of ['IL', 'TW', 'IN-TN', 'US-VA', 'KR', 'MU', 'AU-VIC', 'AR']) {
      for (const { key } of inYears(place, 2027)) expect(key.length).toBeLessThanOrEqual(120);
    }
  });
});

describe('several countries at once', () => {
  const both = () => inYears(['UA', 'DE-BY'], 2027, { language: 'uk' });

  it('the same holiday on the same day is printed once, under the keys of both', () => {
    const [christmas, ...more] = on(both(), '2027-12-25');
    expect(more).toEqual([]);
    expect(christmas?.keys).toEqual(['UA:12-25', 'DE:12-25']);
    expect(christmas?.country).toBe('UA');
  });

  it('different holidays of one day are both printed, the day off first', () => {
    expect(
      on(inYears(['PL', 'UA'], 2027), '2027-05-08').map(({ key, kind }) => [key, kind]),
    ).toEqual([
      ['UA:05-08', 'public'],
      ['PL:05-08', 'observance'],
    ]);
  });

  it('a day off in one country outweighs the observance of the same name in another', () => {
    const day = on(inYears(['DE', 'JP'], 2028), '2028-12-25');
    expect(day.map(({ kind }) => kind)).toEqual(['public']);
  });

  it('hiding under either key hides it', () => {
    const [christmas] = on(both(), '2027-12-25');
    if (!christmas) throw new Error('25 December is a holiday');
    expect(isHidden(christmas, new Set(['DE:12-25']))).toBe(true);
    expect(isHidden(christmas, new Set(['UA:12-25']))).toBe(true);
    expect(isHidden(christmas, new Set(['US:12-25']))).toBe(false);
  });

  it('are in the order of time', () => {
    const dates = both().map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
  });

  it('the same set twice changes nothing', () => {
    expect(inYears(['UA', 'UA'], 2027)).toEqual(inYears('UA', 2027));
  });
});

describe('holidays of China and South Korea', () => {
  it('the Spring Festival is the eve and three days, in the words of the country', () => {
    const days = inYears('CN', 2027, { language: 'zh' }).filter(({ kind }) => kind === 'public');
    expect(days.filter(({ name }) => name === '春节').map(({ date }) => date)).toEqual([
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
    ]);
    expect(days.map(({ name }) => name)).toContain('清明节');
    expect(days.map(({ date }) => date)).not.toContain('2027-06-01');
  });

  it('Seollal is the day and those around it, by the new moon of Seoul', () => {
    const days = inYears('KR', 2027, { language: 'ko' }).filter(({ name }) =>
      name.startsWith('설날'),
    );
    expect(
      days.filter(({ kind }) => kind === 'public').map(({ date, name }) => `${date} ${name}`),
    ).toEqual([
      '2027-02-06 설날 연휴',
      '2027-02-07 설날',
      '2027-02-08 설날 연휴',
      '2027-02-09 설날 (대체 공휴일)',
    ]);
  });

  it('a substitute goes past days that are off anyway', () => {
    // 1 May 2027 is a Saturday in Bulgaria, and Monday is Easter Monday.
    expect(publicDays(inYears('BG', 2027))).toEqual(
      expect.arrayContaining(['2027-05-01', '2027-05-03', '2027-05-04']),
    );
  });
});

describe('what is printed', () => {
  it('days off and observances, not what holds for some people only', () => {
    const entries = toDayEntries(inYears('IL', 2027), [], []);
    expect(entries.some(({ text }) => text.startsWith('Hanukkah'))).toBe(false);
    expect(entries.find(({ date }) => date === '2027-10-11')?.kind).toBe('public-holiday');
    expect(entries.find(({ date }) => date === '2027-05-04')?.kind).toBe('observance');
  });

  it('not what the customer switched off, in any year', () => {
    const holidays = inYears('UA', 2026, { years: 3 });
    const entries = toDayEntries(holidays, ['UA:03-08'], []);
    expect(entries.some(({ date }) => date.endsWith('-03-08'))).toBe(false);
    expect(entries).toHaveLength(holidays.length - 3);
  });
});

describe('what is switched on', () => {
  const days = (shown: string[], hidden: string[] = []) =>
    toDayEntries(inYears('IL', 2027), hidden, shown).filter(({ text }) =>
      text.startsWith('Hanukkah'),
    );

  it('is printed, quietly, though its kind usually is not', () => {
    const [hanukkah] = inYears('IL', 2027).filter(({ name }) => name.startsWith('Hanukkah'));
    expect(hanukkah?.printed).toBe(false);
    const key = hanukkah?.key ?? '';
    expect(days([])).toEqual([]);
    expect(days([key])).toHaveLength(7);
    for (const { kind } of days([key])) expect(kind).toBe('observance');
  });

  it('is not printed when it is switched off as well', () => {
    expect(days(['IL:25 kislev'], ['IL:25 kislev'])).toEqual([]);
  });
});
