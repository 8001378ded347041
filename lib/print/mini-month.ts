import { monthGrid, weekdayOrder } from '@/lib/calendar-days/month-grid';
import { weekdayName } from '@/lib/calendar-days/names';
import type { PrintLanguage } from '@/lib/calendars/document';
import {
  type PlainDate,
  partsOf,
  type Weekday,
  weekdayOf,
  type YearMonth,
} from '@/lib/core/plain-date';
import { MM_PER_PT } from './font-book';
import type { Colour, FontId } from './operations';
import type { Sheet } from './sheet';
import type { Theme } from './theme';

/** Digits smaller than this are no longer read from a wall. */
export const MINI_MIN_PT = 5;

export type MiniMonth = {
  month: YearMonth;
  title: string;
  titleFont: FontId;
  titleColour: Colour;
  language: PrintLanguage;
  firstWeekday: Weekday;
  /** Days to print in the colour of days off. */
  daysOff: ReadonlySet<PlainDate>;
  weekdays: boolean;
};

/** How big a mini month of this width is set; everything grows with the width. The height is that of six rows. */
export function miniMonthSize(widthMm: number, weekdays: boolean) {
  const columnMm = widthMm / 7;
  const sizePt = (columnMm * 0.52) / MM_PER_PT;
  const rowMm = sizePt * MM_PER_PT * 1.5;
  const titleMm = sizePt * MM_PER_PT * (weekdays ? 2.3 : 2.1);
  const headMm = weekdays ? rowMm * 1.05 : 0;
  return { columnMm, sizePt, rowMm, titleMm, headMm, heightMm: titleMm + headMm + 6 * rowMm };
}

/** Draws a small month with its upper left corner at the given point. */
export function drawMiniMonth(
  sheet: Sheet,
  theme: Theme,
  mini: MiniMonth,
  at: { xMm: number; yMm: number; widthMm: number },
): void {
  const { palette, fonts } = theme;
  const size = miniMonthSize(at.widthMm, mini.weekdays);
  const centre = (column: number) => at.xMm + (column + 0.5) * size.columnMm;
  const firstBaselineMm = at.yMm + size.sizePt * MM_PER_PT * 0.95;
  const titleStyle = {
    font: mini.titleFont,
    sizePt: size.sizePt * 1.22,
    colour: mini.titleColour,
  };
  // Digits are centred in their columns, so a title flush with the box would look pushed out.
  const edgeMm = (size.columnMm - size.sizePt * MM_PER_PT * 1.1) / 2;
  const centred = theme.dayAlign === 'centre';
  sheet.text(mini.title, titleStyle, {
    xMm: centred ? at.xMm + at.widthMm / 2 : at.xMm + edgeMm,
    yMm: firstBaselineMm,
    align: centred ? 'centre' : 'left',
    role: 'mini',
  });
  if (mini.weekdays) {
    weekdayOrder(mini.firstWeekday).forEach((weekday, column) => {
      sheet.text(
        weekdayName(weekday, mini.language, 'narrow'),
        { font: fonts.text, sizePt: size.sizePt * 0.86, colour: palette.muted },
        {
          xMm: centre(column),
          yMm: firstBaselineMm + size.titleMm,
          align: 'centre',
          role: 'mini',
        },
      );
    });
  }
  monthGrid(mini.month, mini.firstWeekday).weeks.forEach((week, row) => {
    week.forEach(({ date, inMonth }, column) => {
      if (!inMonth) return;
      const weekday = weekdayOf(date);
      const colour =
        weekday === 7 || mini.daysOff.has(date)
          ? palette.holiday
          : weekday === 6
            ? palette.saturday
            : palette.ink;
      sheet.text(
        String(partsOf(date).day),
        { font: fonts.text, sizePt: size.sizePt, colour },
        {
          xMm: centre(column),
          yMm: firstBaselineMm + size.titleMm + size.headMm + row * size.rowMm,
          align: 'centre',
          role: 'mini',
        },
      );
    });
  });
}
