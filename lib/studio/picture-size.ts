import { composeDocument } from '@/lib/calendars/compose-document';
import { COVER_PAGE, type FormatId, type LayoutId } from '@/lib/calendars/document';
import { isPoster } from '@/lib/calendars/page-plan';
import { yearMonth } from '@/lib/core/plain-date';
import { SIDE_MIN_PX } from '@/lib/pictures/limits';
import { slotBoxesOf } from '@/lib/print/slot-boxes';
import type { PictureModelSettings } from './base-model-settings';

/** Layouts whose months are one picture each: what a set of twelve is painted for. */
export const PICTURE_LAYOUT_IDS = [
  'photo-above',
  'photo-below',
  'photo-left',
  'photo-full',
] as const satisfies readonly LayoutId[];
export type PictureLayoutId = (typeof PICTURE_LAYOUT_IDS)[number];

/**
 * Width by height of the place that a picture fills on paper, bleed included: of a month's page, on a poster of its
 * one sheet. A layout without pictures counts as photo-full.
 */
export function slotAspect(formatId: FormatId, layoutId: LayoutId): number {
  const document = composeDocument({
    title: '',
    formatId,
    from: yearMonth(2027, 1),
    monthCount: 1,
    language: 'en',
    firstWeekday: 1,
    holidaySets: [],
    themeId: 'atelier',
    layoutId,
  });
  const page = isPoster(formatId) ? COVER_PAGE : 0;
  const [box] = slotBoxesOf(document, page, []);
  if (box) return box.widthMm / box.heightMm;
  return layoutId === 'photo-full' ? 1 : slotAspect(formatId, 'photo-full');
}

type Limits = Pick<PictureModelSettings, 'sideMaxPx' | 'areaMaxPx' | 'sideMultiple'>;

/**
 * The largest size of that shape which the model paints well. Sides are multiples of `sideMultiple`, so the shape is
 * met to within one of them; no side is shorter than a picture of ours may be.
 */
export function sizeForAspect(
  aspect: number,
  { sideMaxPx, areaMaxPx, sideMultiple }: Limits,
): { widthPx: number; heightPx: number } {
  const down = (px: number) =>
    Math.max(SIDE_MIN_PX, Math.floor(px / sideMultiple + 1e-9) * sideMultiple);
  const near = (px: number) =>
    Math.min(sideMaxPx, Math.max(SIDE_MIN_PX, Math.round(px / sideMultiple) * sideMultiple));
  const long = down(Math.min(sideMaxPx, Math.sqrt(areaMaxPx * Math.max(aspect, 1 / aspect))));
  const exact = near(long / Math.max(aspect, 1 / aspect));
  // Rounding up the short side may pass the area by a sliver.
  const short = exact * long > areaMaxPx ? down(areaMaxPx / long) : exact;
  return aspect >= 1 ? { widthPx: long, heightPx: short } : { widthPx: short, heightPx: long };
}

/** The size to paint for a slot of a format and layout. */
export function pictureSize(
  target: { formatId: FormatId; layoutId: LayoutId },
  limits: Limits,
): { widthPx: number; heightPx: number } {
  return sizeForAspect(slotAspect(target.formatId, target.layoutId), limits);
}
