import type { LayoutId } from '@/lib/calendars/document';
import type { PrintFormat } from './formats';
import type { Box } from './operations';

/** Part of a page in fractions of the trimmed sides. A picture's edge at 0 or 1 runs on into the bleed. */
export type Area = { left: number; top: number; right: number; bottom: number };

/** Where things stand on a month page of one shape of paper. Lengths without a unit are fractions. */
export type PageLayout = {
  slots: readonly Area[];
  /** White space between neighbouring pictures. */
  gutterMm: number;
  /** Where month, grid and notes go. */
  content: Area;
  /** A translucent band under the content; null where the content stands on paper. */
  band: { radiusMm: number } | null;
  /** From the content's (or the band's) edge to the text. */
  marginMm: { x: number; top: number; bottom: number };
  /** Month and year over the grid, or in a column of their own beside it. */
  heading: { place: 'above' | 'beside'; share: number };
  /** Where the caption stands within the content. */
  caption: 'top' | 'foot';
};

/** Layouts are drawn once for each shape of paper, so a new format needs no new layout. */
export type PaperShape = 'portrait' | 'landscape' | 'square';

const UPPER_HALF: Area = { left: 0, top: 0, right: 1, bottom: 0.5 };
const LOWER_HALF: Area = { left: 0, top: 0.5, right: 1, bottom: 1 };
const WHOLE: Area = { left: 0, top: 0, right: 1, bottom: 1 };

const PORTRAIT_ON_PAPER = {
  gutterMm: 1.6,
  band: null,
  content: LOWER_HALF,
  marginMm: { x: 15, top: 9, bottom: 11 },
  heading: { place: 'above', share: 0.2 },
  caption: 'top',
} as const;

const SQUARE_ON_PAPER = {
  gutterMm: 1.6,
  band: null,
  content: { left: 0, top: 0.49, right: 1, bottom: 1 },
  marginMm: { x: 13, top: 6, bottom: 9 },
  heading: { place: 'above', share: 0.185 },
  caption: 'top',
} as const;

const LANDSCAPE_ON_PAPER = {
  gutterMm: 1.6,
  band: null,
  content: { left: 0.45, top: 0, right: 1, bottom: 1 },
  marginMm: { x: 9.5, top: 14, bottom: 9 },
  heading: { place: 'above', share: 0.16 },
  caption: 'foot',
} as const;

const LAYOUTS: Record<LayoutId, Record<PaperShape, PageLayout>> = {
  'photo-above': {
    portrait: { ...PORTRAIT_ON_PAPER, slots: [UPPER_HALF] },
    square: { ...SQUARE_ON_PAPER, slots: [{ ...WHOLE, bottom: 0.49 }] },
    landscape: { ...LANDSCAPE_ON_PAPER, slots: [{ ...WHOLE, right: 0.45 }] },
  },
  'photo-full': {
    portrait: {
      slots: [WHOLE],
      gutterMm: 0,
      content: { left: 0.04, top: 0.575, right: 0.96, bottom: 0.972 },
      band: { radiusMm: 1.5 },
      marginMm: { x: 9, top: 7.5, bottom: 6 },
      heading: { place: 'above', share: 0.18 },
      caption: 'foot',
    },
    square: {
      slots: [WHOLE],
      gutterMm: 0,
      content: { left: 0.035, top: 0.525, right: 0.965, bottom: 0.965 },
      band: { radiusMm: 1.5 },
      marginMm: { x: 8, top: 5.5, bottom: 4.5 },
      heading: { place: 'above', share: 0.175 },
      caption: 'foot',
    },
    landscape: {
      slots: [WHOLE],
      gutterMm: 0,
      content: { left: 0.032, top: 0.47, right: 0.968, bottom: 0.956 },
      band: { radiusMm: 1.5 },
      marginMm: { x: 8, top: 5.5, bottom: 4 },
      heading: { place: 'beside', share: 0.24 },
      caption: 'foot',
    },
  },
  'two-photos': {
    portrait: {
      ...PORTRAIT_ON_PAPER,
      slots: [
        { left: 0, top: 0, right: 0.6, bottom: 0.5 },
        { left: 0.6, top: 0, right: 1, bottom: 0.5 },
      ],
    },
    square: {
      ...SQUARE_ON_PAPER,
      slots: [
        { left: 0, top: 0, right: 0.6, bottom: 0.49 },
        { left: 0.6, top: 0, right: 1, bottom: 0.49 },
      ],
    },
    landscape: {
      ...LANDSCAPE_ON_PAPER,
      slots: [
        { left: 0, top: 0, right: 0.45, bottom: 0.5 },
        { left: 0, top: 0.5, right: 0.45, bottom: 1 },
      ],
    },
  },
};

/** Sides within an eighth of each other count as square. */
export function paperShapeOf(format: PrintFormat): PaperShape {
  const ratio = format.trim.widthMm / format.trim.heightMm;
  return ratio > 1.125 ? 'landscape' : ratio < 0.889 ? 'portrait' : 'square';
}

export function pageLayoutOf(id: LayoutId, format: PrintFormat): PageLayout {
  return LAYOUTS[id][paperShapeOf(format)];
}

export function areaBox(area: Area, format: PrintFormat): Box {
  const { widthMm, heightMm } = format.trim;
  return {
    xMm: area.left * widthMm,
    yMm: area.top * heightMm,
    widthMm: (area.right - area.left) * widthMm,
    heightMm: (area.bottom - area.top) * heightMm,
  };
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
