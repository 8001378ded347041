import type { Circle } from '../formats';
import type { Box } from '../operations';

/** How much of a box lies in another one, 0 to 1. */
export function shareWithin(box: Box, outer: Box): number {
  const across = overlapOf(box.xMm, box.widthMm, outer.xMm, outer.widthMm);
  const down = overlapOf(box.yMm, box.heightMm, outer.yMm, outer.heightMm);
  const area = box.widthMm * box.heightMm;
  return area > 0 ? (across * down) / area : 0;
}

function overlapOf(start: number, size: number, otherStart: number, otherSize: number): number {
  return Math.max(0, Math.min(start + size, otherStart + otherSize) - Math.max(start, otherStart));
}

/** Whether a circle reaches into a box. */
export function reaches({ xMm, yMm, radiusMm }: Circle, box: Box): boolean {
  const nearest = (at: number, start: number, size: number) =>
    Math.min(Math.max(at, start), start + size);
  const dx = xMm - nearest(xMm, box.xMm, box.widthMm);
  const dy = yMm - nearest(yMm, box.yMm, box.heightMm);
  return Math.hypot(dx, dy) < radiusMm;
}
