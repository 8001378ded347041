import { assert } from '@/lib/core/assert';
import type { Box } from './operations';

/** Where a drawing goes: scaled and mirrored about its own origin, turned clockwise, then moved to (x, y). */
export type Placement = {
  xMm: number;
  yMm: number;
  scaleX: number;
  /** As `scaleX` when left out. Negative scales mirror. */
  scaleY?: number;
  turnDeg?: number;
};

type Command = { letter: string; points: number[] };

const COUNTS: Record<string, number> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

/**
 * Reads path data.
 * @throws (assertion) on any command but absolute M L C Q Z, and on incomplete ones
 */
function commandsOf(d: string): Command[] {
  const tokens = d.match(/[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
  const commands: Command[] = [];
  let letter = '';
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index] ?? '';
    if (/[A-Za-z]/.test(token)) {
      letter = token;
      index += 1;
    }
    const count = COUNTS[letter];
    assert(count !== undefined, `path command "${letter}" is one of M L C Q Z`);
    const points = tokens.slice(index, index + count).map(Number);
    assert(points.length === count && points.every(Number.isFinite), 'path data is complete');
    commands.push({ letter, points });
    index += count;
    assert(count > 0 || !/[\d.-]/.test(tokens[index]?.[0] ?? 'M'), 'a closed path begins anew');
  }
  return commands;
}

function written(commands: readonly Command[]): string {
  return commands.map(({ letter, points }) => `${letter}${points.join(' ')}`).join('');
}

/** Finer than any press draws; ornaments have thousands of points, and each digit of each is in every file. */
function hundredth(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** A drawing moved to its place. Path data in, path data out. */
export function placedPath(
  d: string,
  { xMm, yMm, scaleX, scaleY = scaleX, turnDeg = 0 }: Placement,
): string {
  const angle = (turnDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return written(
    commandsOf(d).map(({ letter, points }) => {
      const moved: number[] = [];
      for (let index = 0; index < points.length; index += 2) {
        const x = (points[index] ?? 0) * scaleX;
        const y = (points[index + 1] ?? 0) * scaleY;
        moved.push(hundredth(xMm + x * cos - y * sin), hundredth(yMm + x * sin + y * cos));
      }
      return { letter, points: moved };
    }),
  );
}

/** The smallest box around all points of a path, handles of curves included: the drawing never leaves it. */
export function hullOf(d: string): Box {
  const points = commandsOf(d).flatMap((command) => command.points);
  const xs = points.filter((_, index) => index % 2 === 0);
  const ys = points.filter((_, index) => index % 2 === 1);
  const xMm = Math.min(...xs);
  const yMm = Math.min(...ys);
  return { xMm, yMm, widthMm: Math.max(...xs) - xMm, heightMm: Math.max(...ys) - yMm };
}
