import { type MoonPhase, moonPhaseOn } from '@/lib/calendar-days/moon';
import { secondaryDate } from '@/lib/calendar-days/secondary-dates';
import type { CalendarDocument } from '@/lib/calendars/document';
import type { PlainDate, YearMonth } from '@/lib/core/plain-date';
import { daysOfMonth } from './days-off';
import { MM_PER_PT } from './font-book';
import { drawMoon } from './moon-glyph';
import type { Box } from './operations';
import { isSouthern } from './season';
import { bottomOf, middleOf, rightOf, type Sheet } from './sheet';
import type { Theme } from './theme';
import type { TextStyle, Typesetter } from './typesetter';

/** What stands small in a day beside its number: the date of another calendar, and the moon. */
export type DayCorner = {
  text: string;
  /** Without the month's name, which the first day of a month bears where there is room. */
  short: string;
  moon: MoonPhase | null;
};

/** The date of the second calendar and the phase of the moon of one day; null where there is neither. */
export function dayCornerOf(
  date: PlainDate,
  {
    secondaryCalendar,
    hasMoonPhases,
    language,
    hasNativeDigits,
  }: Pick<CalendarDocument, 'secondaryCalendar' | 'hasMoonPhases' | 'language' | 'hasNativeDigits'>,
): DayCorner | null {
  const other = secondaryDate(date, secondaryCalendar, language, hasNativeDigits);
  const text = other?.text ?? '';
  const moon = hasMoonPhases ? moonPhaseOn(date) : null;
  if (text === '' && moon === null) return null;
  return { text, short: other ? text.replace(` ${other.monthName}`, '') : '', moon };
}

/** Its size in a day of this width, in points: as small as can be read beside a far larger number. */
export function cornerSizePt(columnMm: number): number {
  return Math.min(Math.max(columnMm * 0.21, 5.5), 7);
}

const GAP_EM = 0.45;
const MOON_RADIUS_EM = 0.52;

function styleOf(theme: Theme, sizePt: number): TextStyle {
  return { font: theme.fonts.text, sizePt, colour: theme.palette.muted };
}

export function cornerWidthMm(
  typesetter: Typesetter,
  theme: Theme,
  sizePt: number,
  { text, moon }: Pick<DayCorner, 'text' | 'moon'>,
): number {
  const style = styleOf(theme, sizePt);
  const emMm = style.sizePt * MM_PER_PT;
  const moonMm = moon === null ? 0 : 2 * MOON_RADIUS_EM * emMm;
  const textMm = text === '' ? 0 : typesetter.widthMm(text, style);
  return moonMm + textMm + (moonMm > 0 && textMm > 0 ? GAP_EM * emMm : 0);
}

/** What all days of a month keep free for it: a line along their foot, or a column at their end for all but names. */
export function cornerRoom(
  typesetter: Typesetter,
  theme: Theme,
  { document, month }: { document: CalendarDocument; month: YearMonth },
  { atEnd, sizePt }: { atEnd: boolean; sizePt: number },
): { widthMm: number; heightMm: number } {
  const corners = daysOfMonth(month).flatMap((date) => dayCornerOf(date, document) ?? []);
  if (corners.length === 0) return { widthMm: 0, heightMm: 0 };
  if (!atEnd) return { widthMm: 0, heightMm: sizePt * MM_PER_PT * 1.3 };
  const widths = corners.map(({ short, moon }) =>
    cornerWidthMm(typesetter, theme, sizePt, { text: short, moon }),
  );
  return { widthMm: Math.max(...widths) + 1, heightMm: 0 };
}

/** Draws it with its end (or its middle) at `xMm` on a baseline. */
export function drawCorner(
  sheet: Sheet,
  theme: Theme,
  document: Pick<CalendarDocument, 'holidaySets'>,
  corner: Pick<DayCorner, 'text' | 'moon'>,
  at: { xMm: number; yMm: number; align: 'left' | 'centre' | 'right'; sizePt: number },
): void {
  const style = styleOf(theme, at.sizePt);
  const emMm = style.sizePt * MM_PER_PT;
  const widthMm = cornerWidthMm(sheet.typesetter, theme, at.sizePt, corner);
  const share = { left: 0, centre: 0.5, right: 1 }[at.align];
  let penMm = at.xMm - widthMm * share;
  if (corner.moon) {
    const radiusMm = MOON_RADIUS_EM * emMm;
    const place = { xMm: penMm + radiusMm, yMm: at.yMm - emMm * 0.34, radiusMm };
    drawMoon(sheet, theme.palette, corner.moon, place, isSouthern(document.holidaySets));
    penMm += 2 * radiusMm + GAP_EM * emMm;
  }
  if (corner.text !== '') {
    sheet.text(corner.text, style, { xMm: penMm, yMm: at.yMm, role: 'secondary-date' });
  }
}

/** Where it stands in a day of a grid: along the foot, in the middle where the theme centres its days. */
export function footPlace(
  theme: Theme,
  cell: Box,
  padMm: { right: number; bottom: number },
  sizePt: number,
): { xMm: number; yMm: number; align: 'centre' | 'right' } {
  const yMm = bottomOf(cell) - padMm.bottom - sizePt * MM_PER_PT * 0.18;
  return theme.dayAlign === 'centre'
    ? { xMm: middleOf(cell), yMm, align: 'centre' }
    : { xMm: rightOf(cell) - padMm.right, yMm, align: 'right' };
}
