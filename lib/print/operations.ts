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

/** A picture in a box. `source` is the part of the upright picture that fills the box, in fractions of its sides. */
export type ImageOperation = Box & {
  kind: 'image';
  pictureId: Id<'picture'>;
  source: { x: number; y: number; width: number; height: number };
  /** Which slot of the page it fills, so that an editor can tell what was clicked. */
  slotIndex: number;
};

/** An empty slot: the screen invites a picture into it, preflight blocks the print file. */
export type PlaceholderOperation = Box & { kind: 'placeholder'; slotIndex: number; fill: Colour };

/** One line of text whose place and size the layout has already settled. `xMm` is its left edge, `yMm` its baseline. */
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

export type PageRole = 'cover' | 'month' | 'back';

/** One finished page. `index` counts from 0 over the whole file; a month page also says which month it is. */
export type Page = {
  index: number;
  role: PageRole;
  /** Index into document.pages, null for the cover and the back. */
  monthIndex: number | null;
  trim: { widthMm: number; heightMm: number };
  bleedMm: number;
  operations: Operation[];
  /** Where each slot is, filled or not. */
  slots: (Box & { slotIndex: number })[];
  /** Where each day of the month is drawn; empty on cover and back. */
  days: (Box & { date: string })[];
};
