import { randomFrom } from '@/lib/core/random-from';
import {
  blurField,
  blurRaster,
  type Field,
  luminanceOf,
  type NoiseTile,
  noiseTile,
  type Raster,
  softToneAt,
} from './raster';

/** One pass over the canvas with one brush. Lengths are in pixels of the canvas. */
type BrushPass = {
  width: number;
  /** How far a stroke may run. */
  length: number;
  /** Distance between strokes, as a share of the width: smaller covers more. */
  spacing: number;
  /** Paints only where the canvas is this far from the picture (0 to 255 a channel); 0 paints everywhere. */
  threshold: number;
  /** How much a stroke covers, 0 to 1. */
  cover: number;
};

export type BrushStyle = {
  passes: readonly BrushPass[];
  /** Uneven colour from stroke to stroke, 0 to 1. */
  jitter: number;
  /** How strongly strokes follow a swirl instead of the picture's own shapes, 0 to 1. */
  swirl: number;
  /** A fixed direction in radians; null follows the shapes. */
  angle: number | null;
  /** How thick the paint lies: 0 is flat, 1 casts clear light and shade. */
  relief: number;
  /** Depth of the bristle marks, 0 to 1. */
  bristle: number;
  /** Colour of the ground under the strokes; null paints over the picture itself. */
  ground: readonly [number, number, number] | null;
};

/**
 * Paints a picture again with a brush: strokes along its shapes, wide first, finer only where detail asks for it.
 * `detail` (0 to 1 per pixel) draws finer there. Deterministic by seed.
 */
export function paintStrokes(
  picture: Raster,
  style: BrushStyle,
  seed: number,
  detail: Field | null,
): Raster {
  const { width, height } = picture;
  const canvas = {
    width,
    height,
    data: style.ground ? filled(width * height, style.ground) : picture.data.slice(),
  };
  const thickness = new Float32Array(width * height).fill(0.5);
  const flow = flowOf(picture, style, seed);
  const random = randomFrom(seed ^ 0x51ed);
  const bristles = noiseTile(seed ^ 0xb1, [0, 0, 0.3, 0.5, 0.8, 1, 0.7]);
  for (const pass of style.passes) {
    const reference = blurRaster(picture, Math.max(1, pass.width * 0.28));
    paintPass({ canvas, thickness, reference, flow, pass, style, random, bristles, detail });
  }
  if (style.relief > 0) light(canvas, thickness, style.relief);
  return canvas;
}

type PassInput = {
  canvas: Raster;
  thickness: Float32Array;
  reference: Raster;
  flow: Flow;
  pass: BrushPass;
  style: BrushStyle;
  random: () => number;
  bristles: NoiseTile;
  detail: Field | null;
};

function paintPass(input: PassInput): void {
  const { canvas, reference, pass, style, random, detail } = input;
  const { width, height } = canvas;
  const step = Math.max(1.5, pass.width * pass.spacing);
  const columns = Math.ceil(width / step);
  const rows = Math.ceil(height / step);
  const order = shuffled(columns * rows, random);
  for (const cell of order) {
    const x = ((cell % columns) + random()) * step;
    const y = (Math.floor(cell / columns) + random()) * step;
    const px = Math.min(width - 1, Math.floor(x));
    const py = Math.min(height - 1, Math.floor(y));
    const at = (py * width + px) * 3;
    const r = reference.data[at] as number;
    const g = reference.data[at + 1] as number;
    const b = reference.data[at + 2] as number;
    const fine = detail ? (detail.data[py * width + px] as number) : 0;
    const limit = pass.threshold * (1 - 0.75 * fine);
    const error =
      Math.abs((canvas.data[at] as number) - r) +
      Math.abs((canvas.data[at + 1] as number) - g) +
      Math.abs((canvas.data[at + 2] as number) - b);
    const dice = [random(), random(), random(), random()] as const;
    if (pass.threshold > 0 && error < limit * 3) continue;
    const unrest = style.jitter * (1 - 0.8 * fine) * 70;
    const tone = (dice[0] - 0.5) * unrest;
    const colour: [number, number, number] = [
      r + tone + (dice[1] - 0.5) * unrest * 0.6,
      g + tone + (dice[2] - 0.5) * unrest * 0.45,
      b + tone + (dice[3] - 0.5) * unrest * 0.7,
    ];
    stroke(input, x, y, colour, 1 - 0.45 * fine);
  }
}

/** One stroke: walks along the flow while the colour under it stays near its own, then lays bristles across. */
function stroke(
  { canvas, thickness, reference, flow, pass, style, random, bristles }: PassInput,
  startX: number,
  startY: number,
  colour: readonly [number, number, number],
  size: number,
): void {
  const { width, height } = canvas;
  const half = Math.max(0.8, (pass.width * size * (0.8 + random() * 0.4)) / 2);
  const steps = Math.max(2, Math.round(pass.length * size * (0.6 + random() * 0.7)));
  const row = random() * 256;
  const lift = 0.25 + random() * 0.75;
  let x = startX;
  let y = startY;
  // Strokes start either way: the flow has no sign, and where it turns over they would all walk off.
  const sign = random() < 0.5 ? -1 : 1;
  let dx = 0;
  let dy = 0;
  const cover = pass.cover;
  const { data } = canvas;
  // Bristles lighten a colour by a ninth at most: kept inside a byte here, so that the loop need not look.
  const grain = 0.22 * style.bristle;
  const most = 255 / (1 + grain / 2);
  const [red, green, blue] = colour.map((value) => Math.min(most, Math.max(0, value))) as [
    number,
    number,
    number,
  ];
  for (let i = 0; i < steps; i += 1) {
    const px = Math.round(x);
    const py = Math.round(y);
    if (px < 0 || py < 0 || px >= width || py >= height) return;
    const p = (py * width + px) * 3;
    if (i > half * 2 && i % 4 === 0) {
      const away =
        Math.abs((reference.data[p] as number) - colour[0]) +
        Math.abs((reference.data[p + 1] as number) - colour[1]) +
        Math.abs((reference.data[p + 2] as number) - colour[2]);
      if (away > 90 + style.jitter * 60) return;
    }
    const cell =
      Math.min(flow.height - 1, Math.floor(y / flow.scale)) * flow.width +
      Math.min(flow.width - 1, Math.floor(x / flow.scale));
    let fx = flow.x[cell] as number;
    let fy = flow.y[cell] as number;
    if (i === 0 ? sign < 0 : fx * dx + fy * dy < 0) {
      fx = -fx;
      fy = -fy;
    }
    dx = dx * 0.5 + fx * 0.5;
    dy = dy * 0.5 + fy * 0.5;
    const norm = Math.hypot(dx, dy) || 1;
    dx /= norm;
    dy /= norm;
    // Round at the start, running dry at the end.
    const along = i / steps;
    const bulge =
      Math.min(1, Math.sqrt((i + 1) / (half * 1.2 + 1))) *
      (along > 0.8 ? 1 - (along - 0.8) * 3 : 1);
    const reach = half * bulge;
    const dry = along > 0.55 ? (along - 0.55) * 1.4 : 0;
    const shade = (i >> 3) & 255;
    for (let v = -reach; v <= reach; v += 0.9) {
      const qx = (x - dy * v + 0.5) | 0;
      const qy = (y + dx * v + 0.5) | 0;
      if (qx < 0 || qy < 0 || qx >= width || qy >= height) continue;
      const hair = bristles.data[(((row + v * 1.7) & 255) << 8) | shade] as number;
      const edge = 1 - (v < 0 ? -v : v) / (reach + 0.6);
      let alpha = edge > 0.31 ? cover : cover * edge * 3.2;
      if (hair < 0.36 + dry * 0.3) alpha *= 1 - style.bristle * (0.5 + dry);
      if (alpha <= 0.02) continue;
      const q = qy * width + qx;
      const o = q * 3;
      const rest = 1 - alpha;
      const paint = alpha * (1 + (hair - 0.5) * grain);
      data[o] = (data[o] as number) * rest + red * paint;
      data[o + 1] = (data[o + 1] as number) * rest + green * paint;
      data[o + 2] = (data[o + 2] as number) * rest + blue * paint;
      const high = lift * (0.35 + 0.65 * hair) * (edge > 0.5 ? 1 : 0.55 + 0.9 * edge);
      thickness[q] = (thickness[q] as number) * rest + high * alpha;
    }
    x += dx;
    y += dy;
  }
}

/** Directions along the shapes of a picture, on a coarse grid; unit vectors. */
type Flow = { x: Float32Array; y: Float32Array; width: number; height: number; scale: number };

function flowOf(picture: Raster, style: BrushStyle, seed: number): Flow {
  const scale = 4;
  const width = Math.ceil(picture.width / scale);
  const height = Math.ceil(picture.height / scale);
  const full = luminanceOf(picture);
  const small = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const sx = Math.min(picture.width - 1, x * scale + 1);
      const sy = Math.min(picture.height - 1, y * scale + 1);
      small[y * width + x] = full.data[sy * picture.width + sx] as number;
    }
  }
  const tone = blurField({ data: small, width, height }, 2);
  const xx = new Float32Array(width * height);
  const yy = new Float32Array(width * height);
  const xy = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x;
      const gx = (tone.data[i + 1] as number) - (tone.data[i - 1] as number);
      const gy = (tone.data[i + width] as number) - (tone.data[i - width] as number);
      xx[i] = gx * gx;
      yy[i] = gy * gy;
      xy[i] = gx * gy;
    }
  }
  const [sxx, syy, sxy] = [xx, yy, xy].map(
    (data) => blurField({ data, width, height }, 4).data,
  ) as [Float32Array, Float32Array, Float32Array];
  const wind = noiseTile(seed ^ 0x77, [1, 0.4]);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      const a = sxx[i] as number;
      const d = syy[i] as number;
      const b = sxy[i] as number;
      // Across the gradient; in plain places the wind decides.
      const shape = 0.5 * Math.atan2(2 * b, a - d) + Math.PI / 2;
      const strength = Math.min(1, Math.hypot(a - d, 2 * b) * 4000);
      const blown = softToneAt(wind, (x * 110) / width, (y * 110) / width) * Math.PI * 3.2;
      const calm = style.swirl > 0 ? blown : (blown - 5) * 0.16;
      const share = Math.max(style.swirl, 1 - strength);
      let angle = style.angle ?? turn(shape, calm, share);
      if (style.angle !== null) angle += (blown - 5) * 0.04;
      xx[i] = Math.cos(angle);
      yy[i] = Math.sin(angle);
    }
  }
  return { x: xx, y: yy, width, height, scale };
}

/** Between two directions without a sign. */
function turn(a: number, b: number, share: number): number {
  const x = Math.cos(2 * a) * (1 - share) + Math.cos(2 * b) * share;
  const y = Math.sin(2 * a) * (1 - share) + Math.sin(2 * b) * share;
  return Math.atan2(y, x) / 2;
}

/** Light from the upper left over the thickness of the paint. */
function light({ data, width, height }: Raster, thickness: Float32Array, relief: number): void {
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x;
      const slope =
        (thickness[i] as number) -
        (thickness[i - width - 1] as number) +
        ((thickness[i + 1] as number) - (thickness[i - width] as number)) * 0.5;
      const shade = Math.max(-26, Math.min(30, slope * 95 * relief));
      const p = i * 3;
      data[p] = clamp((data[p] as number) + shade);
      data[p + 1] = clamp((data[p + 1] as number) + shade);
      data[p + 2] = clamp((data[p + 2] as number) + shade);
    }
  }
}

function filled(count: number, [r, g, b]: readonly [number, number, number]): Uint8Array {
  const data = new Uint8Array(count * 3);
  for (let p = 0; p < data.length; p += 3) {
    data[p] = r;
    data[p + 1] = g;
    data[p + 2] = b;
  }
  return data;
}

function shuffled(count: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
  return order;
}

const clamp = (value: number) => Math.max(0, Math.min(255, value));
