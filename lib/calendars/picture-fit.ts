import {
  daysInMonth,
  monthPartsOf,
  type PlainDate,
  partsOf,
  plainDate,
  toDayNumber,
} from '@/lib/core/plain-date';
import { cropView } from '@/lib/print/crop-source';
import { effectiveDpi, rateDpi } from '@/lib/print/preflight/picture-rules';
import type { MeasuredPicture, PicturePart } from '@/lib/print/print-input';
import { CENTRED, type Crop } from './document';

/** What a place asks of a picture. */
export type FitSlot = {
  widthMm: number;
  heightMm: number;
  /** 1 to 12; null for the cover, which has no season. */
  month: number | null;
  /** Where a picture is seen whole: not trimmed off, punched or printed over. Fractions of the slot; left out, all of it. */
  free?: PicturePart;
};

export type FitPicture = Pick<MeasuredPicture, 'widthPx' | 'heightPx' | 'faces' | 'focus'> & {
  takenOn: PlainDate | null;
};

/** Weights of what makes a picture unfit. Half of it cut away weighs as much as four to five months off its season. */
const SEASON_COST = 1.5;
const CUT_COST = 2;
const COARSE_COST = { green: 0, fine: 0.05, amber: 0.4, blocked: 1.5 } as const;
const COVER_COST = 3;
/** A face that is cut in half weighs as much as eight months off its season. */
const FACE_COST = 3;
const COVER_SIZE_COST = 0.5;

/** What a picture whose day is not known costs in any month: as much as one three months off. */
const UNDATED_DISTANCE = 0.5;

/** From here on more pixels do not make a cover better: A3 at 300 dpi. */
const COVER_MEGAPIXELS_ENOUGH = 18;

/** How badly a picture suits a place; 0 is perfect. */
export function misfit(slot: FitSlot, picture: FitPicture): number {
  const source = cropView(CENTRED, picture, slot.widthMm / slot.heightMm);
  const shown = source.width * source.height;
  const cost =
    (1 - shown) * CUT_COST +
    COARSE_COST[rateDpi(effectiveDpi(source, picture, slot))] +
    lostFaces(slot, picture, firstCrop(slot, picture)) * FACE_COST;
  if (slot.month === null) {
    const megapixels = (shown * picture.widthPx * picture.heightPx) / 1e6;
    const isSmall = 1 - Math.min(1, megapixels / COVER_MEGAPIXELS_ENOUGH);
    return (cost + isSmall * COVER_SIZE_COST) * COVER_COST;
  }
  return cost + seasonDistance(slot.month, picture.takenOn) * SEASON_COST;
}

/**
 * How far a day is from a month of any year: 0 within it, 1 half a year off. Grows faster the farther away, so that
 * pictures of one month spread to both neighbours before they go any farther.
 */
function seasonDistance(month: number, takenOn: PlainDate | null): number {
  if (takenOn === null) return UNDATED_DISTANCE;
  if (monthPartsOf(takenOn).month === month) return 0;
  const { month: takenMonth, day } = partsOf(takenOn);
  const taken = dayOfLeapYear(takenMonth, day);
  const first = dayOfLeapYear(month, 1);
  const last = dayOfLeapYear(month, daysInMonth(2000, month));
  const days = Math.min(circular(taken - first), circular(taken - last));
  return Math.min(1, (days / (DAYS_OF_YEAR / 2)) ** 1.5 * 1.2);
}

const DAYS_OF_YEAR = 366;

/** Any leap year will do: 29 February has a place in it. */
function dayOfLeapYear(month: number, day: number): number {
  return toDayNumber(plainDate(2000, month, day)) - toDayNumber(plainDate(2000, 1, 1));
}

function circular(days: number): number {
  const distance = Math.abs(days) % DAYS_OF_YEAR;
  return Math.min(distance, DAYS_OF_YEAR - distance);
}

/** How much of what is cut off an upright picture goes below rather than above: faces are in its upper third. */
const UPWARD_SHARE = 0.4;

/** Places along the side that is cut which are tried. */
const TRIED_CROPS = 41;
/** What a lost face costs against a focus that is off by a side of the picture. */
const LOST_FACE_COST = 10;
/** What a picture is about stands a little above the middle. */
const FOCUS_PLACE = { x: 0.5, y: 0.46 };

/**
 * Where a picture is cut when nobody has chosen: so that its faces are whole and free of what lies over them, and what
 * the eye goes to is in the middle of the part that stays free. Without knowing either: in the middle, upright ones a
 * little above it. Never zoomed in.
 */
export function firstCrop(slot: FitSlot, picture: FitPicture): Crop {
  const aspect = slot.widthMm / slot.heightMm;
  const source = cropView(CENTRED, picture, aspect);
  const isAcross = source.width < 1;
  if (!isAcross && source.height >= 1) return CENTRED;
  const focus = picture.focus ?? middleOfFaces(picture.faces ?? []);
  if (focus === null) {
    const isUpright = picture.heightPx > picture.widthPx;
    if (!isUpright || isAcross) return CENTRED;
    return { ...CENTRED, y: rounded(0.5 - ((1 - source.height) / 2) * UPWARD_SHARE) };
  }
  const size = isAcross ? source.width : source.height;
  const crops = Array.from({ length: TRIED_CROPS }, (_, at): Crop => {
    const centre = rounded(size / 2 + ((1 - size) * at) / (TRIED_CROPS - 1));
    return isAcross ? { ...CENTRED, x: centre } : { ...CENTRED, y: centre };
  });
  const cost = (crop: Crop) => {
    const free = freeOf(slot, picture, crop);
    const place = {
      x: free.x + free.width * FOCUS_PLACE.x,
      y: free.y + free.height * FOCUS_PLACE.y,
    };
    const off = isAcross ? Math.abs(focus.x - place.x) : Math.abs(focus.y - place.y);
    return lostFaces(slot, picture, crop) * LOST_FACE_COST + off;
  };
  return crops.reduce((best, crop) => (cost(crop) < cost(best) ? crop : best));
}

/** The free part of the slot as a part of the picture. */
function freeOf(slot: FitSlot, picture: FitPicture, crop: Crop): PicturePart {
  const { source } = cropView(crop, picture, slot.widthMm / slot.heightMm);
  const { x, y, width, height } = slot.free ?? { x: 0, y: 0, width: 1, height: 1 };
  return {
    x: source.x + x * source.width,
    y: source.y + y * source.height,
    width: width * source.width,
    height: height * source.height,
  };
}

/** How much of the faces is not seen, 0 to 1; larger faces count for more. */
function lostFaces(slot: FitSlot, picture: FitPicture, crop: Crop): number {
  const faces = picture.faces ?? [];
  const whole = faces.reduce((sum, face) => sum + face.width * face.height, 0);
  if (whole === 0) return 0;
  const free = freeOf(slot, picture, crop);
  const seen = faces.reduce((sum, face) => {
    const across = overlap(face.x, face.width, free.x, free.width);
    return sum + across * overlap(face.y, face.height, free.y, free.height);
  }, 0);
  return 1 - seen / whole;
}

function overlap(start: number, size: number, otherStart: number, otherSize: number): number {
  return Math.max(0, Math.min(start + size, otherStart + otherSize) - Math.max(start, otherStart));
}

function middleOfFaces(faces: readonly PicturePart[]): { x: number; y: number } | null {
  if (faces.length === 0) return null;
  const sum = faces.reduce(
    (all, face) => ({ x: all.x + face.x + face.width / 2, y: all.y + face.y + face.height / 2 }),
    { x: 0, y: 0 },
  );
  return { x: sum.x / faces.length, y: sum.y / faces.length };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
