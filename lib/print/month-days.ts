import type { DayEntry } from '@/lib/calendar-days/day-entry';
import { type GridDay, weekdayOrder } from '@/lib/calendar-days/month-grid';
import { weekdayName } from '@/lib/calendar-days/names';
import { weekNumberOf } from '@/lib/calendar-days/week-numbers';
import type { CalendarDocument } from '@/lib/calendars/document';
import { partsOf, type Weekday, weekdayOf } from '@/lib/core/plain-date';
import {
  blocksHeightMm,
  ENTRY_GAP,
  entryFont,
  type FittedDay,
  isOwnDate,
  LEADING,
  MARK_ROOM,
} from './fit-entries';
import { MM_PER_PT } from './font-book';
import { drawNotes } from './notes';
import type { Box, Colour, Page } from './operations';
import { circlePath, diamondPath, starPath } from './ornaments';
import {
  type DaysPlan,
  entryColour,
  type Measures,
  type MonthDaysInput,
  measureDays,
  planDays,
  roomFor,
} from './plan-days';
import { middleOf, rightOf, roundedBox, type Sheet } from './sheet';
import type { Theme } from './theme';

/** Draws week days, days, names and notes into a box; returns where each day of the month stands. */
export function drawMonthDays(
  sheet: Sheet,
  theme: Theme,
  input: MonthDaysInput,
  box: Box,
): Page['days'] {
  const measures = measureDays(sheet.typesetter, theme, input.document, box);
  drawWeekdays(sheet, theme, input.document, box, measures);
  const daysBox = {
    ...box,
    yMm: box.yMm + measures.headMm,
    heightMm: box.heightMm - measures.headMm,
  };
  const plan = planDays(sheet.typesetter, theme, input, daysBox, measures);
  drawGrid(sheet, theme, plan.gridBox, plan.weeks, measures);
  const days = drawDays(sheet, theme, input, plan, measures);
  if (plan.noteLines.length > 0) drawNotes(sheet, plan.noteLines, plan.notesBox, plan.notesStyle);
  return days;
}

function drawWeekdays(
  sheet: Sheet,
  theme: Theme,
  document: CalendarDocument,
  box: Box,
  measures: Measures,
): void {
  const { typesetter } = sheet;
  const cased = (name: string) => (theme.labelCapitalsEm === null ? name : name.toUpperCase());
  const order = weekdayOrder(document.firstWeekday);
  const names = (width: 'long' | 'short') =>
    order.map((weekday) => cased(weekdayName(weekday, document.language, width)));
  const fits = (words: string[]) =>
    words.every((word) => typesetter.widthMm(word, measures.label) <= measures.columnMm * 0.84);
  const words = fits(names('long')) ? names('long') : names('short');
  words.forEach((word, column) => {
    const weekday = order[column] ?? 1;
    const place = columnPlace(theme, box, measures, column);
    sheet.text(
      word,
      { ...measures.label, colour: weekdayColour(weekday, theme, theme.palette.muted) },
      {
        ...place,
        yMm: box.yMm + measures.headMm * 0.62,
        role: 'weekday',
      },
    );
  });
}

function columnPlace(theme: Theme, box: Box, measures: Measures, column: number) {
  const leftMm = box.xMm + measures.weekNumbersMm + column * measures.columnMm;
  return theme.dayAlign === 'centre' && !measures.beside
    ? ({ xMm: leftMm + measures.columnMm / 2, align: 'centre' } as const)
    : ({ xMm: leftMm + measures.padMm.left, align: 'left' } as const);
}

function weekdayColour(weekday: Weekday, theme: Theme, usual: Colour): Colour {
  return weekday === 7 ? theme.palette.holiday : weekday === 6 ? theme.palette.saturday : usual;
}

function drawGrid(
  sheet: Sheet,
  theme: Theme,
  box: Box,
  weeks: GridDay[][],
  measures: Measures,
): void {
  const rowMm = box.heightMm / weeks.length;
  const leftMm = box.xMm + measures.weekNumbersMm;
  const { palette } = theme;
  for (let row = 0; row <= weeks.length; row += 1) {
    const yMm = box.yMm + row * rowMm;
    const last = row === weeks.length;
    if (theme.grid === 'rules') {
      sheet.line([leftMm, yMm], [rightOf(box), yMm], { colour: palette.rule, widthMm: 0.18 });
    } else if (theme.grid === 'ticks' && !last) {
      weeks[row]?.forEach(({ inMonth }, column) => {
        const startMm = leftMm + column * measures.columnMm;
        sheet.line([startMm, yMm], [startMm + measures.columnMm - measures.padMm.right, yMm], {
          colour: inMonth ? palette.ink : palette.rule,
          widthMm: inMonth ? 0.3 : 0.2,
        });
      });
    } else if (theme.grid === 'dots' && !last) {
      for (let column = 0; column <= 7; column += 1) {
        const xMm = leftMm + column * measures.columnMm;
        const edge = row === 0 || column === 0 || column === 7;
        const mark = edge ? circlePath(xMm, yMm, 0.26) : starPath(xMm, yMm, 0.95);
        sheet.shape(mark, palette.accent, 0.8);
      }
    }
  }
}

function drawDays(
  sheet: Sheet,
  theme: Theme,
  input: MonthDaysInput,
  plan: DaysPlan,
  measures: Measures,
): Page['days'] {
  const days: Page['days'] = [];
  const { gridBox, rowMm } = plan;
  plan.weeks.forEach((week, row) => {
    const topMm = gridBox.yMm + row * rowMm;
    const baselineMm = topMm + measures.padMm.top + measures.capMm;
    drawWeekNumber(sheet, theme, input.document, week, gridBox.xMm, baselineMm, measures);
    week.forEach(({ date, inMonth }, column) => {
      const cell = {
        xMm: gridBox.xMm + measures.weekNumbersMm + column * measures.columnMm,
        yMm: topMm,
        widthMm: measures.columnMm,
        heightMm: rowMm,
      };
      const off = inMonth && input.entriesOf(date).some((entry) => entry.kind === 'public-holiday');
      const colour = !inMonth
        ? theme.palette.neighbour
        : off
          ? theme.palette.holiday
          : weekdayColour(weekdayOf(date), theme, theme.palette.ink);
      const place = columnPlace(theme, gridBox, measures, column);
      // Days of the neighbour months are ornament, not dates of this page, and must not be taken for them.
      const widthMm = sheet.text(
        String(partsOf(date).day),
        { ...measures.numeral, colour },
        { ...place, yMm: baselineMm, role: inMonth ? 'day' : 'mini' },
      );
      if (!inMonth) return;
      days.push({ ...roundedBox(cell), date });
      const fitted = plan.fitted.get(date);
      const endMm = place.xMm + (place.align === 'centre' ? widthMm / 2 : widthMm);
      if (fitted) drawEntries(sheet, theme, cell, fitted, measures, { endMm, baselineMm });
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
  if (document.weekNumbers === 'none' || !middle) return;
  sheet.text(
    String(weekNumberOf(middle.date, document.weekNumbers).week),
    { font: theme.fonts.text, sizePt: measures.label.sizePt * 0.86, colour: theme.palette.muted },
    { xMm, yMm: baselineMm, role: 'week-number' },
  );
}

function drawEntries(
  sheet: Sheet,
  theme: Theme,
  cell: Box,
  fitted: FittedDay,
  measures: Measures,
  number: { endMm: number; baselineMm: number },
): void {
  const room = roomFor(cell.heightMm, measures);
  const emMm = fitted.sizePt * MM_PER_PT;
  const centred = theme.dayAlign === 'centre' && !measures.beside;
  const leftMm = cell.xMm + room.xMm;
  // Beside the number, short names stand with their first line on the number's own line.
  const neededMm = blocksHeightMm(fitted.blocks, fitted.sizePt);
  const alignedMm = number.baselineMm - cell.yMm - emMm * 0.95;
  const startMm =
    measures.beside && alignedMm + neededMm <= room.yMm + room.heightMm ? alignedMm : room.yMm;
  let lineTopMm = cell.yMm + startMm;
  fitted.blocks.forEach((block, index) => {
    const { entry, lines } = block;
    if (index > 0) lineTopMm += ENTRY_GAP * emMm;
    const colour = entryColour(entry, theme);
    const style = { font: entryFont(entry, theme.fonts), sizePt: fitted.sizePt, colour };
    const role = isOwnDate(entry) ? 'date' : 'holiday';
    const markMm = isOwnDate(entry) ? MARK_ROOM * emMm : 0;
    lines.forEach((line, lineIndex) => {
      const yMm = lineTopMm + emMm * 0.95;
      const widthMm = sheet.typesetter.widthMm(line, style);
      const xMm = centred ? middleOf(cell) - (widthMm - markMm) / 2 : leftMm + markMm;
      sheet.text(line, style, { xMm, yMm, role });
      if (lineIndex === 0 && markMm > 0) {
        drawMark(sheet, entry, xMm - markMm + emMm * 0.27, yMm - emMm * 0.26, emMm, colour);
      }
      lineTopMm += LEADING * emMm;
    });
  });
  if (fitted.hiddenCount > 0) {
    const { endMm, baselineMm } = number;
    sheet.text(
      `+${fitted.hiddenCount}`,
      { font: theme.fonts.textStrong, sizePt: fitted.sizePt, colour: theme.palette.muted },
      measures.beside
        ? { xMm: cell.xMm + measures.padMm.left, yMm: baselineMm + emMm * 1.35, role: 'date' }
        : { xMm: endMm + emMm * 0.45, yMm: baselineMm, role: 'date' },
    );
  }
}

/** A dot for a birthday, a ring for an anniversary, a diamond for anything else. */
function drawMark(
  sheet: Sheet,
  entry: DayEntry,
  xMm: number,
  yMm: number,
  emMm: number,
  colour: Colour,
): void {
  if (entry.kind === 'birthday') sheet.shape(circlePath(xMm, yMm, emMm * 0.2), colour);
  else if (entry.kind === 'anniversary') {
    sheet.stroke(circlePath(xMm, yMm, emMm * 0.18), { colour, widthMm: 0.2 });
  } else sheet.shape(diamondPath(xMm, yMm, emMm * 0.25), colour);
}
