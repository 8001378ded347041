/** Safe for the browser: the upload area and the server refuse by the same numbers. */

const MEGABYTE = 1024 * 1024;

/** Of one received file. */
export const UPLOAD_MAX_BYTES = 50 * MEGABYTE;
export const UPLOAD_MAX_MEGABYTES = 50;

/** Width times height. A 100 MP camera fits; the largest calendar page needs 18 MP at 300 dpi. */
export const AREA_MAX_MEGAPIXELS = 100;
export const AREA_MAX_PX = AREA_MAX_MEGAPIXELS * 1_000_000;

/** Longest side: what the area and the ratio allow together, rounded up. */
export const SIDE_MAX_PX = 32_000;

/** Shortest side: below it even a small slot of a page prints under 100 dpi. */
export const SIDE_MIN_PX = 400;

/** Long side to short side. A picture of 1 x 40 000 000 pixels passes any limit on area alone. */
export const RATIO_MAX = 10;

/** Per owner. */
export const LIBRARY_MAX_PICTURES = 2_000;
export const LIBRARY_MAX_BYTES = 20 * 1024 * MEGABYTE;

/** Longest side of what screens get. */
export const THUMB_SIDE_PX = 400;
export const SCREEN_SIDE_PX = 1_600;

export const RENDITIONS = ['thumb', 'screen'] as const;
export type Rendition = (typeof RENDITIONS)[number];
