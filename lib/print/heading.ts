import { monthName } from '@/lib/calendar-days/names';
import type { CalendarDocument } from '@/lib/calendars/document';
import { addMonths, monthPartsOf, type PlainDate, type YearMonth } from '@/lib/core/plain-date';
import { MM_PER_PT } from './font-book';
import { drawMiniMonth, MINI_MIN_PT, miniMonthSize } from './mini-month';
import type { Box } from './operations';
import { starPath } from './ornaments';
import { monthAndYear, yearWord } from './page-words';
import { bottomOf, inset, middleOf, rightOf, type Sheet } from './sheet';
import type { Theme } from './theme';
import type { TextStyle, Typesetter } from './typesetter';

/** What a month's heading is made of. */
export type HeadingInput = {
  document: CalendarDocument;
  month: YearMonth;
  daysOff: ReadonlySet<PlainDate>;
};

/**
 * Draws month, year and, where there is room, the months before and after. Sizes follow the longest month name of the
 * language, so that they are the same on all twelve pages.
 */
export function drawHeading(
  sheet: Sheet,
  theme: Theme,
  input: HeadingInput,
  box: Box,
  place: 'above' | 'beside',
): void {
  if (place === 'beside') drawColumn(sheet, theme, input, box);
  else if (theme.heading === 'numeral') drawNumeral(sheet, theme, input, box);
  else if (theme.heading === 'centred') drawCentred(sheet, theme, input, box);
  else drawStacked(sheet, theme, input, box);
}

/** Month and year on one line over an Oxford rule. */
function drawStacked(sheet: Sheet, theme: Theme, input: HeadingInput, box: Box): void {
  const { palette, fonts } = theme;
  const { typesetter } = sheet;
  const ruleMm = bottomOf(box) - 1.1;
  sheet.line([box.xMm, ruleMm], [rightOf(box), ruleMm], { colour: palette.ink, widthMm: 0.6 });
  sheet.line([box.xMm, ruleMm + 1], [rightOf(box), ruleMm + 1], {
    colour: palette.ink,
    widthMm: 0.15,
  });
  const title: TextStyle = {
    font: fonts.display,
    sizePt: sizeForCapitals(typesetter, fonts.display, box.heightMm * 0.43),
    colour: palette.ink,
  };
  const year: TextStyle = {
    font: fonts.displayQuiet,
    sizePt: title.sizePt * 0.5,
    colour: palette.accent,
  };
  const words = wordsOf(input);
  const gapMm = title.sizePt * MM_PER_PT * 0.26;
  const scale = fittingScale(
    longestMonthMm(typesetter, input, title) + gapMm + typesetter.widthMm(words.year, year),
    box.widthMm,
  );
  const baselineMm = ruleMm - box.heightMm * 0.225;
  const titleStyle = scaled(title, scale);
  const writtenMm = sheet.text(words.month, titleStyle, {
    xMm: box.xMm - opticalEdgeMm(typesetter, words.month, titleStyle),
    yMm: baselineMm,
    role: 'month',
  });
  sheet.text(words.year, scaled(year, scale), {
    xMm: box.xMm + writtenMm + gapMm * scale,
    yMm: baselineMm,
    role: 'year',
  });
  const takenMm =
    (longestMonthMm(typesetter, input, title) + gapMm + typesetter.widthMm(words.year, year)) *
    scale;
  drawMinisRight(sheet, theme, input, inset(box, { left: takenMm + 8, bottom: 5.5 }));
}

/** The month's number very large and very light, name and year beside it. */
function drawNumeral(sheet: Sheet, theme: Theme, input: HeadingInput, box: Box): void {
  const { palette, fonts } = theme;
  const { typesetter } = sheet;
  const words = wordsOf(input);
  const heightMm = box.heightMm * 0.66;
  const numeral: TextStyle = {
    font: fonts.displayLight,
    sizePt: sizeForCapitals(typesetter, fonts.displayLight, heightMm),
    colour: palette.ink,
  };
  const baselineMm = box.yMm + heightMm + box.heightMm * 0.06;
  const numeralText = String(monthPartsOf(input.month).month).padStart(2, '0');
  const widest = Math.max(
    ...Array.from({ length: 12 }, (_, index) =>
      typesetter.widthMm(String(index + 1).padStart(2, '0'), numeral),
    ),
  );
  sheet.text(numeralText, numeral, {
    xMm: box.xMm - opticalEdgeMm(typesetter, numeralText, numeral),
    yMm: baselineMm,
    role: 'month',
  });
  const leftMm = box.xMm + widest + box.heightMm * 0.16;
  const title: TextStyle = {
    font: fonts.display,
    sizePt: sizeForCapitals(typesetter, fonts.display, box.heightMm * 0.2),
    colour: palette.ink,
  };
  const year: TextStyle = { ...title, font: fonts.displayQuiet, colour: palette.muted };
  const scale = fittingScale(longestMonthMm(typesetter, input, title), rightOf(box) - leftMm);
  const titleStyle = scaled(title, scale);
  const yearStyle = scaled(year, scale);
  sheet.text(words.month, titleStyle, {
    xMm: leftMm,
    yMm: baselineMm - typesetter.capHeightMm(titleStyle) * 1.72,
    role: 'month',
  });
  sheet.text(words.year, yearStyle, { xMm: leftMm, yMm: baselineMm, role: 'year' });
  sheet.fill(
    {
      xMm: leftMm,
      yMm: baselineMm - heightMm,
      widthMm: box.heightMm * 0.26,
      heightMm: Math.max(0.9, box.heightMm * 0.032),
    },
    palette.holiday,
  );
  const takenMm = leftMm - box.xMm + longestMonthMm(typesetter, input, title) * scale;
  drawMinisRight(
    sheet,
    theme,
    input,
    inset(box, { left: takenMm + 8, top: box.heightMm * 0.06, bottom: box.heightMm * 0.16 }),
  );
}

/** The month in the middle, the year between two gold lines under it, the neighbours left and right. */
function drawCentred(sheet: Sheet, theme: Theme, input: HeadingInput, box: Box): void {
  const { palette, fonts } = theme;
  const { typesetter } = sheet;
  const words = wordsOf(input);
  const title: TextStyle = {
    font: fonts.display,
    sizePt: sizeForCapitals(typesetter, fonts.display, box.heightMm * 0.37),
    colour: palette.ink,
  };
  const scale = fittingScale(longestMonthMm(typesetter, input, title), box.widthMm * 0.9);
  const titleStyle = scaled(title, scale);
  const centreMm = middleOf(box);
  const baselineMm = box.yMm + box.heightMm * 0.46;
  sheet.text(words.month, titleStyle, {
    xMm: centreMm,
    yMm: baselineMm,
    align: 'centre',
    role: 'month',
  });
  const year: TextStyle = {
    font: fonts.displayQuiet,
    sizePt: titleStyle.sizePt * 0.42,
    colour: palette.accent,
    letterSpacingPt: titleStyle.sizePt * 0.06,
  };
  const yearBaselineMm = box.yMm + box.heightMm * 0.78;
  const yearWidthMm = typesetter.widthMm(words.year, year);
  sheet.text(words.year, year, {
    xMm: centreMm,
    yMm: yearBaselineMm,
    align: 'centre',
    role: 'year',
  });
  const levelMm = yearBaselineMm - typesetter.capHeightMm(year) * 0.4;
  const longestMm = longestMonthMm(typesetter, input, titleStyle);
  drawStarLines(sheet, theme, {
    centreMm,
    levelMm,
    innerMm: yearWidthMm / 2 + 3.2,
    outerMm: Math.max(longestMm / 2, yearWidthMm / 2 + 12),
  });
  const sideMm = (box.widthMm - longestMm) / 2 - 8;
  drawMinisAside(sheet, theme, input, inset(box, { bottom: box.heightMm * 0.1 }), sideMm);
}

/** For wide, low bands: month and year in a column at the left, the neighbours under them. */
function drawColumn(sheet: Sheet, theme: Theme, input: HeadingInput, box: Box): void {
  const { palette, fonts } = theme;
  const { typesetter } = sheet;
  const words = wordsOf(input);
  const centred = theme.heading === 'centred';
  const title: TextStyle = {
    font: fonts.display,
    sizePt: sizeForCapitals(typesetter, fonts.display, box.heightMm * 0.13),
    colour: palette.ink,
  };
  const scale = fittingScale(longestMonthMm(typesetter, input, title), box.widthMm);
  const titleStyle = scaled(title, scale);
  const year: TextStyle = {
    font: fonts.displayQuiet,
    sizePt: titleStyle.sizePt * 0.62,
    colour: theme.heading === 'numeral' ? palette.muted : palette.accent,
    letterSpacingPt: centred ? titleStyle.sizePt * 0.05 : 0,
  };
  const xMm = centred ? middleOf(box) : box.xMm;
  const align = centred ? 'centre' : 'left';
  const capMm = typesetter.capHeightMm(titleStyle);
  const baselineMm = box.yMm + box.heightMm * 0.06 + capMm * 1.12;
  sheet.text(words.month, titleStyle, { xMm, yMm: baselineMm, align, role: 'month' });
  const yearBaselineMm = baselineMm + capMm * (centred ? 1.5 : 1.35);
  sheet.text(words.year, year, { xMm, yMm: yearBaselineMm, align, role: 'year' });
  if (centred) {
    drawStarLines(sheet, theme, {
      centreMm: xMm,
      levelMm: yearBaselineMm - typesetter.capHeightMm(year) * 0.4,
      innerMm: typesetter.widthMm(words.year, year) / 2 + 2.6,
      outerMm: Math.min(box.widthMm / 2, typesetter.widthMm(words.year, year) / 2 + 12),
    });
  } else if (theme.heading === 'numeral') {
    sheet.fill({ xMm, yMm: box.yMm, widthMm: 7, heightMm: 0.9 }, palette.holiday);
  }
  drawMinisBelow(sheet, theme, input, {
    ...box,
    yMm: yearBaselineMm + 4,
    heightMm: bottomOf(box) - yearBaselineMm - 4,
  });
}

function drawStarLines(
  sheet: Sheet,
  theme: Theme,
  {
    centreMm,
    levelMm,
    innerMm,
    outerMm,
  }: Record<'centreMm' | 'levelMm' | 'innerMm' | 'outerMm', number>,
): void {
  const stroke = { colour: theme.palette.accent, widthMm: 0.2 };
  for (const side of [-1, 1]) {
    sheet.shape(starPath(centreMm + side * innerMm, levelMm, 1.15), theme.palette.accent);
    const startMm = innerMm + 2.4;
    if (outerMm - startMm < 3) continue;
    sheet.line([centreMm + side * startMm, levelMm], [centreMm + side * outerMm, levelMm], stroke);
  }
}

function wordsOf({ document, month }: HeadingInput) {
  const parts = monthPartsOf(month);
  return {
    month: monthName(parts.month, document.language),
    year: yearWord(parts.year, document.language),
  };
}

function longestMonthMm(typesetter: Typesetter, input: HeadingInput, style: TextStyle): number {
  const widths = Array.from({ length: 12 }, (_, index) =>
    typesetter.widthMm(monthName(index + 1, input.document.language), style),
  );
  return Math.max(...widths);
}

/** The size at which capitals of a font are this tall. */
export function sizeForCapitals(typesetter: Typesetter, font: string, capHeightMm: number): number {
  return capHeightMm / typesetter.capHeightMm({ font, sizePt: 1 });
}

export function fittingScale(neededMm: number, availableMm: number): number {
  return neededMm > availableMm ? availableMm / neededMm : 1;
}

export function scaled(style: TextStyle, factor: number): TextStyle {
  return {
    ...style,
    sizePt: style.sizePt * factor,
    letterSpacingPt: (style.letterSpacingPt ?? 0) * factor,
  };
}

/** Large letters keep air at their left; moved by it, the ink itself stands on the margin. */
export function opticalEdgeMm(typesetter: Typesetter, text: string, style: TextStyle): number {
  return typesetter.inkBox(text, style)?.leftMm ?? 0;
}

/** The months before and after, side by side at the right; nothing when they would be too small to read. */
function drawMinisRight(sheet: Sheet, theme: Theme, input: HeadingInput, box: Box): void {
  const gapMm = 7;
  const widthMm = miniWidthMm((box.widthMm - gapMm) / 2, box.heightMm);
  if (widthMm === null) return;
  const topMm = bottomOf(box) - miniMonthSize(widthMm, false).heightMm;
  drawNeighbours(sheet, theme, input, widthMm, [
    { xMm: rightOf(box) - 2 * widthMm - gapMm, yMm: topMm },
    { xMm: rightOf(box) - widthMm, yMm: topMm },
  ]);
}

function drawMinisAside(
  sheet: Sheet,
  theme: Theme,
  input: HeadingInput,
  box: Box,
  sideMm: number,
): void {
  const widthMm = miniWidthMm(sideMm, box.heightMm);
  if (widthMm === null) return;
  drawNeighbours(sheet, theme, input, widthMm, [
    { xMm: box.xMm, yMm: box.yMm },
    { xMm: rightOf(box) - widthMm, yMm: box.yMm },
  ]);
}

function drawMinisBelow(sheet: Sheet, theme: Theme, input: HeadingInput, box: Box): void {
  const gapMm = 5;
  const widthMm = miniWidthMm((box.widthMm - gapMm) / 2, box.heightMm);
  if (widthMm === null) return;
  const topMm = bottomOf(box) - miniMonthSize(widthMm, false).heightMm;
  const leftMm =
    theme.heading === 'centred' ? box.xMm + (box.widthMm - 2 * widthMm - gapMm) / 2 : box.xMm;
  drawNeighbours(sheet, theme, input, widthMm, [
    { xMm: leftMm, yMm: topMm },
    { xMm: leftMm + widthMm + gapMm, yMm: topMm },
  ]);
}

const MINI_MAX_WIDTH_MM = 34;

/** The width at which a mini month fits the room; null when its digits would be too small. */
function miniWidthMm(availableMm: number, heightMm: number): number | null {
  if (availableMm <= 0 || heightMm <= 0) return null;
  const widthMm = Math.min(availableMm, MINI_MAX_WIDTH_MM);
  const neededMm = miniMonthSize(widthMm, false).heightMm;
  const fitting = widthMm * Math.min(1, heightMm / neededMm);
  return miniMonthSize(fitting, false).sizePt >= MINI_MIN_PT ? fitting : null;
}

function drawNeighbours(
  sheet: Sheet,
  theme: Theme,
  { document, month, daysOff }: HeadingInput,
  widthMm: number,
  places: readonly { xMm: number; yMm: number }[],
): void {
  [-1, 1].forEach((offset, index) => {
    const place = places[index];
    if (!place) return;
    const neighbour = addMonths(month, offset);
    const { year, month: number } = monthPartsOf(neighbour);
    const sameYear = year === monthPartsOf(month).year;
    const style = {
      month: neighbour,
      title: sameYear
        ? monthName(number, document.language)
        : monthAndYear(neighbour, document.language),
      titleFont: theme.fonts.textStrong,
      titleColour: theme.palette.muted,
      language: document.language,
      firstWeekday: document.firstWeekday,
      daysOff,
      weekdays: false,
    };
    drawMiniMonth(sheet, theme, style, { ...place, widthMm });
  });
}
