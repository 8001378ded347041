import type { DayEntry } from '@/lib/calendar-days/day-entry';
import type { CalendarDocument } from '@/lib/calendars/document';
import type { Id } from '@/lib/core/ids';
import type { FontBook } from './font-book';

/** What the layout must know of a picture: its upright size. The pixels themselves never enter the layout. */
export type MeasuredPicture = { widthPx: number; heightPx: number };

/** Everything that pages are made of. Same input, same pages, on any machine and in any time zone. */
export type PrintInput = {
  document: CalendarDocument;
  /** Holidays and own dates of the whole range, already worded in the print language. */
  entries: readonly DayEntry[];
  pictures: ReadonlyMap<Id<'picture'>, MeasuredPicture>;
  fonts: FontBook;
};

/** Writes a proof across each page; null for the file that goes to the press. */
export type Watermark = string | null;
