import { cropView, turnedSize } from '@/lib/print/crop-source';
import {
  type DpiRating,
  effectiveDpi as dpiInBox,
  rateDpi,
} from '@/lib/print/preflight/picture-rules';
import type { MeasuredPicture } from '@/lib/print/print-input';
import { type Crop, STRAIGHTEN_MAX_DEG } from './document';

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
  const { centre } = cropView({ ...crop, zoom }, picture, boxAspect);
  return { ...crop, x: round(centre.x), y: round(centre.y), zoom: round(zoom) };
}

/** A step on the paper as a step on the straightened picture, in fractions of the visible part's sides. */
function turnedBack(
  crop: Crop,
  boxAspect: number,
  dx: number,
  dy: number,
): { x: number; y: number } {
  const angle = (-crop.straightenDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const across = dx * boxAspect;
  return { x: (across * cos - dy * sin) / boxAspect, y: across * sin + dy * cos };
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
  const view = cropView(crop, picture, boxAspect);
  const step = turnedBack(crop, boxAspect, dx, dy);
  const moved = {
    ...crop,
    x: clamp(view.centre.x - step.x * view.width, 0, 1),
    y: clamp(view.centre.y - step.y * view.height, 0, 1),
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
  const before = cropView(crop, picture, boxAspect);
  const next = clamp(zoom, ZOOM_MIN, ZOOM_MAX);
  const shrunk = 1 - crop.zoom / next;
  const towards = turnedBack(crop, boxAspect, anchor.x - 0.5, anchor.y - 0.5);
  const moved = {
    ...crop,
    zoom: next,
    x: clamp(before.centre.x + towards.x * before.width * shrunk, 0, 1),
    y: clamp(before.centre.y + towards.y * before.height * shrunk, 0, 1),
  };
  return settleCrop(moved, picture, boxAspect);
}

/**
 * Turns the picture by a quarter, clockwise; what was in the middle stays there as far as the turned picture allows.
 * The centre is kept even where it cannot show, so that four turns are none.
 */
export function turnCrop(crop: Crop): Crop {
  // Mirroring comes after turning, so a mirrored picture turns the other way round in its own terms.
  const steps = crop.isMirrored ? 3 : 1;
  const quarterTurns = ((crop.quarterTurns + steps) % 4) as Crop['quarterTurns'];
  return { ...crop, quarterTurns, x: round(1 - crop.y), y: crop.x };
}

/** Mirrors the picture left to right as it is seen. */
export function mirrorCrop(crop: Crop): Crop {
  return {
    ...crop,
    isMirrored: !crop.isMirrored,
    x: round(1 - crop.x),
    straightenDeg: crop.straightenDeg === 0 ? 0 : -crop.straightenDeg,
  };
}

/**
 * Turns the picture a little about the middle of its frame, and no farther than STRAIGHTEN_MAX_DEG either way.
 * @param degrees clockwise
 */
export function straightenCrop(crop: Crop, degrees: number): Crop {
  const straightenDeg = round(clamp(degrees, -STRAIGHTEN_MAX_DEG, STRAIGHTEN_MAX_DEG));
  return { ...crop, straightenDeg: straightenDeg === 0 ? 0 : straightenDeg };
}

/** The resolution at which a crop is printed in its slot: preflight's own figure, so that both always say the same. */
export function effectiveDpi(
  crop: Crop,
  picture: MeasuredPicture,
  box: { widthMm: number; heightMm: number },
): number {
  const view = cropView(crop, picture, box.widthMm / box.heightMm);
  return dpiInBox(view, turnedSize(crop, picture), box);
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
