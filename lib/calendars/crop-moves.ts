import { cropSource } from '@/lib/print/crop-source';
import {
  type DpiRating,
  effectiveDpi as dpiInBox,
  rateDpi,
} from '@/lib/print/preflight/picture-rules';
import type { MeasuredPicture } from '@/lib/print/print-input';
import type { Crop } from './document';

export const ZOOM_MIN = 1;
export const ZOOM_MAX = 8;

const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max);
// Documents are compared and hashed as text; six digits are a thousandth of a pixel of the largest picture.
const round = (value: number) => Math.round(value * 1e6) / 1e6;

/**
 * The crop with its centre where it really shows. A centre beyond the picture's edge draws the same page, but then the
 * first part of the next move would do nothing.
 */
function settleCrop(crop: Crop, picture: MeasuredPicture, boxAspect: number): Crop {
  const zoom = clamp(crop.zoom, ZOOM_MIN, ZOOM_MAX);
  const source = cropSource({ ...crop, zoom }, picture, boxAspect);
  return {
    x: round(source.x + source.width / 2),
    y: round(source.y + source.height / 2),
    zoom: round(zoom),
  };
}

/**
 * Drags the picture under its frame.
 * @param dx how far to the right, in widths of the slot
 * @param dy how far down, in heights of the slot
 */
export function panCrop(
  crop: Crop,
  picture: MeasuredPicture,
  boxAspect: number,
  dx: number,
  dy: number,
): Crop {
  const source = cropSource(crop, picture, boxAspect);
  const moved = {
    ...crop,
    x: clamp(source.x + source.width / 2 - dx * source.width, 0, 1),
    y: clamp(source.y + source.height / 2 - dy * source.height, 0, 1),
  };
  return settleCrop(moved, picture, boxAspect);
}

/**
 * Zooms about a point that stays where it is on the screen.
 * @param anchor the point in fractions of the slot, (0.5, 0.5) is its middle
 */
export function zoomCrop(
  crop: Crop,
  picture: MeasuredPicture,
  boxAspect: number,
  zoom: number,
  anchor: { x: number; y: number } = { x: 0.5, y: 0.5 },
): Crop {
  const before = cropSource(crop, picture, boxAspect);
  const next = clamp(zoom, ZOOM_MIN, ZOOM_MAX);
  const width = (before.width * crop.zoom) / next;
  const height = (before.height * crop.zoom) / next;
  const moved = {
    zoom: next,
    x: clamp(before.x + anchor.x * before.width + (0.5 - anchor.x) * width, 0, 1),
    y: clamp(before.y + anchor.y * before.height + (0.5 - anchor.y) * height, 0, 1),
  };
  return settleCrop(moved, picture, boxAspect);
}

/** The resolution at which a crop is printed in its slot: preflight's own figure, so that both always say the same. */
export function effectiveDpi(
  crop: Crop,
  picture: MeasuredPicture,
  box: { widthMm: number; heightMm: number },
): number {
  const source = cropSource(crop, picture, box.widthMm / box.heightMm);
  return dpiInBox(source, picture, box);
}

/** What the editor calls preflight's ratings. */
const SHARPNESS = {
  green: 'excellent',
  fine: 'good',
  amber: 'weak',
  blocked: 'blocked',
} as const satisfies Record<DpiRating, string>;

export type Sharpness = (typeof SHARPNESS)[DpiRating];

export function sharpnessOf(dpi: number): Sharpness {
  return SHARPNESS[rateDpi(dpi)];
}
