import type { PrintLanguage, SecondaryCalendar } from '@/lib/calendars/document';
import type { PlainDate } from '@/lib/core/plain-date';
import { HEBREW_MONTHS, HIJRI_MONTHS, PERSIAN_MONTHS } from './data/secondary-month-names';
import { formatNumber } from './digits';
import { chineseDay, hebrewDay, hijriDay, type OtherDay, persianDay } from './other-calendars';

/** A day of another calendar as it stands small in the cell of our own. */
export type SecondaryDate = {
  /** The day's number, on the first day of a month with the month: "14", "1 Nisan", "ט״ו", "初二", "八月". */
  text: string;
  isMonthStart: boolean;
  /** For a legend: "Nisan", "八月", "Ramadan". */
  monthName: string;
};

/**
 * The date of another calendar on one of our days, from tables and arithmetic alone; null where none was asked for.
 * The other day is the one of daylight: Hebrew and Hijri days begin at the sunset before it.
 * Hebrew in Hebrew is written with letters, Chinese in Chinese with its own names of days; else in digits.
 * @param hasNativeDigits as in the calendar document
 */
export function secondaryDate(
  day: PlainDate,
  calendar: SecondaryCalendar,
  language: PrintLanguage,
  hasNativeDigits = false,
): SecondaryDate | null {
  const other = otherDayOf(day, calendar);
  if (!other) return null;
  const isMonthStart = other.day === 1;
  const number = formatNumber(other.day, language, hasNativeDigits);
  switch (calendar) {
    case 'none':
      return null;
    case 'chinese':
      return { ...chineseWords(other, language), isMonthStart };
    case 'hebrew': {
      const adar = other.monthCount === 12 && other.month >= 6;
      const index = adar ? (other.month === 6 ? 13 : other.month) : other.month - 1;
      const name = nameAt(HEBREW_MONTHS, language, index);
      return worded(language === 'he' ? hebrewNumeral(other.day) : number, name, isMonthStart);
    }
    case 'hijri':
      return worded(number, nameAt(HIJRI_MONTHS, language, other.month - 1), isMonthStart);
    case 'persian':
      return worded(number, nameAt(PERSIAN_MONTHS, language, other.month - 1), isMonthStart);
  }
}

function otherDayOf(day: PlainDate, calendar: SecondaryCalendar): OtherDay | null {
  switch (calendar) {
    case 'none':
      return null;
    case 'hebrew':
      return hebrewDay(day);
    case 'hijri':
      return hijriDay(day);
    case 'chinese':
      return chineseDay(day);
    case 'persian':
      return persianDay(day);
  }
}

function worded(number: string, monthName: string, isMonthStart: boolean): SecondaryDate {
  return { text: isMonthStart ? `${number} ${monthName}` : number, isMonthStart, monthName };
}

type Names = Partial<Record<PrintLanguage, string>> & { en: string };

function nameAt(names: Names, language: PrintLanguage, index: number): string {
  return (names[language] ?? names.en).split('|')[index] ?? '';
}

const UNITS = ['', 'א', 'ב', 'ג', 'ד', 'ה', 'ו', 'ז', 'ח', 'ט'];
const TENS = ['', 'י', 'כ', 'ל'];

/** 1 to 30 in letters. 15 and 16 are nine and six, nine and seven, so as not to write a name of God. */
function hebrewNumeral(day: number): string {
  const letters =
    day === 15 ? 'טו' : day === 16 ? 'טז' : `${TENS[Math.floor(day / 10)]}${UNITS[day % 10]}`;
  return letters.length === 1 ? `${letters}׳` : `${letters.slice(0, -1)}״${letters.slice(-1)}`;
}

const CHINESE_DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const CHINESE_MONTHS = '正月|二月|三月|四月|五月|六月|七月|八月|九月|十月|冬月|腊月'.split('|');

/**
 * In Chinese the first day bears the month's name alone. Elsewhere, where its months have numbers only, it is written
 * day over month, "1/8", with a plus in a leap month.
 */
function chineseWords(
  { month, day, isLeapMonth }: OtherDay,
  language: PrintLanguage,
): { text: string; monthName: string } {
  if (language !== 'zh') {
    const name = `${month}${isLeapMonth ? '+' : ''}`;
    const monthName = language === 'ja' ? `${name}月` : language === 'ko' ? `${name}월` : name;
    return { text: day === 1 ? `1/${name}` : String(day), monthName };
  }
  const monthName = `${isLeapMonth ? '闰' : ''}${CHINESE_MONTHS[month - 1] ?? ''}`;
  if (day === 1) return { text: monthName, monthName };
  const unit = CHINESE_DIGITS[day % 10] ?? '';
  const text =
    day <= 10
      ? `初${CHINESE_DIGITS[day] ?? ''}`
      : day < 20
        ? `十${unit}`
        : day === 20
          ? '二十'
          : day < 30
            ? `廿${unit}`
            : '三十';
  return { text, monthName };
}
