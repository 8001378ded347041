import type { FinishInput } from './brushed';
import { meansOf } from './matte';
import { blurRaster, luminanceOf, type Raster, ramp } from './raster';
import { byte, papered, type Rgb } from './tones';

/** Few inks: every pixel takes the nearest of the picture's own main colours, softly at the border. */
export function flattened(
  { picture, presence }: FinishInput,
  inks: number,
  softness: number,
): Raster {
  const scale = Math.min(picture.width, picture.height) / 1000;
  const soft = blurRaster(picture, Math.max(1, softness * 0.35 * scale));
  const chosen: number[] = [];
  for (let i = 0; i < presence.data.length; i += 97) chosen.push(i * 3);
  const means = meansOf(soft.data, chosen, inks).map(richer);
  const out = soft.data;
  for (let i = 0; i < presence.data.length; i += 1) {
    const p = i * 3;
    const r = out[p] as number;
    const g = out[p + 1] as number;
    const b = out[p + 2] as number;
    let first = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    let nearest = means[0] as number[];
    let next = nearest;
    for (const mean of means) {
      const away =
        (r - (mean[0] as number)) ** 2 +
        (g - (mean[1] as number)) ** 2 +
        (b - (mean[2] as number)) ** 2;
      if (away < first) {
        second = first;
        next = nearest;
        first = away;
        nearest = mean;
      } else if (away < second) {
        second = away;
        next = mean;
      }
    }
    const between = ramp(0.72, 1, first / (second + 1)) * 0.5;
    const own = 0.16 + 0.22 * (presence.data[i] as number);
    for (let c = 0; c < 3; c += 1) {
      const ink = (nearest[c] as number) * (1 - between) + (next[c] as number) * between;
      out[p + c] = byte(ink * (1 - own) + (out[p + c] as number) * own);
    }
  }
  return soft;
}

function richer(mean: readonly number[]): number[] {
  const grey = ((mean[0] as number) + (mean[1] as number) + (mean[2] as number)) / 3;
  return mean.map((value) => byte((grey + (value - grey) * 1.42 - 128) * 1.1 + 134));
}

/** Ink lines where tones meet (difference of two blurs), on paper. */
export function outlined(
  raster: Raster,
  { picture, seed }: FinishInput,
  options: { line: Rgb; strength: number; paper: number },
): Raster {
  const lines = contours(picture);
  const { data } = raster;
  for (let i = 0; i < lines.length; i += 1) {
    const share = (lines[i] as number) * options.strength;
    if (share < 0.02) continue;
    for (let c = 0; c < 3; c += 1) {
      const p = i * 3 + c;
      data[p] = (data[p] as number) * (1 - share) + (options.line[c] as number) * share;
    }
  }
  return papered(raster, seed, options.paper);
}

export function contours(picture: Raster): Float32Array {
  const scale = Math.min(picture.width, picture.height) / 1000;
  const tone = luminanceOf(picture);
  const narrow = luminanceOf(blurRaster(picture, Math.max(1, 1.2 * scale)));
  const wide = luminanceOf(blurRaster(picture, Math.max(2, 3.4 * scale)));
  const out = new Float32Array(tone.data.length);
  for (let i = 0; i < out.length; i += 1) {
    const edge = (wide.data[i] as number) - (narrow.data[i] as number);
    out[i] = ramp(0.022, 0.07, edge);
  }
  return out;
}

/** Poster tones with a screen of dots; the colours come from the seed. */
export function pop(input: FinishInput): Raster {
  const { picture, presence, seed } = input;
  const { width, height } = picture;
  const tone = luminanceOf(blurRaster(picture, Math.max(1, width * 0.0012)));
  const lines = contours(picture);
  const sets: readonly (readonly [Rgb, Rgb, Rgb, Rgb])[] = [
    [
      [32, 26, 74],
      [226, 52, 92],
      [255, 176, 46],
      [255, 244, 214],
    ],
    [
      [20, 40, 80],
      [0, 142, 168],
      [255, 108, 96],
      [255, 240, 200],
    ],
    [
      [58, 20, 72],
      [238, 70, 140],
      [86, 196, 196],
      [255, 247, 206],
    ],
    [
      [24, 50, 48],
      [34, 130, 92],
      [252, 190, 60],
      [255, 246, 224],
    ],
  ];
  const set = sets[Math.abs(seed) % sets.length] as (typeof sets)[number];
  const other = sets[(Math.abs(seed) + 1) % sets.length] as (typeof sets)[number];
  const cell = Math.max(5, Math.min(width, height) * 0.0105);
  const out = new Uint8Array(picture.data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      const light = Math.min(1, Math.max(0, ((tone.data[i] as number) - 0.5) * 1.25 + 0.53));
      const isSubject = (presence.data[i] as number) > 0.5;
      const inks = isSubject ? set : other;
      const u = (x * 0.81 + y * 0.59) / cell;
      const v = (y * 0.81 - x * 0.59) / cell;
      const dot = Math.hypot(u - Math.round(u), v - Math.round(v));
      const level = light * 3;
      const low = Math.min(2, Math.floor(level));
      const share = level - low;
      const radius = Math.sqrt(share) * 0.72;
      const cover = ramp(radius + 0.06, radius - 0.06, dot);
      const a = inks[low] as Rgb;
      const b = inks[low + 1] as Rgb;
      const mark = (lines[i] as number) * 0.9;
      for (let c = 0; c < 3; c += 1) {
        const printed = (a[c] as number) * (1 - cover) + (b[c] as number) * cover;
        out[i * 3 + c] = byte(printed * (1 - mark) + (set[0][c] as number) * mark);
      }
    }
  }
  return { data: out, width, height };
}
