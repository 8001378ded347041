import { randomFrom } from '@/lib/core/random-from';
import { BOLD } from './brush-styles';
import { brushed, type FinishInput } from './brushed';
import { blurRaster, type Raster, ramp } from './raster';
import { byte, papered } from './tones';

/** Pieces of glass or stone between dark joints: cells around scattered points. */
export function mosaic({ picture, presence, seed }: FinishInput): Raster {
  return cells(
    { picture, presence, seed },
    { share: 0.015, keep: 0.5, joint: 0.62, glint: 0.16, shift: 0 },
  );
}

/** Planes that each see the world from a little beside, and catch the light one by one. */
export function facetted({ picture, presence, seed }: FinishInput): Raster {
  const strokes = brushed({ picture, presence, seed }, BOLD, 0.3);
  const planes = cells(
    { picture: strokes, presence, seed },
    { share: 0.13, keep: 0.3, joint: 0.3, glint: 0.5, shift: 0.3 },
  );
  return papered(planes, seed, 0.6);
}

type Cells = {
  /** Width of a piece, as a share of the shorter side. */
  share: number;
  /** How much of the subject shows through. */
  keep: number;
  /** How dark the joints are. */
  joint: number;
  /** How much each piece is lit from its corner. */
  glint: number;
  /** How far beside each piece looks, in its widths; 0 gives it one colour instead. */
  shift: number;
};

function cells(
  { picture, presence, seed }: Omit<FinishInput, 'isIndoors'>,
  { share, keep, joint: jointShade, glint: gloss, shift }: Cells,
): Raster {
  const { width, height } = picture;
  const side = Math.max(3, Math.min(width, height) * share);
  const random = randomFrom(seed ^ 0xce11);
  // One cell more on every side, so that each pixel has eight neighbours.
  const columns = Math.ceil(width / side) + 2;
  const rows = Math.ceil(height / side) + 2;
  const pointX = new Float32Array(columns * rows);
  const pointY = new Float32Array(columns * rows);
  const turnX = new Float32Array(columns * rows);
  const turnY = new Float32Array(columns * rows);
  for (let k = 0; k < pointX.length; k += 1) {
    pointX[k] = ((k % columns) - 1 + 0.12 + 0.76 * random()) * side;
    pointY[k] = (Math.floor(k / columns) - 1 + 0.12 + 0.76 * random()) * side;
    turnX[k] = (random() - 0.5) * 2 * shift * side;
    turnY[k] = (random() - 0.5) * 2 * shift * side;
  }
  const soft = blurRaster(picture, Math.max(1, side * 0.2));
  // Beyond the rim the picture is mirrored.
  const fold = (at: number, size: number) =>
    Math.min(size - 1, Math.abs(size - 1 - Math.abs(size - 1 - Math.round(at))));
  const within = (x: number, y: number) => (fold(y, height) * width + fold(x, width)) * 3;
  const jointFrom = Math.min(side * 0.13, width * 0.003 + 1);
  const out = new Uint8Array(picture.data.length);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / side) + 1;
    for (let x = 0; x < width; x += 1) {
      const column = Math.floor(x / side) + 1;
      let first = Number.POSITIVE_INFINITY;
      let second = Number.POSITIVE_INFINITY;
      let cell = 0;
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          const k = (row + dy) * columns + column + dx;
          const ax = (pointX[k] as number) - x;
          const ay = (pointY[k] as number) - y;
          const away = ax * ax + ay * ay;
          if (away < first) {
            second = first;
            first = away;
            cell = k;
          } else if (away < second) second = away;
        }
      }
      const i = y * width + x;
      const here = presence.data[i] as number;
      const px = pointX[cell] as number;
      const py = pointY[cell] as number;
      // The subject is broken less than the world around it.
      const beside = 1 - 0.72 * here;
      const s =
        shift > 0
          ? within(x + (turnX[cell] as number) * beside, y + (turnY[cell] as number) * beside)
          : within(px, py);
      const from = shift > 0 ? picture : soft;
      const joint = ramp(jointFrom, jointFrom * 0.2, Math.sqrt(second) - Math.sqrt(first));
      const own = keep * here * 0.8;
      const glint = 1 + (((px - x) * 0.5 + (py - y) * 0.5) / side) * gloss * (1 - 0.5 * here);
      for (let c = 0; c < 3; c += 1) {
        const stone =
          (from.data[s + c] as number) * (1 - own) + (picture.data[i * 3 + c] as number) * own;
        out[i * 3 + c] = byte(stone * glint * (1 - joint * jointShade * (1 - own * 0.6)));
      }
    }
  }
  return { data: out, width, height };
}
