import { monthName } from '@/lib/calendar-days/names';
import type { CalendarDocument } from '@/lib/calendars/document';
import { addMonths, monthPartsOf, type PlainDate, type YearMonth } from '@/lib/core/plain-date';
import { drawMiniMonth, MINI_MIN_PT, miniMonthSize } from '../mini-month';
import type { Box, Colour, FontId } from '../operations';
import { circlePath, starPath } from '../ornaments';
import { capitals, digits, monthAndYear, yearWord } from '../page-words';
import { bottomOf, rightOf, type Sheet } from '../sheet';
import type { Theme } from '../theme';
import { fittingScale, scaled, sizeForCapitals, spacingEm } from '../type-sizes';
import type { TextStyle } from '../typesetter';

/** What a month's heading is made of. */
export type HeadingInput = {
  document: CalendarDocument;
  month: YearMonth;
  daysOff: ReadonlySet<PlainDate>;
};

/** All that a heading style draws with. */
export type HeadingKit = {
  sheet: Sheet;
  theme: Theme;
  input: HeadingInput;
  box: Box;
};

export function headingWords({ theme, input: { document, month } }: HeadingKit) {
  const { language, hasNativeDigits } = document;
  const parts = monthPartsOf(month);
  return {
    month: titleCased(monthName(parts.month, language), theme, document),
    year: yearWord(parts.year, language, hasNativeDigits),
    number: digits(parts.month, document),
  };
}

/** A title as the theme writes titles. */
export function titleCased(
  text: string,
  theme: Theme,
  { language }: Pick<CalendarDocument, 'language'>,
): string {
  return theme.titleCapitalsEm === null ? text : capitals(text, language);
}

/**
 * The style of month names: capitals of this height, smaller where the longest month of the language needs it, or where
 * the tallest would rise further above its baseline than `riseMm`.
 */
export function titleStyle(
  kit: HeadingKit,
  capHeightMm: number,
  availableMm: number,
  {
    font = kit.theme.fonts.display,
    colour = kit.theme.palette.ink,
    riseMm,
  }: { font?: FontId; colour?: Colour; riseMm?: number } = {},
): TextStyle {
  const { typesetter } = kit.sheet;
  const sizePt = sizeForCapitals(typesetter, font, capHeightMm);
  const em = spacingEm(kit.input.document.language, kit.theme.titleCapitalsEm ?? 0);
  const style = { font, sizePt, colour, letterSpacingPt: sizePt * em };
  const fitting = scaled(style, fittingScale(longestMonthMm(kit, style), availableMm));
  if (riseMm === undefined) return fitting;
  return scaled(fitting, fittingScale(highestMonthMm(kit, fitting), riseMm));
}

/** How far the ink of the language's tallest month name rises above its baseline. */
function highestMonthMm({ sheet, theme, input }: HeadingKit, style: TextStyle): number {
  const { document } = input;
  const rises = Array.from({ length: 12 }, (_, index) => {
    const name = titleCased(monthName(index + 1, document.language), theme, document);
    return -(sheet.typesetter.inkBox(name, style)?.topMm ?? 0);
  });
  return Math.max(...rises);
}

/** The width of the language's longest month name: what all twelve pages must have room for. */
export function longestMonthMm({ sheet, theme, input }: HeadingKit, style: TextStyle): number {
  const { document } = input;
  const widths = Array.from({ length: 12 }, (_, index) =>
    sheet.typesetter.widthMm(
      titleCased(monthName(index + 1, document.language), theme, document),
      style,
    ),
  );
  return Math.max(...widths);
}

/** A line of text whose ink stands on the margin: large letters keep air at their sides. */
export function drawnOnMargin(
  { sheet, input }: HeadingKit,
  text: string,
  style: TextStyle,
  at: { xMm: number; yMm: number; role: 'month' | 'year' },
): number {
  // Read from right to left the margin is at the other end, and such scripts keep no air there.
  const isLatinLike = !sheet.isMirrored && input.document.language !== 'hi';
  const edgeMm = isLatinLike ? (sheet.typesetter.inkBox(text, style)?.leftMm ?? 0) : 0;
  return sheet.text(text, style, { ...at, xMm: at.xMm - edgeMm });
}

/** Two lines that run away from a middle, each beginning with a star. */
export function drawStarLines(
  { sheet, theme }: Pick<HeadingKit, 'sheet' | 'theme'>,
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

/** A disc, a square and a triangle in the theme's ornament colours; returns their width. */
export function drawShapes(
  { sheet, theme }: Pick<HeadingKit, 'sheet' | 'theme'>,
  at: { xMm: number; yMm: number; sideMm: number },
): number {
  const { xMm, yMm, sideMm } = at;
  const colour = (index: number) =>
    theme.ornaments[index % Math.max(1, theme.ornaments.length)] ?? theme.palette.accent;
  const stepMm = sideMm * 1.14;
  sheet.shape(circlePath(xMm + sideMm / 2, yMm + sideMm / 2, sideMm / 2), colour(0));
  sheet.fill({ xMm: xMm + stepMm, yMm, widthMm: sideMm, heightMm: sideMm }, colour(1));
  const [left, right] = [xMm + 2 * stepMm, xMm + 2 * stepMm + sideMm];
  const bottom = yMm + sideMm;
  sheet.shape(`M${left} ${bottom}L${(left + right) / 2} ${yMm}L${right} ${bottom}Z`, colour(2));
  return 2 * stepMm + sideMm;
}

/** The stroke of a broad pen under a word. */
export function swashPath(xMm: number, yMm: number, widthMm: number): string {
  const point = (x: number, y: number) => `${xMm + x * widthMm} ${yMm + y * widthMm}`;
  return [
    `M${point(0, 0.012)}`,
    `C${point(0.3, -0.022)} ${point(0.68, -0.026)} ${point(1, -0.012)}`,
    `C${point(0.7, -0.012)} ${point(0.42, -0.002)} ${point(0.12, 0.022)}`,
    `C${point(0.08, 0.026)} ${point(0.02, 0.022)} ${point(0, 0.012)}Z`,
  ].join('');
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

/** The months before and after, side by side at the end of a box; nothing when they would be too small to read. */
export function drawMinisRight(kit: HeadingKit, box: Box): void {
  const minis = minisRight(box);
  if (minis) drawNeighbours(kit, minis.widthMm, minis.places);
}

/** Where the two months stand at the end of a box, and how much of its width they take with the space before them. */
export function minisRight(box: Box) {
  const gapMm = 7;
  const widthMm = miniWidthMm((box.widthMm - gapMm) / 2, box.heightMm);
  if (widthMm === null) return null;
  const topMm = bottomOf(box) - miniMonthSize(widthMm, false).heightMm;
  return {
    widthMm,
    takenMm: 2 * widthMm + gapMm + 8,
    places: [
      { xMm: rightOf(box) - 2 * widthMm - gapMm, yMm: topMm },
      { xMm: rightOf(box) - widthMm, yMm: topMm },
    ],
  };
}

/** The months before and after at both ends of a box, each at most `sideMm` wide. */
export function drawMinisAside(kit: HeadingKit, box: Box, sideMm: number): void {
  const widthMm = miniWidthMm(sideMm, box.heightMm);
  if (widthMm === null) return;
  drawNeighbours(kit, widthMm, [
    { xMm: box.xMm, yMm: box.yMm },
    { xMm: rightOf(box) - widthMm, yMm: box.yMm },
  ]);
}

/** The months before and after side by side at the foot of a box. */
export function drawMinisBelow(kit: HeadingKit, box: Box, isCentred: boolean): void {
  const gapMm = 5;
  const widthMm = miniWidthMm((box.widthMm - gapMm) / 2, box.heightMm);
  if (widthMm === null) return;
  const topMm = bottomOf(box) - miniMonthSize(widthMm, false).heightMm;
  const leftMm = isCentred ? box.xMm + (box.widthMm - 2 * widthMm - gapMm) / 2 : box.xMm;
  drawNeighbours(kit, widthMm, [
    { xMm: leftMm, yMm: topMm },
    { xMm: leftMm + widthMm + gapMm, yMm: topMm },
  ]);
}

export function drawNeighbours(
  { sheet, theme, input: { document, month, daysOff } }: HeadingKit,
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
        : monthAndYear(neighbour, document.language, document.hasNativeDigits),
      titleFont: theme.fonts.textStrong,
      titleColour: theme.palette.muted,
      document,
      daysOff,
      weekdays: false,
    };
    drawMiniMonth(sheet, theme, style, { ...place, widthMm });
  });
}
