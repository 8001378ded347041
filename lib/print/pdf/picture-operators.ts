import type { ImageOperation } from '../operations';
import { type Matrix, pictureMatrix, times } from '../picture-matrix';
import { num } from './numbers';
import { rectOperators } from './path-data';
import type { Orientation } from './prepared-picture';

/** The stored picture, as a unit square with y downwards, turned upright as its EXIF orientation asks. */
const UPRIGHT: Record<Orientation, Matrix> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, 1, 1, 0, 0, 0],
  6: [0, 1, -1, 0, 1, 0],
  7: [0, -1, -1, 0, 1, 1],
  8: [0, -1, 1, 0, 0, 1],
};

/** A PDF picture is a unit square with y upwards. */
const UPWARDS: Matrix = [1, 0, 0, -1, 0, 1];

/** The file holds the operation's source and nothing else. */
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/** Takes the unit square of the picture in the file to where the operation draws it on the page, in millimetres. */
export function placedMatrix(operation: ImageOperation, orientation: Orientation): Matrix {
  const [a, b, c, d, e, f] = times(
    pictureMatrix({ ...operation, source: WHOLE }),
    times(UPRIGHT[orientation], UPWARDS),
  );
  return [a, b, c, d, e + operation.xMm, f + operation.yMm];
}

/** Draws a picture into its box. Turning it by the matrix costs nothing; turning its pixels takes all memory. */
export function pictureOperators(
  resource: string,
  operation: ImageOperation,
  orientation: Orientation,
): string {
  const { xMm, yMm, widthMm, heightMm, radiusMm, straightenDeg } = operation;
  // Without rounding or straightening the picture fills its box exactly, and has nothing to be cut off.
  const isCut = radiusMm > 0 || straightenDeg !== 0;
  return [
    'q',
    ...(isCut ? [rectOperators(xMm, yMm, widthMm, heightMm, radiusMm), 'W n'] : []),
    `${placedMatrix(operation, orientation).map(num).join(' ')} cm`,
    `/${resource} Do`,
    'Q',
  ].join('\n');
}
