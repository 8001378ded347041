import { type GridDay, weekdayOrder } from '@/lib/calendar-days/month-grid';
import { weekdayName } from '@/lib/calendar-days/names';
import { weekNumberOf } from '@/lib/calendar-days/week-numbers';
import type { CalendarDocument } from '@/lib/calendars/document';
import { columnPlace, drawDayCell } from './day-cell';
import { isWeekend, weekdayColour, weekendOf } from './days-off';
import { drawGridFrame } from './grid-style';
import { drawNotes } from './notes';
import type { Box, Page } from './operations';
import { capitals, digits } from './page-words';
import {
  type DaysLook,
  type DaysPlan,
  type Measures,
  MIN_TEXT_PT,
  type MonthDaysInput,
  measureDays,
  planDays,
} from './plan-days';
import { inReadingDirection, inset, type Sheet } from './sheet';
import type { Theme } from './theme';

/** Draws week days, days, names and notes into a box; returns where each day of the month stands. */
export function drawMonthDays(
  paper: Sheet,
  plain: Theme,
  input: MonthDaysInput,
  box: Box,
  look: DaysLook,
): Page['days'] {
  const sheet = inReadingDirection(paper, input.document.language, box);
  // In the head of a week's own band the number stands before the name of its day.
  const theme: Theme = look.style === 'weeks' ? { ...plain, dayAlign: 'left' } : plain;
  const measures = measureDays(sheet.typesetter, theme, input, box, look);
  if (look.style === 'grid') drawWeekdays(sheet, theme, input.document, box, measures);
  const daysBox = inset(box, { top: measures.headMm });
  const plan = planDays(sheet.typesetter, theme, input, daysBox, measures);
  if (look.style === 'weeks') drawWeekBands(sheet, theme, plan, measures);
  else drawGrid(sheet, theme, input.document, plan, measures);
  const days = drawDays(sheet, theme, input, plan, measures);
  if (plan.noteLines.length > 0) drawNotes(sheet, plan.noteLines, plan.notesBox, plan.notesStyle);
  return days;
}

/** The names of the week days over their columns: long ones where all of them fit. */
export function drawWeekdays(
  sheet: Sheet,
  theme: Theme,
  document: CalendarDocument,
  box: Box,
  measures: Measures,
): void {
  const { typesetter } = sheet;
  const cased = (name: string) =>
    theme.labelCapitalsEm === null ? name : capitals(name, document.language);
  const order = weekdayOrder(document.firstWeekday);
  const names = (width: 'long' | 'short') =>
    order.map((weekday) => cased(weekdayName(weekday, document.language, width)));
  const fits = (words: string[]) =>
    words.every((word) => typesetter.widthMm(word, measures.label) <= measures.columnMm * 0.84);
  const words = fits(names('long')) ? names('long') : names('short');
  const weekend = weekendOf(document);
  words.forEach((word, column) => {
    const leftMm = box.xMm + measures.weekNumbersMm + column * measures.columnMm;
    const { palette } = theme;
    sheet.text(
      word,
      {
        ...measures.label,
        colour: weekdayColour(order[column] ?? 1, weekend, palette, palette.muted),
      },
      {
        ...columnPlace(theme, leftMm, measures),
        yMm: box.yMm + measures.headMm * 0.62,
        role: 'weekday',
      },
    );
  });
}

function drawGrid(
  sheet: Sheet,
  theme: Theme,
  document: CalendarDocument,
  { gridBox, weeks }: DaysPlan,
  measures: Measures,
): void {
  const { weekNumbersMm, columnMm, padMm } = measures;
  const weekend = weekendOf(document);
  const rows = weeks.map((week) =>
    week.map(({ date, inMonth }) => ({ inMonth, isWeekend: isWeekend(date, weekend) })),
  );
  drawGridFrame(sheet, theme, {
    box: inset(gridBox, { left: weekNumbersMm }),
    columnMm,
    rows,
    padMm: padMm.right,
  });
}

/** A band for each week: a tinted strip for the numbers, under it room to write, days divided by thin lines. */
function drawWeekBands(sheet: Sheet, theme: Theme, plan: DaysPlan, measures: Measures): void {
  const { palette } = theme;
  const { gridBox, rowMm, weeks } = plan;
  const stripMm = measures.padMm.top * 2 + measures.capMm;
  weeks.forEach((_week, row) => {
    const band = {
      ...gridBox,
      yMm: gridBox.yMm + row * rowMm,
      heightMm: rowMm - measures.gapMm,
    };
    sheet.fill({ ...band, heightMm: stripMm }, palette.tint);
    const rule = { colour: palette.rule, widthMm: 0.18 };
    const bottomMm = band.yMm + band.heightMm;
    sheet.line([band.xMm, bottomMm], [band.xMm + band.widthMm, bottomMm], rule);
    for (let column = 1; column < 7; column += 1) {
      const xMm = band.xMm + measures.weekNumbersMm + column * measures.columnMm;
      sheet.line([xMm, band.yMm + stripMm], [xMm, bottomMm], rule);
    }
  });
}

/** Draws every day of a plan; returns where those of the month stand. */
export function drawDays(
  sheet: Sheet,
  theme: Theme,
  input: MonthDaysInput,
  plan: DaysPlan,
  measures: Measures,
): Page['days'] {
  const days: Page['days'] = [];
  const { gridBox, rowMm } = plan;
  const weekend = weekendOf(input.document);
  plan.weeks.forEach((week, row) => {
    const topMm = gridBox.yMm + row * rowMm;
    const baselineMm = topMm + measures.padMm.top + measures.capMm;
    drawWeekNumber(sheet, theme, input.document, week, gridBox.xMm, baselineMm, measures);
    week.forEach(({ date, inMonth }, column) => {
      const box = {
        xMm: gridBox.xMm + measures.weekNumbersMm + column * measures.columnMm,
        yMm: topMm,
        widthMm: measures.columnMm,
        heightMm: rowMm,
      };
      const cell = { date, inMonth, box, baselineMm };
      drawDayCell(sheet, theme, input, measures, cell, plan.fitted.get(date), weekend);
      if (inMonth) days.push({ ...sheet.place(box), date });
    });
  });
  return days;
}

function drawWeekNumber(
  sheet: Sheet,
  theme: Theme,
  document: CalendarDocument,
  week: readonly GridDay[],
  xMm: number,
  baselineMm: number,
  measures: Measures,
): void {
  // The middle day lies in the week that most days of the row belong to, whatever day the row starts with.
  const middle = week[3];
  if (document.weekNumbers === 'none' || measures.style === 'windows' || !middle) return;
  const sizePt = Math.max(MIN_TEXT_PT, measures.label.sizePt * 0.86);
  sheet.text(
    digits(weekNumberOf(middle.date, document.weekNumbers).week, document),
    { font: theme.fonts.text, sizePt, colour: theme.palette.muted },
    {
      xMm: xMm + (measures.style === 'weeks' ? 1.2 : 0),
      yMm: baselineMm,
      role: 'week-number',
    },
  );
}
