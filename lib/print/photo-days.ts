import { monthGrid } from '@/lib/calendar-days/month-grid';
import { weekNumberOf } from '@/lib/calendar-days/week-numbers';
import { type PlainDate, partsOf } from '@/lib/core/plain-date';
import { onBand, opacityOver } from './band';
import { CORNER_GAP } from './day-cell';
import { cornerWidthMm, dayCornerOf } from './day-corner';
import { blocksHeightMm, type FittedDay } from './fit-entries';
import { drawDays, drawWeekdays } from './month-days';
import { drawNotes } from './notes';
import type { Box, Page } from './operations';
import { digits } from './page-words';
import {
  cellPictureOf,
  type DaysPlan,
  type Measures,
  MIN_TEXT_PT,
  type MonthDaysInput,
  measureDays,
  planInto,
  roomFor,
} from './plan-days';
import { bottomOf, inReadingDirection, rightOf, type Sheet } from './sheet';
import type { Theme } from './theme';
import type { ToneRange } from './tones';

/** Where the days stand that are windows onto a picture: the picture's box, and the page's foot for notes. */
export type WindowPlaces = { slot: Box; notesBox: Box };

/** A chip hides at least so much of the photo, or it looks like dirt on it. */
const CHIP_LEAST_OPACITY = 0.66;
/** So much paper lies at least over the days of the neighbour months. */
const VEIL_OPACITY = 0.8;

/** The week days stand in a line of this height over the windows. */
export function windowsHeadMm(slot: Box): number {
  return Math.max(5.2, slot.heightMm * 0.05);
}

/**
 * Draws the days as windows onto the picture that already fills the slot. Numbers and names stand on chips that hide no
 * more of the photo than reading them needs.
 * @param plain the page's theme on its own paper
 * @param windows the theme in the palette that suits the photo
 */
export function drawPhotoDays(
  paper: Sheet,
  { plain, windows }: { plain: Theme; windows: Theme },
  input: MonthDaysInput,
  { slot, notesBox }: WindowPlaces,
  tonesOf: (box: Box) => ToneRange,
): Page['days'] {
  const { document } = input;
  const sheet = inReadingDirection(paper, document.language, slot);
  const headMm = windowsHeadMm(slot);
  const box = { ...slot, yMm: slot.yMm - headMm, heightMm: slot.heightMm + headMm };
  const look = { style: 'windows', numeralScale: 1 } as const;
  const onPaper: Theme = { ...plain, dayAlign: 'left' };
  const onPhoto: Theme = { ...windows, dayAlign: 'left' };
  const measures = measureDays(sheet.typesetter, onPhoto, input, box, look);
  const label = { ...measures.label, colour: onPaper.palette.muted };
  drawWeekdays(sheet, onPaper, document, box, { ...measures, headMm, label });
  const { weeks } = monthGrid(input.month, document.firstWeekday);
  const places = { gridBox: slot, notesBox, weeks };
  const plan = planInto(sheet.typesetter, onPhoto, input, places, measures);
  const veil = onBand(onPaper);
  drawVeils(sheet, veil, plan, measures, tonesOf);
  drawFrames(sheet, onPaper, plan, measures);
  drawChips(sheet, onPhoto, input, plan, measures, tonesOf);
  drawWeekNumbers(sheet, onPaper, input, plan, measures);
  const { neighbour } = veil.palette;
  const numbered = { ...onPhoto, palette: { ...onPhoto.palette, neighbour } };
  const days = drawDays(sheet, numbered, input, plan, measures);
  if (plan.noteLines.length > 0) {
    const notes = planInto(sheet.typesetter, onPaper, input, places, measures);
    drawNotes(sheet, notes.noteLines, notesBox, notes.notesStyle);
  }
  return days;
}

function cellsOf({ gridBox, rowMm, weeks }: DaysPlan, { columnMm }: Measures) {
  return weeks.flatMap((week, row) =>
    week.map((day, column) => ({
      ...day,
      box: {
        xMm: gridBox.xMm + column * columnMm,
        yMm: gridBox.yMm + row * rowMm,
        widthMm: columnMm,
        heightMm: rowMm,
      },
    })),
  );
}

/** Days of the neighbour months belong to the picture, but not to the month. */
function drawVeils(
  sheet: Sheet,
  { palette }: Theme,
  plan: DaysPlan,
  measures: Measures,
  tonesOf: (box: Box) => ToneRange,
): void {
  for (const { inMonth, box } of cellsOf(plan, measures)) {
    if (inMonth) continue;
    const opacity = opacityOver(palette, tonesOf(sheet.place(box)), VEIL_OPACITY);
    sheet.fill(box, palette.paper, { opacity });
  }
}

/** Bars of paper between the windows. */
function drawFrames(sheet: Sheet, theme: Theme, plan: DaysPlan, measures: Measures): void {
  const { gridBox, rowMm, weeks } = plan;
  const { gapMm, columnMm } = measures;
  const { paper } = theme.palette;
  for (let row = 1; row < weeks.length; row += 1) {
    const yMm = gridBox.yMm + row * rowMm - gapMm / 2;
    sheet.fill({ ...gridBox, yMm, heightMm: gapMm }, paper);
  }
  for (let column = 1; column < 7; column += 1) {
    const xMm = gridBox.xMm + column * columnMm - gapMm / 2;
    sheet.fill({ ...gridBox, xMm, widthMm: gapMm }, paper);
  }
}

function drawChips(
  sheet: Sheet,
  theme: Theme,
  input: MonthDaysInput,
  plan: DaysPlan,
  measures: Measures,
  tonesOf: (box: Box) => ToneRange,
): void {
  for (const { date, inMonth, box } of cellsOf(plan, measures)) {
    if (!inMonth) continue;
    const chip = chipBox(sheet, theme, input, measures, date, box, plan.fitted.get(date));
    const opacity = opacityOver(theme.palette, tonesOf(sheet.place(chip)), CHIP_LEAST_OPACITY);
    sheet.fill(chip, theme.palette.paper, { opacity });
  }
}

/** Under the number alone; under number and names, as wide as the window, where there are names. */
function chipBox(
  sheet: Sheet,
  theme: Theme,
  input: MonthDaysInput,
  measures: Measures,
  date: PlainDate,
  box: Box,
  fitted: FittedDay | undefined,
): Box {
  const { gapMm, padMm, capMm, columnMm } = measures;
  const { typesetter } = sheet;
  const startMm = box.xMm + gapMm / 2;
  const topMm = box.yMm + gapMm / 2;
  if (fitted && fitted.blocks.length > 0) {
    const room = roomFor(box.heightMm, measures, cellPictureOf(input, date) !== null);
    const endMm = room.yMm + blocksHeightMm(fitted.blocks, fitted.sizePt) + padMm.bottom * 0.7;
    const heightMm = Math.min(endMm, box.heightMm - gapMm / 2) - gapMm / 2;
    return { xMm: startMm, yMm: topMm, widthMm: columnMm - gapMm, heightMm };
  }
  const numberMm = typesetter.widthMm(digits(partsOf(date).day, input.document), measures.numeral);
  const corner = dayCornerOf(date, input.document);
  const cornerMm = corner
    ? cornerWidthMm(typesetter, theme, measures.corner.sizePt, corner) + capMm * CORNER_GAP
    : 0;
  const moreMm = fitted && fitted.hiddenCount > 0 ? typesetter.widthMm('+00', measures.label) : 0;
  const padEndMm = padMm.left - gapMm / 2;
  return {
    xMm: startMm,
    yMm: topMm,
    widthMm: Math.min(columnMm - gapMm, padEndMm * 2 + numberMm + cornerMm + moreMm),
    heightMm: padMm.top * 2 + capMm - gapMm / 2,
  };
}

/** In the margin before the windows, where they stand on paper. */
function drawWeekNumbers(
  sheet: Sheet,
  theme: Theme,
  { document }: MonthDaysInput,
  { gridBox, rowMm, weeks }: DaysPlan,
  { padMm, capMm }: Measures,
): void {
  const { weekNumbers } = document;
  if (weekNumbers === 'none') return;
  const style = { font: theme.fonts.text, sizePt: MIN_TEXT_PT, colour: theme.palette.muted };
  weeks.forEach((week, row) => {
    const middle = week[3];
    if (!middle) return;
    sheet.text(digits(weekNumberOf(middle.date, weekNumbers).week, document), style, {
      xMm: gridBox.xMm - 1.2,
      yMm: gridBox.yMm + row * rowMm + padMm.top + capMm,
      align: 'right',
      role: 'week-number',
    });
  });
}

/** The page's foot under the picture. */
export function windowNotesBox(slot: Box, contentBox: Box): Box {
  const yMm = bottomOf(slot) + 1.5;
  return {
    xMm: slot.xMm,
    yMm,
    widthMm: rightOf(slot) - slot.xMm,
    heightMm: Math.max(0, bottomOf(contentBox) - yMm),
  };
}
