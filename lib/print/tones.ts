import { greyOf } from './contrast';
import { filterMatrix } from './filters';
import type { Box, Colour, ImageOperation } from './operations';
import { pictureMatrix } from './picture-matrix';
import { type MeasuredPicture, TONES_SIDE } from './print-input';

/** The darkest and the lightest that may lie under a box. */
export type ToneRange = { darkest: Colour; lightest: Colour };

/** Anything may lie there: what is assumed of a picture whose tones were not measured. */
export const ANY_TONES: ToneRange = { darkest: '#000000', lightest: '#ffffff' };

/** Points of the box at which the picture's tones are looked up, across and down. */
const SAMPLES = { across: 24, down: 16 };

/**
 * A measured tone is the mean of a patch; within it there are darker and lighter spots. So much of the way to black and
 * to white is added for them: with it all but one in a thousand of the texts on 13 photographs keep their contrast at
 * every half millimetre of their ground, and none falls short by more than a tenth.
 */
const SPOTS = { darker: 0.7, lighter: 0.55 };

/** How dark and how light a picture is under a box of the page. */
export function tonesUnder(
  operation: ImageOperation,
  picture: MeasuredPicture,
  box: Box,
): ToneRange {
  const { tones } = picture;
  if (tones?.length !== TONES_SIDE * TONES_SIDE) return ANY_TONES;
  const [a, b, c, d, e, f] = pictureMatrix(operation);
  const determinant = a * d - b * c;
  let darkest = 1;
  let lightest = 0;
  for (let row = 0; row < SAMPLES.down; row += 1) {
    for (let column = 0; column < SAMPLES.across; column += 1) {
      const xMm = box.xMm + ((column + 0.5) / SAMPLES.across) * box.widthMm - operation.xMm - e;
      const yMm = box.yMm + ((row + 0.5) / SAMPLES.down) * box.heightMm - operation.yMm - f;
      const x = (d * xMm - c * yMm) / determinant;
      const y = (a * yMm - b * xMm) / determinant;
      const tone = tones[cellOf(y) * TONES_SIDE + cellOf(x)] ?? 0.5;
      darkest = Math.min(darkest, tone);
      lightest = Math.max(lightest, tone);
    }
  }
  return {
    darkest: filtered(greyOf(darkest * (1 - SPOTS.darker)), operation),
    lightest: filtered(greyOf(lightest + (1 - lightest) * SPOTS.lighter), operation),
  };
}

/** What lies under a box that has one colour. */
export function flatTone(colour: Colour): ToneRange {
  return { darkest: colour, lightest: colour };
}

function cellOf(share: number): number {
  return Math.min(TONES_SIDE - 1, Math.max(0, Math.floor(share * TONES_SIDE)));
}

/** A grey as the picture's filter shows it. */
function filtered(grey: Colour, { filter }: Pick<ImageOperation, 'filter'>): Colour {
  const matrix = filterMatrix(filter);
  if (!matrix) return grey;
  const value = Number.parseInt(grey.slice(1, 3), 16) / 255;
  const hex = matrix.map(([red, green, blue, offset]) => {
    const channel = Math.min(1, Math.max(0, (red + green + blue) * value + offset));
    return Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${hex.join('')}`;
}
