import { circlePath } from '../ornaments';
import { bottomOf, middleOf } from '../sheet';
import type { Theme } from '../theme';
import { sizeForCapitals, spacingEm } from '../type-sizes';
import type { TextStyle } from '../typesetter';
import {
  drawMinisBelow,
  drawShapes,
  drawStarLines,
  type HeadingKit,
  headingWords,
  swashPath,
  titleStyle,
} from './heading-kit';

const CENTRED: ReadonlySet<Theme['heading']> = new Set(['centred', 'lined', 'masthead']);

/** For wide, low bands: month and year in a column, the neighbours under them. */
export function drawColumn(kit: HeadingKit): void {
  const { sheet, theme, box, input } = kit;
  const { palette, fonts } = theme;
  const { typesetter } = sheet;
  const words = headingWords(kit);
  const isCentred = CENTRED.has(theme.heading);
  const onBar = theme.heading === 'banner';
  const topMm = box.yMm + drawCrown(kit);
  const padMm = onBar ? 3 : 0;
  const title = titleStyle(kit, box.heightMm * 0.13, box.widthMm - 2 * padMm, {
    colour: onBar ? palette.paper : palette.ink,
  });
  const capMm = typesetter.capHeightMm(title);
  const baselineMm = topMm + box.heightMm * 0.06 + capMm * 1.12;
  if (onBar) {
    const bar = { xMm: box.xMm, yMm: baselineMm - capMm * 1.6, widthMm: box.widthMm };
    sheet.fill({ ...bar, heightMm: capMm * 2.2 }, palette.accent);
  }
  const xMm = isCentred ? middleOf(box) : box.xMm + padMm;
  const align = isCentred ? 'centre' : 'left';
  const writtenMm = sheet.text(words.month, title, { xMm, yMm: baselineMm, align, role: 'month' });
  const yearPt = title.sizePt * 0.62;
  const year: TextStyle = {
    font: fonts.displayQuiet,
    sizePt: yearPt,
    colour: theme.heading === 'numeral' ? palette.muted : palette.accent,
    letterSpacingPt: isCentred ? yearPt * spacingEm(input.document.language, 0.08) : 0,
  };
  if (theme.heading === 'script') {
    sheet.shape(swashPath(xMm, baselineMm + capMm * 0.42, writtenMm), palette.accent);
  }
  const dropCaps = theme.heading === 'script' ? 2 : onBar ? 1.75 : isCentred ? 1.5 : 1.35;
  const yearBaselineMm = baselineMm + capMm * dropCaps;
  sheet.text(words.year, year, {
    xMm: isCentred ? xMm : box.xMm,
    yMm: yearBaselineMm,
    align,
    role: 'year',
  });
  if (isCentred) {
    const halfMm = typesetter.widthMm(words.year, year) / 2;
    drawStarLines(kit, {
      centreMm: xMm,
      levelMm: yearBaselineMm - typesetter.capHeightMm(year) * 0.4,
      innerMm: halfMm + 2.6,
      outerMm: Math.min(box.widthMm / 2, halfMm + 12),
    });
  }
  const minisMm = yearBaselineMm + 4;
  drawMinisBelow(kit, { ...box, yMm: minisMm, heightMm: bottomOf(box) - minisMm }, isCentred);
}

/** What a style puts over the month; returns the height it takes. */
function drawCrown(kit: HeadingKit): number {
  const { sheet, theme, box } = kit;
  const { palette, fonts } = theme;
  if (theme.heading === 'numeral') {
    sheet.fill({ xMm: box.xMm, yMm: box.yMm, widthMm: 7, heightMm: 0.9 }, palette.holiday);
    return 0;
  }
  const sideMm = Math.min(box.heightMm * 0.15, box.widthMm * 0.2);
  if (theme.heading === 'shapes') {
    drawShapes(kit, { xMm: box.xMm, yMm: box.yMm, sideMm: sideMm * 0.8 });
    return sideMm * 0.8;
  }
  if (theme.heading !== 'badge') return 0;
  const radiusMm = sideMm * 0.62;
  sheet.shape(circlePath(box.xMm + radiusMm, box.yMm + radiusMm, radiusMm), palette.accent);
  const number: TextStyle = {
    font: fonts.display,
    sizePt: sizeForCapitals(sheet.typesetter, fonts.display, radiusMm * 0.8),
    colour: palette.paper,
  };
  sheet.text(headingWords(kit).number, number, {
    xMm: box.xMm + radiusMm,
    yMm: box.yMm + radiusMm * 1.4,
    align: 'centre',
    role: 'month',
  });
  return radiusMm * 2;
}
