import { rounded } from './typesetter';

/** Vector ornaments as path data in millimetres: absolute commands, as the painters expect. */

/** How far the handles of a Bézier curve stand out to draw a quarter of a circle. */
const QUARTER = 0.5523;

type Point = readonly [xMm: number, yMm: number];

const at = ([xMm, yMm]: Point) => `${rounded(xMm)} ${rounded(yMm)}`;

export function circlePath(xMm: number, yMm: number, radiusMm: number): string {
  const handle = radiusMm * QUARTER;
  const curve = (a: Point, b: Point, c: Point) => `C${at(a)} ${at(b)} ${at(c)}`;
  return [
    `M${at([xMm + radiusMm, yMm])}`,
    curve([xMm + radiusMm, yMm + handle], [xMm + handle, yMm + radiusMm], [xMm, yMm + radiusMm]),
    curve([xMm - handle, yMm + radiusMm], [xMm - radiusMm, yMm + handle], [xMm - radiusMm, yMm]),
    curve([xMm - radiusMm, yMm - handle], [xMm - handle, yMm - radiusMm], [xMm, yMm - radiusMm]),
    curve([xMm + handle, yMm - radiusMm], [xMm + radiusMm, yMm - handle], [xMm + radiusMm, yMm]),
    'Z',
  ].join('');
}

export function diamondPath(xMm: number, yMm: number, radiusMm: number): string {
  const corners: Point[] = [
    [xMm, yMm - radiusMm],
    [xMm + radiusMm, yMm],
    [xMm, yMm + radiusMm],
    [xMm - radiusMm, yMm],
  ];
  return `${corners.map((corner, index) => `${index === 0 ? 'M' : 'L'}${at(corner)}`).join('')}Z`;
}

/** A four-pointed star with hollow sides. */
export function starPath(xMm: number, yMm: number, radiusMm: number): string {
  const waist = radiusMm * 0.14;
  const side = (control: Point, tip: Point) => `Q${at(control)} ${at(tip)}`;
  return [
    `M${at([xMm, yMm - radiusMm])}`,
    side([xMm + waist, yMm - waist], [xMm + radiusMm, yMm]),
    side([xMm + waist, yMm + waist], [xMm, yMm + radiusMm]),
    side([xMm - waist, yMm + waist], [xMm - radiusMm, yMm]),
    side([xMm - waist, yMm - waist], [xMm, yMm - radiusMm]),
    'Z',
  ].join('');
}

/** A waxing moon: a disc with a slightly smaller disc taken out of it, as two arcs of Bézier curves. */
export function crescentPath(xMm: number, yMm: number, radiusMm: number): string {
  const point = (x: number, y: number): Point => [xMm + x * radiusMm, yMm + y * radiusMm];
  const curve = (a: Point, b: Point, c: Point) => `C${at(a)} ${at(b)} ${at(c)}`;
  return [
    `M${at(point(-0.32, -0.95))}`,
    curve(point(0.3, -1.14), point(1, -0.64), point(1, 0)),
    curve(point(1, 0.64), point(0.3, 1.14), point(-0.32, 0.95)),
    curve(point(0.2, 0.78), point(0.52, 0.42), point(0.52, 0)),
    curve(point(0.52, -0.42), point(0.2, -0.78), point(-0.32, -0.95)),
    'Z',
  ].join('');
}

/**
 * An olive sprig growing to the right from (x, y): a gently arched stem with paired leaves that get smaller.
 * `direction` -1 grows it to the left. Returns the stem (to be stroked) and the leaves (to be filled).
 */
export function sprigPaths(
  xMm: number,
  yMm: number,
  lengthMm: number,
  direction: 1 | -1,
): { stem: string; leaves: string } {
  const riseMm = lengthMm * 0.09;
  const point = (along: number, up: number): Point => [
    xMm + direction * along * lengthMm,
    yMm - up * lengthMm,
  ];
  const arch = (along: number) => 4 * (riseMm / lengthMm) * along * (1 - along * 0.72);
  const stem = `M${at(point(0, 0))}Q${at(point(0.5, arch(0.5) * 1.25))} ${at(point(0.96, arch(0.96)))}`;
  const leaves: string[] = [];
  const pairs = 6;
  for (let index = 0; index < pairs; index += 1) {
    const along = 0.12 + (index / pairs) * 0.84;
    const size = 0.2 * (1 - (index / pairs) * 0.5);
    for (const side of [1, -1]) {
      const root = arch(along);
      const shifted = along + (side === 1 ? 0 : 0.06);
      leaves.push(leaf(point, shifted, root, size, side * 0.62));
    }
  }
  leaves.push(leaf(point, 0.94, arch(0.94), 0.13, 0.06));
  return { stem, leaves: leaves.join('') };
}

/** One leaf from its root: two curves that meet in the tip. `slope` is its rise per length along the stem. */
function leaf(
  point: (along: number, up: number) => Point,
  along: number,
  up: number,
  size: number,
  slope: number,
): string {
  const across = Math.sqrt(1 + slope * slope);
  const dx = size / across;
  const dy = (size * slope) / across;
  const belly = size * 0.24;
  const normal: Point = [-dy / size, dx / size];
  const middle: Point = [along + dx * 0.45, up + dy * 0.45];
  const over = point(middle[0] + normal[0] * belly, middle[1] + normal[1] * belly);
  const under = point(middle[0] - normal[0] * belly, middle[1] - normal[1] * belly);
  const root = at(point(along, up));
  return `M${root}Q${at(over)} ${at(point(along + dx, up + dy))}Q${at(under)} ${root}Z`;
}

/** Places of stars over an area, spread evenly but not in rows; the same for every calendar. */
export function starField(count: number): { x: number; y: number; size: number }[] {
  // Additive recurrences of the plastic number and the golden ratio leave no clumps and need no randomness.
  const share = (value: number) => value - Math.floor(value);
  return Array.from({ length: count }, (_, index) => ({
    x: share(0.5 + (index + 1) * 0.754877666),
    y: share(0.5 + (index + 1) * 0.569840291),
    size: share((index + 1) * 0.618033989),
  }));
}
