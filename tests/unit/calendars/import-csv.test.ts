import { describe, expect, it } from 'vitest';
import { importDates } from '@/lib/calendars/import-dates';
import { once, read, yearly } from './dates-files';

describe('a table', () => {
  it.each([
    ['2027-05-14,Party', once('2027-05-14')],
    ['2027-5-4,Party', once('2027-05-04')],
    ['20270514,Party', once('2027-05-14')],
    ['2027-05-14 00:00:00,Party', once('2027-05-14')],
    ['2027/05/14,Party', once('2027-05-14')],
    ['14.05.2027;Party', once('2027-05-14')],
    ['4.5.2027;Party', once('2027-05-04')],
    ['14.05.2027 р.;Party', once('2027-05-14')],
    ['14/05/2027\tParty', once('2027-05-14')],
    ['05/14/2027,Party', once('2027-05-14')],
    ['5/5/2027,Party', once('2027-05-05')],
    ['14-05-2027,Party', once('2027-05-14')],
    ['--05-14,Party', yearly('05-14')],
    ['--0514,Party', yearly('05-14')],
    ['05-14,Party', yearly('05-14')],
    ['14.05,Party', yearly('05-14')],
    ['14.05.;Party', yearly('05-14')],
    ['29.02;Party', yearly('02-29')],
    ['14/05;Party', yearly('05-14')],
  ])('reads the date of %j', (line, when) => {
    expect(read(line)).toMatchObject({ dates: [{ text: 'Party', when }], reasons: [] });
  });

  it.each([
    ['01/02/2027,A', 'ambiguous_date'],
    ['1-2-2027,A', 'ambiguous_date'],
    ['1/2,A', 'ambiguous_date'],
    ['14.05.27,A', 'ambiguous_date'],
    ['30.02.2027,A', 'bad_date'],
    ['29.02.2027,A', 'bad_date'],
    ['2027-13-01,A', 'bad_date'],
    ['30-02,A', 'ambiguous_date'],
    ['0000-01-01,A', 'bad_date'],
    ['soon,A', 'bad_date'],
    ['2150-01-01,A', 'bad_date'],
    ['2027-05-14,', 'no_text'],
    ['2027-05-14', 'no_text'],
  ])('refuses %j and says why', (line, reason) => {
    expect(read(line)).toMatchObject({ dates: [], problems: [{ line: 1, reason }] });
  });

  it('learns the order of day and month from the other lines, unless they contradict', () => {
    expect(read('31/12/2027,A\n01/02/2027,B').days).toEqual(['2027-12-31', '2027-02-01']);
    expect(read('12/31/2027,A\n01/02/2027,B').days).toEqual(['2027-12-31', '2027-01-02']);
    expect(read('31/12/2027,A\n12/31/2027,C\n01/02/2027,B')).toMatchObject({
      days: ['2027-12-31', '2027-12-31'],
      problems: [{ line: 3, reason: 'ambiguous_date', text: '01/02/2027 B' }],
    });
    expect(read('14-05,A\n05-06,B').reasons).toEqual(['ambiguous_date', 'ambiguous_date']);
  });

  it('finds its columns by headings in the languages of the screens, in any order', () => {
    const whole = { text: 'Олена', kind: 'birthday', when: yearly('05-14', 1980) };
    const tables = [
      'Name,Kind,Date\nОлена,birthday,1980-05-14',
      'Дата;Назва;Тип\n14.05.1980;Олена;день народження',
      'Подія\tДата\tВид\tРік\nОлена\t14.05\tдень народження\t1980',
      'name,birthday\nОлена,1980-05-14',
      'Дата народження;Ім’я\n14.05.1980;Олена',
      'Дата народження;Хто ця людина\n14.05.1980;Олена',
      'Datum;Name;Art\n14.05.1980;Олена;Geburtstag',
      'Geburtsdatum;Wer\n14.05.1980;Олена',
      'Data;Tekst;Rodzaj\n14.05.1980;Олена;urodziny',
      'Imię;Data urodzenia\nОлена;1980-05-14',
      '\ufeff"Date","Text","Type"\r\n"1980-05-14","Олена","bday"\r\n',
      'sep=;\r\nDate;Text;Kind\r\n1980-05-14;Олена;birthday',
    ];
    for (const table of tables) {
      const { dates, reasons } = read(table);
      expect({ table, dates, reasons }).toMatchObject({ table, dates: [whole], reasons: [] });
    }
  });

  it('takes the first column for the date and the second for the text without headings', () => {
    expect(
      read('1980-05-14,Олена,birthday\n2027-06-01,"Tea, cake","with ""cream"""').dates,
    ).toEqual([
      { text: 'Олена', kind: 'birthday', when: yearly('05-14', 1980) },
      { text: 'Tea, cake', kind: 'other', when: once('2027-06-01') },
    ]);
  });

  it('tells the separator from marks that are in the texts', () => {
    expect(read('14.05.2027;Anna, Ben, Cleo\n15.05.2027;A, B, C').dates).toMatchObject([
      { text: 'Anna, Ben, Cleo' },
      { text: 'A, B, C' },
    ]);
    expect(read('2027-05-14,a; b; c').dates).toMatchObject([{ text: 'a; b; c' }]);
  });

  it('reads a text over two lines as one, and a quote that is never closed as a quote', () => {
    expect(read('2027-05-14,"Tea\nand cake"\n2027-05-15,B').dates).toMatchObject([
      { text: 'Tea and cake' },
      { text: 'B' },
    ]);
    expect(read('2027-05-14,"Tea\n2027-05-15,B').dates).toMatchObject([
      { text: '"Tea' },
      { text: 'B' },
    ]);
  });

  it.each([
    ['1980-05-14,Anna,birthday', yearly('05-14', 1980), 'birthday'],
    ['2019-05-14,Anna,birthday', yearly('05-14', 2019), 'birthday'],
    ['2019-05-14,День народження Олі', yearly('05-14', 2019), 'birthday'],
    ['2027-05-14,Anna,birthday', yearly('05-14'), 'birthday'],
    ['1604-05-14,Anna,birthday', yearly('05-14'), 'birthday'],
    ['2001-05-14,Anna and Ben,wedding', yearly('05-14', 2001), 'anniversary'],
    ['1956-05-14,Марія', yearly('05-14', 1956), 'other'],
    ['2019-05-14,Марко', yearly('05-14', 2019), 'other'],
    ['2026-05-14,Dentist', once('2026-05-14'), 'other'],
    ['2028-05-14,Dentist', once('2028-05-14'), 'other'],
    ['05-14,Anna,birthday', yearly('05-14'), 'birthday'],
  ])('repeats birthdays and what is years older than the calendar: %j', (line, when, kind) => {
    expect(read(line).dates[0]).toMatchObject({ when, kind });
  });

  it('takes days before 2010 for long ago when the first month is not known', () => {
    const { dates } = importDates('2009-05-14,A\n2010-05-14,B\n2019-01-01,C,birthday');
    expect(dates.map(({ when }) => when)).toEqual([
      yearly('05-14', 2009),
      once('2010-05-14'),
      yearly('01-01', 2019),
    ]);
  });

  it('puts a year that stands in a column of its own to its day', () => {
    const table = (row: string) => read(`date,text,kind,year\n${row}`);
    expect(table('05-14,Anna,birthday,1980').dates[0]?.when).toEqual(yearly('05-14', 1980));
    expect(table('2027-05-14,Anna,birthday,1980').dates[0]?.when).toEqual(yearly('05-14', 1980));
    expect(table('05-14,Anna,birthday,').dates[0]?.when).toEqual(yearly('05-14'));
    expect(table('05-14,Party,other,2027').dates[0]?.when).toEqual(once('2027-05-14'));
    expect(table('02-29,Anna,birthday,1981').reasons).toEqual(['bad_date']);
    expect(table('05-14,Anna,birthday,young').reasons).toEqual(['bad_date']);
  });

  it('says of a file without any date that it is not one of dates', () => {
    expect(read('# Notes\n\none\ntwo\nthree\nfour\nfive')).toMatchObject({
      dates: [],
      problems: [{ line: 0, reason: 'unreadable' }],
    });
  });

  it('names the line of each problem and shows what stands there', () => {
    expect(read('date,text\n\n2027-05-14,A\nnever,B\n').problems).toEqual([
      { line: 4, reason: 'bad_date', text: 'never B' },
    ]);
  });
});
