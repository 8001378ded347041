import { monthGrid, weekdayOrder } from '@/lib/calendar-days/month-grid';
import { weekdayName } from '@/lib/calendar-days/names';
import type { CalendarDocument } from '@/lib/calendars/document';
import { type PlainDate, partsOf, type YearMonth } from '@/lib/core/plain-date';
import { dayColour, weekendOf } from './days-off';
import { MM_PER_PT } from './font-book';
import type { Box, Colour, FontId } from './operations';
import { circlePath } from './ornaments';
import { digits } from './page-words';
import { inReadingDirection, type Sheet } from './sheet';
import type { Theme } from './theme';
import { fittingScale, scaled } from './type-sizes';

/** Digits smaller than this are no longer read from a wall. */
export const MINI_MIN_PT = 5.5;

export type MiniMonth = {
  document: CalendarDocument;
  month: YearMonth;
  title: string;
  titleFont: FontId;
  titleColour: Colour;
  /** Days to print in the colour of days off. */
  daysOff: ReadonlySet<PlainDate>;
  weekdays: boolean;
  /** Days with own dates, which get a dot under their number. */
  marks?: ReadonlyMap<PlainDate, Colour>;
  /** 'day' where the table is what the page is for, and not an ornament beside it. */
  dayRole?: 'mini' | 'day';
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

/** Draws a small month with its upper left corner at the given point; returns where its days stand. */
export function drawMiniMonth(
  paper: Sheet,
  theme: Theme,
  mini: MiniMonth,
  at: { xMm: number; yMm: number; widthMm: number },
): (Box & { date: PlainDate })[] {
  const { palette, fonts } = theme;
  const { document, dayRole = 'mini' } = mini;
  const size = miniMonthSize(at.widthMm, mini.weekdays);
  const sheet = inReadingDirection(paper, document.language, { ...at, heightMm: size.heightMm });
  const emMm = size.sizePt * MM_PER_PT;
  const centre = (column: number) => at.xMm + (column + 0.5) * size.columnMm;
  const firstBaselineMm = at.yMm + emMm * 0.95;
  // Digits are centred in their columns, so a title flush with the box would look pushed out.
  const edgeMm = (size.columnMm - emMm * 1.1) / 2;
  const centred = theme.dayAlign === 'centre';
  const roomMm = at.widthMm - 2 * edgeMm;
  const title = { font: mini.titleFont, sizePt: size.sizePt * 1.22, colour: mini.titleColour };
  const scale = fittingScale(sheet.typesetter.widthMm(mini.title, title), roomMm);
  sheet.text(mini.title, scaled(title, scale), {
    xMm: centred ? at.xMm + at.widthMm / 2 : at.xMm + edgeMm,
    yMm: firstBaselineMm,
    align: centred ? 'centre' : 'left',
    role: dayRole === 'day' ? 'month' : 'mini',
  });
  if (mini.weekdays) {
    weekdayOrder(document.firstWeekday).forEach((weekday, column) => {
      sheet.text(
        weekdayName(weekday, document.language, 'narrow'),
        {
          font: fonts.text,
          sizePt: Math.max(MINI_MIN_PT, size.sizePt * 0.86),
          colour: palette.muted,
        },
        {
          xMm: centre(column),
          yMm: firstBaselineMm + size.titleMm,
          align: 'centre',
          role: dayRole === 'day' ? 'weekday' : 'mini',
        },
      );
    });
  }
  const weekend = weekendOf(document);
  const weeks = monthGrid(mini.month, document.firstWeekday).weeks;
  return weeks.flatMap((week, row) =>
    week.flatMap(({ date, inMonth }, column) => {
      if (!inMonth) return [];
      const colour = dayColour(date, mini.daysOff, weekend, palette);
      const baselineMm = firstBaselineMm + size.titleMm + size.headMm + row * size.rowMm;
      sheet.text(
        digits(partsOf(date).day, document),
        { font: fonts.text, sizePt: size.sizePt, colour },
        { xMm: centre(column), yMm: baselineMm, align: 'centre', role: dayRole },
      );
      const mark = mini.marks?.get(date);
      if (mark) {
        const dot = (xMm: number) => circlePath(xMm, baselineMm + emMm * 0.36, emMm * 0.13);
        sheet.mark(centre(column), dot, mark);
      }
      const box = {
        xMm: at.xMm + column * size.columnMm,
        yMm: baselineMm - emMm * 1.05,
        widthMm: size.columnMm,
        heightMm: size.rowMm,
      };
      return [{ ...sheet.place(box), date }];
    }),
  );
}
