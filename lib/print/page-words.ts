import { monthName } from '@/lib/calendar-days/names';
import type { PrintLanguage } from '@/lib/calendars/document';
import { addMonths, monthPartsOf, type YearMonth } from '@/lib/core/plain-date';

/** "2027"; Japanese says what the number is: "2027年". */
export function yearWord(year: number, language: PrintLanguage): string {
  return language === 'ja' ? `${year}年` : String(year);
}

/** A month of a year as a label: "September 2027", "2027年9月". Never inflected, as a title is not. */
export function monthAndYear(month: YearMonth, language: PrintLanguage): string {
  const { year, month: number } = monthPartsOf(month);
  const name = monthName(number, language);
  return language === 'ja' ? `${year}年${name}` : `${name} ${year}`;
}

/** What the cover says about time: the year alone when the calendar is that year, else first and last month. */
export function rangeWords(from: YearMonth, monthCount: number, language: PrintLanguage): string {
  const last = addMonths(from, monthCount - 1);
  const { year, month } = monthPartsOf(from);
  if (month === 1 && monthCount === 12) return yearWord(year, language);
  if (monthCount === 1) return monthAndYear(from, language);
  const dash = language === 'ja' ? '〜' : ' – ';
  return `${monthAndYear(from, language)}${dash}${monthAndYear(last, language)}`;
}
