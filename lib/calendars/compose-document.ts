import type { Weekday, YearMonth } from '@/lib/core/plain-date';
import {
  type CalendarDocument,
  emptyPage,
  type FormatId,
  type HolidaySet,
  type LayoutId,
  type PrintLanguage,
  type ThemeId,
} from './document';

/** The choices of the three screens that a new calendar is made from. */
export type CalendarChoices = {
  title: string;
  formatId: FormatId;
  from: YearMonth;
  monthCount: number;
  language: PrintLanguage;
  firstWeekday: Weekday;
  holidaySets: HolidaySet[];
  themeId: ThemeId;
  layoutId: LayoutId;
};

/** A calendar with those choices and no pictures yet. */
export function composeDocument(choices: CalendarChoices): CalendarDocument {
  return {
    schemaVersion: 2,
    title: choices.title,
    subtitle: '',
    formatId: choices.formatId,
    from: choices.from,
    monthCount: choices.monthCount,
    language: choices.language,
    firstWeekday: choices.firstWeekday,
    weekNumbers: 'none',
    hasNativeDigits: false,
    secondaryCalendar: 'none',
    hasMoonPhases: false,
    hasOverview: false,
    notesPages: 0,
    people: [],
    themeId: choices.themeId,
    layoutId: choices.layoutId,
    holidaySets: choices.holidaySets,
    hiddenHolidays: [],
    shownHolidays: [],
    dates: [],
    cover: emptyPage(),
    pages: Array.from({ length: choices.monthCount }, emptyPage),
  };
}
