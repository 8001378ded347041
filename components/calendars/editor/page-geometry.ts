import type { CSSProperties } from 'react';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import type { Box } from '@/lib/print/operations';

/** The part of a page that the screen shows, in millimetres of the page. */
export function shownBoxOf(page: Pick<RenderedPage, 'trim' | 'bleedMm'>, showsBleed: boolean): Box {
  const bleedMm = showsBleed ? page.bleedMm : 0;
  return {
    xMm: -bleedMm,
    yMm: -bleedMm,
    widthMm: page.trim.widthMm + 2 * bleedMm,
    heightMm: page.trim.heightMm + 2 * bleedMm,
  };
}

type Rect = { left: number; top: number; width: number; height: number };

/** Where the whole box lies on the screen, with what the page cuts off, from where `overBox` put its visible part. */
export function wholeRect(visible: Rect, box: Box, shown: Box): Rect {
  const left = Math.max(box.xMm, shown.xMm);
  const top = Math.max(box.yMm, shown.yMm);
  const right = Math.min(box.xMm + box.widthMm, shown.xMm + shown.widthMm);
  const bottom = Math.min(box.yMm + box.heightMm, shown.yMm + shown.heightMm);
  const pxPerMmX = visible.width / (right - left);
  const pxPerMmY = visible.height / (bottom - top);
  return {
    left: visible.left - (left - box.xMm) * pxPerMmX,
    top: visible.top - (top - box.yMm) * pxPerMmY,
    width: box.widthMm * pxPerMmX,
    height: box.heightMm * pxPerMmY,
  };
}

/** Places an element over a box of the page, cut off where the page is. */
export function overBox(box: Box, shown: Box): CSSProperties {
  const left = Math.max(box.xMm, shown.xMm);
  const top = Math.max(box.yMm, shown.yMm);
  const right = Math.min(box.xMm + box.widthMm, shown.xMm + shown.widthMm);
  const bottom = Math.min(box.yMm + box.heightMm, shown.yMm + shown.heightMm);
  const percent = (value: number, of: number) => `${((value / of) * 100).toFixed(4)}%`;
  return {
    position: 'absolute',
    left: percent(left - shown.xMm, shown.widthMm),
    top: percent(top - shown.yMm, shown.heightMm),
    width: percent(right - left, shown.widthMm),
    height: percent(bottom - top, shown.heightMm),
  };
}
