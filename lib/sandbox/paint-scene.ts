import sharp from 'sharp';
import { type Season, seasonsOf } from './scene-seasons';

/** What to paint: a landscape true to its month on the northern hemisphere, the same for the same seed. */
export type SceneRequest = {
  /** 1 to 12. */
  month: number;
  seed: number;
  widthPx: number;
  heightPx: number;
  /** JPEG quality, 1 to 100. */
  quality?: number;
};

/** Wider pictures are drawn this wide and enlarged: the shapes are soft, and drawing them costs by the pixel. */
const DRAWN_WIDTH_MAX_PX = 1600;

/** Paints one landscape as a JPEG, sharp enough to print. Deterministic: same request, same bytes. */
export async function paintScene(request: SceneRequest): Promise<Buffer> {
  const { widthPx, heightPx, seed } = request;
  const svg = Buffer.from(sceneSvg(request));
  // A tile may not be larger than what it covers.
  const side = Math.min(512, widthPx, heightPx);
  const grain = await sharp(grainPixels(seed, side), {
    raw: { width: side, height: side, channels: 4 },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  // Drawn before it is enlarged: asked in one go, the SVG loader draws at the final size strip by strip.
  const drawn = await sharp(svg).png({ compressionLevel: 1 }).toBuffer();
  return await sharp(drawn)
    .resize(widthPx, heightPx, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .composite([{ input: grain, tile: true, blend: 'over' }])
    .jpeg({ quality: request.quality ?? 90, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

function sceneSvg({ month, seed, widthPx, heightPx }: SceneRequest): string {
  const random = generator(seed * 7919 + month * 104729 + 17);
  const between = (low: number, high: number) => low + (high - low) * random();
  const kinds = seasonsOf(month);
  const season = kinds[Math.floor(random() * kinds.length)] as Season;
  const w = 1000;
  const h = Math.round((1000 * heightPx) / widthPx);
  const horizon = h * between(0.44, 0.56);
  const hasLake = random() < 0.5;
  const parts: string[] = [];

  const sunX = w * between(0.18, 0.82);
  const sunY = horizon * between(0.32, 0.8);
  const sunR = between(26, 48);
  parts.push(
    `<rect width="${w}" height="${h}" fill="url(#sky)"/>`,
    `<circle cx="${n(sunX)}" cy="${n(sunY)}" r="${n(sunR * 7)}" fill="url(#glow)"/>`,
    `<circle cx="${n(sunX)}" cy="${n(sunY)}" r="${n(sunR)}" fill="${season.sun}" opacity="0.92"/>`,
  );
  for (let i = 0; i < 5; i += 1) parts.push(cloud(random, w, horizon));

  const layers = 4;
  for (let layer = 0; layer < layers; layer += 1) {
    const depth = layer / (layers - 1);
    const colour = mix(season.ridges[0], season.ridges[1], depth);
    const base = horizon + depth * h * 0.06;
    const height = h * (0.26 - depth * 0.13);
    const ridge = ridgeLine(random, w, base, height, 7 - layer);
    parts.push(`<path d="${area(ridge, w, h)}" fill="${colour}"/>`);
    if (season.snow && layer < 2) parts.push(snowCaps(random, ridge, base, height));
    parts.push(
      `<rect y="${n(base - h * 0.03)}" width="${w}" height="${n(h * 0.12)}" fill="url(#mist)" opacity="${n(0.55 - depth * 0.35)}"/>`,
    );
  }

  const shore = horizon + h * 0.075;
  if (hasLake) {
    parts.push(`<rect y="${n(shore)}" width="${w}" height="${n(h - shore)}" fill="url(#water)"/>`);
    for (let i = 0; i < 26; i += 1) {
      const y = shore + 3 + i * h * 0.009;
      const half = sunR * (0.3 + random() * 0.9) * (1 + i * 0.05);
      parts.push(
        `<rect x="${n(sunX - half + between(-9, 9))}" y="${n(y)}" width="${n(half * 2)}" height="${n(1 + i * 0.08)}" rx="1" fill="${season.sun}" opacity="${n(0.5 - i * 0.016)}"/>`,
      );
    }
    for (let i = 0; i < 70; i += 1) {
      const y = shore + (h - shore) * random() ** 1.5;
      const length = between(14, 90) * (0.4 + (y - shore) / (h - shore));
      parts.push(
        `<rect x="${n(between(-40, w))}" y="${n(y)}" width="${n(length)}" height="${n(between(0.6, 2.2))}" rx="1" fill="#ffffff" opacity="${n(between(0.06, 0.3))}"/>`,
      );
    }
  }

  const fields = hasLake ? 1 : 3;
  for (let field = 0; field < fields; field += 1) {
    const depth = fields === 1 ? 1 : field / (fields - 1);
    const base = hasLake ? h * 0.84 : shore + (h - shore) * (0.02 + depth * 0.46);
    const line = ridgeLine(random, w, base, h * 0.035, 3);
    const colour = mix(season.ground[0], season.ground[1], depth);
    parts.push(`<path d="${area(line, w, h)}" fill="${colour}"/>`);
    parts.push(...woods(random, season, line, depth, h));
    if (depth > 0.4) parts.push(...meadow(random, season, line, w, h));
  }
  if (!season.snow && random() < 0.6) parts.push(birds(random, w, horizon));
  if (season.snow) {
    for (let i = 0; i < 130; i += 1) {
      parts.push(
        `<circle cx="${n(between(0, w))}" cy="${n(between(0, h))}" r="${n(between(0.8, 3.2))}" fill="#ffffff" opacity="${n(between(0.35, 0.9))}"/>`,
      );
    }
  }

  const drawnPx = Math.min(widthPx, DRAWN_WIDTH_MAX_PX);
  const [top, middle, low] = season.sky;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${drawnPx}" height="${Math.round((drawnPx * heightPx) / widthPx)}" viewBox="0 0 ${w} ${h}" preserveAspectRatio="none"><defs>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="0.34" stop-color="${middle}"/><stop offset="0.6" stop-color="${low}"/></linearGradient>
<radialGradient id="glow"><stop offset="0" stop-color="${season.sun}" stop-opacity="0.75"/><stop offset="1" stop-color="${season.sun}" stop-opacity="0"/></radialGradient>
<linearGradient id="mist" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${low}" stop-opacity="0"/><stop offset="0.6" stop-color="${low}" stop-opacity="0.8"/><stop offset="1" stop-color="${low}" stop-opacity="0"/></linearGradient>
<linearGradient id="water" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${mix(low, middle, 0.4)}"/><stop offset="1" stop-color="${mix(top, '#14263a', 0.35)}"/></linearGradient>
</defs>${parts.join('')}</svg>`;
}

type Point = { x: number; y: number };

/** Needles keep their green the year round. */
const CONIFER = '#2c4a41';

/** A ridge by midpoint displacement: rough far away where peaks are wanted, smooth where it is a field. */
function ridgeLine(
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

function area(line: readonly Point[], w: number, h: number): string {
  const points = line.map(({ x, y }) => `${n(x)} ${n(y)}`).join('L');
  return `M${points}L${w + 20} ${h + 20}L-20 ${h + 20}Z`;
}

/** Snow on the highest parts: the ridge itself, filled down to a ragged line. */
function snowCaps(
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

function cloud(random: () => number, w: number, horizon: number): string {
  const x = random() * w;
  const y = horizon * (0.08 + random() * 0.6);
  const size = 24 + random() * 46;
  const puffs = Array.from({ length: 6 }, (_, i) => {
    const rx = size * (0.9 + random() * 1.5);
    return `<ellipse cx="${n(x + (i - 2.5) * size * 0.9)}" cy="${n(y + (random() - 0.5) * size * 0.3)}" rx="${n(rx)}" ry="${n(rx * 0.16)}"/>`;
  });
  return `<g fill="#ffffff" opacity="${n(0.1 + random() * 0.22)}">${puffs.join('')}</g>`;
}

function woods(
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

function conifer(x: number, y: number, size: number, colour: string, snowy: boolean): string {
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

function meadow(
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

function birds(random: () => number, w: number, horizon: number): string {
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

/** Camera-like grain, faint black and white specks, so that prints are not plastic and JPEGs have a photograph's size. */
function grainPixels(seed: number, side: number): Buffer {
  const random = generator(seed + 99991);
  const pixels = Buffer.alloc(side * side * 4);
  for (let i = 0; i < side * side; i += 1) {
    const strength = random() + random() - 1;
    const tone = strength < 0 ? 0 : 255;
    pixels.fill(tone, i * 4, i * 4 + 3);
    pixels[i * 4 + 3] = Math.abs(strength) * 15;
  }
  return pixels;
}

/** Mulberry32: small, even enough for pictures, the same on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function mix(a: string, b: string, amount: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) =>
    Math.round(channel(a, at) + (channel(b, at) - channel(a, at)) * amount)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

const n = (value: number) => Number(value.toFixed(1));
