import type { ImageOperation } from './operations';

/** x' = a·x + c·y + e and y' = b·x + d·y + f, as SVG and PDF write it. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** The unit square turned clockwise about its middle. */
const QUARTER_TURNS: Record<ImageOperation['quarterTurns'], Matrix> = {
  0: [1, 0, 0, 1, 0, 0],
  1: [0, 1, -1, 0, 1, 0],
  2: [-1, 0, 0, -1, 1, 1],
  3: [0, -1, 1, 0, 0, 1],
};

const MIRRORED: Matrix = [-1, 0, 0, 1, 1, 0];

/**
 * Takes the whole upright picture, as a unit square with y downwards, to where the operation draws it, in millimetres
 * from the box's upper left corner. Whatever then lies outside the box is to be cut off.
 */
export function pictureMatrix(operation: Omit<ImageOperation, 'kind' | 'slotIndex'>): Matrix {
  const { widthMm, heightMm, source, spread, straightenDeg } = operation;
  const turned = QUARTER_TURNS[operation.quarterTurns];
  const laid = operation.isMirrored ? times(MIRRORED, turned) : turned;
  const [across, down] = [
    (widthMm * spread.x) / source.width,
    (heightMm * spread.y) / source.height,
  ];
  const centreX = source.x + source.width / 2;
  const centreY = source.y + source.height / 2;
  const scaled = times([across, 0, 0, down, -centreX * across, -centreY * down], laid);
  const angle = (straightenDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return times([cos, sin, -sin, cos, widthMm / 2, heightMm / 2], scaled);
}

/** Pictures are drawn a thousand units wide and high, so that their matrix needs no tiny numbers. */
export const SVG_PICTURE_SIDE = 1000;

/** The same as the `transform` of an SVG image of SVG_PICTURE_SIDE. */
export function svgPictureTransform(operation: Omit<ImageOperation, 'kind' | 'slotIndex'>): string {
  const [a, b, c, d, e, f] = pictureMatrix(operation);
  const scaled = [a, b, c, d].map((value) => Number((value / SVG_PICTURE_SIDE).toFixed(7)));
  return `matrix(${[...scaled, ...[e, f].map((value) => Number(value.toFixed(4)))].join(' ')})`;
}
