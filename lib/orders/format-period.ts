import { monthPartsOf, type PlainDate, partsOf, type YearMonth } from '@/lib/core/plain-date';

/** "September 2027", in the language of the screen. */
export function formatMonth(month: YearMonth, locale: string): string {
  const { year, month: number } = monthPartsOf(month);
  const text = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(year, number - 1, 1));
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** "September 2027 – August 2028": both years are always written out, because confusing them costs a print run. */
export function formatPeriod(
  period: { first: YearMonth; last: YearMonth },
  locale: string,
): string {
  const first = formatMonth(period.first, locale);
  return period.first === period.last ? first : `${first} – ${formatMonth(period.last, locale)}`;
}

/** "12 March 2027". */
export function formatDay(date: PlainDate, locale: string): string {
  const { year, month, day } = partsOf(date);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, day),
  );
}

/** An instant as the workshop's clock shows it. */
export function formatInstant(instant: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Kyiv',
  }).format(instant);
}
