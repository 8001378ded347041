import sharp from 'sharp';
import type { Dice } from './drawing';
import { faceLikeness, matteOf, wholeness } from './matte';
import { type Field, type NoiseTile, type Raster, ramp, softToneAt } from './raster';

/** Where a subject stands on the canvas, in pixels; a figure is cut out along its outline, a medallion is an oval. */
export type Place = {
  kind: 'figure' | 'medallion';
  left: number;
  top: number;
  width: number;
  height: number;
};

/** What a figure is lit by: towards the light it is warmer and brighter. */
type Lighting = {
  fromX: number;
  colour: readonly [number, number, number];
  strength: number;
};

const MATTE_WIDTH = 96;

/** Whether a photo is a portrait, 0 to 1: such a one can be cut out. */
export async function portraitLikeness(photo: Buffer): Promise<number> {
  const { small } = await cropped(photo, MATTE_WIDTH, Math.round(MATTE_WIDTH * 1.25));
  const whole = wholeness(matteOf(small));
  return Math.min(faceLikeness(small), ramp(0.4, 0.7, whole));
}

/**
 * Paints a photo's subject into a canvas, graded towards what is around it.
 * Writes the canvas and adds to `presence`, which says per pixel how much of it is the subject.
 */
export async function placeSubject(
  canvas: Raster,
  presence: Field,
  photo: Buffer,
  place: Place,
  lighting: Lighting,
  edge: NoiseTile,
): Promise<void> {
  const { width, height } = place;
  const { full, small } = await cropped(photo, width, height);
  const matte = place.kind === 'figure' ? matteOf(small) : null;
  const grade = gradeTowards(full, canvas, place);
  for (let y = 0; y < height; y += 1) {
    const cy = place.top + y;
    if (cy < 0 || cy >= canvas.height) continue;
    for (let x = 0; x < width; x += 1) {
      const cx = place.left + x;
      if (cx < 0 || cx >= canvas.width) continue;
      const u = x / width;
      const v = y / height;
      // Edges wander a little, as a brush does.
      const wander = softToneAt(edge, (cx * 160) / canvas.width, (cy * 160) / canvas.width) - 0.5;
      const share = matte
        ? figureShare(matte, u, v, wander)
        : 1 - ramp(0.97, 1, Math.hypot((u - 0.5) * 2, (v - 0.5) * 2) + wander * 0.01);
      if (share <= 0.003) continue;
      const towards = (place.left + width / 2 < lighting.fromX ? u : 1 - u) * lighting.strength;
      const p = (y * width + x) * 3;
      const o = (cy * canvas.width + cx) * 3;
      for (let c = 0; c < 3; c += 1) {
        const own = full.data[p + c] as number;
        const graded = own * (grade.gain[c] as number) + (grade.lift[c] as number);
        const lit =
          graded * (0.94 + 0.14 * towards) + (lighting.colour[c] as number) * 0.06 * towards;
        const under = canvas.data[o + c] as number;
        canvas.data[o + c] = Math.max(0, Math.min(255, under + (lit - under) * share));
      }
      const at = cy * canvas.width + cx;
      presence.data[at] = Math.max(presence.data[at] as number, share);
    }
  }
}

/** The matte between its pixels, its outline wandering, fading out at the sides and below. */
function figureShare(mask: Field, u: number, v: number, wander: number): number {
  const x = Math.min(mask.width - 1.001, Math.max(0, u * mask.width - 0.5));
  const y = Math.min(mask.height - 1.001, Math.max(0, v * mask.height - 0.5));
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const fx = x - x0;
  const fy = y - y0;
  const i = y0 * mask.width + x0;
  const at = (k: number) => mask.data[Math.min(mask.data.length - 1, k)] as number;
  const share =
    (at(i) * (1 - fx) + at(i + 1) * fx) * (1 - fy) +
    (at(i + mask.width) * (1 - fx) + at(i + mask.width + 1) * fx) * fy;
  const sides = ramp(0, 0.12, u + wander * 0.08) * ramp(0, 0.12, 1 - u + wander * 0.08);
  const top = ramp(0, 0.07, v + wander * 0.05);
  const below = ramp(0, 0.16, 1 - v + wander * 0.12);
  return ramp(0.3, 0.7, share + wander * 0.25) * sides * top * below;
}

async function cropped(
  photo: Buffer,
  width: number,
  height: number,
): Promise<{ full: Raster; small: Raster }> {
  const upright = sharp(photo).rotate().flatten({ background: '#808080' }).toColourspace('srgb');
  const data = await upright
    .resize(width, height, { fit: 'cover', position: 'attention' })
    .removeAlpha()
    .raw()
    .toBuffer();
  const smallHeight = Math.max(8, Math.round((MATTE_WIDTH * height) / width));
  const small = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(MATTE_WIDTH, smallHeight, { fit: 'fill' })
    .raw()
    .toBuffer();
  return {
    full: { data: new Uint8Array(data), width, height },
    small: { data: new Uint8Array(small), width: MATTE_WIDTH, height: smallHeight },
  };
}

/** A gentle move of the photo's tones towards those of the place: enough to share its air, too little to lose skin. */
function gradeTowards(
  photo: Raster,
  canvas: Raster,
  place: Place,
): { gain: number[]; lift: number[] } {
  const own = statsOf(photo, 0, 0, photo.width, photo.height);
  const around = statsOf(canvas, place.left, place.top, place.width, place.height);
  const gain: number[] = [];
  const lift: number[] = [];
  const ownMean = (own.mean[0] as number) + (own.mean[1] as number) + (own.mean[2] as number);
  const aroundMean =
    (around.mean[0] as number) + (around.mean[1] as number) + (around.mean[2] as number);
  for (let c = 0; c < 3; c += 1) {
    const mean = own.mean[c] as number;
    // Hue moves more than brightness: a face in a night scene is still a face.
    const cast = (around.mean[c] as number) - aroundMean / 3 - (mean - ownMean / 3);
    const target = mean + cast * 0.22 + ((aroundMean - ownMean) / 3) * 0.16;
    const spread = 1;
    gain.push(spread);
    lift.push(target - mean * spread);
  }
  return { gain, lift };
}

function statsOf(
  raster: Raster,
  left: number,
  top: number,
  width: number,
  height: number,
): { mean: number[] } {
  const sum = [0, 0, 0];
  let count = 0;
  for (let y = Math.max(0, top); y < Math.min(raster.height, top + height); y += 5) {
    for (let x = Math.max(0, left); x < Math.min(raster.width, left + width); x += 5) {
      const p = (y * raster.width + x) * 3;
      for (let c = 0; c < 3; c += 1) sum[c] = (sum[c] as number) + (raster.data[p + c] as number);
      count += 1;
    }
  }
  return { mean: sum.map((value) => value / Math.max(1, count)) };
}

/** One of a subject's photos, the same for the same dice. */
export function chosenPhoto(photos: readonly Buffer[], dice: Dice): Buffer | null {
  return photos.length === 0 ? null : dice.pick(photos);
}
