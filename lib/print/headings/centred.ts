import { diamondPath } from '../ornaments';
import { bottomOf, inset, middleOf, rightOf } from '../sheet';
import { sizeForCapitals, spacingEm } from '../type-sizes';
import type { TextStyle } from '../typesetter';
import {
  drawMinisAside,
  drawStarLines,
  type HeadingKit,
  headingWords,
  longestMonthMm,
  titleStyle,
} from './heading-kit';

/** The month in the middle, the year between two lines with stars under it, the neighbours left and right. */
export function drawCentred(kit: HeadingKit): void {
  const { sheet, box } = kit;
  const { typesetter } = sheet;
  const words = headingWords(kit);
  const riseMm = box.heightMm * 0.46;
  const title = titleStyle(kit, box.heightMm * 0.37, box.widthMm * 0.9, { riseMm });
  const centreMm = middleOf(box);
  sheet.text(words.month, title, {
    xMm: centreMm,
    yMm: box.yMm + riseMm,
    align: 'centre',
    role: 'month',
  });
  const year = yearStyle(kit, title, 0.42, 0.14);
  const yearBaselineMm = box.yMm + box.heightMm * 0.78;
  const yearWidthMm = typesetter.widthMm(words.year, year);
  sheet.text(words.year, year, {
    xMm: centreMm,
    yMm: yearBaselineMm,
    align: 'centre',
    role: 'year',
  });
  const longestMm = longestMonthMm(kit, title);
  drawStarLines(kit, {
    centreMm,
    levelMm: yearBaselineMm - typesetter.capHeightMm(year) * 0.4,
    innerMm: yearWidthMm / 2 + 3.2,
    outerMm: Math.max(longestMm / 2, yearWidthMm / 2 + 12),
  });
  const sideMm = (box.widthMm - longestMm) / 2 - 8;
  drawMinisAside(kit, inset(box, { bottom: box.heightMm * 0.1 }), sideMm);
}

/** The month in the middle between two lines, each with a diamond, the year under it. */
export function drawLined(kit: HeadingKit): void {
  const { sheet, theme, box } = kit;
  const { palette } = theme;
  const { typesetter } = sheet;
  const words = headingWords(kit);
  const centreMm = middleOf(box);
  const title = titleStyle(kit, box.heightMm * 0.205, box.widthMm * 0.9);
  const capMm = typesetter.capHeightMm(title);
  const longestMm = longestMonthMm(kit, title);
  const halfMm = Math.min(box.widthMm / 2, longestMm / 2 + 4);
  const baselineMm = box.yMm + box.heightMm * 0.5;
  const rule = { colour: palette.accent, widthMm: 0.22 };
  for (const levelMm of [baselineMm - capMm * 1.85, baselineMm + capMm * 0.85]) {
    for (const side of [-1, 1]) {
      sheet.line([centreMm + side * 2.4, levelMm], [centreMm + side * halfMm, levelMm], rule);
    }
    sheet.shape(diamondPath(centreMm, levelMm, 1), palette.accent);
  }
  sheet.text(words.month, title, {
    xMm: centreMm,
    yMm: baselineMm,
    align: 'centre',
    role: 'month',
  });
  const year = yearStyle(kit, title, 0.55, 0.2);
  sheet.text(words.year, year, {
    xMm: centreMm,
    yMm: baselineMm + capMm * 0.85 + typesetter.capHeightMm(year) + capMm * 0.5,
    align: 'centre',
    role: 'year',
  });
  const sideMm = (box.widthMm - 2 * halfMm) / 2 - 8;
  drawMinisAside(kit, inset(box, { bottom: box.heightMm * 0.1 }), sideMm);
}

/** As on the front of a newspaper: rules across the page, the month between them, the neighbours as its ears. */
export function drawMasthead(kit: HeadingKit): void {
  const { sheet, theme, box } = kit;
  const { palette } = theme;
  const { typesetter } = sheet;
  const words = headingWords(kit);
  const centreMm = middleOf(box);
  const across = (yMm: number, widthMm: number) =>
    sheet.line([box.xMm, yMm], [rightOf(box), yMm], { colour: palette.ink, widthMm });
  const footMm = bottomOf(box) - box.heightMm * 0.05;
  const stripMm = box.heightMm * 0.2;
  across(footMm, 0.6);
  across(footMm - stripMm, 0.2);
  const year = {
    ...yearStyle(
      kit,
      { sizePt: sizeForCapitals(typesetter, theme.fonts.displayQuiet, stripMm * 0.5) },
      1,
      0.22,
    ),
    font: theme.fonts.displayQuiet,
  };
  sheet.text(words.year, year, {
    xMm: centreMm,
    yMm: footMm - stripMm / 2 + typesetter.capHeightMm(year) / 2,
    align: 'centre',
    role: 'year',
  });
  const spaceMm = footMm - stripMm - box.yMm;
  const title = titleStyle(kit, spaceMm * 0.56, box.widthMm * 0.94);
  const capMm = typesetter.capHeightMm(title);
  sheet.text(words.month, title, {
    xMm: centreMm,
    yMm: box.yMm + (spaceMm + capMm) / 2,
    align: 'centre',
    role: 'month',
  });
  const sideMm = (box.widthMm - longestMonthMm(kit, title)) / 2 - 8;
  drawMinisAside(kit, { ...box, heightMm: spaceMm - 1.5 }, sideMm);
}

function yearStyle(
  { theme, input }: HeadingKit,
  { sizePt }: { sizePt: number },
  share: number,
  em: number,
): TextStyle {
  return {
    font: theme.fonts.displayQuiet,
    sizePt: sizePt * share,
    colour: theme.palette.accent,
    letterSpacingPt: sizePt * share * spacingEm(input.document.language, em),
  };
}
