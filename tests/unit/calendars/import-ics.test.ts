import { afterEach, describe, expect, it } from 'vitest';
import { calendar, event, once, read, yearly } from './dates-files';

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
