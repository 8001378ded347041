import type { LayoutId } from '@/lib/calendars/document';
import type { Area } from '../page-layout';
import { area, downFrom, leftOf, rightFrom, upTo, WHOLE } from './paper-bases';

/** Where things stand on a sheet with the whole year. */
export type PosterPlan = {
  slots: readonly Area[];
  gutterMm: number;
  /** Title, then months. */
  content: Area;
  /** A translucent band under the content. */
  hasBand: boolean;
  /** From the content's edge to the text, in shares of the paper's shorter side. */
  margin: { x: number; top: number; bottom: number };
  /** The part of the content's height that the title takes. */
  titleShare: number;
};

const BELOW = {
  gutterMm: 2,
  hasBand: false,
  margin: { x: 0.055, top: 0.03, bottom: 0.035 },
  titleShare: 0.13,
} as const;

const below = (slots: readonly Area[], bottom: number): PosterPlan => ({
  ...BELOW,
  slots,
  content: downFrom(bottom),
});

const PHOTO_BOTTOM = 0.38;
const ONE_ABOVE = below([upTo(PHOTO_BOTTOM)], PHOTO_BOTTOM);

const FULL: PosterPlan = {
  ...BELOW,
  slots: [WHOLE],
  gutterMm: 0,
  content: area(0.045, 0.4, 0.955, 0.968),
  hasBand: true,
  margin: { x: 0.035, top: 0.025, bottom: 0.025 },
};

const QUILT_BOTTOM = 0.42;
const STRIP_BOTTOM = 0.24;

export const POSTER_PLANS: Record<LayoutId, PosterPlan> = {
  'photo-above': ONE_ABOVE,
  'family-planner': ONE_ABOVE,
  'week-rows': ONE_ABOVE,
  'photo-below': {
    ...BELOW,
    slots: [downFrom(1 - PHOTO_BOTTOM)],
    content: upTo(1 - PHOTO_BOTTOM),
    margin: { x: 0.055, top: 0.045, bottom: 0.02 },
  },
  'photo-left': {
    ...BELOW,
    slots: [leftOf(0.36)],
    content: rightFrom(0.36),
    margin: { x: 0.045, top: 0.06, bottom: 0.05 },
    titleShare: 0.095,
  },
  'photo-full': FULL,
  'photo-days': FULL,
  'two-photos': below([area(0, 0, 0.6, PHOTO_BOTTOM), area(0.6, 0, 1, PHOTO_BOTTOM)], PHOTO_BOTTOM),
  'three-photos': below(
    [
      area(0, 0, 0.62, PHOTO_BOTTOM),
      area(0.62, 0, 1, PHOTO_BOTTOM / 2),
      area(0.62, PHOTO_BOTTOM / 2, 1, PHOTO_BOTTOM),
    ],
    PHOTO_BOTTOM,
  ),
  'six-photos': below(
    [
      area(0, 0, 0.5, QUILT_BOTTOM / 2),
      area(0.5, 0, 0.75, QUILT_BOTTOM / 2),
      area(0.75, 0, 1, QUILT_BOTTOM / 2),
      area(0, QUILT_BOTTOM / 2, 0.25, QUILT_BOTTOM),
      area(0.25, QUILT_BOTTOM / 2, 0.5, QUILT_BOTTOM),
      area(0.5, QUILT_BOTTOM / 2, 1, QUILT_BOTTOM),
    ],
    QUILT_BOTTOM,
  ),
  'photo-strip': below(
    [0, 0.25, 0.5, 0.75].map((left) => area(left, 0, left + 0.25, STRIP_BOTTOM)),
    STRIP_BOTTOM,
  ),
  'type-only': {
    ...BELOW,
    slots: [],
    content: WHOLE,
    margin: { x: 0.075, top: 0.075, bottom: 0.06 },
    titleShare: 0.14,
  },
};
