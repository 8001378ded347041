import type { DayEntry } from '@/lib/calendar-days/day-entry';
import { weekdayName } from '@/lib/calendar-days/names';
import { weekNumberOf } from '@/lib/calendar-days/week-numbers';
import { type PlainDate, partsOf, weekdayOf } from '@/lib/core/plain-date';
import { PAGE_TITLE_WORDS } from './data/page-title-words';
import { drawBlocks, drawRoundPicture } from './day-cell';
import { cornerWidthMm, dayCornerOf, drawCorner } from './day-corner';
import { dayColour, daysOfMonth, isWeekend, weekendOf } from './days-off';
import { blocksHeightMm, type FittedDay, fitEntries } from './fit-entries';
import { MM_PER_PT } from './font-book';
import { drawNotes, flowNotes, type NoteLine, type NotesStyle, notesLeadingMm } from './notes';
import type { Box, Colour, Page } from './operations';
import { digits } from './page-words';
import { cellPictureOf, MIN_TEXT_PT, type MonthDaysInput, notesStyleOf } from './plan-days';
import { bottomOf, inReadingDirection, inset, rightOf, roundedBox, type Sheet } from './sheet';
import type { Theme } from './theme';
import { sizeForCapitals } from './type-sizes';
import type { TextStyle } from './typesetter';
import { clampText } from './wrap-text';

/** Columns for hand-written names when a calendar names nobody. */
const BLANK_COLUMNS = 4;
/** Everybody's column holds the holidays and is wider than a person's. */
const SHARED_WIDTH = 1.35;
const NOTES_MAX_SHARE = 0.2;

type Column = {
  leftMm: number;
  widthMm: number;
  name: string;
  colour: Colour | null;
  holds: (entry: DayEntry) => boolean;
};

type Plan = {
  headMm: number;
  rowMm: number;
  dayMm: number;
  columns: Column[];
  rows: { date: PlainDate; cells: FittedDay[] }[];
  noteLines: NoteLine[];
  notesStyle: NotesStyle;
};

/**
 * Draws a month as a table: a row for each day, a first column for everybody and for holidays, and one for each person.
 * Returns where each day stands.
 */
export function drawFamilyPlanner(
  paper: Sheet,
  theme: Theme,
  input: MonthDaysInput,
  box: Box,
): Page['days'] {
  const sheet = inReadingDirection(paper, input.document.language, box);
  const plan = planOf(sheet, theme, input, box);
  const { headMm, rowMm, rows } = plan;
  drawHeads(sheet, theme, plan, box);
  const weekend = weekendOf(input.document);
  const days = rows.map(({ date, cells }, index) => {
    const row = {
      ...box,
      yMm: box.yMm + headMm + index * rowMm,
      heightMm: rowMm,
    };
    if (isWeekend(date, weekend)) sheet.fill(row, theme.palette.tint);
    drawRule(sheet, theme, input, row, date, index);
    drawDay(sheet, theme, input, row, date, plan);
    plan.columns.forEach((column, at) => {
      const fitted = cells[at];
      if (fitted) drawCell(sheet, theme, input, row, column, date, fitted);
    });
    drawCellPicture(sheet, input, row, date, plan);
    return { ...sheet.place(row), date };
  });
  const endMm = box.yMm + headMm + rows.length * rowMm;
  sheet.line([box.xMm, endMm], [rightOf(box), endMm], {
    colour: theme.palette.ink,
    widthMm: 0.3,
  });
  for (const { leftMm } of plan.columns) {
    sheet.line([leftMm, box.yMm], [leftMm, endMm], { colour: theme.palette.rule, widthMm: 0.18 });
  }
  if (plan.noteLines.length > 0) {
    drawNotes(
      sheet,
      plan.noteLines,
      { ...box, yMm: endMm + 1.2, heightMm: bottomOf(box) - endMm - 1.2 },
      plan.notesStyle,
    );
  }
  return days;
}

/** Settles the rows; names that no cell can hold go to notes, which take their lines from the rows. */
function planOf(sheet: Sheet, theme: Theme, input: MonthDaysInput, box: Box): Plan {
  const dates = daysOfMonth(input.month);
  const headMm = Math.max(HEAD_MIN_MM, box.heightMm * 0.034);
  let notesMm = 0;
  while (true) {
    // 31 rows in every month, so that all months look alike.
    const rowMm = (box.heightMm - headMm - notesMm) / 31;
    const dayMm = dayColumnMm(sheet, theme, input, rowMm);
    const columns = columnsOf(input, box, dayMm);
    const rows = dates.map((date) => ({
      date,
      cells: columns.map((column) => fitCell(sheet, theme, input, column, rowMm, date)),
    }));
    const notes = rows.flatMap(({ date, cells }) => {
      const entries = cells.flatMap(({ incomplete }) => incomplete);
      return entries.length > 0 ? [{ date, entries }] : [];
    });
    const notesStyle = notesStyleOf(theme, { sizesPt: [MIN_TEXT_PT] });
    const { typesetter } = sheet;
    const noteLines = flowNotes(typesetter, notes, box.widthMm, notesStyle, input.document);
    const neededMm =
      noteLines.length === 0 ? 0 : noteLines.length * notesLeadingMm(notesStyle) + 1.4;
    const wantedMm = Math.min(neededMm, box.heightMm * NOTES_MAX_SHARE);
    if (wantedMm <= notesMm) {
      return { headMm, rowMm, dayMm, columns, rows, noteLines, notesStyle };
    }
    notesMm = wantedMm;
  }
}

function columnsOf({ document }: MonthDaysInput, box: Box, dayMm: number): Column[] {
  const people =
    document.people.length > 0
      ? document.people
      : Array.from({ length: BLANK_COLUMNS }, () => ({ id: null, name: '', colour: null }));
  const known = new Set(document.people.map(({ id }) => id));
  const widthMm = (box.widthMm - dayMm) / (people.length + SHARED_WIDTH);
  const firstMm = box.xMm + dayMm;
  const isShared = ({ mark }: DayEntry) => !mark?.personId || !known.has(mark.personId);
  return [
    {
      leftMm: firstMm,
      widthMm: widthMm * SHARED_WIDTH,
      name: PAGE_TITLE_WORDS[document.language].everybody,
      colour: null,
      holds: isShared,
    },
    ...people.map(({ id, name, colour }, index) => ({
      leftMm: firstMm + widthMm * (SHARED_WIDTH + index),
      widthMm,
      name,
      colour,
      holds: (entry: DayEntry) => !isShared(entry) && entry.mark?.personId === id,
    })),
  ];
}

const CELL_PAD_MM = 1.1;
/** Room for a name in two of the smallest lines and the bar in the person's colour. */
const HEAD_MIN_MM = 6.6;
/** For the "+2" of a day whose names do not all fit. */
const MORE_MM = 3.4;

function fitCell(
  sheet: Sheet,
  theme: Theme,
  input: MonthDaysInput,
  column: Column,
  rowMm: number,
  date: PlainDate,
): FittedDay {
  const entries = input.entriesOf(date).filter(column.holds);
  const pictureMm = hasPictureIn(input, column, date) ? pictureSideMm(rowMm) + 0.8 : 0;
  const widthMm = column.widthMm - 2 * CELL_PAD_MM - pictureMm;
  const heightMm = rowMm - 0.3;
  const basePt = Math.min(8.4, Math.max(MIN_TEXT_PT, (rowMm * 0.56) / MM_PER_PT));
  const sizesPt = [1, 0.9, 0.8, 0.7, 0.6].map((step) => Math.max(MIN_TEXT_PT, basePt * step));
  const fitted = (free: number) =>
    fitEntries(sheet.typesetter, entries, { widthMm: free, heightMm }, theme.fonts, sizesPt);
  const first = fitted(widthMm);
  return first.hiddenCount > 0 ? fitted(widthMm - MORE_MM) : first;
}

const pictureSideMm = (rowMm: number) => rowMm * 0.86;

function hasPictureIn(input: MonthDaysInput, column: Column, date: PlainDate): boolean {
  const found = cellPictureOf(input, date);
  return found !== null && column.holds(found.entry);
}

function numeralOf(sheet: Sheet, theme: Theme, rowMm: number): TextStyle {
  const sizePt = sizeForCapitals(sheet.typesetter, theme.fonts.numeral, rowMm * 0.5);
  const { numeral } = theme.fonts;
  return { font: numeral, sizePt: Math.max(MIN_TEXT_PT, sizePt), colour: theme.palette.ink };
}

function weekdayStyle(theme: Theme, rowMm: number): TextStyle {
  const sizePt = Math.min(7.5, Math.max(MIN_TEXT_PT, (rowMm * 0.4) / MM_PER_PT));
  return { font: theme.fonts.label, sizePt, colour: theme.palette.muted };
}

/** Wide enough for week number, day, week day, and the small date of another calendar. */
function dayColumnMm(sheet: Sheet, theme: Theme, input: MonthDaysInput, rowMm: number): number {
  const { typesetter } = sheet;
  const { language } = input.document;
  const weekday = weekdayStyle(theme, rowMm);
  const names = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    typesetter.widthMm(weekdayName(day as 1, language, 'short'), weekday),
  );
  const corners = daysOfMonth(input.month).flatMap((date) => {
    const corner = dayCornerOf(date, input.document);
    return corner ? [cornerWidthMm(typesetter, theme, MIN_TEXT_PT, corner) + 1.6] : [];
  });
  return (
    weekNumberRoomMm(input) +
    numberRoomMm(sheet, theme, input, rowMm) +
    Math.max(...names) +
    1.6 +
    Math.max(0, ...corners)
  );
}

const weekNumberRoomMm = ({ document }: MonthDaysInput) =>
  document.weekNumbers === 'none' ? 0 : 4.2;

function numberRoomMm(sheet: Sheet, theme: Theme, input: MonthDaysInput, rowMm: number): number {
  const widest = [20, 28, 30].map((day) =>
    sheet.typesetter.widthMm(digits(day, input.document), numeralOf(sheet, theme, rowMm)),
  );
  return Math.max(...widest) + 1.4;
}

function drawHeads(sheet: Sheet, theme: Theme, plan: Plan, box: Box): void {
  const { typesetter } = sheet;
  const sizePt = Math.min(9, Math.max(MIN_TEXT_PT, (plan.headMm * 0.5) / MM_PER_PT));
  const style = { font: theme.fonts.textStrong, sizePt, colour: theme.palette.ink };
  for (const { leftMm, widthMm, name, colour } of plan.columns) {
    const head = { xMm: leftMm, yMm: box.yMm, widthMm, heightMm: plan.headMm };
    if (colour) {
      const bar = inset({ ...head, yMm: bottomOf(head) - 0.9, heightMm: 0.9 }, { left: 0.1 });
      sheet.fill(bar, colour);
    }
    if (name.trim() === '') continue;
    const fitted = fittedName(typesetter, name, style, widthMm - 2 * CELL_PAD_MM);
    const leadingMm = fitted.style.sizePt * MM_PER_PT * 1.14;
    const lastMm = box.yMm + plan.headMm - 0.9 - fitted.style.sizePt * MM_PER_PT * 0.42;
    const { lines } = fitted;
    lines.forEach((line, index) => {
      const isLast = index === lines.length - 1;
      sheet.text(line, fitted.style, {
        xMm: leftMm + CELL_PAD_MM,
        yMm: lastMm - (lines.length - 1 - index) * leadingMm,
        role: fitted.shortened && isLast ? 'overflow' : 'person',
      });
    });
  }
}

/** A name in one line, smaller where the column is narrow; in two of the smallest lines where that is not enough. */
function fittedName(
  typesetter: Sheet['typesetter'],
  name: string,
  style: TextStyle,
  widthMm: number,
) {
  const neededMm = typesetter.widthMm(name, style);
  const sizePt = Math.max(MIN_TEXT_PT, style.sizePt * Math.min(1, widthMm / neededMm));
  const smaller = { ...style, sizePt };
  return { ...clampText(typesetter, name, smaller, widthMm + 1e-6, 2), style: smaller };
}

/** Thin between days, stronger where a week begins. */
function drawRule(
  sheet: Sheet,
  { palette }: Theme,
  { document }: MonthDaysInput,
  row: Box,
  date: PlainDate,
  index: number,
): void {
  const isStrong = index === 0 || weekdayOf(date) === document.firstWeekday;
  sheet.line([row.xMm, row.yMm], [rightOf(row), row.yMm], {
    colour: isStrong ? palette.ink : palette.rule,
    widthMm: isStrong ? 0.3 : 0.18,
  });
}

function drawDay(
  sheet: Sheet,
  theme: Theme,
  input: MonthDaysInput,
  row: Box,
  date: PlainDate,
  { rowMm, dayMm }: Plan,
): void {
  const { document } = input;
  const { palette } = theme;
  const numeral = numeralOf(sheet, theme, rowMm);
  const baselineMm = row.yMm + rowMm / 2 + sheet.typesetter.capHeightMm(numeral) / 2;
  const off = new Set(
    input.entriesOf(date).some(({ kind }) => kind === 'public-holiday') ? [date] : [],
  );
  const colour = dayColour(date, off, weekendOf(document), palette);
  let penMm = row.xMm;
  const { weekNumbers, firstWeekday } = document;
  if (weekNumbers !== 'none') {
    const isShown = weekdayOf(date) === firstWeekday || partsOf(date).day === 1;
    const style = { font: theme.fonts.text, sizePt: MIN_TEXT_PT, colour: palette.muted };
    const at = { xMm: penMm + 0.4, yMm: baselineMm, role: 'week-number' } as const;
    if (isShown) {
      sheet.text(digits(weekNumberOf(date, weekNumbers).week, document), style, at);
    }
    penMm += weekNumberRoomMm(input);
  }
  const numberEndMm = penMm + numberRoomMm(sheet, theme, input, rowMm) - 1.4;
  sheet.text(
    digits(partsOf(date).day, document),
    { ...numeral, colour },
    { xMm: numberEndMm, yMm: baselineMm, align: 'right', role: 'day' },
  );
  const weekday = weekdayName(weekdayOf(date), document.language, 'short');
  const weekdayLook = weekdayStyle(theme, rowMm);
  const weekdayMm = numberEndMm + 1.4;
  sheet.text(
    weekday,
    { ...weekdayLook, colour: colour === palette.ink ? palette.muted : colour },
    { xMm: weekdayMm, yMm: baselineMm, role: 'weekday' },
  );
  const corner = dayCornerOf(date, document);
  if (!corner) return;
  const endMm = row.xMm + dayMm - 0.8;
  const xMm = endMm - cornerWidthMm(sheet.typesetter, theme, MIN_TEXT_PT, corner);
  drawCorner(sheet, theme, document, corner, {
    xMm,
    yMm: baselineMm,
    align: 'left',
    sizePt: MIN_TEXT_PT,
  });
}

function drawCell(
  sheet: Sheet,
  theme: Theme,
  input: MonthDaysInput,
  row: Box,
  column: Column,
  date: PlainDate,
  fitted: FittedDay,
): void {
  const { leftMm, widthMm } = column;
  const heightMm = blocksHeightMm(fitted.blocks, fitted.sizePt);
  const emMm = fitted.sizePt * MM_PER_PT;
  const yMm = row.yMm + (row.heightMm - heightMm) / 2;
  drawBlocks(sheet, theme, fitted, { xMm: leftMm + CELL_PAD_MM, yMm, centred: false });
  if (fitted.hiddenCount === 0) return;
  const style = {
    font: theme.fonts.textStrong,
    sizePt: fitted.sizePt,
    colour: theme.palette.muted,
  };
  sheet.text(`+${digits(fitted.hiddenCount, input.document)}`, style, {
    xMm:
      leftMm +
      widthMm -
      (hasPictureIn(input, column, date) ? pictureSideMm(row.heightMm) + 0.8 : 0.4),
    yMm: row.yMm + row.heightMm / 2 + emMm * 0.36,
    align: 'right',
    role: 'date',
  });
}

function drawCellPicture(
  sheet: Sheet,
  input: MonthDaysInput,
  row: Box,
  date: PlainDate,
  { columns }: Plan,
): void {
  const found = cellPictureOf(input, date);
  const column = found && columns.find(({ holds }) => holds(found.entry));
  if (!found || !column) return;
  const side = pictureSideMm(row.heightMm);
  drawRoundPicture(
    sheet,
    found,
    roundedBox({
      xMm: column.leftMm + column.widthMm - side - 0.5,
      yMm: row.yMm + (row.heightMm - side) / 2,
      widthMm: side,
      heightMm: side,
    }),
  );
}
