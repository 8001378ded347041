import type { FontBook } from './font-book';
import type { Page, TextOperation } from './operations';
import { fittingScale, scaled } from './type-sizes';
import { rounded, type TextStyle, typesetterOf } from './typesetter';

/** A line across the page, turned about its left end on the baseline. */
export type WatermarkMark = TextOperation & {
  /** Degrees, clockwise positive as in SVG; negative climbs to the right. */
  angleDeg: number;
  opacity: number;
};

const ANGLE_DEG = -30;
/** Where the middle of each line stands, as shares of the page's height; on broad pages also of its width. */
const ROWS = [0.22, 0.5, 0.78];
const COLUMNS = { broad: [0.27, 0.73], other: [0.5] } as const;
/** Broader than this, one column would leave the sides unmarked. */
const BROAD_RATIO = 1.2;

/** Grey on light pages; beside it white, which alone can be seen on a dark photo. */
const INKS = [
  { colour: '#ffffff', opacity: 0.28, shiftMm: 0.5 },
  { colour: '#808080', opacity: 0.3, shiftMm: 0 },
] as const;

/** Writes a word across a proof several times, large and faint, so that it cannot be cut away but hides no date. */
export function layoutWatermark(page: Page, text: string, fonts: FontBook): WatermarkMark[] {
  const typesetter = typesetterOf(fonts, 'en');
  const { widthMm, heightMm } = page.trim;
  const radians = (ANGLE_DEG * Math.PI) / 180;
  const base: TextStyle = {
    font: 'noto-sans/600',
    sizePt: Math.min(widthMm, heightMm) * 0.32,
    colour: '#808080',
    letterSpacingPt: 2,
  };
  const isBroad = widthMm > heightMm * BROAD_RATIO;
  const columns = isBroad ? COLUMNS.broad : COLUMNS.other;
  const roomMm = Math.min((widthMm / columns.length) * 0.86, heightMm * 0.75);
  const style = scaled(base, fittingScale(typesetter.widthMm(text, base), roomMm));
  const lengthMm = typesetter.widthMm(text, style);
  const runs = typesetter.line(text, style, { xMm: 0, yMm: 0, role: 'watermark' });
  const places = columns.flatMap((column) => ROWS.map((row) => ({ column, row })));
  return places.flatMap(({ column, row }) =>
    INKS.flatMap(({ colour, opacity, shiftMm }) => {
      const startXMm = widthMm * column - (Math.cos(radians) * lengthMm) / 2 + shiftMm;
      const startYMm = heightMm * row - (Math.sin(radians) * lengthMm) / 2 + shiftMm;
      return runs.map((run) => ({
        ...run,
        colour,
        xMm: rounded(startXMm + Math.cos(radians) * run.xMm),
        yMm: rounded(startYMm + Math.sin(radians) * run.xMm),
        angleDeg: ANGLE_DEG,
        opacity,
      }));
    }),
  );
}
