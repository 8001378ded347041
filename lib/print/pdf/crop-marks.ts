import type { Page } from '../operations';
import { num } from './numbers';

/** Room around the bleed for crop marks. */
export const MARKS_MARGIN_MM = 7;

const MARK_MM = 5;
const LINE_MM = 0.0882;

/** Eight short lines that point at the trimmed corners from outside the bleed. */
export function cropMarkOperators({ trim, bleedMm }: Page): string {
  const { widthMm, heightMm } = trim;
  const nearMm = bleedMm + 1;
  const lines: string[] = [];
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    lines.push(`${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l S`);
  for (const xMm of [0, widthMm]) {
    line(xMm, -nearMm, xMm, -nearMm - MARK_MM);
    line(xMm, heightMm + nearMm, xMm, heightMm + nearMm + MARK_MM);
  }
  for (const yMm of [0, heightMm]) {
    line(-nearMm, yMm, -nearMm - MARK_MM, yMm);
    line(widthMm + nearMm, yMm, widthMm + nearMm + MARK_MM, yMm);
  }
  // Black ink alone: marks of all four inks would exceed what the paper takes.
  return `0 0 0 1 K\n${num(LINE_MM)} w\n${lines.join('\n')}`;
}
