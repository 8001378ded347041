import type { DayEntry } from '@/lib/calendar-days/day-entry';
import { weekdayName } from '@/lib/calendar-days/names';
import type { PlainDate } from '@/lib/core/plain-date';
import { partsOf, weekdayOf } from '@/lib/core/plain-date';
import { contrastRatio } from './contrast';
import { placedPicture } from './crop-source';
import { cornerWidthMm, dayCornerOf, drawCorner, footPlace } from './day-corner';
import { dayColour, type Weekend } from './days-off';
import {
  blocksHeightMm,
  ENTRY_GAP,
  entryFont,
  type FittedDay,
  isOwnDate,
  LEADING,
  markRoomOf,
} from './fit-entries';
import { MM_PER_PT } from './font-book';
import { drawNumberGround } from './grid-style';
import { iconPath } from './icons';
import type { Box, Colour } from './operations';
import { circlePath, diamondPath } from './ornaments';
import { digits } from './page-words';
import {
  cellPictureOf,
  entryColour,
  type Measures,
  type MonthDaysInput,
  pictureEndMm,
  pictureSideMm,
  pictureTopMm,
  roomFor,
} from './plan-days';
import { middleOf, rightOf, roundedBox, type Sheet } from './sheet';
import type { Theme } from './theme';

/** One day of a page and where it stands. */
export type DayCell = {
  date: PlainDate;
  inMonth: boolean;
  box: Box;
  baselineMm: number;
};

/** Between a number and what stands small after it, in heights of the number. */
export const CORNER_GAP = 0.45;

/** The number's left end or its middle, in a column that begins at `leftMm`. */
export function columnPlace(theme: Theme, leftMm: number, measures: Measures) {
  return theme.dayAlign === 'centre' && !measures.beside
    ? ({ xMm: leftMm + measures.columnMm / 2, align: 'centre' } as const)
    : ({ xMm: leftMm + measures.padMm.left, align: 'left' } as const);
}

/** Draws a day: its number, what stands small beside it, its picture and its names. */
export function drawDayCell(
  sheet: Sheet,
  theme: Theme,
  input: MonthDaysInput,
  measures: Measures,
  cell: DayCell,
  fitted: FittedDay | undefined,
  weekend: Weekend,
): void {
  const numberEndMm = drawNumber(sheet, theme, input, measures, cell, weekend);
  if (!cell.inMonth) return;
  const endMm = drawSmall(sheet, theme, input, measures, cell, numberEndMm);
  drawPicture(sheet, input, measures, cell);
  if (fitted) drawEntries(sheet, theme, input, cell, fitted, measures, endMm);
}

/** Returns where the number, and in a week's own band the name of its week day, end. */
function drawNumber(
  sheet: Sheet,
  theme: Theme,
  input: MonthDaysInput,
  measures: Measures,
  { date, inMonth, box, baselineMm }: DayCell,
  weekend: Weekend,
): number {
  const { document } = input;
  const number = digits(partsOf(date).day, document);
  const place = columnPlace(theme, box.xMm, measures);
  const numberMm = sheet.typesetter.widthMm(number, measures.numeral);
  const off = new Set(input.entriesOf(date).some(isDayOff) ? [date] : []);
  let colour = dayColour(date, off, weekend, theme.palette);
  if (!inMonth) colour = theme.palette.neighbour;
  else if (off.has(date)) {
    const middleMm = place.align === 'centre' ? place.xMm : place.xMm + numberMm / 2;
    const ground = { middleMm, baselineMm, capMm: measures.capMm };
    colour = drawNumberGround(sheet, theme, ground);
  }
  // Days of the neighbour months are ornament, not dates of this page, and must not be taken for them.
  sheet.text(
    number,
    { ...measures.numeral, colour },
    { ...place, yMm: baselineMm, role: inMonth ? 'day' : 'mini' },
  );
  const ink = sheet.typesetter.inkBox(number, measures.numeral);
  // Slanted and handwritten figures lean out of their own width.
  const leanMm = ink ? Math.max(0, ink.rightMm - numberMm, -ink.leftMm) : 0;
  const endMm = place.xMm + (place.align === 'centre' ? numberMm / 2 : numberMm) + leanMm;
  if (measures.style !== 'weeks') return endMm;
  const gapMm = measures.capMm * 0.5;
  const weekday = weekdayName(weekdayOf(date), document.language, 'short');
  const label = {
    ...measures.label,
    colour: inMonth ? theme.palette.muted : theme.palette.neighbour,
  };
  const at = { xMm: endMm + gapMm, yMm: baselineMm };
  return endMm + gapMm + sheet.text(weekday, label, { ...at, role: inMonth ? 'weekday' : 'mini' });
}

const isDayOff = ({ kind }: DayEntry) => kind === 'public-holiday';

/** The date of another calendar and the moon; returns where what stands after the number ends. */
function drawSmall(
  sheet: Sheet,
  theme: Theme,
  input: MonthDaysInput,
  measures: Measures,
  { date, box, baselineMm }: DayCell,
  endMm: number,
): number {
  const { document } = input;
  const { style, beside, capMm, padMm, columnMm, besideMm } = measures;
  const { sizePt } = measures.corner;
  const corner = dayCornerOf(date, document);
  if (!corner) return endMm;
  const widthMm = cornerWidthMm(sheet.typesetter, theme, sizePt, corner);
  if (style === 'windows') {
    const xMm = endMm + capMm * CORNER_GAP;
    drawCorner(sheet, theme, document, corner, { xMm, yMm: baselineMm, align: 'left', sizePt });
    return xMm + widthMm;
  }
  if (!beside) {
    drawCorner(sheet, theme, document, corner, { ...footPlace(theme, box, padMm, sizePt), sizePt });
    return endMm;
  }
  // Names leave room for a number at the day's end; a month's name stands there where there are none.
  const isFree = input.entriesOf(date).length === 0;
  const fits = isFree && widthMm <= columnMm - padMm.left - besideMm - padMm.right;
  const shown = fits ? corner : { ...corner, text: corner.short };
  // At the foot: on the number's line it would be taken for a part of the next day's number.
  const { yMm } = footPlace(theme, box, padMm, sizePt);
  const xMm = rightOf(box) - padMm.right;
  drawCorner(sheet, theme, document, shown, { xMm, yMm, align: 'right', sizePt });
  return endMm;
}

/** A small round picture in the upper corner at the day's end. */
function drawPicture(
  sheet: Sheet,
  input: MonthDaysInput,
  measures: Measures,
  { date, box }: DayCell,
): void {
  const found = cellPictureOf(input, date);
  if (!found) return;
  const { beside, padMm, corner } = measures;
  const side = pictureSideMm(box.heightMm, measures);
  if (side === 0) return;
  const place = roundedBox({
    xMm: rightOf(box) - pictureEndMm(padMm) - side - (beside ? corner.widthMm : 0),
    yMm: box.yMm + pictureTopMm(box.heightMm, measures),
    widthMm: side,
    heightMm: side,
  });
  drawRoundPicture(sheet, found, place);
}

/** A picture cut to a disc, with a ring in the date's own colour where it has one. */
export function drawRoundPicture(
  sheet: Sheet,
  { slot, picture, colour }: NonNullable<ReturnType<typeof cellPictureOf>>,
  place: Box,
): void {
  const radiusMm = place.widthMm / 2;
  sheet.image({
    kind: 'image',
    ...placedPicture(slot, picture, place),
    radiusMm,
    slotIndex: null,
  });
  if (!colour) return;
  const ring = circlePath(middleOf(place), place.yMm + radiusMm, radiusMm);
  sheet.stroke(ring, { colour, widthMm: Math.max(0.3, radiusMm * 0.08) });
}

function drawEntries(
  sheet: Sheet,
  theme: Theme,
  input: MonthDaysInput,
  cell: DayCell,
  fitted: FittedDay,
  measures: Measures,
  numberEndMm: number,
): void {
  const { box, baselineMm } = cell;
  const hasPicture = cellPictureOf(input, cell.date) !== null;
  const room = roomFor(box.heightMm, measures, hasPicture);
  const emMm = fitted.sizePt * MM_PER_PT;
  const centred = theme.dayAlign === 'centre' && !measures.beside;
  // Beside the number, short names stand with their first line on the number's own line.
  const neededMm = blocksHeightMm(fitted.blocks, fitted.sizePt);
  const alignedMm = baselineMm - box.yMm - emMm * 0.95;
  const startMm =
    measures.beside && alignedMm + neededMm <= room.yMm + room.heightMm ? alignedMm : room.yMm;
  drawBlocks(sheet, theme, fitted, {
    xMm: centred ? middleOf(box) : box.xMm + room.xMm,
    yMm: box.yMm + startMm,
    centred,
  });
  if (fitted.hiddenCount === 0) return;
  const style = {
    font: theme.fonts.textStrong,
    sizePt: fitted.sizePt,
    colour: theme.palette.muted,
  };
  // After the number; under it where names stand beside it or a picture in the corner.
  const isUnder = measures.beside || (hasPicture && measures.style !== 'windows');
  const at = isUnder
    ? { xMm: box.xMm + measures.padMm.left, yMm: baselineMm + emMm * 1.2 }
    : { xMm: numberEndMm + emMm * 0.45, yMm: baselineMm };
  sheet.text(`+${digits(fitted.hiddenCount, input.document)}`, style, { ...at, role: 'date' });
}

/** Writes names under one another, each own date with its mark before it. */
export function drawBlocks(
  sheet: Sheet,
  theme: Theme,
  fitted: Pick<FittedDay, 'blocks' | 'sizePt'>,
  at: { xMm: number; yMm: number; centred: boolean },
): void {
  const emMm = fitted.sizePt * MM_PER_PT;
  let lineTopMm = at.yMm;
  fitted.blocks.forEach(({ entry, lines }, index) => {
    if (index > 0) lineTopMm += ENTRY_GAP * emMm;
    const colour = entryColour(entry, theme);
    const style = { font: entryFont(entry, theme.fonts), sizePt: fitted.sizePt, colour };
    const role = isOwnDate(entry) ? 'date' : 'holiday';
    const markMm = markRoomOf(entry) * emMm;
    lines.forEach((line, lineIndex) => {
      const yMm = lineTopMm + emMm * 0.95;
      const widthMm = sheet.typesetter.widthMm(line, style);
      const xMm = at.centred ? at.xMm - (widthMm - markMm) / 2 : at.xMm + markMm;
      sheet.text(line, style, { xMm, yMm, role });
      if (lineIndex === 0 && markMm > 0) drawMark(sheet, theme, entry, xMm - markMm, yMm, emMm);
      lineTopMm += LEADING * emMm;
    });
  });
}

/** Fainter than this a mark is lost on its paper, and the theme's own colour takes its place. */
const MARK_CONTRAST_MIN = 1.3;
const ICON_EM = 1.2;

/** The icon that was chosen; else a dot for a birthday, a ring for an anniversary, a diamond for anything else. */
function drawMark(
  sheet: Sheet,
  theme: Theme,
  entry: DayEntry,
  leftMm: number,
  baselineMm: number,
  emMm: number,
): void {
  const colour = markColour(entry, theme);
  const icon = entry.mark?.icon;
  if (icon) {
    const sizeMm = emMm * ICON_EM;
    const draw = (xMm: number) =>
      iconPath(icon, xMm - sizeMm / 2, baselineMm - emMm * 0.34 - sizeMm / 2, sizeMm);
    sheet.mark(leftMm + sizeMm / 2, draw, colour);
    return;
  }
  const xMm = leftMm + emMm * 0.27;
  const yMm = baselineMm - emMm * 0.26;
  if (entry.kind === 'birthday') sheet.shape(circlePath(xMm, yMm, emMm * 0.2), colour);
  else if (entry.kind === 'anniversary') {
    sheet.stroke(circlePath(xMm, yMm, emMm * 0.18), { colour, widthMm: 0.2 });
  } else sheet.shape(diamondPath(xMm, yMm, emMm * 0.25), colour);
}

/** The colour of an own date's mark: the one that was chosen where it shows on the paper. */
export function markColour(entry: DayEntry, theme: Theme): Colour {
  const own = entry.mark?.colour;
  return own && contrastRatio(own, theme.palette.paper) >= MARK_CONTRAST_MIN
    ? own
    : entryColour(entry, theme);
}
