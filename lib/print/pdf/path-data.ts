import { assert } from '@/lib/core/assert';
import { num } from './numbers';

const ARGUMENTS: Record<string, number> = { M: 2, L: 2, C: 6, Q: 4, Z: 0 };

/**
 * SVG path data (absolute M L C Q Z) as PDF path operators, in the coordinates it came in.
 * @throws when the data has any other command
 */
export function pathOperators(d: string): string {
  const tokens = d.match(/[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? [];
  const out: string[] = [];
  let command = '';
  let index = 0;
  let [x, y, startX, startY] = [0, 0, 0, 0];
  while (index < tokens.length) {
    const token = tokens[index] as string;
    if (/^[A-Za-z]$/.test(token)) {
      command = token;
      index += 1;
    }
    const count = ARGUMENTS[command];
    assert(count !== undefined, `path command "${command}" is one of M L C Q Z`);
    const args = tokens.slice(index, index + count).map(Number);
    assert(args.length === count && args.every(Number.isFinite), `path data "${d}" is complete`);
    index += count;
    const at = (i: number) => args[i] as number;
    if (command === 'M' || command === 'L') {
      out.push(`${num(at(0))} ${num(at(1))} ${command === 'M' ? 'm' : 'l'}`);
    } else if (command === 'C') {
      out.push(`${args.map(num).join(' ')} c`);
    } else if (command === 'Q') {
      out.push(`${quadratic(x, y, at(0), at(1), at(2), at(3))} c`);
    } else {
      out.push('h');
      [x, y] = [startX, startY];
      command = '';
      continue;
    }
    [x, y] = [at(count - 2), at(count - 1)];
    if (command === 'M') {
      [startX, startY] = [x, y];
      // Further pairs after a move are lines.
      command = 'L';
    }
  }
  return out.join('\n');
}

/** PDF has cubic curves only; this one is the same curve. */
function quadratic(x0: number, y0: number, x1: number, y1: number, x2: number, y2: number): string {
  const points = [
    x0 + (2 / 3) * (x1 - x0),
    y0 + (2 / 3) * (y1 - y0),
    x2 + (2 / 3) * (x1 - x2),
    y2 + (2 / 3) * (y1 - y2),
    x2,
    y2,
  ];
  return points.map(num).join(' ');
}

/** A quarter of a circle as a cubic curve: the handles' length as a share of the radius. */
const ARC = 0.5522847498;

/** A rectangle, with round corners where `radius` is above 0. */
export function rectOperators(
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): string {
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) return `${[x, y, width, height].map(num).join(' ')} re`;
  const [right, bottom, k] = [x + width, y + height, r * (1 - ARC)];
  const line = (...p: number[]) => `${p.map(num).join(' ')} l`;
  const curve = (...p: number[]) => `${p.map(num).join(' ')} c`;
  return [
    `${num(x + r)} ${num(y)} m`,
    line(right - r, y),
    curve(right - k, y, right, y + k, right, y + r),
    line(right, bottom - r),
    curve(right, bottom - k, right - k, bottom, right - r, bottom),
    line(x + r, bottom),
    curve(x + k, bottom, x, bottom - k, x, bottom - r),
    line(x, y + r),
    curve(x, y + k, x + k, y, x + r, y),
    'h',
  ].join('\n');
}
