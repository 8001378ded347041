import { PAINTED } from './brush-styles';
import { brushed, type FinishInput } from './brushed';
import { contours, outlined } from './inks';
import {
  blurRaster,
  luminanceOf,
  noiseTile,
  type Raster,
  ramp,
  softToneAt,
  toneAt,
} from './raster';
import { byte, type Rgb, toned } from './tones';

export function watercolour({ picture, presence, seed }: FinishInput): Raster {
  const { width, height } = picture;
  const wash = brushed(
    { picture, presence, seed },
    { ...PAINTED, relief: 0, bristle: 0.15, jitter: 0.24 },
    0.5,
  );
  const soft = blurRaster(wash, Math.max(1, width * 0.0022));
  const wide = luminanceOf(blurRaster(wash, Math.max(2, width * 0.007)));
  const tone = luminanceOf(soft);
  const bleed = noiseTile(seed ^ 0x3a7e, [1, 0.7, 0.5, 0.3]);
  const tooth = noiseTile(seed ^ 0x77aa, [0, 0.1, 0.3, 0.5, 1, 1, 0.6]);
  const out = new Uint8Array(soft.data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      const u = (x * 150) / width;
      const v = (y * 150) / height;
      // Shapes bleed: what is painted here was drawn a little beside.
      const here = presence.data[i] as number;
      const reach = width * 0.012 * (1 - 0.9 * here);
      const sx = Math.min(
        width - 1,
        Math.max(0, Math.round(x + (softToneAt(bleed, u * 3, v * 3) - 0.5) * reach)),
      );
      const sy = Math.min(
        height - 1,
        Math.max(0, Math.round(y + (softToneAt(bleed, u * 3 + 91, v * 3 + 37) - 0.5) * reach)),
      );
      const s = sy * width + sx;
      const pool = softToneAt(bleed, u, v) - 0.5;
      const grain = toneAt(tooth, x, y) - 0.5;
      // Pigment gathers at the edge of each wash.
      const rim = Math.max(0, (wide.data[s] as number) - (tone.data[s] as number)) * 1.5;
      // White paper towards the border, with a ragged edge.
      const border = Math.min(x, width - x, y, height - y) / Math.min(width, height);
      const paint = ramp(0.012, 0.06, border + (softToneAt(bleed, u * 2 + 40, v * 2) - 0.5) * 0.11);
      const p = i * 3;
      const PAPER: Rgb = [252, 248, 240];
      for (let c = 0; c < 3; c += 1) {
        const value = soft.data[s * 3 + c] as number;
        // Transparent colour: lighter than the drawing, darker where it pools.
        const thin = 255 - (255 - value) * (0.84 + pool * 0.5 + rim + grain * 0.16);
        const colour = thin + (thin - (soft.data[s * 3 + 1] as number)) * 0.12;
        out[p + c] = byte(
          (PAPER[c] as number) * (1 - paint) +
            Math.min(PAPER[c] as number, colour + 6) * paint +
            grain * 9,
        );
      }
    }
  }
  return { data: out, width, height };
}

export function ink(input: FinishInput): Raster {
  const washed = watercolour(input);
  const grey = toned(washed, { saturation: 0.22, contrast: 1.25, gamma: 1.05 });
  return outlined(grey, input, { line: [24, 26, 34], strength: 0.9, paper: 0.3 });
}

/** Graphite: the tone as hatching in three directions, contours, the colours just breathed on. */
export function pencil({ picture, presence, seed }: FinishInput): Raster {
  const { width, height } = picture;
  const tone = luminanceOf(blurRaster(picture, 1));
  const lines = contours(picture);
  const tooth = noiseTile(seed ^ 0x4e4e, [0, 0, 0.2, 0.5, 1, 1, 1]);
  const out = new Uint8Array(picture.data.length);
  const step = Math.max(2.4, Math.min(width, height) * 0.0042);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      const grain = toneAt(tooth, x, y);
      const dark = 1 - (tone.data[i] as number);
      const wobble = (softToneAt(tooth, x * 0.11, y * 0.11) - 0.5) * step * 1.4;
      let marks = ramp(0.12, 0.9, dark) * 0.34;
      HATCHES.forEach(([dx, dy, from], index) => {
        const phase =
          Math.abs((((((x * dx + y * dy + wobble * (index + 1)) / step) % 1) + 1) % 1) - 0.5) * 2;
        marks += ramp(from, from + 0.4, dark) * ramp(0.35, 0.9, phase) * 0.36;
      });
      marks = Math.min(1, marks * (0.55 + 0.9 * grain) + (lines[i] as number) * 0.75);
      const hint = 0.24 + 0.14 * (presence.data[i] as number);
      for (let c = 0; c < 3; c += 1) {
        const paper = [250, 245, 234][c] as number;
        const breath = paper - (255 - (picture.data[i * 3 + c] as number)) * hint;
        const lead = [44, 44, 52][c] as number;
        out[i * 3 + c] = byte(breath * (1 - marks) + lead * marks);
      }
    }
  }
  return { data: out, width, height };
}

/** Directions of the pencil (a unit vector across it) and the darkness from which each sets in. */
const HATCHES: readonly (readonly [number, number, number])[] = [
  [0.71, 0.7, 0.25],
  [0.95, -0.31, 0.48],
  [0.2, 0.98, 0.66],
];
