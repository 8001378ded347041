import { blurField, type Field, type Raster, ramp } from './raster';

const COLOURS = 8;
/** Colours nearer than this (squared) are one and the same wall. */
const BEHIND_SQUARED = 44 ** 2;

/**
 * Lifts a head and shoulders, an animal or a thing off what lies behind it: pixels that look like the rim of the photo
 * go, pixels that look like its middle stay, and the shape of a bust decides where colours do not.
 * The photo is cropped upon its subject and small (about a hundred pixels wide: the edge is painted over anyway).
 */
export function matteOf(photo: Raster): Field {
  const { width, height } = photo;
  const prior = bust(width, height);
  const wall = wallOf(photo);
  let mask = prior;
  for (let round = 0; round < 3; round += 1) {
    const inside = palette(photo, mask, (share) => share > 0.72);
    const outside = palette(
      photo,
      mask,
      (share, x, y) => share < 0.12 && isRim(x, y, width, height),
    );
    const bare = prior.data.map((share, i) => share * (1 - (wall[i] as number)));
    if (!inside || !outside) {
      mask = { data: bare, width, height };
      break;
    }
    // What lies behind shows around the head too: such colours are no mark of the subject.
    const own = inside.filter((mean) => nearest(mean, outside) > BEHIND_SQUARED);
    if (own.length < 2) {
      mask = { data: bare, width, height };
      break;
    }
    const next = new Float32Array(width * height);
    for (let i = 0; i < next.length; i += 1) {
      const near = distance(photo.data, i * 3, own);
      const far = distance(photo.data, i * 3, outside);
      const byColour = far / (near + far + 1);
      const byShape = prior.data[i] as number;
      // Colour decides near the outline; deep inside and far outside the shape does.
      const weight = byShape > 0.5 ? 0.85 - (byShape - 0.5) * 0.7 : 0.4 + byShape * 0.9;
      next[i] = (byColour * weight + byShape * (1 - weight)) * (1 - 0.8 * (wall[i] as number));
    }
    const soft = blurField({ data: next, width, height }, 1.6);
    for (let i = 0; i < next.length; i += 1) next[i] = ramp(0.36, 0.62, soft.data[i] as number);
    mask = { data: next, width, height };
  }
  return blurField(mask, 1);
}

/** How much of the place where a head and a chest should be is left in a mask, 0 to 1. */
export function wholeness(mask: Field): number {
  const prior = bust(mask.width, mask.height);
  let kept = 0;
  let all = 0;
  prior.data.forEach((share, i) => {
    if (share < 0.97) return;
    all += 1;
    kept += mask.data[i] as number;
  });
  return kept / Math.max(1, all);
}

/** How unlike its neighbour (squared) a pixel may be for the wall behind to go on there. */
const SAME_WALL_SQUARED = 15 ** 2;
/** How unlike the wall where it started (squared) it may become along the way. */
const STILL_WALL_SQUARED = 52 ** 2;

/** What lies behind, as far as it can be walked from the rim without crossing an edge: 1 is wall. */
function wallOf({ data, width, height }: Raster): Float32Array {
  const wall = new Float32Array(width * height);
  const start = new Int32Array(width * height).fill(-1);
  const queue: number[] = [];
  const enter = (i: number, from: number) => {
    start[i] = from;
    wall[i] = 1;
    queue.push(i);
  };
  for (let y = 0; y < height * 0.75; y += 1) {
    enter(y * width, y * width);
    enter(y * width + width - 1, y * width + width - 1);
  }
  for (let x = 1; x < width - 1; x += 1) enter(x, x);
  for (let head = 0; head < queue.length; head += 1) {
    const i = queue[head] as number;
    const from = start[i] as number;
    const x = i % width;
    for (const next of [i - width, i + width, x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1]) {
      if (next < 0 || next >= wall.length || start[next] !== -1) continue;
      // A face is never wall, be it as pale as what is behind it.
      const u = Math.abs((next % width) / width - 0.5) / 0.11;
      const v = (Math.floor(next / width) / height - 0.38) / 0.2;
      if (Math.hypot(u, v) < 1) continue;
      const step = gap(data, next * 3, [data[i * 3], data[i * 3 + 1], data[i * 3 + 2]] as number[]);
      if (step > SAME_WALL_SQUARED) continue;
      const away = gap(data, next * 3, [
        data[from * 3],
        data[from * 3 + 1],
        data[from * 3 + 2],
      ] as number[]);
      if (away < STILL_WALL_SQUARED) enter(next, from);
    }
  }
  return wall;
}

/**
 * Whether a face seems to look out of the middle of a photo: skin where a head would be, less of it around.
 * 0 is surely none, 1 surely one.
 */
export function faceLikeness(photo: Raster): number {
  const { width, height, data } = photo;
  const prior = bust(width, height);
  const skin = [0, 0];
  const all = [0, 0];
  for (let y = 0; y < height * 0.62; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      const share = prior.data[i] as number;
      const zone = share > 0.75 ? 0 : isRim(x, y, width, height) ? 1 : -1;
      if (zone < 0) continue;
      all[zone] = (all[zone] as number) + 1;
      if (isSkin(data, i * 3)) skin[zone] = (skin[zone] as number) + 1;
    }
  }
  const inside = (skin[0] as number) / Math.max(1, all[0] as number);
  const around = (skin[1] as number) / Math.max(1, all[1] as number);
  return ramp(0.06, 0.22, inside - around * 0.8);
}

/** The narrow band of hues that skin of every tone shares (chroma of YCbCr). */
function isSkin(data: Uint8Array, p: number): boolean {
  const r = data[p] as number;
  const g = data[p + 1] as number;
  const b = data[p + 2] as number;
  const cb = 128 - 0.169 * r - 0.331 * g + 0.5 * b;
  const cr = 128 + 0.5 * r - 0.419 * g - 0.081 * b;
  return cb > 77 && cb < 127 && cr > 133 && cr < 173 && r > 45;
}

/** A head and shoulders, soft at the edge, standing on the lower rim. */
function bust(width: number, height: number): Field {
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const px = Math.abs(x / width - 0.5);
      const py = y / height;
      const head = Math.hypot(px / 0.3, (py - 0.36) / 0.34);
      const shoulder = 0.24 + 0.26 * ramp(0.5, 0.86, py);
      const body = py > 0.45 ? px / shoulder : 9;
      data[y * width + x] = 1 - ramp(0.72, 1.3, Math.min(head, body));
    }
  }
  return { data, width, height };
}

function isRim(x: number, y: number, width: number, height: number): boolean {
  return x < width * 0.16 || x > width * 0.84 || y < height * 0.14;
}

/** The main colours of some pixels, by the means nearest to them; null when there are too few. */
function palette(
  photo: Raster,
  mask: Field,
  counts: (share: number, x: number, y: number) => boolean,
): number[][] | null {
  const { width, height, data } = photo;
  const chosen: number[] = [];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      if (counts(mask.data[y * width + x] as number, x, y)) chosen.push((y * width + x) * 3);
    }
  }
  return chosen.length < 40 ? null : meansOf(data, chosen, COLOURS);
}

/** K-means over some pixels (offsets of their red); starts from even steps, so it needs no dice. */
export function meansOf(data: Uint8Array, chosen: readonly number[], count: number): number[][] {
  let means = Array.from({ length: count }, (_, k) => {
    const p = chosen[Math.floor(((k + 0.5) / count) * chosen.length)] as number;
    return [data[p] as number, data[p + 1] as number, data[p + 2] as number];
  });
  for (let round = 0; round < 5; round += 1) {
    const sums = means.map(() => [0, 0, 0, 0]);
    for (const p of chosen) {
      let best = 0;
      let least = Number.POSITIVE_INFINITY;
      means.forEach((mean, k) => {
        const away = gap(data, p, mean);
        if (away < least) {
          least = away;
          best = k;
        }
      });
      const sum = sums[best] as number[];
      for (let c = 0; c < 3; c += 1) sum[c] = (sum[c] as number) + (data[p + c] as number);
      sum[3] = (sum[3] as number) + 1;
    }
    means = means.map((mean, k) => {
      const [r, g, b, hits] = sums[k] as [number, number, number, number];
      return hits > 0 ? [r / hits, g / hits, b / hits] : mean;
    });
  }
  return means;
}

function gap(data: Uint8Array, p: number, mean: readonly number[]): number {
  const r = (data[p] as number) - (mean[0] as number);
  const g = (data[p + 1] as number) - (mean[1] as number);
  const b = (data[p + 2] as number) - (mean[2] as number);
  return r * r * 0.8 + g * g + b * b * 0.8;
}

function distance(data: Uint8Array, p: number, means: readonly number[][]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const mean of means) least = Math.min(least, gap(data, p, mean));
  return Math.sqrt(least);
}

function nearest(colour: readonly number[], means: readonly number[][]): number {
  return Math.min(...means.map((mean) => gap(Uint8Array.from(colour), 0, mean)));
}
