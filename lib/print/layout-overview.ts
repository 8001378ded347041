import type { DayEntry } from '@/lib/calendar-days/day-entry';
import { monthName, weekdayName } from '@/lib/calendar-days/names';
import { addMonths, monthPartsOf, type PlainDate, partsOf, weekdayOf } from '@/lib/core/plain-date';
import { PAGE_TITLE_WORDS } from './data/page-title-words';
import { markColour } from './day-cell';
import { dayColour, daysOff, daysOfMonth, isWeekend, weekendOf } from './days-off';
import { entryFont, isOwnDate } from './fit-entries';
import { MM_PER_PT } from './font-book';
import { hasSeveralYears } from './month-labels';
import type { Box, Page } from './operations';
import { circlePath } from './ornaments';
import { paperScaleOf } from './page-layout';
import { digits, rangeWords, yearWord } from './page-words';
import { entryColour, MIN_TEXT_PT } from './plan-days';
import type { PrintInput } from './print-input';
import { bottomOf, inset, rightOf } from './sheet';
import { beginTitledPage, finishedPage, type TitledPage } from './titled-page';
import type { TextStyle } from './typesetter';
import { wrapEvenly } from './wrap-text';

/** Between two months. */
const COLUMN_GAP_MM = 1.2;

/** From one line of a name to the next, in sizes. */
const NAME_LEADING = 1.12;

/** Sizes that all columns share. */
type Table = {
  columnMm: number;
  headMm: number;
  rowMm: number;
  sizePt: number;
  numberMm: number;
  weekdayMm: number;
};

/**
 * Lays out the year at a glance: a column for each month, a row for each day of it, with days off, weekends and own
 * dates, named where the name fits its column.
 */
export function layoutOverview(input: PrintInput, index: number): Page {
  const { document } = input;
  const { from, monthCount, language, hasNativeDigits } = document;
  const page = beginTitledPage(input, 'overview', {
    text: PAGE_TITLE_WORDS[language].overview,
    role: 'title',
    aside: { text: rangeWords(from, monthCount, language, hasNativeDigits), role: 'year' },
  });
  const scale = paperScaleOf(page.format);
  const box = inset(page.box, { top: 2.5 * scale });
  const table = tableOf(page, input, box);
  drawHeads(page, input, table, box);
  const byDate = Map.groupBy(input.entries, (entry) => entry.date);
  const off = daysOff(input.entries);
  for (let at = 0; at < monthCount; at += 1) {
    const leftMm = box.xMm + at * (table.columnMm + COLUMN_GAP_MM);
    daysOfMonth(addMonths(from, at)).forEach((date, row) => {
      const cell = {
        xMm: leftMm,
        yMm: box.yMm + table.headMm + row * table.rowMm,
        widthMm: table.columnMm,
        heightMm: table.rowMm,
      };
      drawDay(page, input, table, cell, date, { entries: byDate.get(date) ?? [], off });
    });
  }
  return finishedPage(page, 'overview', index);
}

function tableOf({ sheet, theme }: TitledPage, { document }: PrintInput, box: Box): Table {
  const { typesetter } = sheet;
  const { monthCount, language } = document;
  const columnMm = (box.widthMm - COLUMN_GAP_MM * (monthCount - 1)) / monthCount;
  const headMm = Math.min(12, Math.max(6.4, box.heightMm * 0.04));
  const rowMm = (box.heightMm - headMm) / 31;
  const sizePt = Math.min(9, Math.max(MIN_TEXT_PT, (rowMm * 0.5) / MM_PER_PT));
  const widest = (texts: readonly string[], font: string) =>
    Math.max(...texts.map((text) => typesetter.widthMm(text, { font, sizePt, colour: '#000000' })));
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => weekdayName(day as 1, language, 'narrow'));
  return {
    columnMm,
    headMm,
    rowMm,
    sizePt,
    numberMm: widest(
      [20, 28, 30].map((day) => digits(day, document)),
      theme.fonts.textStrong,
    ),
    weekdayMm: widest(weekdays, theme.fonts.text),
  };
}

/** Names of the months; their numbers where not all names fit. Years under them where there are several. */
function drawHeads(
  { sheet, theme }: TitledPage,
  { document }: PrintInput,
  { columnMm, headMm, sizePt }: Table,
  box: Box,
): void {
  const { from, monthCount, language, hasNativeDigits } = document;
  const { palette, fonts } = theme;
  const { typesetter } = sheet;
  const months = Array.from({ length: monthCount }, (_, at) => monthPartsOf(addMonths(from, at)));
  const names = months.map(({ month }) => monthName(month, language));
  const wide: TextStyle = { font: fonts.textStrong, sizePt: sizePt * 1.12, colour: palette.ink };
  const longest = Math.max(...names.map((name) => typesetter.widthMm(name, wide)));
  const fittingPt = wide.sizePt * Math.min(1, columnMm / longest);
  const fits = fittingPt >= MIN_TEXT_PT;
  const style = { ...wide, sizePt: fits ? fittingPt : wide.sizePt };
  const yearStyle: TextStyle = { font: fonts.text, sizePt: MIN_TEXT_PT, colour: palette.muted };
  const withYear = hasSeveralYears(document);
  months.forEach(({ year, month }, at) => {
    const leftMm = box.xMm + at * (columnMm + COLUMN_GAP_MM);
    const yMm = box.yMm + headMm - (withYear ? 3.9 : 1.7);
    const text = fits ? (names[at] ?? '') : digits(month, document);
    sheet.text(text, style, { xMm: leftMm, yMm, role: 'month' });
    if (withYear) {
      const words = yearWord(year, language, hasNativeDigits);
      sheet.text(words, yearStyle, { xMm: leftMm, yMm: box.yMm + headMm - 1.3, role: 'year' });
    }
    const ruleMm = box.yMm + headMm;
    sheet.line([leftMm, ruleMm], [leftMm + columnMm, ruleMm], {
      colour: palette.ink,
      widthMm: 0.35,
    });
  });
}

function drawDay(
  { sheet, theme }: TitledPage,
  { document }: PrintInput,
  { sizePt, numberMm, weekdayMm, rowMm }: Table,
  cell: Box,
  date: PlainDate,
  { entries, off }: { entries: readonly DayEntry[]; off: ReadonlySet<PlainDate> },
): void {
  const { palette, fonts } = theme;
  const { typesetter } = sheet;
  const weekend = weekendOf(document);
  if (isWeekend(date, weekend)) sheet.fill(inset(cell, { bottom: 0.15 }), palette.tint);
  sheet.line([cell.xMm, bottomOf(cell)], [rightOf(cell), bottomOf(cell)], {
    colour: palette.rule,
    widthMm: 0.18,
  });
  const colour = dayColour(date, off, weekend, palette);
  const number: TextStyle = { font: fonts.textStrong, sizePt, colour };
  const yMm = cell.yMm + rowMm / 2 + typesetter.capHeightMm(number) / 2;
  const numberEndMm = cell.xMm + 0.5 + numberMm;
  sheet.text(digits(partsOf(date).day, document), number, {
    xMm: numberEndMm,
    yMm,
    align: 'right',
    role: 'mini',
  });
  const weekdayMiddleMm = numberEndMm + 1 + weekdayMm / 2;
  sheet.text(
    weekdayName(weekdayOf(date), document.language, 'narrow'),
    { font: fonts.text, sizePt, colour: colour === palette.ink ? palette.muted : colour },
    { xMm: weekdayMiddleMm, yMm, align: 'centre', role: 'mini' },
  );

  const own = entries.find(isOwnDate);
  const dotMm = sizePt * MM_PER_PT * 0.24;
  const endMm = rightOf(cell) - (own ? 2 * dotMm + 0.9 : 0.4);
  const nameMm = weekdayMiddleMm + weekdayMm / 2 + 0.9;
  const roomMm = endMm - nameMm;
  for (const entry of entries) {
    const style = nameStyle(entry);
    const leadingMm = style.sizePt * MM_PER_PT * NAME_LEADING;
    const { lines, brokenWord } = wrapEvenly(typesetter, entry.text, style, roomMm);
    if (brokenWord || lines.length > Math.max(1, Math.floor(rowMm / leadingMm))) continue;
    const role = isOwnDate(entry) ? 'date' : 'holiday';
    const firstMm =
      cell.yMm + (rowMm - lines.length * leadingMm) / 2 + style.sizePt * MM_PER_PT * 0.9;
    lines.forEach((line, at) => {
      sheet.text(line, style, { xMm: nameMm, yMm: firstMm + at * leadingMm, role });
    });
    break;
  }
  if (own) {
    const at = rightOf(cell) - dotMm - 0.4;
    const dot = (xMm: number) => circlePath(xMm, cell.yMm + rowMm / 2, dotMm);
    sheet.mark(at, dot, markColour(own, theme));
  }

  function nameStyle(entry: DayEntry): TextStyle {
    return {
      font: entryFont(entry, fonts),
      sizePt: Math.max(MIN_TEXT_PT, sizePt * 0.8),
      colour: entryColour(entry, theme),
    };
  }
}
