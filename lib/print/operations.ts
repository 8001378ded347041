import type { FilterId } from '@/lib/calendars/document';
import type { PageRole } from '@/lib/calendars/page-plan';
import type { Id } from '@/lib/core/ids';

/**
 * What a page is made of. Lengths are millimetres, the origin is the upper left corner of the trimmed page,
 * x grows to the right and y grows downwards; the bleed reaches into negative coordinates.
 * Both painters (SVG for the screen, PDF for the press) draw exactly these and nothing of their own.
 */

/** sRGB, "#rrggbb". "#000000" is printed with black ink alone. */
export type Colour = `#${string}`;

export type Box = { xMm: number; yMm: number; widthMm: number; heightMm: number };

export type RectOperation = Box & {
  kind: 'rect';
  fill: Colour | null;
  /** 0 to 1. */
  opacity: number;
  stroke: { colour: Colour; widthMm: number } | null;
  radiusMm: number;
};

export type LineOperation = {
  kind: 'line';
  x1Mm: number;
  y1Mm: number;
  x2Mm: number;
  y2Mm: number;
  colour: Colour;
  widthMm: number;
};

/** A filled or stroked outline for decorations. `d` is SVG path data (M L C Q Z, absolute) in millimetres. */
export type PathOperation = {
  kind: 'path';
  d: string;
  fill: Colour | null;
  opacity: number;
  stroke: { colour: Colour; widthMm: number } | null;
};

/**
 * A picture in a box. The upright picture is turned clockwise by quarter turns, then mirrored left to right; `source` is
 * the part of the result that is drawn, in fractions of its sides. It is drawn about the middle of the box, `spread`
 * times as wide and high as the box, turned clockwise about that middle by `straightenDeg`, and cut to the box.
 * With `straightenDeg` 0 the spread is 1 and the source simply fills the box.
 */
export type ImageOperation = Box & {
  kind: 'image';
  pictureId: Id<'picture'>;
  source: { x: number; y: number; width: number; height: number };
  spread: { x: number; y: number };
  quarterTurns: 0 | 1 | 2 | 3;
  isMirrored: boolean;
  straightenDeg: number;
  filter: FilterId;
  /** Of the box's corners; half its side makes a disc. */
  radiusMm: number;
  /** Which slot of the page it fills, so that an editor can tell what was clicked; null for a picture in a day cell. */
  slotIndex: number | null;
};

/** An empty slot: the screen invites a picture into it, preflight blocks the print file. */
export type PlaceholderOperation = Box & { kind: 'placeholder'; slotIndex: number; fill: Colour };

/**
 * One run of text whose place and size the layout has already settled: one font, one direction. `xMm` is its left edge
 * on paper, `yMm` its baseline. A line of several runs, or of several directions, is several operations from left to right.
 */
export type TextOperation = {
  kind: 'text';
  text: string;
  font: FontId;
  sizePt: number;
  xMm: number;
  yMm: number;
  /** As measured; painters may rely on it, tests compare it. */
  widthMm: number;
  colour: Colour;
  /** Extra space after each glyph but the last, in points. */
  letterSpacingPt: number;
  /** How `text`, which is in reading order, is to be shaped. */
  direction: 'ltr' | 'rtl';
  role: TextRole;
};

/** What a text is, so that preflight and screen readers need not guess. */
export type TextRole =
  | 'title'
  | 'subtitle'
  | 'month'
  | 'year'
  | 'weekday'
  | 'day'
  | 'week-number'
  | 'holiday'
  | 'date'
  | 'caption'
  | 'overflow'
  | 'mini'
  | 'secondary-date'
  | 'person'
  | 'note'
  | 'imprint'
  | 'watermark';

export type Operation =
  | RectOperation
  | LineOperation
  | PathOperation
  | ImageOperation
  | PlaceholderOperation
  | TextOperation;

/** Names a static TTF file of the font book, e.g. "noto-sans/400" or "eb-garamond/600". */
export type FontId = string;

/** One finished page. `index` counts from 0 over the whole file; a month page also says which month it is. */
export type Page = {
  index: number;
  role: PageRole;
  /** Index into document.pages, null for every page but a month's. */
  monthIndex: number | null;
  trim: { widthMm: number; heightMm: number };
  bleedMm: number;
  operations: Operation[];
  /** Where each slot is, filled or not. */
  slots: (Box & { slotIndex: number })[];
  /** Where each day is drawn: those of the month, on a poster those of all months; empty on other pages. */
  days: (Box & { date: string })[];
};
