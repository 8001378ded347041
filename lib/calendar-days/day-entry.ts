import type { IconId, Slot } from '@/lib/calendars/document';
import type { PlainDate } from '@/lib/core/plain-date';

/** How an entry looks on paper: a day off is red, an observance quiet, an own date in the theme's accent. */
export type DayEntryKind = 'public-holiday' | 'observance' | 'birthday' | 'anniversary' | 'other';

/** One thing printed in one day cell. Several may share a day; the order of the list is the order on paper. */
export type DayEntry = {
  date: PlainDate;
  /** Complete as printed, in the print language: "День Незалежності", "Олена, 40". */
  text: string;
  kind: DayEntryKind;
  /** How an own date is marked in its cell; absent where nothing but the text was asked for. */
  mark?: DayMark;
};

/** What a customer chose for an own date's day. Each part may be missing, not all of them. */
export type DayMark = {
  icon: IconId | null;
  /** sRGB, "#rrggbb"; null leaves it to the theme. */
  colour: `#${string}` | null;
  /** A small round picture in the cell. */
  picture: Slot | null;
  /** Whose column of the family planner it stands in; null is everybody's. */
  personId: string | null;
};
