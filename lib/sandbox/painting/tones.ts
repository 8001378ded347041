import { noiseTile, type Raster, ramp, toneAt } from './raster';

export type Rgb = readonly [number, number, number];

type Tone = {
  saturation: number;
  contrast: number;
  gamma?: number;
  tint?: Rgb;
  tintShare?: number;
  /** The darkest tone left, as faded prints have it. */
  floor?: number;
};

export function toned(raster: Raster, tone: Tone): Raster {
  const { data } = raster;
  const curve = Float32Array.from({ length: 256 }, (_, value) => {
    const bent = 255 * (value / 255) ** (tone.gamma ?? 1);
    const floor = tone.floor ?? 0;
    return floor + ((bent - 128) * tone.contrast + 128) * (1 - floor / 255);
  });
  const share = tone.tintShare ?? 0;
  const tint = tone.tint ?? [0, 0, 0];
  for (let p = 0; p < data.length; p += 3) {
    const r = curve[data[p] as number] as number;
    const g = curve[data[p + 1] as number] as number;
    const b = curve[data[p + 2] as number] as number;
    const grey = r * 0.299 + g * 0.587 + b * 0.114;
    // The tint keeps the brightness of what it tints.
    const lightness = (grey / 160) * share;
    const keep = 1 - share;
    data[p] = byte((grey + (r - grey) * tone.saturation) * keep + tint[0] * lightness);
    data[p + 1] = byte((grey + (g - grey) * tone.saturation) * keep + tint[1] * lightness);
    data[p + 2] = byte((grey + (b - grey) * tone.saturation) * keep + tint[2] * lightness);
  }
  return raster;
}

export function vignetted(raster: Raster, strength: number): Raster {
  const { data, width, height } = raster;
  for (let y = 0; y < height; y += 1) {
    const v = (y / height - 0.48) * 2;
    for (let x = 0; x < width; x += 1) {
      const u = (x / width - 0.5) * 2;
      const shade = 1 - strength * 0.55 * ramp(0.45, 1.5, Math.hypot(u, v));
      const p = (y * width + x) * 3;
      data[p] = (data[p] as number) * shade;
      data[p + 1] = (data[p + 1] as number) * shade;
      data[p + 2] = (data[p + 2] as number) * shade;
    }
  }
  return raster;
}

export function grained(raster: Raster, seed: number, strength: number): Raster {
  const grain = noiseTile(seed ^ 0x6a11, [0, 0, 0, 0, 0.5, 1, 1.6]);
  const { data, width, height } = raster;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const shift = (toneAt(grain, x + (y >> 8) * 91, y + (x >> 8) * 57) - 0.5) * strength * 4;
      const p = (y * width + x) * 3;
      data[p] = byte((data[p] as number) + shift);
      data[p + 1] = byte((data[p + 1] as number) + shift);
      data[p + 2] = byte((data[p + 2] as number) + shift);
    }
  }
  return raster;
}

/** Paper: tooth everywhere, a little more in the lights. */
export function papered(raster: Raster, seed: number, strength: number): Raster {
  const tooth = noiseTile(seed ^ 0x9a9e, [0.2, 0.2, 0.3, 0.4, 0.9, 1, 0.8]);
  const { data, width, height } = raster;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const shift = (toneAt(tooth, x, y) - 0.5) * 34 * strength;
      const p = (y * width + x) * 3;
      for (let c = 0; c < 3; c += 1) {
        const value = data[p + c] as number;
        data[p + c] = byte(value + shift * (0.5 + value / 510));
      }
    }
  }
  return raster;
}

/** Cut to what a byte holds. */
export const byte = (value: number) => Math.max(0, Math.min(255, value));
