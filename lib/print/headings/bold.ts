import { MM_PER_PT } from '../font-book';
import { circlePath } from '../ornaments';
import { bottomOf, inset, rightOf } from '../sheet';
import { fittingScale, scaled, sizeForCapitals } from '../type-sizes';
import type { TextStyle } from '../typesetter';
import {
  drawMinisRight,
  drawNeighbours,
  drawnOnMargin,
  drawShapes,
  type HeadingKit,
  headingWords,
  longestMonthMm,
  minisRight,
  swashPath,
  titleStyle,
} from './heading-kit';

/** The longest month name must leave the year this much of the line, in sizes of the month. */
const YEAR_GAP = 0.3;

/** Month and year in paper white on a bar. */
export function drawBanner(kit: HeadingKit): void {
  const { sheet, theme, box } = kit;
  const { palette, fonts } = theme;
  const { typesetter } = sheet;
  const words = headingWords(kit);
  const minis = minisRight(inset(box, { left: box.widthMm * 0.52, bottom: box.heightMm * 0.14 }));
  const barMm = box.heightMm * 0.5;
  const bar = {
    xMm: box.xMm,
    yMm: bottomOf(box) - box.heightMm * 0.14 - barMm,
    widthMm: box.widthMm - (minis?.takenMm ?? 0),
    heightMm: barMm,
  };
  sheet.fill(bar, palette.accent);
  const padMm = barMm * 0.32;
  const font = fonts.displayQuiet;
  const year: TextStyle = {
    font,
    sizePt: sizeForCapitals(typesetter, font, barMm * 0.26),
    colour: palette.paper,
  };
  const yearMm = typesetter.widthMm(words.year, year);
  const roomMm = bar.widthMm - 3 * padMm - yearMm;
  const title = titleStyle(kit, barMm * 0.44, roomMm, { colour: palette.paper });
  const baselineMm = bar.yMm + (barMm + typesetter.capHeightMm(title)) / 2;
  drawnOnMargin(kit, words.month, title, { xMm: bar.xMm + padMm, yMm: baselineMm, role: 'month' });
  sheet.text(words.year, year, {
    xMm: rightOf(bar) - padMm,
    yMm: bar.yMm + (barMm + typesetter.capHeightMm(year)) / 2,
    align: 'right',
    role: 'year',
  });
  if (minis) drawNeighbours(kit, minis.widthMm, minis.places);
}

/** The month's number on a disc, name and year beside it. */
export function drawBadge(kit: HeadingKit): void {
  const { sheet, theme, box } = kit;
  const { palette, fonts } = theme;
  const { typesetter } = sheet;
  const words = headingWords(kit);
  const radiusMm = box.heightMm * 0.36;
  const middleMm = box.yMm + box.heightMm * 0.46;
  sheet.shape(circlePath(box.xMm + radiusMm, middleMm, radiusMm), palette.accent);
  const number: TextStyle = {
    font: fonts.display,
    sizePt: sizeForCapitals(typesetter, fonts.display, radiusMm * 0.8),
    colour: palette.paper,
  };
  sheet.text(words.number, number, {
    xMm: box.xMm + radiusMm,
    yMm: middleMm + typesetter.capHeightMm(number) / 2,
    align: 'centre',
    role: 'month',
  });
  const leftMm = box.xMm + radiusMm * 2 + box.heightMm * 0.15;
  const takenMm = drawNameAndYear(kit, leftMm, middleMm, box.heightMm * 0.36);
  drawMinisRight(
    kit,
    inset(box, { left: leftMm - box.xMm + takenMm + 8, bottom: box.heightMm * 0.18 }),
  );
}

/** Three elementary shapes, then month and year. */
export function drawShapesHeading(kit: HeadingKit): void {
  const { sheet, box } = kit;
  const sideMm = box.heightMm * 0.36;
  const middleMm = bottomOf(box) - box.heightMm * 0.18 - sideMm / 2;
  const widthMm = drawShapes(
    { sheet, theme: kit.theme },
    { xMm: box.xMm, yMm: middleMm - sideMm / 2, sideMm },
  );
  const leftMm = box.xMm + widthMm + sideMm * 0.5;
  const takenMm = drawNameAndYear(kit, leftMm, middleMm, sideMm);
  drawMinisRight(
    kit,
    inset(box, { left: leftMm - box.xMm + takenMm + 8, bottom: box.heightMm * 0.18 }),
  );
}

/** Returns the width that the longest month and the year take. */
function drawNameAndYear(
  kit: HeadingKit,
  leftMm: number,
  middleMm: number,
  capHeightMm: number,
): number {
  const { sheet, theme, box } = kit;
  const words = headingWords(kit);
  const wanted = titleStyle(kit, capHeightMm, Infinity);
  const quiet: TextStyle = {
    font: theme.fonts.displayQuiet,
    sizePt: wanted.sizePt * 0.52,
    colour: theme.palette.muted,
  };
  const gapMm = wanted.sizePt * MM_PER_PT * YEAR_GAP;
  const neededMm =
    longestMonthMm(kit, wanted) + gapMm + sheet.typesetter.widthMm(words.year, quiet);
  const scale = fittingScale(neededMm, rightOf(box) - leftMm);
  const title = scaled(wanted, scale);
  const yMm = middleMm + sheet.typesetter.capHeightMm(title) / 2;
  const writtenMm = drawnOnMargin(kit, words.month, title, { xMm: leftMm, yMm, role: 'month' });
  sheet.text(words.year, scaled(quiet, scale), {
    xMm: leftMm + writtenMm + gapMm * scale,
    yMm,
    role: 'year',
  });
  return neededMm * scale;
}

/** The month in handwriting over the stroke of a broad pen. */
export function drawScript(kit: HeadingKit): void {
  const { sheet, theme, box } = kit;
  const words = headingWords(kit);
  const riseMm = box.heightMm * 0.68;
  const wanted = titleStyle(kit, box.heightMm * 0.44, Infinity, { riseMm });
  const quiet: TextStyle = {
    font: theme.fonts.displayQuiet,
    sizePt: wanted.sizePt * 0.56,
    colour: theme.palette.accent,
  };
  const gapMm = wanted.sizePt * MM_PER_PT * YEAR_GAP;
  const neededMm =
    longestMonthMm(kit, wanted) + gapMm + sheet.typesetter.widthMm(words.year, quiet);
  const scale = fittingScale(neededMm, box.widthMm);
  const title = scaled(wanted, scale);
  const yMm = box.yMm + riseMm;
  const writtenMm = sheet.text(words.month, title, { xMm: box.xMm, yMm, role: 'month' });
  sheet.text(words.year, scaled(quiet, scale), {
    xMm: box.xMm + writtenMm + gapMm * scale,
    yMm,
    role: 'year',
  });
  const swashMm = writtenMm * 1.02;
  sheet.shape(swashPath(box.xMm, yMm + box.heightMm * 0.11, swashMm), theme.palette.accent);
  drawMinisRight(kit, inset(box, { left: neededMm * scale + 8, bottom: box.heightMm * 0.16 }));
}
