import { assert } from '@/lib/core/assert';
import type { Box } from './operations';
import { rounded } from './typesetter';

/** Months side by side and one under the other: what each may be at most and the least white space between them. */
export type SpreadLimits = {
  heightPerWidth: number;
  maxWidthMm: number;
  gapMm: { x: number; y: number };
};

type Spread = { columns: number; widthMm: number; stepXMm: number; stepYMm: number };

/**
 * Where the months of a year stand: in the number of columns at which they become largest; where several give the same
 * size, in the one that leaves the white space between columns and rows most alike.
 */
export function spreadMonths(
  area: Box,
  count: number,
  limits: SpreadLimits,
): { xMm: number; yMm: number; widthMm: number }[] {
  const spreads = Array.from({ length: count }, (_, index) =>
    spreadOf(area, count, index + 1, limits),
  );
  const unevenness = ({ stepXMm, stepYMm, widthMm }: Spread) =>
    Math.abs(stepXMm - widthMm - (stepYMm - widthMm * limits.heightPerWidth));
  const [best] = spreads.sort(
    (a, b) => rounded(b.widthMm - a.widthMm) || unevenness(a) - unevenness(b),
  );
  assert(best, 'a calendar has a month');
  const { columns, widthMm, stepXMm, stepYMm } = best;
  const rows = Math.ceil(count / columns);
  const usedXMm = widthMm + stepXMm * (columns - 1);
  const usedYMm = widthMm * limits.heightPerWidth + stepYMm * (rows - 1);
  return Array.from({ length: count }, (_, index) => ({
    xMm: area.xMm + (area.widthMm - usedXMm) / 2 + (index % columns) * stepXMm,
    yMm: area.yMm + (area.heightMm - usedYMm) / 2 + Math.floor(index / columns) * stepYMm,
    widthMm,
  }));
}

function spreadOf(
  area: Box,
  count: number,
  columns: number,
  { heightPerWidth, maxWidthMm, gapMm }: SpreadLimits,
): Spread {
  const rows = Math.ceil(count / columns);
  const freeXMm = (area.widthMm - (columns - 1) * gapMm.x) / columns;
  const freeYMm = (area.heightMm - (rows - 1) * gapMm.y) / rows;
  const widthMm = Math.min(freeXMm, freeYMm / heightPerWidth, maxWidthMm);
  const heightMm = widthMm * heightPerWidth;
  return {
    columns,
    widthMm,
    stepXMm: columns > 1 ? (area.widthMm - widthMm) / (columns - 1) : 0,
    stepYMm: rows > 1 ? Math.min((area.heightMm - heightMm) / (rows - 1), heightMm * 1.4) : 0,
  };
}
