import { circlePath, diamondPath, starPath } from '../ornaments';
import { placedPath } from '../path-tools';
import { drawn, filled, type Motif, polygonPath, rectPath } from './motif';

/** A woven pattern, row by row: one short stroke for each run of a thread. */
function woven(rows: readonly string[], threads: readonly string[]): Motif {
  const cell = 1 / rows.length;
  const at = (count: number) => Math.round(count * cell * 10_000) / 10_000;
  const runsOf = (thread: string) =>
    rows.flatMap((row, y) =>
      [...row.matchAll(new RegExp(`${thread}+`, 'g'))].map(
        ({ 0: run, index }) =>
          `M${at(index)} ${at(y + 0.5)}L${at(index + run.length)} ${at(y + 0.5)}`,
      ),
    );
  return {
    kind: 'band',
    length: (rows[0]?.length ?? 0) * cell,
    layers: threads.map((thread, ink) => drawn(ink, cell, ...runsOf(thread))),
  };
}

/** Eight-pointed stars and diamonds between two braids, as on the hem of an embroidered shirt. */
const EMBROIDERY = woven(
  [
    'xx..xx..xx..',
    '............',
    '############',
    '............',
    '..#.....#..x',
    '..##...##...',
    '####...####.',
    '.####.####..',
    '..###.###..x',
    'x..##.##..xx',
    'xx.......xxx',
    'x..##.##..xx',
    '..###.###..x',
    '.####.####..',
    '####...####.',
    '..##...##...',
    '..#.....#..x',
    '............',
    '############',
    '............',
    'xx..xx..xx..',
  ],
  ['#', 'x'],
);

/** The same for a narrow band: small rosettes and diamonds between two lines. */
const HEM = woven(
  [
    '##########',
    '..........',
    '.#.#......',
    '##.##...x.',
    '..x....xxx',
    '##.##...x.',
    '.#.#......',
    '..........',
    '##########',
  ],
  ['#', 'x'],
);

const AWNING: Motif = {
  kind: 'band',
  length: 1.3,
  layers: [
    filled(0, 'M0 0L0.65 0L0.65 0.68C0.65 1.02 0 1.02 0 0.68Z'),
    filled(1, 'M0.65 0L1.3 0L1.3 0.68C1.3 1.02 0.65 1.02 0.65 0.68Z'),
  ],
};

const WAVE = (y: number) =>
  `M0 ${y}C0.35 ${y - 0.24} 0.65 ${y - 0.24} 1 ${y}C1.35 ${y + 0.24} 1.65 ${y + 0.24} 2 ${y}`;
const WAVES: Motif = {
  kind: 'band',
  length: 2,
  layers: [drawn(0, 0.1, WAVE(0.25)), drawn(1, 0.1, WAVE(0.55)), drawn(0, 0.1, WAVE(0.85))],
};

const arch = (inset: number) => {
  const [left, right, top] = [inset, 1 - inset, inset];
  const spring = 0.5;
  const handle = (0.5 - inset) * 0.5523;
  return `M${left} 1L${left} ${spring}C${left} ${spring - handle} ${0.5 - handle} ${top} 0.5 ${top}C${0.5 + handle} ${top} ${right} ${spring - handle} ${right} ${spring}L${right} 1Z`;
};
const ARCADE: Motif = {
  kind: 'band',
  length: 1.08,
  layers: [filled(0, arch(0.02)), filled(2, arch(0.2))],
};

const STRIPES: Motif = {
  kind: 'band',
  length: 6,
  layers: [0, 1, 2, 3].map((ink) => filled(ink, rectPath(0, ink * 0.25, 6, 0.25))),
};

const OXFORD: Motif = {
  kind: 'band',
  length: 8,
  layers: [filled(0, rectPath(0, 0.1, 8, 0.42), rectPath(0, 0.78, 8, 0.12))],
};

const HAIRLINE: Motif = { kind: 'band', length: 8, layers: [filled(0, rectPath(0, 0, 8, 1))] };

const QUARTER = (x: number, y: number) =>
  `M${x} ${y}L${x + 1} ${y}C${x + 1} ${y + 0.5523} ${x + 0.5523} ${y + 1} ${x} ${y + 1}Z`;
const HALF = (x: number, y: number) =>
  `M${x} ${y + 1}C${x} ${y + 0.45} ${x + 0.22} ${y + 0.5} ${x + 0.5} ${y + 0.5}C${x + 0.78} ${y + 0.5} ${x + 1} ${y + 0.45} ${x + 1} ${y + 1}Z`;

/** Elementary shapes in a row of squares. */
const BLOCKS: Motif = {
  kind: 'band',
  length: 7,
  layers: [
    filled(0, circlePath(0.5, 0.5, 0.5), rectPath(4, 0, 0.34, 1), rectPath(4.66, 0, 0.34, 1)),
    filled(
      1,
      QUARTER(1, 0),
      polygonPath([
        [5, 1],
        [6, 0],
        [6, 1],
      ]),
    ),
    filled(
      2,
      polygonPath([
        [2, 1],
        [2.5, 0],
        [3, 1],
      ]),
      circlePath(6.5, 0.5, 0.25),
    ),
    filled(3, rectPath(3, 0, 1, 0.5), HALF(3, 0)),
  ],
};

const flag = (x: number) =>
  polygonPath([
    [x + 0.06, 0.12],
    [x + 0.94, 0.12],
    [x + 0.5, 1],
  ]);
const BUNTING: Motif = {
  kind: 'band',
  length: 4,
  layers: [
    ...[0, 1, 2, 3].map((ink) => filled(ink, flag(ink))),
    filled(0, rectPath(0, 0.04, 4, 0.08)),
  ],
};

const bulb = (x: number, y: number) =>
  `M${x} ${y + 0.06}C${x + 0.13} ${y + 0.14} ${x + 0.15} ${y + 0.24} ${x + 0.13} ${y + 0.3}C${x + 0.11} ${y + 0.42} ${x - 0.11} ${y + 0.42} ${x - 0.13} ${y + 0.3}C${x - 0.15} ${y + 0.24} ${x - 0.13} ${y + 0.14} ${x} ${y + 0.06}Z`;
/** Bulbs hang from a slack wire; each as deep as the wire is there. */
const LIGHTS: Motif = {
  kind: 'band',
  length: 4,
  layers: [
    drawn(0, 0.035, 'M0 0.1Q2 0.62 4 0.1'),
    filled(1, bulb(0.5, 0.21), bulb(2, 0.35), bulb(3.5, 0.21)),
    filled(2, bulb(1.25, 0.31), bulb(2.75, 0.31)),
  ],
};

const STITCH: Motif = {
  kind: 'band',
  length: 2.6,
  layers: [drawn(0, 0.4, 'M0.4 0.5L2.2 0.5')],
};

const ring = (radius: number) => {
  const k = radius * 0.5523;
  return `M${1 - radius} 1C${1 - radius} ${1 - k} ${1 - k} ${1 - radius} 1 ${1 - radius}C${1 + k} ${1 - radius} ${1 + radius} ${1 - k} ${1 + radius} 1`;
};
/** Fans of the nineteen-twenties. */
const FANS: Motif = {
  kind: 'band',
  length: 2,
  layers: [drawn(0, 0.045, ring(0.96), ring(0.72), ring(0.48), ring(0.24))],
};

/** Stepped lines that turn the corner, with a fan in it. */
const DECO_CORNER: Motif = {
  kind: 'corner',
  layers: [
    drawn(
      0,
      0.008,
      'M0.06 1L0.06 0.22L0.22 0.22L0.22 0.06L1 0.06',
      'M0.1 0.8L0.1 0.26L0.26 0.26L0.26 0.1L0.8 0.1',
      'M0.06 0.16C0.115 0.16 0.16 0.115 0.16 0.06',
      'M0.06 0.12C0.093 0.12 0.12 0.093 0.12 0.06',
    ),
    filled(0, diamondPath(0.06, 0.06, 0.022), diamondPath(0.3, 0.3, 0.018)),
  ],
};

const ray = (deg: number, from: number, to: number, halfDeg: number) => {
  const at = (angle: number, radius: number): readonly [number, number] => [
    Math.round(Math.cos((angle * Math.PI) / 180) * radius * 1000) / 1000,
    Math.round(Math.sin((angle * Math.PI) / 180) * radius * 1000) / 1000,
  ];
  return polygonPath([
    at(deg - halfDeg * 0.6, from),
    at(deg - halfDeg, to),
    at(deg + halfDeg, to),
    at(deg + halfDeg * 0.6, from),
  ]);
};
const quarterDisc = (radius: number) =>
  `M0 0L${radius} 0C${radius} ${radius * 0.5523} ${radius * 0.5523} ${radius} 0 ${radius}Z`;

const SUN: Motif = {
  kind: 'corner',
  layers: [
    filled(0, quarterDisc(0.46)),
    filled(
      1,
      ...[0, 18, 36, 54, 72, 90].map((deg) => ray(deg, 0.54, deg % 36 === 0 ? 0.86 : 0.74, 5)),
    ),
  ],
};

const RAINBOW: Motif = {
  kind: 'corner',
  layers: [0.98, 0.82, 0.66, 0.5, 0.34].map((radius, index) => filled(index, quarterDisc(radius))),
};

const arm = (deg: number) => {
  const stick =
    'M0 0L0 -0.48M0 -0.3L-0.12 -0.42M0 -0.3L0.12 -0.42M0 -0.17L-0.08 -0.25M0 -0.17L0.08 -0.25';
  return placedPath(stick, { xMm: 0, yMm: 0, scaleX: 1, turnDeg: deg });
};
const SNOWFLAKE = [0, 60, 120, 180, 240, 300].map(arm).join('');

const FLAKES: readonly (readonly [number, number, number])[] = [
  [0.2, 0.2, 0.3],
  [0.55, 0.14, 0.16],
  [0.14, 0.56, 0.18],
  [0.46, 0.44, 0.2],
  [0.82, 0.24, 0.12],
  [0.3, 0.82, 0.11],
  [0.72, 0.52, 0.09],
];
const SNOWFALL: Motif = {
  kind: 'corner',
  layers: FLAKES.map(([x, y, size]) =>
    drawn(0, 0.007, placedPath(SNOWFLAKE, { xMm: x, yMm: y, scaleX: size })),
  ),
};

export const PATTERNS = {
  embroidery: EMBROIDERY,
  hem: HEM,
  awning: AWNING,
  waves: WAVES,
  arcade: ARCADE,
  stripes: STRIPES,
  oxford: OXFORD,
  hairline: HAIRLINE,
  blocks: BLOCKS,
  bunting: BUNTING,
  lights: LIGHTS,
  stitch: STITCH,
  fans: FANS,
  'deco-corner': DECO_CORNER,
  sun: SUN,
  rainbow: RAINBOW,
  snowfall: SNOWFALL,
  snowflake: { kind: 'mark', layers: [drawn(0, 0.045, SNOWFLAKE)] },
  star: { kind: 'mark', layers: [filled(0, starPath(0, 0, 0.5))] },
  dot: { kind: 'mark', layers: [filled(0, circlePath(0, 0, 0.5))] },
} as const satisfies Record<string, Motif>;
