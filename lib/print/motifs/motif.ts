/** One colour of a drawing. */
export type MotifLayer = {
  /** Path data, absolute M L C Q Z. */
  d: string;
  /** Counts from the decoration's first colour. */
  ink: number;
  /** Width of the pen in the drawing's own units; null for a filled shape. */
  pen: number | null;
};

/**
 * A drawing of its own size, to be scaled.
 * band: a tile that is repeated along an edge; 1 deep, y grows from the picture towards the text, `length` long.
 * corner: grows from (0, 0) at the corner of the page inwards to about (1, 1).
 * mark: about the origin, 1 wide and high.
 */
export type Motif =
  | { kind: 'band'; length: number; layers: readonly MotifLayer[] }
  | { kind: 'corner'; layers: readonly MotifLayer[] }
  | { kind: 'mark'; layers: readonly MotifLayer[] };

export const filled = (ink: number, ...paths: readonly string[]): MotifLayer => ({
  d: paths.join(''),
  ink,
  pen: null,
});

export const drawn = (ink: number, pen: number, ...paths: readonly string[]): MotifLayer => ({
  d: paths.join(''),
  ink,
  pen,
});

export function rectPath(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}L${x + width} ${y}L${x + width} ${y + height}L${x} ${y + height}Z`;
}

export function polygonPath(points: readonly (readonly [number, number])[]): string {
  return `${points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')}Z`;
}
