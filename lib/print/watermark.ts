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
/** Where the middle of each line stands, as shares of the page's height. */
const ROWS = [0.22, 0.5, 0.78];

/**
 * Writes a word across a proof three times, large and faint, so that it cannot be cut away but hides no date.
 * Grey shows on light and on dark pages alike.
 */
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
  const roomMm = Math.min(widthMm * 0.86, heightMm * 0.75);
  const style = scaled(base, fittingScale(typesetter.widthMm(text, base), roomMm));
  const lengthMm = typesetter.widthMm(text, style);
  return ROWS.flatMap((share) => {
    const middleYMm = heightMm * share;
    const startXMm = widthMm / 2 - (Math.cos(radians) * lengthMm) / 2;
    const startYMm = middleYMm - (Math.sin(radians) * lengthMm) / 2;
    return typesetter.line(text, style, { xMm: 0, yMm: 0, role: 'watermark' }).map((run) => ({
      ...run,
      xMm: rounded(startXMm + Math.cos(radians) * run.xMm),
      yMm: rounded(startYMm + Math.sin(radians) * run.xMm),
      angleDeg: ANGLE_DEG,
      opacity: 0.3,
    }));
  });
}
