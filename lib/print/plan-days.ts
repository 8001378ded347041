import type { DayEntry } from '@/lib/calendar-days/day-entry';
import { type GridDay, monthGrid } from '@/lib/calendar-days/month-grid';
import type { CalendarDocument } from '@/lib/calendars/document';
import type { PlainDate, YearMonth } from '@/lib/core/plain-date';
import { type FittedDay, fitEntries } from './fit-entries';
import { MM_PER_PT } from './font-book';
import { sizeForCapitals } from './heading';
import { flowNotes, type Note, type NotesStyle, notesLeadingMm } from './notes';
import type { Box, Colour } from './operations';
import { bottomOf } from './sheet';
import type { Theme } from './theme';
import type { TextStyle, Typesetter } from './typesetter';

export type MonthDaysInput = {
  document: CalendarDocument;
  month: YearMonth;
  entriesOf: (date: PlainDate) => readonly DayEntry[];
};

/** Sizes and places that all days of a page share. They depend on the box alone, so all months look alike. */
export type Measures = {
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
};

/** Falling steps of the names' size; the smallest is still read at arm's length. */
const SIZE_STEPS = [1, 0.93, 0.87, 0.81, 0.76] as const;
/** Names of one page share one size down to this step; a day that needs less goes further down alone. */
const SHARED_STEPS = 3;
const MIN_TEXT_PT = 5;
/** At most this part of the days' height may go to notes. */
const NOTES_MAX_SHARE = 0.36;

/** Settles the sizes for a box that holds week days, days and notes. */
export function measureDays(
  typesetter: Typesetter,
  theme: Theme,
  document: CalendarDocument,
  box: Box,
): Measures {
  const { fonts, palette } = theme;
  const weekNumbersMm = document.weekNumbers === 'none' ? 0 : Math.min(9, box.widthMm * 0.035);
  const columnMm = (box.widthMm - weekNumbersMm) / 7;
  const headMm = Math.max(5.2, box.heightMm * 0.052);
  const rowMm = (box.heightMm - headMm) / 6;
  const beside = columnMm / rowMm > (theme.dayAlign === 'centre' ? 2.6 : 1.75);
  const capMm = Math.min(rowMm * (beside ? 0.25 : 0.21), columnMm * 0.168) * theme.numeralScale;
  const numeral = {
    font: fonts.numeral,
    sizePt: sizeForCapitals(typesetter, fonts.numeral, capMm),
    colour: palette.ink,
  };
  const widestMm = Math.max(...['20', '28', '30'].map((day) => typesetter.widthMm(day, numeral)));
  const basePt = Math.min(Math.max(columnMm * 0.235, 6.8), 9.2, rowMm * 0.46);
  const labelPt = Math.min(Math.max(columnMm * 0.21, 6), 8.2);
  return {
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
    besideMm: beside ? widestMm + Math.max(1.4, columnMm * 0.045) : 0,
    padMm: {
      left: theme.dayAlign === 'centre' ? (beside ? 2.4 : 1) : 0.2,
      right: theme.dayAlign === 'centre' ? 1 : Math.max(1.6, columnMm * 0.06),
      top: Math.max(1.5, rowMm * 0.105),
      bottom: Math.max(1, rowMm * 0.05),
    },
    sizesPt: SIZE_STEPS.map((step) => Math.max(MIN_TEXT_PT, basePt * step)),
  };
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
  const notesPt = Math.max(MIN_TEXT_PT, (measures.sizesPt.at(-1) ?? MIN_TEXT_PT) * 1.06);
  const notesStyle: NotesStyle = {
    number: { font: theme.fonts.textStrong, sizePt: notesPt, colour: theme.palette.ink },
    text: { font: theme.fonts.text, sizePt: notesPt, colour: theme.palette.ink },
    colourOf: (entry) => entryColour(entry, theme),
  };
  const leadingMm = notesLeadingMm(notesStyle);
  const maxLines = Math.max(1, Math.floor((box.heightMm * NOTES_MAX_SHARE) / leadingMm));
  let lineCount = 0;
  while (true) {
    const notesMm = lineCount === 0 ? 0 : lineCount * leadingMm + 1;
    const gridBox = { ...box, heightMm: box.heightMm - notesMm };
    const rowMm = gridBox.heightMm / weeks.length;
    const fitted = fitMonth(typesetter, theme, input, weeks, rowMm, measures);
    const notes: Note[] = [...fitted].flatMap(([date, day]) =>
      day.incomplete.length > 0 ? [{ date, entries: day.incomplete }] : [],
    );
    const noteLines = flowNotes(typesetter, notes, box.widthMm, notesStyle);
    const wanted = Math.min(noteLines.length, maxLines);
    if (wanted <= lineCount) {
      const notesBox = { ...box, yMm: bottomOf(gridBox) + 1, heightMm: Math.max(0, notesMm - 1) };
      return { weeks, gridBox, rowMm, fitted, noteLines, notesBox, notesStyle };
    }
    lineCount = wanted;
  }
}

/** Where the names of a day may stand, from the upper left corner of the day. */
export function roomFor(rowMm: number, measures: Measures) {
  const { padMm, columnMm, besideMm, capMm, beside, sizesPt } = measures;
  const underMm = beside
    ? padMm.top * 0.75
    : padMm.top + capMm + (sizesPt[0] ?? 0) * MM_PER_PT * 0.55;
  return {
    xMm: padMm.left + besideMm,
    yMm: underMm,
    widthMm: columnMm - padMm.left - padMm.right - besideMm,
    heightMm: rowMm - underMm - padMm.bottom,
  };
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
  const room = roomFor(rowMm, measures);
  const fitAll = (sizesPt: readonly number[]) =>
    new Map(
      busy.map(({ date, entries }) => [
        date,
        fitEntries(typesetter, entries, room, theme.fonts, sizesPt),
      ]),
    );
  // The largest of the shared sizes at which nobody has to go smaller, else the smallest of them.
  const firstTry = [...fitAll(measures.sizesPt).values()];
  const neededPt = Math.min(...firstTry.map((day) => day.sizePt), Infinity);
  const sharedIndex = measures.sizesPt.findIndex((sizePt) => sizePt <= neededPt);
  const start = Math.min(Math.max(sharedIndex, 0), SHARED_STEPS - 1);
  return fitAll(measures.sizesPt.slice(start));
}

export function entryColour(entry: DayEntry, theme: Theme): Colour {
  if (entry.kind === 'public-holiday') return theme.palette.holiday;
  return entry.kind === 'observance' ? theme.palette.muted : theme.palette.accent;
}
