import type { PlainDate } from '@/lib/core/plain-date';

/** How an entry looks on paper: a day off is red, an observance quiet, an own date in the theme's accent. */
export type DayEntryKind = 'public-holiday' | 'observance' | 'birthday' | 'anniversary' | 'other';

/** One thing printed in one day cell. Several may share a day; the order of the list is the order on paper. */
export type DayEntry = {
  date: PlainDate;
  /** Complete as printed, in the print language: "День Незалежності", "Олена, 40". */
  text: string;
  kind: DayEntryKind;
};
