import { circlePath } from '../ornaments';
import { placedPath } from '../path-tools';
import { drawn, filled, type Motif, type MotifLayer } from './motif';

type Point = readonly [number, number];
/** A cubic Bézier curve. */
type Stem = readonly [Point, Point, Point, Point];

const LEAF = 'M0 0C0.28 -0.26 0.7 -0.24 1 0C0.72 0.16 0.28 0.18 0 0Z';
const SLIM_LEAF = 'M0 0C0.3 -0.15 0.7 -0.14 1 0C0.7 0.11 0.3 0.1 0 0Z';
const NEEDLE = 'M0 -0.045L1 0L0 0.045Z';
/** One petal of a cherry blossom, notched, upwards from the middle. */
const PETAL =
  'M0 -0.06C-0.3 -0.2 -0.34 -0.7 -0.13 -1C-0.06 -1 -0.03 -0.93 0 -0.87C0.03 -0.93 0.06 -1 0.13 -1C0.34 -0.7 0.3 -0.2 0 -0.06Z';
const ROUND_PETAL = 'M0 -0.08C-0.42 -0.3 -0.4 -0.95 0 -1C0.4 -0.95 0.42 -0.3 0 -0.08Z';

const shifted = (d: string, x: number, y: number, scale: number, turnDeg = 0) =>
  placedPath(d, { xMm: x, yMm: y, scaleX: scale, turnDeg });

function onStem([a, b, c, d]: Stem, t: number): { x: number; y: number; angleDeg: number } {
  const s = 1 - t;
  const value = (axis: 0 | 1) =>
    s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
  const slope = (axis: 0 | 1) =>
    3 * s * s * (b[axis] - a[axis]) +
    6 * s * t * (c[axis] - b[axis]) +
    3 * t * t * (d[axis] - c[axis]);
  return {
    x: value(0),
    y: value(1),
    angleDeg: (Math.atan2(slope(1), slope(0)) * 180) / Math.PI,
  };
}

const stemPath = ([a, b, c, d]: Stem) =>
  `M${a.join(' ')}C${b.join(' ')} ${c.join(' ')} ${d.join(' ')}`;

/** Leaves in pairs along a stem, smaller towards its end. */
function leavesAlong(
  stem: Stem,
  {
    leaf,
    pairs,
    from,
    to,
    size,
    spreadDeg,
  }: Record<'pairs' | 'from' | 'to' | 'size' | 'spreadDeg', number> & {
    leaf: string;
  },
): string {
  let d = '';
  for (let index = 0; index < pairs; index += 1) {
    const share = pairs === 1 ? 0 : index / (pairs - 1);
    const length = size * (1 - share * 0.45);
    for (const side of [-1, 1]) {
      const t = Math.min(1, from + (to - from) * (share + (side === 1 ? 0.42 / pairs : 0)));
      const { x, y, angleDeg } = onStem(stem, t);
      d += shifted(leaf, x, y, length, angleDeg + side * spreadDeg * (1 - share * 0.3));
    }
  }
  const tip = onStem(stem, 1);
  return d + shifted(leaf, tip.x, tip.y, size * 0.5, tip.angleDeg);
}

const ROSETTE = [0, 1, 2, 3, 4];

function blossom(x: number, y: number, radius: number, turnDeg: number, petal = PETAL): string {
  return ROSETTE.map((index) => shifted(petal, x, y, radius, turnDeg + index * 72)).join('');
}

/** Stamens: dots about the middle of a blossom. */
function stamens(x: number, y: number, radius: number, turnDeg: number): string {
  const dots = ROSETTE.map((index) => {
    const angle = ((turnDeg + 36 + index * 72 - 90) * Math.PI) / 180;
    return circlePath(
      x + Math.cos(angle) * radius * 0.3,
      y + Math.sin(angle) * radius * 0.3,
      radius * 0.055,
    );
  });
  return dots.join('') + circlePath(x, y, radius * 0.1);
}

/** A garland that hugs the corner of the page, dressed as the season wants. */
function garland(dress: 'leaves' | 'blossoms' | 'berries' | 'needles'): Motif {
  const along: Stem = [
    [0.1, 0.34],
    [0.16, 0.16],
    [0.5, 0.1],
    [1, 0.12],
  ];
  const down: Stem = [
    [0.1, 0.34],
    [0.04, 0.5],
    [0.12, 0.78],
    [0.1, 1],
  ];
  const stems = [along, down];
  const leaf = dress === 'needles' ? SLIM_LEAF : LEAF;
  const layers: MotifLayer[] = [drawn(0, 0.007, ...stems.map(stemPath))];
  if (dress === 'needles') {
    const needles = stems.map((stem) =>
      leavesAlong(stem, {
        leaf: NEEDLE,
        pairs: 26,
        from: 0.02,
        to: 0.98,
        size: 0.16,
        spreadDeg: 42,
      }),
    );
    const back = stems.map((stem) =>
      leavesAlong(stem, {
        leaf: NEEDLE,
        pairs: 22,
        from: 0.05,
        to: 0.98,
        size: 0.13,
        spreadDeg: 64,
      }),
    );
    layers.push(filled(0, ...needles), filled(1, ...back));
  } else {
    const wide = stems.map((stem) =>
      leavesAlong(stem, { leaf, pairs: 5, from: 0.06, to: 0.88, size: 0.21, spreadDeg: 52 }),
    );
    const slim = stems.map((stem) =>
      leavesAlong(stem, {
        leaf: SLIM_LEAF,
        pairs: 4,
        from: 0.14,
        to: 0.82,
        size: 0.17,
        spreadDeg: 24,
      }),
    );
    layers.push(filled(1, ...slim), filled(0, ...wide));
  }
  const spots: Point[] = [
    [0.13, 0.27],
    [0.36, 0.1],
    [0.06, 0.52],
    [0.66, 0.15],
    [0.13, 0.76],
  ];
  if (dress === 'blossoms') {
    const flowers = spots.map(([x, y], index) =>
      blossom(x, y, 0.085 - index * 0.008, index * 31, ROUND_PETAL),
    );
    layers.push(
      filled(2, ...flowers),
      filled(3, ...spots.map(([x, y]) => circlePath(x, y, 0.018))),
    );
  } else if (dress !== 'leaves') {
    const berries = spots.flatMap(([x, y], index) =>
      [0, 1, 2].map((n) => {
        const angle = index * 1.3 + n * 2.1;
        return circlePath(x + Math.cos(angle) * 0.026, y + Math.sin(angle) * 0.026, 0.02);
      }),
    );
    layers.push(filled(2, ...berries));
  }
  return { kind: 'corner', layers };
}

const BOUGH: Stem = [
  [-0.04, 0.1],
  [0.3, 0.02],
  [0.6, 0.24],
  [1, 0.16],
];
const TWIGS: readonly Stem[] = [
  [
    [0.3, 0.085],
    [0.42, 0.16],
    [0.44, 0.3],
    [0.58, 0.42],
  ],
  [
    [0.62, 0.17],
    [0.72, 0.14],
    [0.8, 0.06],
    [0.9, 0.03],
  ],
  [
    [0.12, 0.07],
    [0.2, 0.16],
    [0.17, 0.32],
    [0.24, 0.46],
  ],
];

/** A bough as an outline that tapers, with its twigs. */
const BOUGH_WOOD = [
  'M-0.04 0.085C0.3 0.005 0.6 0.225 1 0.155C0.62 0.252 0.32 0.05 -0.04 0.125Z',
  'M0.28 0.075C0.43 0.15 0.45 0.3 0.58 0.42C0.43 0.31 0.4 0.18 0.26 0.095Z',
  'M0.6 0.165C0.72 0.135 0.8 0.06 0.9 0.03C0.81 0.075 0.74 0.155 0.62 0.185Z',
  'M0.11 0.07C0.21 0.16 0.185 0.32 0.24 0.46C0.16 0.33 0.18 0.18 0.09 0.09Z',
];

const FLOWERS: readonly (readonly [number, number, number, number])[] = [
  [0.58, 0.42, 0.085, 10],
  [0.45, 0.27, 0.07, 40],
  [0.24, 0.44, 0.075, 25],
  [0.2, 0.25, 0.05, 60],
  [0.9, 0.05, 0.06, 5],
  [0.97, 0.17, 0.075, 50],
  [0.72, 0.19, 0.06, 20],
  [0.36, 0.06, 0.065, 35],
  [0.52, 0.14, 0.05, 12],
];

const BUDS: readonly (readonly [number, number])[] = [
  [0.66, 0.47],
  [0.63, 0.36],
  [0.28, 0.53],
  [0.83, 0.12],
  [0.99, 0.06],
];

/** A maple leaf of seven points, stalk downwards, 1 high. */
const MAPLE = (() => {
  const tips = [
    [0, 0.58],
    [38, 0.52],
    [76, 0.47],
    [118, 0.34],
  ] as const;
  const at = (deg: number, radius: number) => {
    const angle = ((deg - 90) * Math.PI) / 180;
    return `${(Math.cos(angle) * radius).toFixed(3)} ${(Math.sin(angle) * radius).toFixed(3)}`;
  };
  const order = [...tips.map(([deg, r]) => [-deg, r] as const).reverse(), ...tips.slice(1)];
  const outline = order.map(([deg, radius], index) => {
    const next = order[index + 1];
    const tip = `${index === 0 ? 'M' : 'L'}${at(deg, radius)}`;
    return next ? `${tip}L${at((deg + next[0]) / 2, 0.25)}` : tip;
  });
  return `${outline.join('')}L0.02 0.12L0.025 0.42L-0.025 0.42L-0.02 0.12Z`;
})();

/** One bough through the year. */
function bough(dress: 'blossoms' | 'leaves' | 'maple' | 'snow'): Motif {
  const wood = filled(0, ...BOUGH_WOOD);
  if (dress === 'blossoms') {
    return {
      kind: 'corner',
      layers: [
        wood,
        filled(1, ...FLOWERS.map(([x, y, r, turn]) => blossom(x, y, r, turn))),
        filled(2, ...BUDS.map(([x, y]) => circlePath(x, y, 0.018))),
        filled(2, ...FLOWERS.map(([x, y, r, turn]) => stamens(x, y, r, turn))),
      ],
    };
  }
  if (dress === 'leaves') {
    const leaves = [BOUGH, ...TWIGS].map((stem) =>
      leavesAlong(stem, { leaf: LEAF, pairs: 4, from: 0.22, to: 0.92, size: 0.12, spreadDeg: 46 }),
    );
    return { kind: 'corner', layers: [wood, filled(1, ...leaves)] };
  }
  if (dress === 'maple') {
    const leaves = FLOWERS.map(([x, y, r, turn]) => shifted(MAPLE, x, y, r * 2.3, turn * 5 - 90));
    return {
      kind: 'corner',
      layers: [
        wood,
        filled(1, ...leaves.filter((_, index) => index % 2 === 0)),
        filled(2, ...leaves.filter((_, index) => index % 2 === 1)),
      ],
    };
  }
  const snow = [
    'M0 0.078C0.1 0.03 0.2 0.03 0.3 0.062C0.4 0.1 0.48 0.11 0.58 0.145C0.48 0.15 0.4 0.125 0.31 0.09C0.2 0.06 0.1 0.062 0 0.1Z',
    'M0.64 0.155C0.72 0.13 0.8 0.05 0.88 0.02C0.85 0.07 0.76 0.15 0.66 0.172Z',
  ];
  return {
    kind: 'corner',
    layers: [
      wood,
      filled(1, ...snow),
      filled(
        2,
        ...BUDS.flatMap(([x, y]) => [
          circlePath(x, y, 0.02),
          circlePath(x - 0.05, y - 0.02, 0.017),
        ]),
      ),
      filled(
        1,
        ...FLOWERS.map(([x, y, r]) => circlePath(x * 0.94 + 0.05, y * 1.2 + 0.08, r * 0.2)),
      ),
    ],
  };
}

/** An olive twig that lies along an edge, for bands: leaves left and right of one stem. */
const OLIVE_TILE: Motif = (() => {
  const stem: Stem = [
    [0, 0.5],
    [0.8, 0.42],
    [1.6, 0.58],
    [2.4, 0.5],
  ];
  const leaves = [0.1, 0.35, 0.6, 0.85].map((t, index) => {
    const { x, y, angleDeg } = onStem(stem, t);
    return [-1, 1]
      .map((side) => shifted(SLIM_LEAF, x, y, 0.62, angleDeg + side * (34 + (index % 2) * 8)))
      .join('');
  });
  const fruit = [0.22, 0.72].map((t, index) => {
    const { x, y } = onStem(stem, t);
    return circlePath(x, y + (index === 0 ? 0.24 : -0.24), 0.09);
  });
  return {
    kind: 'band',
    length: 2.4,
    layers: [drawn(0, 0.035, stemPath(stem)), filled(0, ...leaves), filled(1, ...fruit)],
  };
})();

export const PLANTS = {
  'garland-leaves': garland('leaves'),
  'garland-blossoms': garland('blossoms'),
  'garland-berries': garland('berries'),
  'garland-needles': garland('needles'),
  'bough-blossoms': bough('blossoms'),
  'bough-leaves': bough('leaves'),
  'bough-maple': bough('maple'),
  'bough-snow': bough('snow'),
  'olive-twig': OLIVE_TILE,
  petal: { kind: 'mark', layers: [filled(0, shifted(PETAL, 0, 0.5, 1))] },
  leaf: { kind: 'mark', layers: [filled(0, shifted(LEAF, -0.5, 0, 1))] },
  maple: { kind: 'mark', layers: [filled(0, MAPLE)] },
} as const satisfies Record<string, Motif>;
