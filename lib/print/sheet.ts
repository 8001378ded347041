import type { PrintLanguage } from '@/lib/calendars/document';
import { isRtl } from './direction';
import type { Box, Colour, ImageOperation, Operation, TextRole } from './operations';
import { type Align, rounded, type TextStyle, type Typesetter } from './typesetter';

type Stroke = { colour: Colour; widthMm: number };

/** Collects the operations of one page, in the order they are painted; lengths are rounded to a micrometre. */
export type Sheet = {
  readonly operations: Operation[];
  readonly typesetter: Typesetter;
  /** Whether what is drawn at the left stands at the right on paper. */
  readonly isMirrored: boolean;
  /** Where a box of this sheet stands on paper. */
  place(box: Box): Box;
  add(operation: Operation): void;
  /** A picture: its box may be mirrored, the picture never is. */
  image(operation: ImageOperation): void;
  fill(box: Box, colour: Colour, options?: { opacity?: number; radiusMm?: number }): void;
  frame(box: Box, stroke: Stroke): void;
  line(fromMm: [number, number], toMm: [number, number], stroke: Stroke): void;
  shape(d: string, fill: Colour, opacity?: number): void;
  stroke(d: string, stroke: Stroke, opacity?: number): void;
  /** A small outline about a point, such as an icon or the moon, that is never mirrored. */
  mark(xMm: number, draw: (xMm: number) => string, fill: Colour, stroke?: Stroke): void;
  /** Writes one line; returns its width in millimetres. */
  text(
    text: string,
    style: TextStyle,
    at: { xMm: number; yMm: number; align?: Align; role: TextRole },
  ): number;
};

export function createSheet(typesetter: Typesetter): Sheet {
  const operations: Operation[] = [];
  return {
    operations,
    typesetter,
    isMirrored: false,
    place: roundedBox,
    add: (operation) => {
      operations.push(operation);
    },
    image(operation) {
      operations.push({ ...operation, ...roundedBox(operation) });
    },
    fill(box, colour, { opacity = 1, radiusMm = 0 } = {}) {
      operations.push({
        kind: 'rect',
        ...roundedBox(box),
        fill: colour,
        opacity,
        stroke: null,
        radiusMm,
      });
    },
    frame(box, stroke) {
      operations.push({
        kind: 'rect',
        ...roundedBox(box),
        fill: null,
        opacity: 1,
        stroke,
        radiusMm: 0,
      });
    },
    line([x1Mm, y1Mm], [x2Mm, y2Mm], { colour, widthMm }) {
      operations.push({
        kind: 'line',
        x1Mm: rounded(x1Mm),
        y1Mm: rounded(y1Mm),
        x2Mm: rounded(x2Mm),
        y2Mm: rounded(y2Mm),
        colour,
        widthMm,
      });
    },
    shape(d, fill, opacity = 1) {
      operations.push({ kind: 'path', d, fill, opacity, stroke: null });
    },
    stroke(d, stroke, opacity = 1) {
      operations.push({ kind: 'path', d, fill: null, opacity, stroke });
    },
    mark(xMm, draw, fill, stroke) {
      operations.push({
        kind: 'path',
        d: draw(xMm),
        fill: stroke ? null : fill,
        opacity: 1,
        stroke: stroke ?? null,
      });
    },
    text(text, style, at) {
      operations.push(...typesetter.line(text, style, at));
      return typesetter.widthMm(text, style);
    },
  };
}

const MIRRORED_ALIGN = { left: 'right', centre: 'centre', right: 'left' } as const;

/**
 * The same sheet as a language reads it: for one that runs from right to left, everything drawn within `box` stands
 * mirrored in it, columns and alignments alike, while texts, pictures and marks keep their own shape. A sheet that is
 * mirrored already is returned as it is, so that parts of a page may ask for it again.
 */
export function inReadingDirection(sheet: Sheet, language: PrintLanguage, box: Box): Sheet {
  if (sheet.isMirrored || !isRtl(language)) return sheet;
  const axisMm = 2 * box.xMm + box.widthMm;
  const across = (inner: Box): Box => ({ ...inner, xMm: axisMm - inner.xMm - inner.widthMm });
  return {
    ...sheet,
    isMirrored: true,
    place: (inner) => roundedBox(across(inner)),
    image: (operation) => sheet.image({ ...operation, ...across(operation) }),
    fill: (inner, colour, options) => sheet.fill(across(inner), colour, options),
    frame: (inner, stroke) => sheet.frame(across(inner), stroke),
    line: ([x1Mm, y1Mm], [x2Mm, y2Mm], stroke) =>
      sheet.line([axisMm - x1Mm, y1Mm], [axisMm - x2Mm, y2Mm], stroke),
    shape: (d, fill, opacity) => sheet.shape(mirroredPath(d, axisMm), fill, opacity),
    stroke: (d, stroke, opacity) => sheet.stroke(mirroredPath(d, axisMm), stroke, opacity),
    mark: (xMm, draw, fill, stroke) => sheet.mark(axisMm - xMm, draw, fill, stroke),
    text: (text, style, { xMm, align = 'left', ...at }) =>
      sheet.text(text, style, { ...at, xMm: axisMm - xMm, align: MIRRORED_ALIGN[align] }),
  };
}

/** Path data of our own making: pairs of numbers after absolute commands. */
function mirroredPath(d: string, axisMm: number): string {
  return d.replace(
    /(-?[\d.]+)([ ,])(-?[\d.]+)/g,
    (_pair, x: string, gap: string, y: string) => `${rounded(axisMm - Number(x))}${gap}${y}`,
  );
}

export function roundedBox(box: Box): Box {
  return {
    xMm: rounded(box.xMm),
    yMm: rounded(box.yMm),
    widthMm: rounded(box.widthMm),
    heightMm: rounded(box.heightMm),
  };
}

/** A box made smaller by the same length on each side, or by its own length on each. */
export function inset(
  box: Box,
  by: number | { left?: number; top?: number; right?: number; bottom?: number },
): Box {
  const {
    left = 0,
    top = 0,
    right = 0,
    bottom = 0,
  } = typeof by === 'number' ? { left: by, top: by, right: by, bottom: by } : by;
  return {
    xMm: box.xMm + left,
    yMm: box.yMm + top,
    widthMm: box.widthMm - left - right,
    heightMm: box.heightMm - top - bottom,
  };
}

export function intersection(one: Box, other: Box): Box {
  const xMm = Math.max(one.xMm, other.xMm);
  const yMm = Math.max(one.yMm, other.yMm);
  return {
    xMm,
    yMm,
    widthMm: Math.min(one.xMm + one.widthMm, other.xMm + other.widthMm) - xMm,
    heightMm: Math.min(one.yMm + one.heightMm, other.yMm + other.heightMm) - yMm,
  };
}

/** Whether a box holds all of another. */
export function covers(one: Box, other: Box): boolean {
  return (
    one.xMm <= other.xMm &&
    one.yMm <= other.yMm &&
    rightOf(one) >= rightOf(other) &&
    bottomOf(one) >= bottomOf(other)
  );
}

export const rightOf = (box: Box) => box.xMm + box.widthMm;
export const bottomOf = (box: Box) => box.yMm + box.heightMm;
export const middleOf = (box: Box) => box.xMm + box.widthMm / 2;
