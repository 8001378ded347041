import { monthName } from '@/lib/calendar-days/names';
import type { CalendarDocument } from '@/lib/calendars/document';
import { addMonths, monthPartsOf } from '@/lib/core/plain-date';
import { monthAndYear } from './page-words';

/** Whether a calendar runs over New Year, so that a month's name alone does not say which year it is of. */
export function hasSeveralYears({
  from,
  monthCount,
}: Pick<CalendarDocument, 'from' | 'monthCount'>): boolean {
  return monthPartsOf(from).year !== monthPartsOf(addMonths(from, monthCount - 1)).year;
}

/** What each month of a calendar is called where all of them stand together. */
export function monthLabels(
  document: Pick<CalendarDocument, 'from' | 'monthCount' | 'language' | 'hasNativeDigits'>,
): string[] {
  const { from, monthCount, language, hasNativeDigits } = document;
  const withYear = hasSeveralYears(document);
  return Array.from({ length: monthCount }, (_, index) => {
    const month = addMonths(from, index);
    return withYear
      ? monthAndYear(month, language, hasNativeDigits)
      : monthName(monthPartsOf(month).month, language);
  });
}
