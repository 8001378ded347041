import {
  daysInMonth,
  monthPartsOf,
  type PlainDate,
  partsOf,
  plainDate,
  toDayNumber,
} from '@/lib/core/plain-date';
import { cropSource } from '@/lib/print/crop-source';
import { effectiveDpi, rateDpi } from '@/lib/print/preflight/picture-rules';
import { CENTRED, type Crop } from './document';

/** What a place asks of a picture. */
export type FitSlot = {
  widthMm: number;
  heightMm: number;
  /** 1 to 12; null for the cover, which has no season. */
  month: number | null;
};

export type FitPicture = { widthPx: number; heightPx: number; takenOn: PlainDate | null };

/** Weights of what makes a picture unfit. Half of it cut away weighs as much as four to five months off its season. */
const SEASON_COST = 1.5;
const CUT_COST = 2;
const COARSE_COST = { green: 0, fine: 0.05, amber: 0.4, blocked: 1.5 } as const;
const COVER_COST = 3;
const COVER_SIZE_COST = 0.5;

/** What a picture whose day is not known costs in any month: as much as one three months off. */
const UNDATED_DISTANCE = 0.5;

/** From here on more pixels do not make a cover better: A3 at 300 dpi. */
const COVER_MEGAPIXELS_ENOUGH = 18;

/** How badly a picture suits a place; 0 is perfect. */
export function misfit(slot: FitSlot, picture: FitPicture): number {
  const source = cropSource(CENTRED, picture, slot.widthMm / slot.heightMm);
  const shown = source.width * source.height;
  const cost = (1 - shown) * CUT_COST + COARSE_COST[rateDpi(effectiveDpi(source, picture, slot))];
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

/** Where a picture is cut when nobody has chosen: in the middle, upright ones a little above it. */
export function firstCrop(slot: FitSlot, picture: FitPicture): Crop {
  const source = cropSource(CENTRED, picture, slot.widthMm / slot.heightMm);
  const isUpright = picture.heightPx > picture.widthPx;
  if (!isUpright || source.height >= 1) return CENTRED;
  const y = 0.5 - ((1 - source.height) / 2) * UPWARD_SHARE;
  return { ...CENTRED, y: Math.round(y * 1000) / 1000 };
}
