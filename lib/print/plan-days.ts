import type { DayEntry } from '@/lib/calendar-days/day-entry';
import { type GridDay, monthGrid } from '@/lib/calendar-days/month-grid';
import type { CalendarDocument } from '@/lib/calendars/document';
import type { PlainDate, YearMonth } from '@/lib/core/plain-date';
import { cornerRoom, cornerSizePt } from './day-corner';
import { type FittedDay, fitEntries } from './fit-entries';
import { MM_PER_PT } from './font-book';
import { flowNotes, type Note, type NotesStyle, notesLeadingMm } from './notes';
import type { Box, Colour } from './operations';
import type { DaysStyle } from './page-layout';
import { digits } from './page-words';
import type { PrintInput } from './print-input';
import { bottomOf } from './sheet';
import type { Theme } from './theme';
import { sizeForCapitals } from './type-sizes';
import type { TextStyle, Typesetter } from './typesetter';

export type MonthDaysInput = {
  document: CalendarDocument;
  month: YearMonth;
  entriesOf: (date: PlainDate) => readonly DayEntry[];
  pictures: PrintInput['pictures'];
};

/** Where the days are set as rows of seven. */
export type CellStyle = Exclude<DaysStyle, 'planner'>;

/** What the page's layout says about its days. */
export type DaysLook = { style: CellStyle; numeralScale: number };

/** Sizes and places that all days of a page share. They depend on the box alone, so all months look alike. */
export type Measures = {
  style: CellStyle;
  columnMm: number;
  weekNumbersMm: number;
  headMm: number;
  label: TextStyle;
  numeral: TextStyle;
  capMm: number;
  /** Names stand right of the number in days that are much wider than high. */
  beside: boolean;
  besideMm: number;
  padMm: { left: number; right: number; top: number; bottom: number };
  sizesPt: readonly number[];
  /** Kept free for moons and dates of another calendar: along the foot of a day, or at its end beside the names. */
  corner: { widthMm: number; heightMm: number; sizePt: number };
  /** Across a round picture in a day. */
  pictureMm: number;
  /** White space between weeks or windows. */
  gapMm: number;
};

/** Falling steps of the names' size; the smallest is still read at arm's length. */
const SIZE_STEPS = [1, 0.93, 0.87, 0.81, 0.76] as const;
/** Names of one page share one size down to this step; a day that needs less goes further down alone. */
const SHARED_STEPS = 3;
/** No text of a page is set smaller. */
export const MIN_TEXT_PT = 5.5;
/** Between the heading and the first week's own band. */
const WEEKS_TOP_MM = 2.4;
/** At most this part of the days' height may go to notes. */
const NOTES_MAX_SHARE = 0.36;

/** Settles the sizes for a box that holds week days, days and notes. */
export function measureDays(
  typesetter: Typesetter,
  theme: Theme,
  input: MonthDaysInput,
  box: Box,
  look: DaysLook,
): Measures {
  const { fonts, palette } = theme;
  const { document } = input;
  const { style } = look;
  const isWeeks = style === 'weeks';
  const weekNumbersMm = document.weekNumbers === 'none' ? 0 : weekNumbersRoomMm(box.widthMm, style);
  const columnMm = (box.widthMm - weekNumbersMm) / 7;
  const headMm = isWeeks ? WEEKS_TOP_MM : Math.max(5.2, box.heightMm * 0.052);
  const rowMm = (box.heightMm - headMm) / 6;
  const centred = theme.dayAlign === 'centre';
  const beside = style === 'grid' && columnMm / rowMm > (centred ? 2.6 : 1.75);
  const stripMm = weekStripMm(rowMm);
  const capMm = isWeeks
    ? stripMm * 0.5
    : Math.min(rowMm * (beside ? 0.25 : 0.21), columnMm * 0.168) *
      theme.numeralScale *
      look.numeralScale;
  const numeral = {
    font: fonts.numeral,
    sizePt: sizeForCapitals(typesetter, fonts.numeral, capMm),
    colour: palette.ink,
  };
  const widestMm = Math.max(
    ...[20, 28, 30].map((day) => typesetter.widthMm(digits(day, document), numeral)),
  );
  const basePt = Math.min(
    Math.max(columnMm * 0.235, 6.8),
    9.2,
    Math.max(rowMm * 0.46, MIN_TEXT_PT),
  );
  const cornerPt = cornerSizePt(columnMm);
  const corner = {
    ...cornerRoom(typesetter, theme, input, { atEnd: beside, sizePt: cornerPt }),
    sizePt: cornerPt,
  };
  const besideMm = beside ? widestMm + Math.max(1.4, columnMm * 0.045) : 0;
  const padMm = isWeeks
    ? { left: 1.5, right: 1.2, top: (stripMm - capMm) / 2, bottom: 0.6 + rowMm * 0.05 }
    : {
        left: leftPadMm(theme, style, { columnMm, capMm, beside }),
        right: centred ? 1 : Math.max(1, columnMm * 0.06),
        top: Math.max(1.5, rowMm * 0.105),
        bottom: Math.max(1, rowMm * 0.05),
      };
  const labelPt = Math.min(Math.max(columnMm * 0.21, 6), 8.2);
  return {
    style,
    columnMm,
    weekNumbersMm,
    headMm,
    label: {
      font: fonts.label,
      sizePt: labelPt,
      colour: palette.muted,
      letterSpacingPt: labelPt * (theme.labelCapitalsEm ?? 0),
    },
    numeral,
    capMm,
    beside,
    besideMm,
    padMm,
    sizesPt: SIZE_STEPS.map((step) => Math.max(MIN_TEXT_PT, basePt * step)),
    corner,
    pictureMm: beside
      ? Math.min(
          rowMm * 0.76,
          columnMm * 0.27,
          columnMm - besideMm - corner.widthMm - padMm.left - padMm.right - 1,
        )
      : Math.min(
          columnMm * 0.42,
          rowMm * 0.42,
          (centred ? (columnMm - widestMm) / 2 : columnMm - padMm.left - widestMm) -
            pictureEndMm(padMm) -
            0.6,
        ),
    gapMm: isWeeks ? rowMm * 0.05 : style === 'windows' ? 0.8 : 0,
  };
}

/** The tinted head of a week in which its numbers stand, for layouts with a band for each week. */
export function weekStripMm(rowMm: number): number {
  return Math.min(Math.max(rowMm * 0.2, 4.2), 7.5);
}

function weekNumbersRoomMm(widthMm: number, style: CellStyle): number {
  // Windows fill their picture from edge to edge: week numbers stand in the margin.
  if (style === 'windows') return 0;
  return style === 'weeks' ? Math.max(5.5, widthMm * 0.035) : Math.min(9, widthMm * 0.035);
}

function leftPadMm(
  theme: Theme,
  style: CellStyle,
  { columnMm, capMm, beside }: Pick<Measures, 'columnMm' | 'capMm' | 'beside'>,
): number {
  if (style === 'windows') return Math.max(1.5, columnMm * 0.07);
  if (theme.dayAlign === 'centre') return beside ? 2.4 : 1;
  return startPadMm(theme, columnMm, capMm);
}

/** White space before the number: none where only white space divides the days, some beside a line or in a tint. */
function startPadMm(theme: Theme, columnMm: number, capMm: number): number {
  const isOpen = ['rules', 'ticks', 'dots', 'none'].includes(theme.grid) && theme.tinted === 'none';
  const besideLineMm = isOpen ? 0.2 : Math.min(2.2, Math.max(1.2, columnMm * 0.06));
  return theme.numberShape === 'disc' ? Math.max(besideLineMm, capMm * 0.78) : besideLineMm;
}

/** Where the rows stand, which names stand in which day, and what goes to the notes. */
export type DaysPlan = {
  weeks: GridDay[][];
  gridBox: Box;
  rowMm: number;
  fitted: ReadonlyMap<PlainDate, FittedDay>;
  noteLines: ReturnType<typeof flowNotes>;
  notesBox: Box;
  notesStyle: NotesStyle;
};

/** Settles how high the days are and which names go into the notes: more notes leave lower days, so it is repeated. */
export function planDays(
  typesetter: Typesetter,
  theme: Theme,
  input: MonthDaysInput,
  box: Box,
  measures: Measures,
): DaysPlan {
  const { weeks } = monthGrid(input.month, input.document.firstWeekday);
  const notesStyle = notesStyleOf(theme, measures);
  const leadingMm = notesLeadingMm(notesStyle);
  const maxLines = Math.max(1, Math.floor((box.heightMm * NOTES_MAX_SHARE) / leadingMm));
  let lineCount = 0;
  while (true) {
    const notesMm = lineCount === 0 ? 0 : lineCount * leadingMm + 1;
    const gridBox = { ...box, heightMm: box.heightMm - notesMm };
    const notesBox = { ...box, yMm: bottomOf(gridBox) + 1, heightMm: Math.max(0, notesMm - 1) };
    const plan = planInto(typesetter, theme, input, { gridBox, notesBox, weeks }, measures);
    const wanted = Math.min(plan.noteLines.length, maxLines);
    if (wanted <= lineCount) return plan;
    lineCount = wanted;
  }
}

/** Settles the names of days whose rows and notes have fixed places. */
export function planInto(
  typesetter: Typesetter,
  theme: Theme,
  input: MonthDaysInput,
  { gridBox, notesBox, weeks }: Pick<DaysPlan, 'gridBox' | 'notesBox' | 'weeks'>,
  measures: Measures,
): DaysPlan {
  const rowMm = gridBox.heightMm / weeks.length;
  const notesStyle = notesStyleOf(theme, measures);
  const fitted = fitMonth(typesetter, theme, input, weeks, rowMm, measures);
  const notes: Note[] = [...fitted].flatMap(([date, day]) =>
    day.incomplete.length > 0 ? [{ date, entries: day.incomplete }] : [],
  );
  const { document } = input;
  const noteLines = flowNotes(typesetter, notes, notesBox.widthMm, notesStyle, document);
  return { weeks, gridBox, rowMm, fitted, noteLines, notesBox, notesStyle };
}

/** How notes under the days of a page are set. */
export function notesStyleOf(theme: Theme, measures: Pick<Measures, 'sizesPt'>): NotesStyle {
  const notesPt = Math.max(MIN_TEXT_PT, (measures.sizesPt.at(-1) ?? MIN_TEXT_PT) * 1.06);
  return {
    number: { font: theme.fonts.textStrong, sizePt: notesPt, colour: theme.palette.ink },
    text: { font: theme.fonts.text, sizePt: notesPt, colour: theme.palette.ink },
    colourOf: (entry) => entryColour(entry, theme),
  };
}

/** Where the names of a day may stand, from the upper left corner of the day. */
export function roomFor(rowMm: number, measures: Measures, hasPicture: boolean) {
  const { padMm, columnMm, besideMm, capMm, beside, sizesPt, corner } = measures;
  const pictureMm = hasPicture ? pictureSideMm(rowMm, measures) : 0;
  if (beside) {
    const topMm = padMm.top * 0.75;
    const endMm = corner.widthMm + (pictureMm > 0 ? pictureMm + 1 : 0);
    return {
      xMm: padMm.left + besideMm,
      yMm: topMm,
      widthMm: columnMm - padMm.left - padMm.right - besideMm - endMm,
      heightMm: rowMm - topMm - padMm.bottom,
    };
  }
  const underNumberMm =
    measures.style === 'weeks'
      ? 2 * padMm.top + capMm + 0.9
      : padMm.top + capMm + (sizesPt[0] ?? 0) * MM_PER_PT * 0.55;
  const isBelow = measures.style === 'windows';
  const topMm =
    pictureMm > 0 && !isBelow
      ? Math.max(underNumberMm, topPictureMm(measures) + pictureMm + 0.5)
      : underNumberMm;
  const keptMm = pictureMm > 0 && isBelow ? pictureMm + 0.5 : corner.heightMm;
  return {
    xMm: padMm.left,
    yMm: topMm,
    widthMm: columnMm - padMm.left - padMm.right,
    heightMm: rowMm - topMm - padMm.bottom - keptMm,
  };
}

/** Between a day's picture and its end. */
export function pictureEndMm(padMm: Measures['padMm']): number {
  return Math.max(padMm.right, 1.4);
}

/** Smaller than this nobody is recognised in a picture. */
const PICTURE_MIN_MM = 2.4;

/** Across the round picture of a day in a row of this height; 0 where the row is too low for one. */
export function pictureSideMm(rowMm: number, measures: Measures): number {
  const { style, beside, padMm, capMm, corner } = measures;
  const isTop = !beside && style !== 'windows';
  const headMm = isTop ? topPictureMm(measures) : style === 'windows' ? 2 * padMm.top + capMm : 0;
  const freeMm = rowMm - headMm - (beside ? 0.4 : padMm.bottom + corner.heightMm + 0.3);
  const sideMm = Math.min(measures.pictureMm, freeMm);
  return sideMm < PICTURE_MIN_MM ? 0 : sideMm;
}

/** From the upper edge of a day to its round picture. */
export function pictureTopMm(rowMm: number, measures: Measures): number {
  const { style, beside, padMm } = measures;
  const sideMm = pictureSideMm(rowMm, measures);
  if (beside) return (rowMm - sideMm) / 2;
  // A window keeps its picture in the lower corner, where no chip lies over the photo.
  return style === 'windows' ? rowMm - padMm.bottom - sideMm : topPictureMm(measures);
}

/** In the strip of a week the picture would cover the strip's edge. */
function topPictureMm({ style, padMm, capMm }: Measures): number {
  return style === 'weeks' ? 2 * padMm.top + capMm + 0.8 : padMm.top * 0.75;
}

function fitMonth(
  typesetter: Typesetter,
  theme: Theme,
  input: MonthDaysInput,
  weeks: GridDay[][],
  rowMm: number,
  measures: Measures,
): Map<PlainDate, FittedDay> {
  const busy = weeks.flat().flatMap(({ date, inMonth }) => {
    const entries = inMonth ? input.entriesOf(date) : [];
    return entries.length > 0 ? [{ date, entries }] : [];
  });
  const fitAll = (sizesPt: readonly number[]) =>
    new Map(
      busy.map(({ date, entries }) => [
        date,
        fitEntries(
          typesetter,
          entries,
          roomFor(rowMm, measures, cellPictureOf(input, date) !== null),
          theme.fonts,
          sizesPt,
        ),
      ]),
    );
  // The largest of the shared sizes at which nobody has to go smaller, else the smallest of them.
  const firstTry = [...fitAll(measures.sizesPt).values()];
  const neededPt = Math.min(...firstTry.map((day) => day.sizePt), Infinity);
  const sharedIndex = measures.sizesPt.findIndex((sizePt) => sizePt <= neededPt);
  const start = Math.min(Math.max(sharedIndex, 0), SHARED_STEPS - 1);
  return fitAll(measures.sizesPt.slice(start));
}

/** The small picture of a day: that of the first of its dates that has one which can be drawn. */
export function cellPictureOf(
  input: Pick<MonthDaysInput, 'entriesOf' | 'pictures'>,
  date: PlainDate,
) {
  for (const entry of input.entriesOf(date)) {
    const slot = entry.mark?.picture;
    const picture = slot && input.pictures.get(slot.pictureId);
    if (picture) return { entry, slot, picture, colour: entry.mark?.colour ?? null };
  }
  return null;
}

export function entryColour(entry: DayEntry, theme: Theme): Colour {
  if (entry.kind === 'public-holiday') return theme.palette.holiday;
  return entry.kind === 'observance' ? theme.palette.muted : theme.palette.accent;
}
