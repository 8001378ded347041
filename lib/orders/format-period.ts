import { monthPartsOf, type PlainDate, partsOf, type YearMonth } from '@/lib/core/plain-date';

/** "September 2027", "вересень 2027": as it stands inside a sentence, without the "р." that Intl puts behind a year. */
export function formatMonth(month: YearMonth, locale: string): string {
  const { year, month: number } = monthPartsOf(month);
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return `${name.format(Date.UTC(year, number - 1, 1))} ${year}`;
}

/** "September 2027 – August 2028": both years are always written out, because confusing them costs a print run. */
export function formatPeriod(
  period: { first: YearMonth; last: YearMonth },
  locale: string,
): string {
  const first = formatMonth(period.first, locale);
  const begun = first.charAt(0).toLocaleUpperCase(locale) + first.slice(1);
  return period.first === period.last ? begun : `${begun} – ${formatMonth(period.last, locale)}`;
}

/** "12 March 2027". */
export function formatDay(date: PlainDate, locale: string): string {
  const { year, month, day } = partsOf(date);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, day),
  );
}

/** "12 Mar": where the year is plain from beside it. */
export function formatShortDay(date: PlainDate, locale: string): string {
  const { year, month, day } = partsOf(date);
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(Date.UTC(year, month - 1, day));
}

/** An instant for staff: by the clock on the workshop's wall. */
export function formatInstant(instant: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Kyiv',
  }).format(instant);
}
