import type { Box, Colour, Operation, TextRole } from './operations';
import { type Align, rounded, type TextStyle, type Typesetter } from './typesetter';

type Stroke = { colour: Colour; widthMm: number };

/** Collects the operations of one page, in the order they are painted; lengths are rounded to a micrometre. */
export type Sheet = {
  readonly operations: Operation[];
  readonly typesetter: Typesetter;
  add(operation: Operation): void;
  fill(box: Box, colour: Colour, options?: { opacity?: number; radiusMm?: number }): void;
  frame(box: Box, stroke: Stroke): void;
  line(fromMm: [number, number], toMm: [number, number], stroke: Stroke): void;
  shape(d: string, fill: Colour, opacity?: number): void;
  stroke(d: string, stroke: Stroke): void;
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
    add: (operation) => {
      operations.push(operation);
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
    stroke(d, stroke) {
      operations.push({ kind: 'path', d, fill: null, opacity: 1, stroke });
    },
    text(text, style, at) {
      operations.push(...typesetter.line(text, style, at));
      return typesetter.widthMm(text, style);
    },
  };
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

export const rightOf = (box: Box) => box.xMm + box.widthMm;
export const bottomOf = (box: Box) => box.yMm + box.heightMm;
export const middleOf = (box: Box) => box.xMm + box.widthMm / 2;
