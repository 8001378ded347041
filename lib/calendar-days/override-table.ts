import type { PrintLanguage } from '@/lib/calendars/document';
import type { MonthDay, PlainDate, Weekday } from '@/lib/core/plain-date';
import type { HolidayKind } from './holiday-kinds';

/** Which sets of a country a line is for: each of them, the one without a region, or some regions. */
export type OverrideRegions = 'everywhere' | 'country-only' | readonly string[];

export type DayRule =
  | { on: 'month-day'; monthDay: MonthDay }
  | { on: 'easter'; church: 'western' | 'orthodox'; offsetDays: number }
  | { on: 'nth-weekday'; month: number; weekday: Weekday; nth: 1 | 2 | 3 | 4 }
  | { on: 'dates'; dates: readonly PlainDate[] };

type Period = {
  /** First and last year the line holds for; open where left out. */
  fromYear?: number;
  toYear?: number;
};

/** A holiday that date-holidays lacks. */
export type AddedDay = Period & {
  /** As SourceHoliday's. The same id as a holiday of the source makes both switch together. */
  id: string;
  rule: DayRule;
  kind: HolidayKind;
  /** A language left out takes its name from the tables of holiday names, by the English one. */
  names: Readonly<Partial<Record<PrintLanguage, string>> & { en: string }>;
  regions: OverrideRegions;
  law: string;
};

/** A holiday of date-holidays, by its id, that is of another kind. */
export type ChangedKind = Period & {
  id: string;
  kind: HolidayKind;
  regions: OverrideRegions;
  law: string;
};

/** The day off that date-holidays does not give when its holiday falls on a weekend. */
export type AddedSubstitute = Period & {
  id: string;
  /** Days from the holiday to its substitute: -1 is the Friday before a Saturday. */
  fromSaturday: number;
  fromSunday: number;
  regions: OverrideRegions;
  law: string;
};

/** What we know better than date-holidays about one country, each line with the law it comes from. */
export type OverrideTable = {
  country: string;
  /** True where the source is not used at all and `days` is the country's whole list. */
  replacesSource: boolean;
  days: readonly AddedDay[];
  kinds: readonly ChangedKind[];
  substitutes: readonly AddedSubstitute[];
};
