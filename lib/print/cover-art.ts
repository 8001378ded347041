import { type PrintFormat, safeBoxOf } from './formats';
import { fittingScale, scaled, sizeForCapitals } from './heading';
import type { Box, Colour } from './operations';
import { circlePath, crescentPath, sprigPaths, starField, starPath } from './ornaments';
import { bottomOf, inset, intersection, middleOf, type Sheet } from './sheet';
import type { Theme } from './theme';
import type { TextStyle } from './typesetter';

/** A typographic picture for a cover that has no photo. */
export function coverArt(
  sheet: Sheet,
  theme: Theme,
  box: Box,
  format: PrintFormat,
  years: { first: number; last: number },
  /** Where the text begins. */
  horizonMm: number,
): void {
  if (theme.cover === 'night') drawSky(sheet, theme, box, horizonMm);
  else if (theme.cover === 'framed') drawPlate(sheet, theme, box, years);
  else drawPoster(sheet, theme, box, format, years);
}

/** "20" over "27"; a calendar over two years shows "27" over "28". */
function halves({ first, last }: { first: number; last: number }): [string, string] {
  const short = (year: number) => String(year % 100).padStart(2, '0');
  return first === last ? [String(first).slice(0, -2), short(first)] : [short(first), short(last)];
}

function drawPlate(
  sheet: Sheet,
  theme: Theme,
  box: Box,
  years: { first: number; last: number },
): void {
  const { palette, fonts } = theme;
  sheet.fill(box, palette.placeholder);
  sheet.frame(inset(box, 5), { colour: palette.accent, widthMm: 0.2 });
  const area = inset(box, box.heightMm * 0.14);
  drawHalves(
    sheet,
    inset(area, { bottom: area.heightMm * 0.2 }),
    halves(years),
    fonts.display,
    palette.accent,
    0.42,
  );
  const lengthMm = Math.min(area.widthMm * 0.3, area.heightMm * 0.3);
  for (const direction of [1, -1] as const) {
    const { stem, leaves } = sprigPaths(
      middleOf(box) + direction * 2,
      bottomOf(area),
      lengthMm,
      direction,
    );
    sheet.stroke(stem, { colour: palette.accent, widthMm: 0.3 });
    sheet.shape(leaves, palette.accent);
  }
}

function drawPoster(
  sheet: Sheet,
  theme: Theme,
  box: Box,
  format: PrintFormat,
  years: { first: number; last: number },
): void {
  const { palette, fonts } = theme;
  sheet.fill(box, palette.accent);
  const area = intersection(
    inset(box, Math.min(box.widthMm, box.heightMm) * 0.1),
    safeBoxOf(format),
  );
  sheet.shape(
    circlePath(box.xMm + box.widthMm * 0.78, box.yMm + box.heightMm * 0.3, box.heightMm * 0.11),
    palette.holiday,
  );
  drawHalves(sheet, area, halves(years), fonts.displayLight, palette.paper, 0.4);
}

/** Two lines of large figures in the middle of an area. */
function drawHalves(
  sheet: Sheet,
  area: Box,
  lines: readonly [string, string],
  font: string,
  colour: Colour,
  capShare: number,
): void {
  const capMm = area.heightMm * capShare;
  const base: TextStyle = { font, sizePt: sizeForCapitals(sheet.typesetter, font, capMm), colour };
  const widestMm = Math.max(...lines.map((line) => sheet.typesetter.widthMm(line, base)));
  const style = scaled(base, fittingScale(widestMm, area.widthMm));
  const inkMm = sheet.typesetter.capHeightMm(style);
  const topMm = area.yMm + (area.heightMm - inkMm * 2.18) / 2;
  lines.forEach((line, index) => {
    sheet.text(line, style, {
      xMm: middleOf(area),
      yMm: topMm + inkMm * (1 + index * 1.18),
      align: 'centre',
      role: 'year',
    });
  });
}

function drawSky(sheet: Sheet, theme: Theme, box: Box, horizonMm: number): void {
  const { palette } = theme;
  for (const star of starField(110)) {
    const xMm = box.xMm + star.x * box.widthMm;
    const yMm = box.yMm + star.y * (horizonMm - 5 - box.yMm);
    if (star.size > 0.9) sheet.shape(starPath(xMm, yMm, 1.2 + star.size * 1.4), palette.accent);
    else
      sheet.shape(
        circlePath(xMm, yMm, 0.15 + star.size * 0.4),
        palette.ink,
        0.35 + star.size * 0.5,
      );
  }
  const radiusMm = Math.min(box.widthMm, box.heightMm) * 0.12;
  const xMm = middleOf(box);
  const yMm = box.yMm + (horizonMm - box.yMm) * 0.48;
  // The disc hides the stars behind the moon, as the real one does.
  sheet.shape(circlePath(xMm, yMm, radiusMm * 1.12), palette.paper);
  sheet.shape(crescentPath(xMm - radiusMm * 0.2, yMm, radiusMm), palette.accent);
}
