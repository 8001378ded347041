import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importDates } from '@/lib/calendars/import-dates';
import { FROM } from './dates-files';

const card = (...lines: string[]) =>
  ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
const read = (...cards: string[]) => {
  const { dates, problems } = importDates(cards.join(''), { from: FROM });
  return {
    dates: dates.map(({ text, kind, when }) => ({ text, kind, ...when })),
    problems: problems.map(({ line, reason }) => [line, reason]),
  };
};

describe('contacts', () => {
  it('give birthdays and anniversaries with the year that they name', () => {
    const { dates, problems } = read(
      card('FN:Марія Коваль', 'BDAY:1987-05-14', 'ANNIVERSARY:20100828'),
      card('FN:Jan', 'BDAY;VALUE=date-and-or-time:19400229T000000Z'),
    );
    expect(problems).toEqual([]);
    expect(dates).toMatchObject([
      { text: 'Марія Коваль', kind: 'birthday', monthDay: '05-14', sinceYear: 1987 },
      { text: 'Марія Коваль', kind: 'anniversary', monthDay: '08-28', sinceYear: 2010 },
      { text: 'Jan', kind: 'birthday', monthDay: '02-29', sinceYear: 1940 },
    ]);
  });

  it('without a year give no age, however a program writes that it is unknown', () => {
    const { dates } = read(
      card('FN:A', 'BDAY:--0514'),
      card('FN:B', 'BDAY:--05-14'),
      card('FN:C', 'BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-14'),
      card('FN:D', 'BDAY;VALUE=date;X-APPLE-OMIT-YEAR=1980:1980-05-14'),
    );
    expect(dates.map(({ text }) => text)).toEqual(['A', 'B', 'C', 'D']);
    for (const date of dates) expect(date).toMatchObject({ monthDay: '05-14', sinceYear: null });
  });

  it('name their own days by the label beside them', () => {
    const { dates } = read(
      card(
        'FN:Ada',
        'item1.X-ABDATE;type=pref:2012-06-01',
        'item1.X-ABLabel:_$!<Anniversary>!$_',
        'item2.X-ABDATE:2020-03-02',
        'item2.X-ABLabel:Name day',
        'X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2001-02-03;3;;;',
        'X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Addy;1;;;',
      ),
    );
    expect(dates).toMatchObject([
      { text: 'Anniversary: Ada', kind: 'anniversary', monthDay: '06-01' },
      { text: 'Name day: Ada', kind: 'other', monthDay: '03-02', sinceYear: 2020 },
      { text: 'Ada', kind: 'birthday', monthDay: '02-03', sinceYear: 2001 },
    ]);
  });

  it('are read with escaped, folded, quoted and composed names', () => {
    const { dates } = read(
      card('FN:Smith\\, Anna\\; Dr.', 'BDAY:1990-01-01'),
      card('FN:Anna-Mar', ' ia', 'BDAY:1990-01-02'),
      card('N:Коваль;Олена;;;', 'BDAY:1990-01-03'),
      card('FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9E=D0=BB=', '=D1=8F', 'BDAY:1990-01-04'),
      card('ORG:Café\\; Co.;Kitchen', 'BDAY:1990-01-05'),
    );
    expect(dates.map(({ text }) => text)).toEqual([
      'Smith, Anna; Dr.',
      'Anna-Maria',
      'Олена Коваль',
      'Оля',
      'Café; Co.',
    ]);
  });

  it('with a wrong day tell its line and do not take the others with them', () => {
    const { dates, problems } = read(
      card('FN:A', 'BDAY:1990-02-30'),
      card('FN:B', 'BDAY:next week'),
      card('BDAY:1990-01-01'),
      card('FN:C', 'BDAY:1990-01-01'),
      'BEGIN:VCARD\r\nFN:D\r\nBDAY:1990-01-01\r\n',
    );
    expect(dates.map(({ text }) => text)).toEqual(['C']);
    expect(problems).toEqual([
      [4, 'bad_date'],
      [9, 'bad_date'],
      [13, 'no_text'],
      [20, 'unreadable'],
    ]);
  });

  it('without days are passed over, and the card of an agent is not taken for the person', () => {
    const agent = ['AGENT:', 'BEGIN:VCARD', 'FN:Agent', 'BDAY:1950-01-01', 'END:VCARD'];
    const { dates, problems } = read(card('FN:A'), card('FN:B', ...agent, 'BDAY:1990-01-01'));
    expect(dates).toMatchObject([{ text: 'B', sinceYear: 1990 }]);
    expect(problems).toEqual([]);
  });

  it('of any content never throw', () => {
    const piece = fc.constantFrom(
      'BEGIN:VCARD',
      'END:VCARD',
      'FN:A',
      'BDAY:--0229',
      'BDAY;ENCODING=QUOTED-PRINTABLE:=',
      'item1.X-ABDATE:1990-01-01',
      'N:\\;\\',
      ' x',
      ':::;;;',
    );
    const line = fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 30 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        importDates(`BEGIN:VCARD\n${lines.join('\n')}`);
      }),
      { numRuns: 300 },
    );
  });
});
