import { importDates } from '@/lib/calendars/import-dates';
import { parseYearMonth, type YearMonth } from '@/lib/core/plain-date';

export const FROM = parseYearMonth('2027-01') as YearMonth;

export const bytes = (text: string) => new TextEncoder().encode(text);

/** What a date says, without its id and its marks: files know of none. */
export function read(text: string, from: YearMonth | undefined = FROM) {
  const { dates, problems } = importDates(bytes(text), from ? { from } : {});
  return {
    dates: dates.map(({ text: words, kind, when }) => ({ text: words, kind, when })),
    days: dates.map(({ when }) => (when.every === 'once' ? when.date : when.monthDay)),
    reasons: problems.map(({ reason }) => reason),
    problems,
  };
}

export const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
export const calendar = (...parts: string[]) =>
  `${['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR'].join('\r\n')}\r\n`;
export const yearly = (monthDay: string, sinceYear: number | null = null) => ({
  every: 'year',
  monthDay,
  sinceYear,
  leapRule: 'feb-28',
});
export const once = (date: string) => ({ every: 'once', date });
