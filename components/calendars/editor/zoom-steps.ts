/** As large as there is room, or times the size on paper: a CSS millimetre is a millimetre at 96 dpi. */
export type Zoom = 'fit' | number;

export const ZOOM_STEPS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3] as const;

/** Where plus and minus go from the whole page: it has no number of its own. */
const FROM_FIT = { larger: 1, smaller: 0.5 } as const;

/** The next zoom up or down; the last one again at either end. */
export function nextZoom(zoom: Zoom, direction: 1 | -1): number {
  if (zoom === 'fit') return direction > 0 ? FROM_FIT.larger : FROM_FIT.smaller;
  const next =
    direction > 0
      ? ZOOM_STEPS.find((step) => step > zoom)
      : ZOOM_STEPS.findLast((step) => step < zoom);
  return next ?? zoom;
}
