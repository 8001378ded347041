import type { DayEntry } from '@/lib/calendar-days/day-entry';
import type { CalendarDocument } from '@/lib/calendars/document';
import type { Id } from '@/lib/core/ids';
import type { FontBook } from './font-book';
import type { PressProfile } from './press';
import type { Theme } from './theme';

/** Sides of the grid of tones. */
export const TONES_SIDE = 16;

/** Part of a picture in fractions of its upright sides. */
export type PicturePart = { x: number; y: number; width: number; height: number };

/** What the layout must know of a picture: its upright size, and what was seen in it. The pixels never enter the layout. */
export type MeasuredPicture = {
  widthPx: number;
  heightPx: number;
  /**
   * Mean relative luminance (WCAG, 0 to 1) of each cell of a grid of TONES_SIDE by TONES_SIDE over the upright picture,
   * row by row. Absent for pictures that were read before this was measured.
   */
  tones?: readonly number[];
  /** Faces, largest first. */
  faces?: readonly PicturePart[];
  /** What the eye goes to first: the middle of the faces, else of what is salient. Fractions of the sides. */
  focus?: { x: number; y: number };
};

/** Everything that pages are made of. Same input, same pages, on any machine and in any time zone. */
export type PrintInput = {
  document: CalendarDocument;
  /** Holidays and own dates of the whole range, already worded in the print language. */
  entries: readonly DayEntry[];
  pictures: ReadonlyMap<Id<'picture'>, MeasuredPicture>;
  fonts: FontBook;
  /** Themes that staff made or changed; they come before the built-in ones. */
  themes: readonly Theme[];
  /** Decides how far pages bleed. */
  press: PressProfile;
};

/** Writes a proof across each page; null for the file that goes to the press. */
export type Watermark = string | null;
