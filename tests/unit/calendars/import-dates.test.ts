import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { PROBLEMS_MAX } from '@/lib/calendars/dates-file/import-problems';
import { DATE_TEXT_MAX, DATES_MAX, OwnDateSchema } from '@/lib/calendars/document';
import { DATES_FILE_BYTES_MAX, importDates } from '@/lib/calendars/import-dates';
import { newId } from '@/lib/core/ids';
import { parseYearMonth, type YearMonth } from '@/lib/core/plain-date';

const FROM = parseYearMonth('2027-01') as YearMonth;

const bytes = (text: string) => new TextEncoder().encode(text);

/** What a date says, without its id. */
function read(text: string, from: YearMonth | undefined = FROM) {
  const { dates, problems } = importDates(bytes(text), from ? { from } : {});
  return {
    dates: dates.map(({ id: _id, ...rest }) => rest),
    days: dates.map(({ when }) => (when.every === 'once' ? when.date : when.monthDay)),
    reasons: problems.map(({ reason }) => reason),
    problems,
  };
}

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...parts: string[]) =>
  `${['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR'].join('\r\n')}\r\n`;
const yearly = (monthDay: string, sinceYear: number | null = null) => ({
  every: 'year',
  monthDay,
  sinceYear,
  leapRule: 'feb-28',
});
const once = (date: string) => ({ every: 'once', date });

describe('a calendar file', () => {
  it('gives an all-day event its day, once', () => {
    const text = calendar(
      event('SUMMARY:Concert', 'DTSTART;VALUE=DATE:20270514', 'DTEND;VALUE=DATE:20270515'),
    );
    expect(read(text)).toMatchObject({
      dates: [{ text: 'Concert', kind: 'other', when: once('2027-05-14') }],
      reasons: [],
    });
  });

  it('repeats every year what the file repeats every year', () => {
    const rules = ['FREQ=YEARLY', 'FREQ=YEARLY;INTERVAL=1;BYMONTH=5;BYMONTHDAY=14;WKST=MO'];
    for (const rule of rules) {
      const text = calendar(event('SUMMARY:Clean', 'DTSTART:20200514T090000', `RRULE:${rule}`));
      expect(read(text).dates).toEqual([{ text: 'Clean', kind: 'other', when: yearly('05-14') }]);
    }
  });

  it('keeps 29 February for every year, however the file words it', () => {
    for (const rule of ['FREQ=YEARLY', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1']) {
      const lines = ['SUMMARY:Leap', 'DTSTART;VALUE=DATE:20240229', `RRULE:${rule}`];
      expect(read(calendar(event(...lines))).dates[0]?.when).toEqual(yearly('02-29'));
    }
  });

  it.each([
    ['FREQ=WEEKLY'],
    ['FREQ=YEARLY;BYMONTH=5;BYDAY=2SU'],
    ['FREQ=YEARLY;INTERVAL=2'],
    ['FREQ=YEARLY;BYMONTH=6'],
    ['FREQ=DAILY;COUNT=3'],
    ['FREQ=SECONDLY'],
  ])('leaves out a rule that a calendar cannot keep, and says so: %s', (rule) => {
    const text = calendar(event('SUMMARY:A', 'DTSTART;VALUE=DATE:20270514', `RRULE:${rule}`));
    const { dates, problems } = read(text);
    expect(dates).toEqual([]);
    expect(problems).toEqual([{ line: 3, reason: 'unsupported_rule', text: 'A' }]);
  });

  it.each([
    ['COUNT=3', ['2027-05-14', '2028-05-14', '2029-05-14']],
    ['UNTIL=20280514', ['2027-05-14', '2028-05-14']],
    ['UNTIL=20280513T220000Z', ['2027-05-14', '2028-05-14']],
    ['INTERVAL=2;COUNT=2', ['2027-05-14', '2029-05-14']],
    ['COUNT=1', ['2027-05-14']],
    ['COUNT=100000', ['05-14']],
    ['UNTIL=20990101', ['05-14']],
  ])('gives a series that ends its single days: %s', (end, days) => {
    const rule = `RRULE:FREQ=YEARLY;${end}`;
    expect(read(calendar(event('SUMMARY:A', 'DTSTART:20270514', rule))).days).toEqual(days);
  });

  it('counts the end of a series of leap days by leap days', () => {
    const lines = ['SUMMARY:A', 'DTSTART:20240229', 'RRULE:FREQ=YEARLY;COUNT=3'];
    expect(read(calendar(event(...lines))).days).toEqual(['2028-02-29', '2032-02-29']);
  });

  it('leaves out excepted days, and an endless series whose exceptions it cannot keep', () => {
    const ended = event(
      'SUMMARY:A',
      'DTSTART;VALUE=DATE:20270514',
      'RRULE:FREQ=YEARLY;COUNT=3',
      'EXDATE;VALUE=DATE:20280514,20300101',
    );
    expect(read(calendar(ended)).days).toEqual(['2027-05-14', '2029-05-14']);
    const endless = ended.replace(';COUNT=3', '');
    expect(read(calendar(endless))).toMatchObject({ dates: [], reasons: ['unsupported_rule'] });
  });

  it('says that moved occurrences and further days were not taken over', () => {
    const moved = event('SUMMARY:A', 'DTSTART:20270515', 'RECURRENCE-ID:20270514');
    const further = event('SUMMARY:B', 'DTSTART:20270515', 'RDATE;VALUE=DATE:20270601');
    expect(read(calendar(moved, further))).toMatchObject({
      days: ['2027-05-15'],
      reasons: ['unsupported_rule', 'unsupported_rule'],
    });
  });

  it('takes the first day of a long event and says so; a night is not long', () => {
    const long = event('SUMMARY:A', 'DTSTART;VALUE=DATE:20270701', 'DTEND;VALUE=DATE:20270715');
    const lasting = event('SUMMARY:B', 'DTSTART;VALUE=DATE:20270702', 'DURATION:P5D');
    const night = event('SUMMARY:C', 'DTSTART:20270703T200000', 'DTEND:20270704T030000');
    expect(read(calendar(long, lasting, night))).toMatchObject({
      days: ['2027-07-01', '2027-07-02', '2027-07-03'],
      problems: [
        { line: 3, reason: 'several_days', text: 'A' },
        { line: 8, reason: 'several_days', text: 'B' },
      ],
    });
  });

  it('ignores cancelled events, alarms, tasks and time zones', () => {
    const text = calendar(
      'BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:19701025T040000\r\nEND:STANDARD\r\nEND:VTIMEZONE',
      event('SUMMARY:Off', 'DTSTART:20270101', 'STATUS:CANCELLED'),
      'BEGIN:VTODO\r\nSUMMARY:Task\r\nDTSTART:20270102\r\nEND:VTODO',
      event(
        'BEGIN:VALARM\r\nSUMMARY:Alarm\r\nDTSTART:20270909\r\nTRIGGER:-PT1H\r\nEND:VALARM',
        'SUMMARY:Real',
        'DTSTART:20270103',
      ),
    );
    expect(read(text)).toMatchObject({
      dates: [{ text: 'Real', when: once('2027-01-03') }],
      reasons: [],
    });
  });

  it('reads folded lines, escapes, every line end and a byte order mark', () => {
    const lines = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'SUMMARY;LANGUAGE=uk:Обід\\, вечеря\\; ча',
      ' й\\nта торт',
      'DTSTART;VALUE=DA',
      '\tTE:20270514',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    for (const end of ['\r\n', '\n', '\r']) {
      expect(read(`\ufeff${lines.join(end)}${end}`).dates).toEqual([
        { text: 'Обід, вечеря; чай та торт', kind: 'other', when: once('2027-05-14') },
      ]);
    }
  });

  it('takes the others when one event is broken, cut off or has no day', () => {
    const text = calendar(
      event('SUMMARY:A', 'DTSTART:2027xx14'),
      event('SUMMARY:B', 'DTSTART;VALUE=DATE:20270230'),
      event('SUMMARY:C'),
      event('SUMMARY:D', 'DTSTART:20270514', 'RRULE:FREQ=NEVER'),
      event('DTSTART:20270515'),
      event('SUMMARY:F', 'DTSTART:20270516', 'a line that says nothing'),
      'BEGIN:VEVENT\r\nSUMMARY:G',
      event('SUMMARY:H', 'DTSTART:20270517'),
      'BEGIN:VEVENT\r\nSUMMARY:I\r\nDTSTART:20270518',
    );
    expect(read(text)).toMatchObject({
      dates: [{ text: 'F' }, { text: 'H' }],
      reasons: [
        'bad_date',
        'bad_date',
        'bad_date',
        'unreadable',
        'no_text',
        'unreadable',
        'unreadable',
      ],
    });
  });

  it('says a year that is never printed is no date', () => {
    expect(read(calendar(event('SUMMARY:A', 'DTSTART:21010101'))).reasons).toEqual(['bad_date']);
  });
});

describe('birthdays and anniversaries of a calendar file', () => {
  const birthday = (...lines: string[]) =>
    read(
      calendar(event('SUMMARY:Anna', 'CATEGORIES:Family,Birthday', 'RRULE:FREQ=YEARLY', ...lines)),
    ).dates[0];

  it.each([
    ['CATEGORIES:Birthday', 'birthday'],
    ['CATEGORIES:Річниця', 'anniversary'],
    ['X-NEXTCLOUD-BC-FIELD-TYPE:BDAY', 'birthday'],
    ['X-NEXTCLOUD-BC-FIELD-TYPE:X-ANNIVERSARY', 'anniversary'],
    ['BDAY:19800514', 'birthday'],
    ['X-ANNIVERSARY:20010514', 'anniversary'],
    ['X-OTHER:1', 'other'],
  ])('are known by the marks of address books: %s', (line, kind) => {
    const text = calendar(event('SUMMARY:A', 'DTSTART:20270514', 'RRULE:FREQ=YEARLY', line));
    expect(read(text).dates[0]?.kind).toBe(kind);
  });

  it.each([
    ['День народження Олі', 'birthday'],
    ["Anna's Birthday", 'birthday'],
    ['Annas Geburtstag', 'birthday'],
    ["Anniversaire d'Anne", 'birthday'],
    ['Anniversaire de mariage', 'anniversary'],
    ['花子の誕生日', 'birthday'],
    ['Річниця весілля', 'anniversary'],
    ['Rocznica ślubu', 'anniversary'],
    ['Dentist', 'other'],
  ])('are known by their words: %s', (summary, kind) => {
    const text = calendar(event(`SUMMARY:${summary}`, 'DTSTART:20270514'));
    expect(read(text).dates[0]?.kind).toBe(kind);
  });

  it.each([
    ['the file tells it', ['DTSTART:20240514', 'X-NEXTCLOUD-BC-YEAR:1980'], 1980],
    ['an address book tells it', ['DTSTART:20240514', 'BDAY:1980-05-14'], 1980],
    ['it begins before it was entered', ['DTSTART:20190514', 'CREATED:20240101T000000Z'], 2019],
    ['it begins before files were kept', ['DTSTART:19560514'], 1956],
    ['it begins when it was entered', ['DTSTART:20240514', 'CREATED:20240101T000000Z'], null],
    ['the entry is older', ['DTSTART:20060514', 'CREATED:20060101T000000Z'], null],
    ['nothing tells', ['DTSTART:20190514'], null],
    ['the time of entry is a placeholder', ['DTSTART:19560514', 'CREATED:19000101T000000Z'], 1956],
    ['the year stands for none', ['DTSTART:16040514'], null],
    ['the file says it is unknown', ['DTSTART:19700514', 'X-NEXTCLOUD-BC-UNKNOWN-YEAR:1'], null],
  ])('have an age only where the year of birth is known: %s', (_why, lines, sinceYear) => {
    expect(birthday(...lines)).toEqual({
      text: 'Anna',
      kind: 'birthday',
      when: yearly('05-14', sinceYear),
    });
  });

  it('lose the year in their text when it is printed as an age', () => {
    const lines = ['SUMMARY:Anna (1980)', 'X-NEXTCLOUD-BC-FIELD-TYPE:BDAY', 'RRULE:FREQ=YEARLY'];
    const known = event(...lines, 'DTSTART;VALUE=DATE:19800514');
    const unknown = event(...lines, 'DTSTART;VALUE=DATE:20240514');
    expect(read(calendar(known, unknown)).dates.map(({ text }) => text)).toEqual([
      'Anna',
      'Anna (1980)',
    ]);
  });

  it('come every year though they were entered once, if that was before the calendar', () => {
    const text = calendar(
      event('SUMMARY:День народження Олі', 'DTSTART:19560514'),
      event('SUMMARY:День народження Олі', 'DTSTART:20270515'),
      event('SUMMARY:Dentist', 'DTSTART:20050516'),
    );
    expect(read(text).dates.map(({ when }) => when)).toEqual([
      yearly('05-14', 1956),
      once('2027-05-15'),
      once('2005-05-16'),
    ]);
  });
});

describe('times', () => {
  const zoneBefore = process.env.TZ;
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env.TZ;
    else process.env.TZ = zoneBefore;
  });

  it.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'])(
    'fall on the day that the file writes, in a process in %s',
    (zone) => {
      process.env.TZ = zone;
      expect(new Date(2027, 0, 1).getTimezoneOffset()).toBe(
        { UTC: 0, 'Pacific/Kiritimati': -840, 'America/Los_Angeles': 480 }[zone],
      );
      const text = calendar(
        event('SUMMARY:A', 'DTSTART:20270514T000000'),
        event('SUMMARY:B', 'DTSTART:20270514T235959'),
        event('SUMMARY:C', 'DTSTART;TZID=Europe/Kyiv:20270514T003000'),
        event('SUMMARY:D', 'DTSTART;TZID=America/New_York:20270514T233000'),
        event('SUMMARY:E', 'DTSTART:20270514T220000Z'),
        event('SUMMARY:F', 'DTSTART;VALUE=DATE:20270514'),
      );
      expect(read(text).days).toEqual(Array(6).fill('2027-05-14'));
      const inKyiv = text.replace('VERSION:2.0', 'X-WR-TIMEZONE:Europe/Kyiv');
      expect(read(inKyiv).days).toEqual([
        ...Array(4).fill('2027-05-14'),
        '2027-05-15',
        '2027-05-14',
      ]);
      const inNowhere = text.replace('VERSION:2.0', 'X-WR-TIMEZONE:No/Where');
      expect(read(inNowhere).days).toEqual(Array(6).fill('2027-05-14'));
    },
  );
});

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

  it('finds its columns by English and Ukrainian headings in any order', () => {
    const whole = { text: 'Олена', kind: 'birthday', when: yearly('05-14', 1980) };
    const tables = [
      'Name,Kind,Date\nОлена,birthday,1980-05-14',
      'Дата;Назва;Тип\n14.05.1980;Олена;день народження',
      'Подія\tДата\tВид\tРік\nОлена\t14.05\tдень народження\t1980',
      'name,birthday\nОлена,1980-05-14',
      'Дата народження;Ім’я\n14.05.1980;Олена',
      'Дата народження;Хто ця людина\n14.05.1980;Олена',
      '\ufeff"Date","Text","Type"\r\n"1980-05-14","Олена","bday"\r\n',
      'sep=;\r\nDate;Text;Kind\r\n1980-05-14;Олена;birthday',
    ];
    for (const table of tables) {
      expect(read(table), table).toMatchObject({ dates: [whole], reasons: [] });
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

describe('any file', () => {
  it('is read in the encodings that spreadsheets write', () => {
    const row = '14.05.2027;Їжачок';
    const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const windows1251 = Uint8Array.from([
      ...bytes('14.05.2027;'),
      ...[0xaf, 0xe6, 0xe0, 0xf7, 0xee, 0xea],
    ]);
    const windows1252 = Uint8Array.from([...bytes('14.05.2027;J'), 0xfc, ...bytes('rgen')]);
    const texts = [bytes(row), utf16(row), utf16(row).toReversed(), windows1251, windows1252].map(
      (content, index) =>
        importDates(index === 2 ? swapped(utf16(row)) : content).dates.map(({ text }) => text),
    );
    expect(texts).toEqual([['Їжачок'], ['Їжачок'], ['Їжачок'], ['Їжачок'], ['Jürgen']]);
  });

  it('that is no text is refused', () => {
    const files = [
      Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]),
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      '2027-05-14,\ufffd',
    ];
    for (const file of files) {
      expect(importDates(file)).toEqual({
        dates: [],
        problems: [{ line: 0, reason: 'not_utf8' }],
      });
    }
  });

  it('that is empty has no dates and no problems', () => {
    for (const text of ['', '\ufeff', '\r\n\r\n', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n']) {
      expect(read(text)).toMatchObject({ dates: [], problems: [] });
    }
  });

  it('larger than a megabyte is not read', () => {
    const tooLarge = new Uint8Array(DATES_FILE_BYTES_MAX + 1).fill(0x41);
    expect(importDates(tooLarge).problems).toEqual([{ line: 0, reason: 'too_large' }]);
  });

  it('gives no more dates than a calendar takes, and says so', () => {
    const rows = Array.from({ length: DATES_MAX + 1 }, (_, n) => `05-14,Text ${n}`);
    const { dates, reasons } = read(rows.join('\n'));
    expect([dates.length, reasons]).toEqual([DATES_MAX, ['too_many']]);
  });

  it('gives each date once', () => {
    const same = event('SUMMARY:A', 'DTSTART:20270514');
    expect(read(calendar(same, same, event('SUMMARY:a ', 'DTSTART:20270514'))).dates).toHaveLength(
      1,
    );
    expect(read('05-14,A\n05-14,A\n05-14,B').dates).toHaveLength(2);
  });

  it('has its texts cut between characters and freed of what is not printed', () => {
    const long = `2027-05-14,${'x'.repeat(DATE_TEXT_MAX - 2)}👨‍👩‍👧 and more`;
    const { dates, reasons } = read(long);
    expect(dates[0]?.text).toBe(`${'x'.repeat(DATE_TEXT_MAX - 2)}…`);
    expect(reasons).toEqual(['text_shortened']);
    expect(read('2027-05-14,a\u0007b\u202ec\u0085d').dates[0]?.text).toBe('a bc d');
    expect(read('2027-05-14,\u0007\u202e').reasons).toEqual(['no_text']);
  });

  it('gives ids from where it is told', () => {
    const id = newId('eventDate');
    expect(importDates('05-14,A', { makeId: () => id }).dates[0]?.id).toBe(id);
  });
});

function swapped(content: Uint8Array): Uint8Array {
  return content.map((_, at) => content[at ^ 1] as number);
}

describe('a hostile file', () => {
  const isSound = (content: Uint8Array | string) => {
    const { dates, problems } = importDates(content, { from: FROM });
    expect(dates.length).toBeLessThanOrEqual(DATES_MAX);
    expect(problems.length).toBeLessThanOrEqual(PROBLEMS_MAX);
    for (const date of dates) expect(OwnDateSchema.safeParse(date).error).toBeUndefined();
  };

  it('of random bytes or text never throws and gives only dates that a calendar takes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), isSound), { numRuns: 300 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => isSound(text)),
      { numRuns: 300 },
    );
  }, 30_000);

  it('of broken calendar lines never throws', () => {
    const name = fc.constantFrom(
      ...'BEGIN END SUMMARY DTSTART DTEND RRULE EXDATE RDATE CATEGORIES CREATED DURATION'.split(
        ' ',
      ),
      ...'BDAY RECURRENCE-ID X-WR-TIMEZONE X-NEXTCLOUD-BC-YEAR __proto__ constructor'.split(' '),
    );
    const value = fc.oneof(
      fc.constantFrom(
        ...'VEVENT VALARM VCALENDAR 20270514 20270514T250000Z 99999999T999999Z 00010101T000000Z'.split(
          ' ',
        ),
        ...'FREQ=YEARLY FREQ=YEARLY;COUNT=-1 FREQ=YEARLY;INTERVAL=0;COUNT=9 P1D -P9999999W'.split(
          ' ',
        ),
        ...'FREQ=YEARLY;UNTIL=x FREQ=YEARLY;BYMONTH=;BYDAY=,, Europe/Kyiv 20270514/P1D ,, \\'.split(
          ' ',
        ),
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    const parameter = fc.constantFrom(
      ...['', ';VALUE=DATE', ';TZID=Europe/Kyiv', ';TZID="', ';=', ';VALUE=x', ';VALUE=__proto__'],
    );
    const line = fc.tuple(name, parameter, value).map(([n, p, v]) => `${n}${p}:${v}`);
    const body = fc.array(line, { maxLength: 12 }).map((lines) => event(...lines));
    fc.assert(
      fc.property(fc.array(body, { maxLength: 4 }), (events) => isSound(calendar(...events))),
      { numRuns: 500 },
    );
  }, 30_000);

  it('of broken table cells never throws', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        ...'date text kind year Дата "" " 2027-05-14 01/02/2027 31/12/2027 05-14 14-05 99.99'.split(
          ' ',
        ),
        ...'0000-01-01 9999-12-31 29.02 __proto__ 1e9 -1 birthday sep=;'.split(' '),
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const mark = fc.constantFrom(',', ';', '\t');
    const table = fc
      .tuple(mark, fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 10 }))
      .map(([by, rows]) => rows.map((row) => row.join(by)).join('\n'));
    fc.assert(fc.property(table, isSound), { numRuns: 500 });
  }, 30_000);

  const fill = (unit: string) =>
    unit.repeat(Math.floor((DATES_FILE_BYTES_MAX - 200) / unit.length));
  it.each([
    ['nesting without end', `BEGIN:VCALENDAR\n${fill('BEGIN:VEVENT\n')}`],
    ['alarms in alarms', `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${fill('BEGIN:VALARM\n')}`],
    ['one endless line', `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:${fill('x')}`],
    ['endless parameters', calendar(event(`SUMMARY${fill(';a=b')}:x`, 'DTSTART:20270514'))],
    ['endless folding', calendar(event(`SUMMARY:x\r\n${fill(' y\r\n')}`, 'DTSTART:20270514'))],
    ['endless exceptions', calendar(event('DTSTART:20270514', `EXDATE:${fill('20270514,')}`))],
    [
      'a rule of every second',
      calendar(event('SUMMARY:x', 'DTSTART:20270514', 'RRULE:FREQ=SECONDLY;COUNT=99999999')),
    ],
    [
      'thousands of events',
      `BEGIN:VCALENDAR\n${fill('BEGIN:VEVENT\nSUMMARY:x\nDTSTART:9\nEND:VEVENT\n')}`,
    ],
    ['empty lines', fill('\n')],
    ['separators', fill(',')],
    ['quotes', fill('"')],
    ['blanks', fill(' ')],
    ['rows without a date', fill('x,y\n')],
    ['digits', fill('1')],
    ['dots and digits', `1${fill('1. ')}`],
  ])('of a megabyte of %s is done with in a moment', (_what, text) => {
    const before = performance.now();
    isSound(bytes(text));
    expect(performance.now() - before).toBeLessThan(5_000);
  }, 30_000);
});
