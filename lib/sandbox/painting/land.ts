import type { Season } from '../scene-seasons';
import { mix, n } from './drawing';

export type Point = { x: number; y: number };

/** Needles keep their green the year round. */
const CONIFER = '#2c4a41';

/** A ridge by midpoint displacement: rough far away where peaks are wanted, smooth where it is a field. */
export function ridgeLine(
  random: () => number,
  w: number,
  base: number,
  height: number,
  steps: number,
): Point[] {
  let line: Point[] = [
    { x: -20, y: base - height * random() },
    { x: w + 20, y: base - height * random() },
  ];
  let reach = height;
  for (let step = 0; step < steps; step += 1) {
    const finer: Point[] = [];
    for (let i = 0; i < line.length - 1; i += 1) {
      const a = line[i] as Point;
      const b = line[i + 1] as Point;
      const y = (a.y + b.y) / 2 + (random() - 0.5) * reach;
      finer.push(a, { x: (a.x + b.x) / 2, y: Math.min(base + height * 0.15, y) });
    }
    finer.push(line.at(-1) as Point);
    line = finer;
    reach *= 0.56;
  }
  return line;
}

export function area(line: readonly Point[], w: number, h: number): string {
  const points = line.map(({ x, y }) => `${n(x)} ${n(y)}`).join('L');
  return `M${points}L${w + 20} ${h + 20}L-20 ${h + 20}Z`;
}

/** Snow on the highest parts: the ridge itself, filled down to a ragged line. */
export function snowCaps(
  random: () => number,
  line: readonly Point[],
  base: number,
  height: number,
): string {
  let reach = 0.5;
  const limit = base - height * 0.45;
  const caps: string[] = [];
  let run: Point[] = [];
  const close = () => {
    if (run.length > 2) {
      const lower = [...run].reverse().map(({ x, y }) => {
        // A walk, not a comb: gullies differ in width and depth.
        reach = Math.min(1, Math.max(0.15, reach + (random() - 0.5) * 0.5));
        return `${n(x)} ${n(y + Math.max(0, (limit - y) * reach))}`;
      });
      const upper = run.map(({ x, y }) => `${n(x)} ${n(y)}`);
      caps.push(`<path d="M${[...upper, ...lower].join('L')}Z" fill="#ffffff" opacity="0.82"/>`);
    }
    run = [];
  };
  for (const point of line) {
    if (point.y < limit) run.push(point);
    else close();
  }
  close();
  return caps.join('');
}

export function cloud(random: () => number, w: number, horizon: number): string {
  const x = random() * w;
  const y = horizon * (0.08 + random() * 0.6);
  const size = 24 + random() * 46;
  const puffs = Array.from({ length: 6 }, (_, i) => {
    const rx = size * (0.9 + random() * 1.5);
    return `<ellipse cx="${n(x + (i - 2.5) * size * 0.9)}" cy="${n(y + (random() - 0.5) * size * 0.3)}" rx="${n(rx)}" ry="${n(rx * 0.16)}"/>`;
  });
  return `<g fill="#ffffff" opacity="${n(0.1 + random() * 0.22)}">${puffs.join('')}</g>`;
}

export function woods(
  random: () => number,
  season: Season,
  line: readonly Point[],
  depth: number,
  h: number,
): string[] {
  const trees: string[] = [];
  const count = Math.round(46 - depth * 24);
  const clusters = Array.from({ length: 3 }, () => random() * 1000);
  for (let i = 0; i < count; i += 1) {
    const centre = clusters[i % 3] as number;
    const x = centre + (random() + random() - 1) * 220;
    const ground = heightAt(line, x) + h * 0.012 * random();
    const size = h * (0.035 + depth * 0.075) * (0.6 + random() * 0.8);
    const colour = season.trees[Math.floor(random() * season.trees.length)] as string;
    const shaded = mix(colour, season.ridges[1], 0.45 * (1 - depth));
    trees.push(
      random() < season.conifers
        ? conifer(x, ground, size * 1.25, mix(CONIFER, shaded, 0.3), season.snow)
        : broadleaf(random, x, ground, size, shaded),
    );
  }
  return trees;
}

export function conifer(
  x: number,
  y: number,
  size: number,
  colour: string,
  snowy: boolean,
): string {
  const tiers = [0, 1, 2, 3].map((tier) => {
    const top = y - size + tier * size * 0.2;
    const half = size * (0.1 + tier * 0.055);
    const foot = top + size * 0.34;
    const snow = snowy
      ? `<path d="M${n(x)} ${n(top)}L${n(x - half * 0.62)} ${n(top + size * 0.2)}L${n(x + half * 0.2)} ${n(top + size * 0.13)}Z" fill="#ffffff" opacity="0.75"/>`
      : '';
    return `<path d="M${n(x)} ${n(top)}L${n(x - half)} ${n(foot)}L${n(x + half)} ${n(foot)}Z" fill="${colour}"/>${snow}`;
  });
  return `<rect x="${n(x - size * 0.02)}" y="${n(y - size * 0.1)}" width="${n(size * 0.04)}" height="${n(size * 0.12)}" fill="#3b2c22"/>${tiers.join('')}`;
}

function broadleaf(
  random: () => number,
  x: number,
  y: number,
  size: number,
  colour: string,
): string {
  const light = mix(colour, '#ffffff', 0.16);
  const dark = mix(colour, '#1d1a16', 0.2);
  const crown = Array.from({ length: 9 }, (_, i) => {
    const tone = i < 3 ? dark : i < 7 ? colour : light;
    const cx = x + (random() - 0.5) * size * 0.62;
    const cy = y - size * 0.62 + (random() - 0.5) * size * 0.5 - (i > 6 ? size * 0.08 : 0);
    return `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(size * (0.14 + random() * 0.12))}" fill="${tone}"/>`;
  });
  return `<path d="M${n(x - size * 0.03)} ${n(y)}L${n(x - size * 0.012)} ${n(y - size * 0.5)}L${n(x + size * 0.012)} ${n(y - size * 0.5)}L${n(x + size * 0.03)} ${n(y)}Z" fill="#4a382a"/>${crown.join('')}`;
}

export function meadow(
  random: () => number,
  season: Season,
  line: readonly Point[],
  w: number,
  h: number,
): string[] {
  const dots: string[] = [];
  const blades = mix(season.ground[1], '#17130d', 0.22);
  for (let i = 0; i < 240; i += 1) {
    const x = random() * w;
    const start = heightAt(line, x);
    const y = start + (h - start) * random();
    const near = (y - start) / Math.max(1, h - start);
    if (!season.snow) {
      const tall = 3 + near * 16;
      dots.push(
        `<path d="M${n(x)} ${n(y)}q${n((random() - 0.5) * 6)} ${n(-tall * 0.6)} ${n((random() - 0.5) * 8)} ${n(-tall)}" stroke="${blades}" stroke-width="${n(0.5 + near)}" fill="none" opacity="0.4"/>`,
      );
    }
    const colour = season.dots[Math.floor(random() * season.dots.length)];
    if (colour && random() < 0.55) {
      dots.push(
        `<circle cx="${n(x)}" cy="${n(y - 3 - near * 12)}" r="${n(1 + near * 3.4)}" fill="${colour}" opacity="0.9"/>`,
      );
    }
  }
  return dots;
}

export function birds(random: () => number, w: number, horizon: number): string {
  const cx = w * (0.2 + random() * 0.6);
  const cy = horizon * (0.2 + random() * 0.35);
  return Array.from({ length: 5 }, () => {
    const x = cx + (random() - 0.5) * 130;
    const y = cy + (random() - 0.5) * 50;
    const s = 5 + random() * 6;
    return `<path d="M${n(x - s)} ${n(y - s * 0.3)}q${n(s * 0.5)} ${n(-s * 0.4)} ${n(s)} ${n(s * 0.3)}q${n(s * 0.5)} ${n(-s * 0.7)} ${n(s)} ${n(-s * 0.3)}" fill="none" stroke="#2b2b33" stroke-width="1.4" opacity="0.7"/>`;
  }).join('');
}

function heightAt(line: readonly Point[], x: number): number {
  for (let i = 0; i < line.length - 1; i += 1) {
    const a = line[i] as Point;
    const b = line[i + 1] as Point;
    if (x >= a.x && x <= b.x) return a.y + ((b.y - a.y) * (x - a.x)) / Math.max(0.001, b.x - a.x);
  }
  return (line.at(-1) as Point).y;
}
