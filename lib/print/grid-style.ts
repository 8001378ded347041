import type { Box } from './operations';
import { circlePath, starPath } from './ornaments';
import { bottomOf, inset, rightOf, type Sheet } from './sheet';
import type { Theme } from './theme';

/** One day's place in a grid. Columns count from the left as they are drawn. */
export type GridCell = {
  inMonth: boolean;
  isWeekend: boolean;
};

/** A grid of days without anything in it. */
export type GridFrame = {
  /** The days alone, without week numbers and week days. */
  box: Box;
  columnMm: number;
  rows: readonly (readonly GridCell[])[];
  /** White space that each day keeps at its end. */
  padMm: number;
};

/** Rules and tints the days as the theme wants them; numbers and names are drawn over it. */
export function drawGridFrame(sheet: Sheet, theme: Theme, frame: GridFrame): void {
  drawTints(sheet, theme, frame);
  const { box, rows, columnMm } = frame;
  const rowMm = box.heightMm / rows.length;
  const rule = { colour: theme.palette.rule, widthMm: 0.18 };
  const acrossAt = (row: number) => box.yMm + row * rowMm;
  const downAt = (column: number) => box.xMm + column * columnMm;
  const count = rows[0]?.length ?? 0;
  const across = (row: number, stroke = rule) =>
    sheet.line([box.xMm, acrossAt(row)], [rightOf(box), acrossAt(row)], stroke);
  const down = (column: number, stroke = rule) =>
    sheet.line([downAt(column), box.yMm], [downAt(column), bottomOf(box)], stroke);

  switch (theme.grid) {
    case 'rules':
      for (let row = 0; row <= rows.length; row += 1) across(row);
      break;
    case 'boxes':
      for (let row = 0; row <= rows.length; row += 1) across(row);
      for (let column = 0; column <= count; column += 1) down(column);
      break;
    case 'dashes': {
      const dashes: string[] = [];
      // Stitches in proportion to the days, neither a smear on a small sheet nor hundreds on a large one.
      const dashMm = Math.min(5.5, Math.max(1.5, columnMm / 7));
      for (let row = 0; row <= rows.length; row += 1) {
        dashes.push(dashed([box.xMm, acrossAt(row)], [rightOf(box), acrossAt(row)], dashMm));
      }
      for (let column = 1; column < count; column += 1) {
        dashes.push(dashed([downAt(column), box.yMm], [downAt(column), bottomOf(box)], dashMm));
      }
      sheet.stroke(dashes.join(''), { ...rule, widthMm: 0.3 });
      break;
    }
    case 'columns':
      sheet.line([box.xMm, box.yMm], [rightOf(box), box.yMm], {
        colour: theme.palette.ink,
        widthMm: 0.35,
      });
      for (let column = 1; column < count; column += 1) down(column);
      break;
    case 'ticks':
      drawTicks(sheet, theme, frame);
      break;
    case 'dots':
      drawDots(sheet, theme, frame);
      break;
    case 'tiles':
    case 'none':
      break;
  }
}

function drawTints(sheet: Sheet, theme: Theme, { box, rows, columnMm }: GridFrame): void {
  const rowMm = box.heightMm / rows.length;
  const isTile = theme.grid === 'tiles';
  if (theme.tinted === 'none' && !isTile) return;
  const gapMm = isTile ? Math.min(0.7, columnMm * 0.03) : 0;
  rows.forEach((cells, row) => {
    cells.forEach(({ inMonth, isWeekend }, column) => {
      if (!inMonth && isTile) return;
      if (theme.tinted === 'weekends' && !isWeekend && !isTile) return;
      const cell = {
        xMm: box.xMm + column * columnMm,
        yMm: box.yMm + row * rowMm,
        widthMm: columnMm,
        heightMm: rowMm,
      };
      const isStrong = theme.tinted === 'days' || isWeekend;
      sheet.fill(inset(cell, gapMm), theme.palette.tint, {
        opacity: isTile && !isStrong ? 0.55 : 1,
        radiusMm: isTile ? Math.min(columnMm, rowMm) * 0.12 : 0,
      });
    });
  });
}

function drawTicks(
  sheet: Sheet,
  { palette }: Theme,
  { box, rows, columnMm, padMm }: GridFrame,
): void {
  const rowMm = box.heightMm / rows.length;
  rows.forEach((cells, row) => {
    const yMm = box.yMm + row * rowMm;
    cells.forEach(({ inMonth }, column) => {
      const startMm = box.xMm + column * columnMm;
      sheet.line([startMm, yMm], [startMm + columnMm - padMm, yMm], {
        colour: inMonth ? palette.ink : palette.rule,
        widthMm: inMonth ? 0.3 : 0.2,
      });
    });
  });
}

function drawDots(sheet: Sheet, { palette }: Theme, { box, rows, columnMm }: GridFrame): void {
  const rowMm = box.heightMm / rows.length;
  const count = rows[0]?.length ?? 0;
  for (let row = 0; row < rows.length; row += 1) {
    for (let column = 0; column <= count; column += 1) {
      const xMm = box.xMm + column * columnMm;
      const yMm = box.yMm + row * rowMm;
      const isEdge = row === 0 || column === 0 || column === count;
      const mark = isEdge ? circlePath(xMm, yMm, 0.26) : starPath(xMm, yMm, 0.95);
      sheet.shape(mark, palette.accent, 0.8);
    }
  }
}

/** A straight line as dashes with gaps of the same length, beginning and ending with a dash. */
function dashed(
  [x1Mm, y1Mm]: [number, number],
  [x2Mm, y2Mm]: [number, number],
  dashMm: number,
): string {
  const lengthMm = Math.hypot(x2Mm - x1Mm, y2Mm - y1Mm);
  const pieces = Math.max(1, Math.round(lengthMm / dashMm / 2) * 2 - 1);
  const at = (piece: number) => {
    const share = piece / pieces;
    const round = (value: number) => Math.round(value * 100) / 100;
    return `${round(x1Mm + (x2Mm - x1Mm) * share)} ${round(y1Mm + (y2Mm - y1Mm) * share)}`;
  };
  let path = '';
  for (let piece = 0; piece < pieces; piece += 2) path += `M${at(piece)}L${at(piece + 1)}`;
  return path;
}

/**
 * The ground of a number on a day off: a disc under it where the theme has one.
 * @returns the colour that the number is then written in
 */
export function drawNumberGround(
  sheet: Sheet,
  theme: Theme,
  number: { middleMm: number; baselineMm: number; capMm: number },
): Theme['palette']['ink'] {
  const { paper, holiday } = theme.palette;
  if (theme.numberShape === 'plain') return holiday;
  const { middleMm, baselineMm, capMm } = number;
  sheet.shape(circlePath(middleMm, baselineMm - capMm / 2, capMm * 0.94), holiday);
  return paper;
}
