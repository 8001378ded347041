import { randomFrom } from '@/lib/core/random-from';

/** Interleaved RGB, eight bits a channel, no padding. */
export type Raster = { data: Uint8Array; width: number; height: number };

/** One number per pixel. */
export type Field = { data: Float32Array; width: number; height: number };

/** Luminance, 0 to 1. */
export function luminanceOf({ data, width, height }: Raster): Field {
  const out = new Float32Array(width * height);
  for (let i = 0, p = 0; i < out.length; i += 1, p += 3) {
    out[i] =
      ((data[p] as number) * 0.299 +
        (data[p + 1] as number) * 0.587 +
        (data[p + 2] as number) * 0.114) /
      255;
  }
  return { data: out, width, height };
}

/** Box blur in both directions, twice: close to a bell, and its cost does not grow with the radius. */
export function blurField(field: Field, radius: number): Field {
  const { width, height } = field;
  const data = field.data.slice();
  const spare = new Float32Array(data.length);
  for (let round = 0; round < 2; round += 1) {
    boxAcross(data, spare, width, height, 1, radius);
    boxDown(spare, data, width, height, radius);
  }
  return { data, width, height };
}

/** Blurs each channel, once in both directions; radius in pixels. */
export function blurRaster(raster: Raster, radius: number): Raster {
  const { width, height } = raster;
  const spare = new Uint8Array(raster.data.length);
  const data = new Uint8Array(raster.data.length);
  boxAcross(raster.data, spare, width, height, 3, radius);
  boxDown(spare, data, width * 3, height, radius);
  return { data, width, height };
}

type Numbers = Uint8Array | Float32Array;

function boxAcross(
  from: Numbers,
  to: Numbers,
  width: number,
  height: number,
  channels: number,
  radius: number,
): void {
  const reach = Math.max(1, Math.min(Math.round(radius), width - 1));
  const share = 1 / (2 * reach + 1);
  const length = width * channels;
  for (let y = 0; y < height; y += 1) {
    for (let c = 0; c < channels; c += 1) {
      const start = y * length + c;
      const last = start + (width - 1) * channels;
      let sum = (from[start] as number) * (reach + 1);
      for (let k = 1; k <= reach; k += 1) sum += from[start + k * channels] as number;
      for (let i = start, x = 0; x < width; i += channels, x += 1) {
        to[i] = sum * share;
        const enters = x + reach + 1 < width ? i + (reach + 1) * channels : last;
        const leaves = x > reach ? i - reach * channels : start;
        sum += (from[enters] as number) - (from[leaves] as number);
      }
    }
  }
}

/** Row by row with a sum for each column: memory is read in its order. */
function boxDown(from: Numbers, to: Numbers, length: number, height: number, radius: number): void {
  const reach = Math.max(1, Math.min(Math.round(radius), height - 1));
  const share = 1 / (2 * reach + 1);
  const sums = new Float64Array(length);
  for (let i = 0; i < length; i += 1) sums[i] = (from[i] as number) * (reach + 1);
  for (let k = 1; k <= reach; k += 1) {
    const row = k * length;
    for (let i = 0; i < length; i += 1) sums[i] = (sums[i] as number) + (from[row + i] as number);
  }
  for (let y = 0; y < height; y += 1) {
    const row = y * length;
    const enters = Math.min(height - 1, y + reach + 1) * length;
    const leaves = Math.max(0, y - reach) * length;
    for (let i = 0; i < length; i += 1) {
      const sum = sums[i] as number;
      to[row + i] = sum * share;
      sums[i] = sum + (from[enters + i] as number) - (from[leaves + i] as number);
    }
  }
}

/** A repeating tile of uneven tone, 0 to 1, in several sizes of blotches; its side is a power of two. */
export type NoiseTile = { data: Float32Array; side: number };

const NOISE_SIDE = 256;

export function noiseTile(seed: number, octaves: readonly number[]): NoiseTile {
  const side = NOISE_SIDE;
  const data = new Float32Array(side * side);
  const random = randomFrom(seed);
  let total = 0;
  octaves.forEach((strength, index) => {
    if (strength === 0) return;
    // Cells per side: 4, 8, 16, …
    const cells = 4 << index;
    const grid = Float32Array.from({ length: cells * cells }, () => random());
    const scale = cells / side;
    total += strength;
    for (let y = 0; y < side; y += 1) {
      const gy = y * scale;
      const y0 = Math.floor(gy);
      const fy = smooth(gy - y0);
      const top = (y0 % cells) * cells;
      const bottom = ((y0 + 1) % cells) * cells;
      for (let x = 0; x < side; x += 1) {
        const gx = x * scale;
        const x0 = Math.floor(gx);
        const fx = smooth(gx - x0);
        const x1 = (x0 + 1) % cells;
        const a = grid[top + x0] as number;
        const b = grid[top + x1] as number;
        const c = grid[bottom + x0] as number;
        const d = grid[bottom + x1] as number;
        const value = a + (b - a) * fx + (c - a + (a - b - c + d) * fx) * fy;
        data[y * side + x] = (data[y * side + x] as number) + value * strength;
      }
    }
  });
  for (let i = 0; i < data.length; i += 1) data[i] = (data[i] as number) / total;
  return { data, side };
}

/** The tile's tone at a pixel. */
export function toneAt({ data, side }: NoiseTile, x: number, y: number): number {
  return data[(y & (side - 1)) * side + (x & (side - 1))] as number;
}

/** The tile's tone between pixels, for blotches larger than the tile was drawn. */
export function softToneAt(tile: NoiseTile, x: number, y: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const fx = x - x0;
  const fy = y - y0;
  const a = toneAt(tile, x0, y0);
  const b = toneAt(tile, x0 + 1, y0);
  const c = toneAt(tile, x0, y0 + 1);
  const d = toneAt(tile, x0 + 1, y0 + 1);
  return a + (b - a) * fx + (c - a + (a - b - c + d) * fx) * fy;
}

export function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}

/** 0 below the low edge, 1 above the high edge, smooth between. */
export function ramp(low: number, high: number, value: number): number {
  return smooth(Math.min(1, Math.max(0, (value - low) / (high - low))));
}
