import type { LayoutId } from '@/lib/calendars/document';
import { type PrintFormat, safeBoxOf } from './formats';
import { DAYS_LAYOUTS } from './layouts/days-layouts';
import { MANY_PHOTOS_LAYOUTS } from './layouts/many-photos-layouts';
import { ONE_PHOTO_LAYOUTS } from './layouts/one-photo-layouts';
import type { Box } from './operations';
import { inset, intersection } from './sheet';

/** Part of a page in fractions of the trimmed sides. A picture's edge at 0 or 1 runs on into the bleed. */
export type Area = { left: number; top: number; right: number; bottom: number };

/** How the days of a month are set. */
export type DaysStyle =
  /** Rows of seven days under the names of the week days. */
  | 'grid'
  /** Each week a band of its own, with the week day in every day and room to write. */
  | 'weeks'
  /** The days are windows onto the page's picture. */
  | 'windows'
  /** A row for each day, a column for each person. */
  | 'planner';

/** Where things stand on a month page of one shape of paper. Lengths without a unit are fractions. */
export type PageLayout = {
  slots: readonly Area[];
  /** White space between neighbouring pictures. */
  gutterMm: number;
  /** Where month, grid and notes go. */
  content: Area;
  /** A translucent band under the content; null where the content stands on paper. */
  band: { radiusMm: number } | null;
  /** From the content's (or the band's) edge to the text, on paper of A4 and larger; less on smaller paper. */
  marginMm: { x: number; top: number; bottom: number };
  /** Month and year over the grid, or in a column of their own beside it. */
  heading: { place: 'above' | 'beside'; share: number };
  /** Where the caption stands within the content. */
  caption: 'top' | 'foot';
  days: DaysStyle;
  /** Height of the day numbers, relative to what a grid proposes. */
  numeralScale: number;
};

/** Layouts are drawn once for each shape of paper, so a new format needs no new layout. */
export type PaperShape = 'portrait' | 'landscape' | 'square';

export type ShapedLayout = Record<PaperShape, PageLayout>;

const LAYOUTS: Record<LayoutId, ShapedLayout> = {
  ...ONE_PHOTO_LAYOUTS,
  ...MANY_PHOTOS_LAYOUTS,
  ...DAYS_LAYOUTS,
};

/** Sides within an eighth of each other count as square. */
export function paperShapeOf(format: Pick<PrintFormat, 'trim'>): PaperShape {
  const ratio = format.trim.widthMm / format.trim.heightMm;
  return ratio > 1.125 ? 'landscape' : ratio < 0.889 ? 'portrait' : 'square';
}

export function pageLayoutOf(id: LayoutId, format: PrintFormat): PageLayout {
  return LAYOUTS[id][paperShapeOf(format)];
}

/** The side of a square as large as A4: on smaller paper margins shrink with it. */
const FULL_MARGINS_FROM_MM = 249;

/** 1 on paper of A4 and larger; margins, gaps and other lengths of the design shrink by it on smaller paper. */
export function paperScaleOf({ trim }: Pick<PrintFormat, 'trim'>): number {
  return Math.min(1, Math.sqrt(trim.widthMm * trim.heightMm) / FULL_MARGINS_FROM_MM);
}

export function areaBox(area: Area, format: Pick<PrintFormat, 'trim'>): Box {
  const { widthMm, heightMm } = format.trim;
  return {
    xMm: area.left * widthMm,
    yMm: area.top * heightMm,
    widthMm: (area.right - area.left) * widthMm,
    heightMm: (area.bottom - area.top) * heightMm,
  };
}

/** Where the texts of a month page stand: the content inside its margins and the safe area. */
export function contentBoxOf(layout: PageLayout, format: PrintFormat): Box {
  const scale = paperScaleOf(format);
  const { x, top, bottom } = layout.marginMm;
  const area = areaBox(layout.content, format);
  return intersection(
    inset(area, { left: x * scale, right: x * scale, top: top * scale, bottom: bottom * scale }),
    safeBoxOf(format),
  );
}

/** The boxes of a layout's pictures, in the order of the slots, bleed included. */
export function slotBoxesIn(
  { slots, gutterMm }: Pick<PageLayout, 'slots' | 'gutterMm'>,
  format: PrintFormat,
): Box[] {
  return slots.map((area) => slotBox(area, format, slots, gutterMm));
}

/** A picture's box: into the bleed at the paper's edges, half a gutter back where another picture begins. */
export function slotBox(
  area: Area,
  format: PrintFormat,
  neighbours: readonly Area[],
  gutterMm: number,
): Box {
  const { widthMm, heightMm } = format.trim;
  const half = gutterMm / 2;
  const touches = (edge: keyof Area, opposite: keyof Area) =>
    neighbours.some((other) => other !== area && other[opposite] === area[edge]) ? half : 0;
  const leftMm = area.left === 0 ? -format.bleedMm : area.left * widthMm + touches('left', 'right');
  const topMm = area.top === 0 ? -format.bleedMm : area.top * heightMm + touches('top', 'bottom');
  const rightMm =
    area.right === 1 ? widthMm + format.bleedMm : area.right * widthMm - touches('right', 'left');
  const bottomMm =
    area.bottom === 1
      ? heightMm + format.bleedMm
      : area.bottom * heightMm - touches('bottom', 'top');
  return { xMm: leftMm, yMm: topMm, widthMm: rightMm - leftMm, heightMm: bottomMm - topMm };
}
