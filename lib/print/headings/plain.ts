import { MM_PER_PT } from '../font-book';
import { bottomOf, inset, rightOf } from '../sheet';
import { fittingScale, scaled, sizeForCapitals } from '../type-sizes';
import type { TextStyle } from '../typesetter';
import {
  drawMinisRight,
  drawnOnMargin,
  type HeadingKit,
  headingWords,
  longestMonthMm,
  titleStyle,
} from './heading-kit';

/** Month and year on one line over an Oxford rule. */
export function drawStacked(kit: HeadingKit): void {
  const { sheet, theme, box } = kit;
  const { palette } = theme;
  const ruleMm = bottomOf(box) - 1.1;
  sheet.line([box.xMm, ruleMm], [rightOf(box), ruleMm], { colour: palette.ink, widthMm: 0.6 });
  sheet.line([box.xMm, ruleMm + 1], [rightOf(box), ruleMm + 1], {
    colour: palette.ink,
    widthMm: 0.15,
  });
  const takenMm = drawOneLine(kit, {
    capHeightMm: box.heightMm * 0.43,
    baselineMm: ruleMm - box.heightMm * 0.225,
    yearShare: 0.5,
  });
  drawMinisRight(kit, inset(box, { left: takenMm + 8, bottom: 5.5 }));
}

/** Month and year on one line, and nothing else. */
export function drawQuiet(kit: HeadingKit): void {
  const { box } = kit;
  const baselineMm = bottomOf(box) - box.heightMm * 0.24;
  const takenMm = drawOneLine(kit, {
    capHeightMm: box.heightMm * 0.33,
    baselineMm,
    yearShare: 1,
  });
  drawMinisRight(kit, inset(box, { left: takenMm + 8, bottom: bottomOf(box) - baselineMm - 1 }));
}

/** Returns the width that the longest month and the year take. */
function drawOneLine(
  kit: HeadingKit,
  line: { capHeightMm: number; baselineMm: number; yearShare: number },
): number {
  const { sheet, theme, box } = kit;
  const words = headingWords(kit);
  const title = titleStyle(kit, line.capHeightMm, Infinity);
  const year: TextStyle = {
    font: theme.fonts.displayQuiet,
    sizePt: title.sizePt * line.yearShare,
    colour: theme.palette.accent,
  };
  const gapMm = title.sizePt * MM_PER_PT * 0.26;
  const neededMm = longestMonthMm(kit, title) + gapMm + sheet.typesetter.widthMm(words.year, year);
  const scale = fittingScale(neededMm, box.widthMm);
  const yMm = line.baselineMm;
  const writtenMm = drawnOnMargin(kit, words.month, scaled(title, scale), {
    xMm: box.xMm,
    yMm,
    role: 'month',
  });
  sheet.text(words.year, scaled(year, scale), {
    xMm: box.xMm + writtenMm + gapMm * scale,
    yMm,
    role: 'year',
  });
  return neededMm * scale;
}

/** The month's number very large and very light, name and year beside it. */
export function drawNumeral(kit: HeadingKit): void {
  const { sheet, theme, box, input } = kit;
  const { palette, fonts } = theme;
  const { typesetter } = sheet;
  const words = headingWords(kit);
  const heightMm = box.heightMm * 0.66;
  const numeral: TextStyle = {
    font: fonts.displayLight,
    sizePt: sizeForCapitals(typesetter, fonts.displayLight, heightMm),
    colour: palette.ink,
  };
  const baselineMm = box.yMm + heightMm + box.heightMm * 0.06;
  const padded = (number: string) =>
    input.document.hasNativeDigits ? number : number.padStart(2, '0');
  const widest = Math.max(
    ...Array.from({ length: 12 }, (_, index) =>
      typesetter.widthMm(String(index + 1).padStart(2, '0'), numeral),
    ),
  );
  drawnOnMargin(kit, padded(words.number), numeral, {
    xMm: box.xMm,
    yMm: baselineMm,
    role: 'month',
  });
  const leftMm = box.xMm + widest + box.heightMm * 0.16;
  const title = titleStyle(kit, box.heightMm * 0.2, rightOf(box) - leftMm);
  const year: TextStyle = { ...title, font: fonts.displayQuiet, colour: palette.muted };
  sheet.text(words.month, title, {
    xMm: leftMm,
    yMm: baselineMm - typesetter.capHeightMm(title) * 1.72,
    role: 'month',
  });
  sheet.text(words.year, year, { xMm: leftMm, yMm: baselineMm, role: 'year' });
  sheet.fill(
    {
      xMm: leftMm,
      yMm: baselineMm - heightMm,
      widthMm: box.heightMm * 0.26,
      heightMm: Math.max(0.9, box.heightMm * 0.032),
    },
    palette.holiday,
  );
  const takenMm = leftMm - box.xMm + longestMonthMm(kit, title);
  drawMinisRight(
    kit,
    inset(box, { left: takenMm + 8, top: box.heightMm * 0.06, bottom: box.heightMm * 0.16 }),
  );
}
