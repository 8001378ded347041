import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBLEMS_MAX } from '@/lib/calendars/dates-file/import-problems';
import { DATE_TEXT_MAX, DATES_MAX, OwnDateSchema } from '@/lib/calendars/document';
import { DATES_FILE_BYTES_MAX, importDates } from '@/lib/calendars/import-dates';
import { newId } from '@/lib/core/ids';
import { bytes, calendar, event, FROM, read } from './dates-files';

describe('any file', () => {
  it('is read in the encodings that spreadsheets write', () => {
    const row = '14.05.2027;Їжачок';
    const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const windows1251 = Uint8Array.from([
      ...bytes('14.05.2027;'),
      0xaf,
      0xe6,
      0xe0,
      0xf7,
      0xee,
      0xea,
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
      '',
      ';VALUE=DATE',
      ';TZID=Europe/Kyiv',
      ';TZID="',
      ';=',
      ';VALUE=x',
      ';VALUE=__proto__',
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
  ])(
    'of a megabyte of %s is done with in a moment',
    (_what, text) => {
      const before = performance.now();
      isSound(bytes(text));
      expect(performance.now() - before).toBeLessThan(5_000);
    },
    30_000,
  );
});
