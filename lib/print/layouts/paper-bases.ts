import type { Area, PageLayout } from '../page-layout';

/** What month pages of one shape of paper have in common when their days stand on bare paper. */
type Base = Omit<PageLayout, 'slots' | 'content'>;

const SHARED = {
  gutterMm: 1.6,
  band: null,
  caption: 'top',
  days: 'grid',
  numeralScale: 1,
} as const;

/** Under or over pictures that are as wide as the page. */
export const PORTRAIT: Base = {
  ...SHARED,
  marginMm: { x: 15, top: 9, bottom: 11 },
  heading: { place: 'above', share: 0.2 },
};

export const SQUARE: Base = {
  ...SHARED,
  marginMm: { x: 13, top: 6, bottom: 9 },
  heading: { place: 'above', share: 0.185 },
};

/** Beside pictures that are as high as the page. */
export const LANDSCAPE: Base = {
  ...SHARED,
  marginMm: { x: 9.5, top: 14, bottom: 9 },
  heading: { place: 'above', share: 0.16 },
  caption: 'foot',
};

/** Under or over pictures on wide, low paper: the heading moves beside the days. */
export const LANDSCAPE_LOW: Base = {
  ...SHARED,
  marginMm: { x: 11, top: 7, bottom: 7 },
  heading: { place: 'beside', share: 0.235 },
  caption: 'foot',
};

export const WHOLE: Area = { left: 0, top: 0, right: 1, bottom: 1 };
export const upTo = (bottom: number): Area => ({ ...WHOLE, bottom });
export const downFrom = (top: number): Area => ({ ...WHOLE, top });
export const leftOf = (right: number): Area => ({ ...WHOLE, right });
export const rightFrom = (left: number): Area => ({ ...WHOLE, left });

export const area = (left: number, top: number, right: number, bottom: number): Area => ({
  left,
  top,
  right,
  bottom,
});
