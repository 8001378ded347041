import type { MoonPhase } from '@/lib/calendar-days/moon';
import { luminance } from './contrast';
import { circlePath } from './ornaments';
import type { Sheet } from './sheet';
import type { Palette } from './theme';
import { rounded } from './typesetter';

/** How far the handles of a Bézier curve stand out to draw a quarter of a circle. */
const QUARTER = 0.5523;

/**
 * Draws the moon as it stands in the sky: its dark part inked on light paper, its bright part on dark paper.
 * @param isSouthern where the waxing moon shines at its left
 */
export function drawMoon(
  sheet: Sheet,
  palette: Pick<Palette, 'paper' | 'muted'>,
  phase: MoonPhase,
  at: { xMm: number; yMm: number; radiusMm: number },
  isSouthern: boolean,
): void {
  const { yMm, radiusMm } = at;
  const strokeMm = Math.max(0.15, radiusMm * 0.16);
  const innerMm = radiusMm - strokeMm / 2;
  const ring = (xMm: number) => circlePath(xMm, yMm, innerMm);
  const isLightInk = luminance(palette.paper) < 0.2;
  sheet.mark(at.xMm, ring, palette.muted, { colour: palette.muted, widthMm: strokeMm });
  if (phase === (isLightInk ? 'full' : 'new')) sheet.mark(at.xMm, ring, palette.muted);
  else if (phase === 'first-quarter' || phase === 'last-quarter') {
    const isBrightAtRight = (phase === 'first-quarter') !== isSouthern;
    const side = isBrightAtRight === isLightInk ? 1 : -1;
    sheet.mark(at.xMm, (xMm) => halfDiscPath(xMm, yMm, innerMm, side), palette.muted);
  }
}

/** Half a disc right (1) or left (-1) of an upright diameter. */
function halfDiscPath(xMm: number, yMm: number, radiusMm: number, side: 1 | -1): string {
  const point = (x: number, y: number) =>
    `${rounded(xMm + side * x * radiusMm)} ${rounded(yMm + y * radiusMm)}`;
  return [
    `M${point(0, -1)}`,
    `C${point(QUARTER, -1)} ${point(1, -QUARTER)} ${point(1, 0)}`,
    `C${point(1, QUARTER)} ${point(QUARTER, 1)} ${point(0, 1)}`,
    'Z',
  ].join('');
}
