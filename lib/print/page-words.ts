import { formatNumber } from '@/lib/calendar-days/digits';
import { monthName } from '@/lib/calendar-days/names';
import type { CalendarDocument, PrintLanguage } from '@/lib/calendars/document';
import { addMonths, monthPartsOf, type YearMonth } from '@/lib/core/plain-date';

/** Day numbers, week numbers: a number with the digits that the calendar is printed with. */
export function digits(
  value: number,
  { language, hasNativeDigits }: Pick<CalendarDocument, 'language' | 'hasNativeDigits'>,
): string {
  return formatNumber(value, language, hasNativeDigits);
}

/** What follows a year's number where the language says what the number is. */
const YEAR_SIGN: Partial<Record<PrintLanguage, string>> = { ja: '年', zh: '年', ko: '년' };

/** "2027"; Japanese, Chinese and Korean say what the number is: "2027年". */
export function yearWord(year: number, language: PrintLanguage, hasNativeDigits = false): string {
  return formatNumber(year, language, hasNativeDigits) + (YEAR_SIGN[language] ?? '');
}

/**
 * A month of a year as a label: "September 2027", "2027年9月". Never inflected, as a title is not; in the order of
 * CLDR 48's "yMMMM" where that puts the year first.
 */
export function monthAndYear(
  month: YearMonth,
  language: PrintLanguage,
  hasNativeDigits = false,
): string {
  const { year, month: number } = monthPartsOf(month);
  const name = monthName(number, language);
  const years = yearWord(year, language, hasNativeDigits);
  switch (language) {
    case 'ja':
      return years + name;
    case 'zh':
      return `${years}${number}月`;
    case 'ko':
      return `${years} ${name}`;
    case 'hu':
      return `${years}. ${name.toLowerCase()}`;
    case 'lt':
      return `${years} m. ${name.toLowerCase()}`;
    default:
      return `${name} ${years}`;
  }
}

/** What stands between the first and the last month. */
const RANGE_SIGN: Partial<Record<PrintLanguage, string>> = { ja: '〜', zh: '至', ko: ' ~ ' };

/** What the cover says about time: the year alone when the calendar is that year, else first and last month. */
export function rangeWords(
  from: YearMonth,
  monthCount: number,
  language: PrintLanguage,
  hasNativeDigits = false,
): string {
  const last = addMonths(from, monthCount - 1);
  const { year, month } = monthPartsOf(from);
  if (month === 1 && monthCount === 12) return yearWord(year, language, hasNativeDigits);
  const [start, end] = [from, last].map((each) => monthAndYear(each, language, hasNativeDigits));
  return monthCount === 1 ? `${start}` : `${start}${RANGE_SIGN[language] ?? ' – '}${end}`;
}

/**
 * A label in capitals by the rules of its language: Turkish keeps the dot of its i, Greek drops its accents.
 * Scripts without capitals are left as they are.
 */
export function capitals(text: string, language: PrintLanguage): string {
  if (language === 'tr') return text.replaceAll('i', 'İ').toUpperCase();
  if (language === 'el') {
    // The diaeresis stays: it parts two vowels.
    return text
      .normalize('NFD')
      .replace(/\u0301/g, '')
      .toUpperCase()
      .normalize('NFC');
  }
  return text.toUpperCase();
}
