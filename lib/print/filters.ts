import type { FilterId } from '@/lib/calendars/document';

/**
 * A filter as a matrix over gamma-encoded sRGB: each output channel is a row of three weights and an offset, all in
 * units of the full range. Screens apply it by feColorMatrix, the press by the same arithmetic on the pixels.
 */
export type ColourMatrix = readonly [
  readonly [number, number, number, number],
  readonly [number, number, number, number],
  readonly [number, number, number, number],
];

const MATRICES: Record<Exclude<FilterId, 'none'>, ColourMatrix> = {
  // Rec. 709 weights: what the eye takes for brightness.
  'black-white': [
    [0.2126, 0.7152, 0.0722, 0],
    [0.2126, 0.7152, 0.0722, 0],
    [0.2126, 0.7152, 0.0722, 0],
  ],
  warm: [
    [1.06, 0.04, 0, 0.012],
    [0.02, 1.0, 0, 0.004],
    [0, 0.02, 0.86, 0],
  ],
  cool: [
    [0.88, 0.02, 0, 0],
    [0, 0.98, 0.02, 0.004],
    [0, 0.05, 1.05, 0.014],
  ],
  faded: [
    [0.76, 0.05, 0.03, 0.11],
    [0.04, 0.77, 0.03, 0.1],
    [0.04, 0.06, 0.72, 0.1],
  ],
};

/** The filter's matrix; null for the picture as it is. */
export function filterMatrix(filter: FilterId): ColourMatrix | null {
  return filter === 'none' ? null : MATRICES[filter];
}
