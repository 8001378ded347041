import { type Dice, mix, n } from './drawing';

/** What grows in front of a picture in one month: a sprig of it stands on (0, 0) and reaches up by about `size`. */
export type Flora = {
  sprig: (dice: Dice, size: number) => string;
  /** For wreaths and frames: a blossom, leaf or fruit around (0, 0) with radius `size`. */
  bloom: (dice: Dice, size: number) => string;
  leaf: string;
};

const petals = (count: number, r: number, width: number, colour: string, centre: string) => {
  const one = Array.from({ length: count }, (_, i) => {
    const turn = (360 / count) * i;
    return `<ellipse cx="0" cy="${n(-r * 0.56)}" rx="${n(r * width)}" ry="${n(r * 0.5)}" transform="rotate(${n(turn)})" fill="${i % 2 ? colour : mix(colour, '#ffffff', 0.18)}"/>`;
  });
  return `${one.join('')}<circle r="${n(r * 0.2)}" fill="${centre}"/><circle r="${n(r * 0.1)}" cy="${n(-r * 0.04)}" fill="${mix(centre, '#ffffff', 0.4)}"/>`;
};

export const at = (x: number, y: number, turn: number, inner: string) =>
  `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})">${inner}</g>`;

export const leafShape = (length: number, width: number, colour: string) =>
  `<path d="M0 0C${n(width)} ${n(-length * 0.35)} ${n(width * 0.7)} ${n(-length * 0.8)} 0 ${n(-length)}C${n(-width * 0.7)} ${n(-length * 0.8)} ${n(-width)} ${n(-length * 0.35)} 0 0Z" fill="${colour}"/><path d="M0 0L0 ${n(-length * 0.9)}" stroke="${mix(colour, '#ffffff', 0.3)}" stroke-width="${n(Math.max(0.6, width * 0.08))}" opacity="0.6"/>`;

/** A stem from (0, 0) to its tip, leaves along it. */
function stem(
  dice: Dice,
  size: number,
  colour: string,
  leaves: number,
  leafLength: number,
): { svg: string; x: number; y: number } {
  const x = dice.between(-0.28, 0.28) * size;
  const y = -size * dice.between(0.8, 1.1);
  const bend = dice.between(-0.2, 0.2) * size;
  const parts = [
    `<path d="M0 0Q${n(bend)} ${n(y * 0.5)} ${n(x)} ${n(y)}" stroke="${colour}" stroke-width="${n(size * 0.022)}" fill="none" stroke-linecap="round"/>`,
  ];
  for (let i = 0; i < leaves; i += 1) {
    const t = 0.12 + (i / leaves) * 0.66;
    const px = 2 * t * (1 - t) * bend + t * t * x;
    const side = i % 2 ? 1 : -1;
    parts.push(
      at(
        px,
        y * t,
        side * dice.between(28, 68),
        leafShape(
          size * leafLength * dice.between(0.7, 1.1),
          size * leafLength * 0.24,
          mix(colour, dice.chance(0.5) ? '#ffffff' : '#10221a', 0.14),
        ),
      ),
    );
  }
  return { svg: parts.join(''), x, y };
}

export function flowering(
  colours: readonly string[],
  options: {
    leaf: string;
    petals: number;
    width: number;
    centre: string;
    head: number;
    leaves?: number;
    leafLength?: number;
  },
): Flora {
  const bloom = (dice: Dice, size: number) =>
    petals(options.petals, size, options.width, dice.pick(colours), options.centre);
  return {
    leaf: options.leaf,
    bloom,
    sprig: (dice, size) => {
      const { svg, x, y } = stem(
        dice,
        size,
        options.leaf,
        options.leaves ?? 4,
        options.leafLength ?? 0.3,
      );
      const head = bloom(dice, size * options.head * dice.between(0.8, 1.15));
      return (
        svg +
        at(
          x,
          y,
          dice.between(-30, 30),
          `<g transform="scale(1 ${n(dice.between(0.7, 1))})">${head}</g>`,
        )
      );
    },
  };
}

export function branching(
  options: { bark: string; leaf: string; twigs: number },
  bloom: (dice: Dice, size: number) => string,
): Flora {
  return {
    leaf: options.leaf,
    bloom,
    sprig: (dice, size) => {
      const { svg, x, y } = stem(dice, size, options.bark, 0, 0);
      const parts = [svg];
      for (let i = 0; i < options.twigs; i += 1) {
        const t = 0.25 + (0.75 * i) / options.twigs;
        parts.push(
          at(
            x * t * t + dice.between(-0.08, 0.08) * size,
            y * t,
            dice.between(-80, 80),
            bloom(dice, size * dice.between(0.09, 0.15)),
          ),
        );
      }
      return parts.join('');
    },
  };
}

function firBranch(length: number, colour: string, snowy: boolean): string {
  const needles: string[] = [];
  const count = 15;
  for (let i = 0; i < count; i += 1) {
    const t = i / count;
    const reach = length * 0.3 * (1 - t * 0.75);
    const y = -length * t;
    const tone = mix(colour, i % 2 ? '#ffffff' : '#06140f', 0.1);
    needles.push(
      `<path d="M0 ${n(y)}L${n(-reach)} ${n(y - reach * 0.8)}M0 ${n(y)}L${n(reach)} ${n(y - reach * 0.8)}" stroke="${tone}" stroke-width="${n(length * 0.035)}" stroke-linecap="round"/>`,
    );
    if (snowy && i % 2 === 0) {
      needles.push(
        `<path d="M0 ${n(y - reach * 0.3)}L${n(-reach * 0.8)} ${n(y - reach * 0.95)}" stroke="#ffffff" stroke-width="${n(length * 0.03)}" stroke-linecap="round" opacity="0.85"/>`,
      );
    }
  }
  return `<path d="M0 0L0 ${n(-length)}" stroke="#4a3626" stroke-width="${n(length * 0.03)}"/>${needles.join('')}`;
}

export function fir(berries: string | null): Flora {
  const bloom = (dice: Dice, size: number) => {
    if (berries && dice.chance(0.45)) return berryCluster(dice, size * 0.75, berries);
    return firBranch(size * 1.7, dice.pick(['#2f5747', '#3a6652', '#274a3e']), berries === null);
  };
  return {
    leaf: '#2f5747',
    bloom,
    sprig: (dice, size) => {
      const branches = Array.from({ length: 3 }, (_, i) =>
        at(
          0,
          0,
          (i - 1) * 32 + dice.between(-10, 10),
          firBranch(
            size * dice.between(0.75, 1.05),
            dice.pick(['#2f5747', '#3a6652', '#24463a']),
            berries === null || dice.chance(0.4),
          ),
        ),
      );
      if (berries) branches.push(at(0, -size * 0.35, 0, berryCluster(dice, size * 0.16, berries)));
      return branches.join('');
    },
  };
}

export function berryCluster(dice: Dice, r: number, colour: string): string {
  return Array.from({ length: 6 }, () => {
    const x = dice.between(-0.8, 0.8) * r;
    const y = dice.between(-0.8, 0.8) * r;
    const size = r * dice.between(0.28, 0.4);
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size)}" fill="${mix(colour, '#2a0808', dice.between(0, 0.35))}"/><circle cx="${n(x - size * 0.3)}" cy="${n(y - size * 0.35)}" r="${n(size * 0.25)}" fill="#ffffff" opacity="0.75"/>`;
  }).join('');
}

function mapleLeaf(r: number, colour: string): string {
  const outline = [0, 1, 2, 3, 4, 5].flatMap((i) => {
    const turn = -Math.PI / 2 + (i * Math.PI) / 5;
    const tip = i === 0 || i === 2 ? 1 : i === 4 ? 0.72 : 0.92;
    const valley = turn + Math.PI / 10;
    return [
      [Math.cos(turn) * r * tip, Math.sin(turn) * r * tip],
      [Math.cos(valley) * r * 0.45, Math.sin(valley) * r * 0.45],
    ];
  }) as [number, number][];
  const right = outline.map(([x, y]) => `${n(x)} ${n(y)}`);
  const left = [...outline].reverse().map(([x, y]) => `${n(-x)} ${n(y)}`);
  return `<path d="M${right.join('L')}L${left.join('L')}Z" fill="${colour}"/><path d="M0 ${n(r * 0.95)}L0 ${n(-r * 0.7)}M0 ${n(r * 0.2)}L${n(r * 0.6)} ${n(-r * 0.25)}M0 ${n(r * 0.2)}L${n(-r * 0.6)} ${n(-r * 0.25)}" stroke="${mix(colour, '#ffe9b8', 0.45)}" stroke-width="${n(r * 0.05)}" fill="none"/>`;
}

export function leaves(colours: readonly string[], shape: 'maple' | 'oval'): Flora {
  const bloom = (dice: Dice, size: number) => {
    const colour = dice.pick(colours);
    return shape === 'maple'
      ? mapleLeaf(size, colour)
      : at(0, size * 0.6, 0, leafShape(size * 1.5, size * 0.45, colour));
  };
  return { ...branching({ bark: '#5b4130', leaf: colours[0] as string, twigs: 7 }, bloom), bloom };
}

export function grain(): Flora {
  const ear = (size: number) => {
    const seeds = Array.from({ length: 9 }, (_, i) => {
      const y = -size * (0.1 + i * 0.11);
      return `<ellipse cx="${n(size * 0.1)}" cy="${n(y)}" rx="${n(size * 0.08)}" ry="${n(size * 0.13)}" transform="rotate(28 0 ${n(y)})" fill="#d9a441"/><ellipse cx="${n(-size * 0.1)}" cy="${n(y)}" rx="${n(size * 0.08)}" ry="${n(size * 0.13)}" transform="rotate(-28 0 ${n(y)})" fill="#c48a2e"/>`;
    });
    return seeds.join('');
  };
  const sun = flowering(['#f3b62b', '#eaa01c', '#f7c948'], {
    leaf: '#5f7f3a',
    petals: 16,
    width: 0.14,
    centre: '#4a2c17',
    head: 0.3,
  });
  const bloom = (dice: Dice, size: number) =>
    dice.chance(0.55)
      ? `${sun.bloom(dice, size)}<circle r="${n(size * 0.34)}" fill="#4f2f18"/><circle r="${n(size * 0.22)}" fill="#6d4522"/>`
      : ear(size * 1.4);
  return {
    leaf: '#7d8f3f',
    bloom,
    sprig: (dice, size) => {
      if (dice.chance(0.6)) {
        const { svg, x, y } = stem(dice, size, '#b58f3c', 1, 0.3);
        return svg + at(x, y, dice.between(-15, 25), ear(size * 0.34));
      }
      const { svg, x, y } = stem(dice, size, '#5f7f3a', 4, 0.34);
      return (
        svg +
        at(
          x,
          y,
          dice.between(-20, 20),
          `${petals(16, size * 0.3, 0.14, dice.pick(['#f3b62b', '#eaa01c']), '#4a2c17')}<circle r="${n(size * 0.12)}" fill="#4f2f18"/>`,
        )
      );
    },
  };
}

export function tulips(): Flora {
  const colours = ['#d8445a', '#f0a04b', '#e56b8c', '#f6d365', '#8d5aa8'];
  const cup = (dice: Dice, r: number) => {
    const colour = dice.pick(colours);
    return `<path d="M${n(-r * 0.62)} ${n(-r * 0.9)}C${n(-r)} ${n(r * 0.4)} ${n(-r * 0.5)} ${n(r * 0.8)} 0 ${n(r * 0.8)}C${n(r * 0.5)} ${n(r * 0.8)} ${n(r)} ${n(r * 0.4)} ${n(r * 0.62)} ${n(-r * 0.9)}L${n(r * 0.3)} ${n(-r * 0.35)}L0 ${n(-r)}L${n(-r * 0.3)} ${n(-r * 0.35)}Z" fill="${colour}"/><path d="M0 ${n(-r)}C${n(r * 0.45)} ${n(-r * 0.2)} ${n(r * 0.35)} ${n(r * 0.5)} 0 ${n(r * 0.8)}C${n(-r * 0.35)} ${n(r * 0.5)} ${n(-r * 0.45)} ${n(-r * 0.2)} 0 ${n(-r)}Z" fill="${mix(colour, '#ffffff', 0.22)}"/>`;
  };
  return {
    leaf: '#5d8f4e',
    bloom: cup,
    sprig: (dice, size) => {
      const { svg, x, y } = stem(dice, size, '#5d8f4e', 2, 0.7);
      return svg + at(x, y, dice.between(-12, 12), cup(dice, size * 0.16));
    },
  };
}

export function spikes(colours: readonly string[], leaf: string): Flora {
  const bloom = (dice: Dice, size: number) =>
    petals(5, size * 0.8, 0.3, dice.pick(colours), '#f6e7a1');
  return {
    leaf,
    bloom,
    sprig: (dice, size) => {
      const { svg, x, y } = stem(dice, size, leaf, 3, 0.26);
      const bells = Array.from({ length: 12 }, (_, i) => {
        const t = 0.5 + i * 0.045;
        return `<circle cx="${n(x * t + dice.between(-0.035, 0.035) * size)}" cy="${n(y * t)}" r="${n(size * dice.between(0.022, 0.04))}" fill="${dice.pick(colours)}"/>`;
      });
      return svg + bells.join('');
    },
  };
}

export function drops(): Flora {
  const bell = (r: number) =>
    `<path d="M0 0C${n(r)} ${n(r * 0.4)} ${n(r * 0.7)} ${n(r * 1.6)} 0 ${n(r * 1.7)}C${n(-r * 0.7)} ${n(r * 1.6)} ${n(-r)} ${n(r * 0.4)} 0 0Z" fill="#ffffff"/><path d="M0 ${n(r * 0.9)}L${n(r * 0.2)} ${n(r * 1.5)}L${n(-r * 0.2)} ${n(r * 1.5)}Z" fill="#8fb86a"/>`;
  const crocus = flowering(['#9b78c9', '#b79be0', '#f4c84f', '#ffffff'], {
    leaf: '#6f9a58',
    petals: 6,
    width: 0.26,
    centre: '#f0a92e',
    head: 0.24,
    leaves: 3,
    leafLength: 0.5,
  });
  return {
    ...crocus,
    sprig: (dice, size) => {
      if (dice.chance(0.5)) return crocus.sprig(dice, size * 0.8);
      const { svg, x, y } = stem(dice, size * 0.85, '#6f9a58', 2, 0.6);
      return svg + at(x, y, dice.between(-12, 12), bell(size * 0.12));
    },
  };
}

export const blossom = (colours: readonly string[], centre: string) => (dice: Dice, size: number) =>
  petals(5, size, 0.34, dice.pick(colours), centre);
