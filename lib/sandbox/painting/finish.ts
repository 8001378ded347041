import { BOLD, base, CHALK, DABS, FINE_OIL, GOUACHE, OIL, PAINTED, SWIRL } from './brush-styles';
import { brushed, type FinishInput } from './brushed';
import { flattened, outlined, pop } from './inks';
import { ink, pencil, watercolour } from './papers';
import { facetted, mosaic } from './pieces';
import { type Raster, ramp } from './raster';
import type { Medium } from './read-prompt';
import { byte, grained, papered, toned, vignetted } from './tones';

/** Turns the composed drawing into the asked medium. Deterministic by seed. */
export function finish(medium: Medium, input: FinishInput): Raster {
  return FINISHES[medium](input);
}

const FINISHES: Record<Medium, (input: FinishInput) => Raster> = {
  painted: (input) => toned(brushed(input, PAINTED, 0.4), { saturation: 1.06, contrast: 1.05 }),
  oil: (input) => toned(brushed(input, OIL, 0.25), { saturation: 1.1, contrast: 1.08 }),
  oldMaster: (input) =>
    vignetted(
      toned(brushed(input, FINE_OIL, 0.4), {
        saturation: 0.82,
        contrast: 1.16,
        tint: [92, 58, 24],
        tintShare: 0.22,
        gamma: 0.92,
      }),
      0.6,
    ),
  impressionist: (input) =>
    toned(brushed(input, DABS, 0.3), { saturation: 1.22, contrast: 1.02, gamma: 0.93 }),
  swirl: (input) => toned(brushed(input, SWIRL, 0.28), { saturation: 1.42, contrast: 1.1 }),
  pointillist: (input) => toned(dotted(input), { saturation: 1.2, contrast: 1.03 }),
  expressive: (input) => toned(brushed(input, BOLD, 0.22), { saturation: 1.65, contrast: 1.12 }),
  watercolour,
  ink,
  woodblock: (input) =>
    outlined(flattened(input, 14, 4), input, { line: [34, 38, 66], strength: 0.8, paper: 0.5 }),
  pop,
  poster: (input) => papered(flattened(input, 14, 4), input.seed, 0.4),
  nouveau: (input) =>
    outlined(
      toned(flattened(input, 14, 3), {
        saturation: 0.92,
        contrast: 1,
        tint: [232, 205, 150],
        tintShare: 0.16,
      }),
      input,
      { line: [62, 40, 26], strength: 0.9, paper: 0.5 },
    ),
  storybook: (input) =>
    outlined(
      toned(brushed(input, GOUACHE, 0.4), {
        saturation: 1.1,
        contrast: 1,
        gamma: 0.92,
        tint: [255, 236, 205],
        tintShare: 0.1,
      }),
      input,
      { line: [74, 48, 38], strength: 0.55, paper: 0.7 },
    ),
  pencil,
  pastel: (input) =>
    papered(
      toned(brushed(input, CHALK, 0.4), { saturation: 1.08, contrast: 0.96, gamma: 0.94 }),
      input.seed,
      1.5,
    ),
  noir,
  vintage: (input) =>
    vignetted(
      grained(
        toned(mellow(input), {
          saturation: 0.74,
          contrast: 0.92,
          tint: [240, 196, 130],
          tintShare: 0.2,
          floor: 26,
        }),
        input.seed,
        13,
      ),
      0.4,
    ),
  technicolor: (input) =>
    vignetted(
      grained(
        toned(mellow(input), {
          saturation: 1.5,
          contrast: 1.14,
          tint: [230, 150, 90],
          tintShare: 0.06,
        }),
        input.seed,
        7,
      ),
      0.35,
    ),
  mosaic,
  cubist: facetted,
};

/** A film's softness without its faults: strokes hardly seen. */
function mellow(input: FinishInput): Raster {
  return brushed(input, { ...FINE_OIL, relief: 0.1, bristle: 0.25, jitter: 0.06 }, 0.75);
}

/** Black and white of the cinema: deep blacks, slats of light across, grain. */
function noir(input: FinishInput): Raster {
  const { seed } = input;
  const raster = toned(mellow(input), {
    saturation: 0,
    contrast: 1.42,
    gamma: 1.12,
    tint: [168, 166, 160],
    tintShare: 0.5,
  });
  const { data, width, height } = raster;
  const slats = input.isIndoors && seed % 3 !== 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      const beam = ramp(0.5, -0.1, Math.abs(y / height - 0.36 - (x / width - 0.5) * 0.3));
      const line = Math.sin(((y - x * 0.22) / height) * 62);
      const slat = slats
        ? 1 - 0.36 * ramp(-0.2, 0.4, line) * (1 - 0.6 * (input.presence.data[i] as number))
        : 1;
      const light = (0.8 + 0.34 * beam) * slat;
      for (let p = i * 3; p < i * 3 + 3; p += 1) data[p] = byte((data[p] as number) * light);
    }
  }
  return vignetted(grained(raster, seed, 12), 0.9);
}

/** Dots of pure colour: a wet underpainting, then points in two sizes. */
function dotted(input: FinishInput): Raster {
  return brushed(
    input,
    {
      ...base,
      jitter: 1,
      relief: 0.5,
      bristle: 0.2,
      passes: [
        { width: 24, length: 30, spacing: 0.8, threshold: 0, cover: 0.9 },
        { width: 9, length: 5, spacing: 0.72, threshold: 0, cover: 0.9 },
        { width: 5.5, length: 3.5, spacing: 0.85, threshold: 6, cover: 0.9 },
      ],
    },
    0.34,
  );
}
