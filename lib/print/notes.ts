import type { DayEntry } from '@/lib/calendar-days/day-entry';
import type { CalendarDocument } from '@/lib/calendars/document';
import { partsOf } from '@/lib/core/plain-date';
import { MM_PER_PT } from './font-book';
import type { Box, Colour, TextRole } from './operations';
import { digits } from './page-words';
import type { Sheet } from './sheet';
import type { TextStyle, Typesetter } from './typesetter';
import { wrapText } from './wrap-text';

/** What a day could not hold, in full, under the grid: "12 — Name; Name". */
export type Note = { date: DayEntry['date']; entries: readonly DayEntry[] };

type Fragment = { text: string; style: TextStyle; role: TextRole; xMm: number };
export type NoteLine = Fragment[];

export type NotesStyle = {
  number: TextStyle;
  text: TextStyle;
  colourOf: (entry: DayEntry) => Colour;
};

/** From one line of notes to the next, in sizes. */
const NOTES_LEADING = 1.3;

export function notesLeadingMm(style: NotesStyle): number {
  return style.text.sizePt * MM_PER_PT * NOTES_LEADING;
}

/** Flows the notes into lines of the given width, one after the other like words of a paragraph. */
export function flowNotes(
  typesetter: Typesetter,
  notes: readonly Note[],
  widthMm: number,
  style: NotesStyle,
  document: Pick<CalendarDocument, 'language' | 'hasNativeDigits'>,
): NoteLine[] {
  const emMm = style.text.sizePt * MM_PER_PT;
  const lines: NoteLine[] = [];
  let line: NoteLine = [];
  let penMm = 0;
  const endLine = () => {
    if (line.length > 0) lines.push(line);
    line = [];
    penMm = 0;
  };
  /** Puts words after the pen; returns false when not even the first of them fits the rest of the line. */
  const put = (text: string, textStyle: TextStyle, role: TextRole) => {
    line.push({ text, style: textStyle, role, xMm: penMm });
    penMm += typesetter.widthMm(text, textStyle);
  };
  const flow = (text: string, textStyle: TextStyle, role: TextRole) => {
    let rest = text;
    while (rest !== '') {
      const head = headThatFits(typesetter, rest, textStyle, widthMm - penMm);
      if (head === '' && line.length > 0) {
        endLine();
        continue;
      }
      const taken = head === '' ? firstPart(typesetter, rest, textStyle, widthMm) : head;
      put(taken, textStyle, role);
      rest = rest.slice(rest.indexOf(taken) + taken.length).trimStart();
      if (rest !== '') endLine();
    }
  };
  for (const note of notes) {
    const number = `${digits(partsOf(note.date).day, document)} — `;
    if (line.length > 0) penMm += 1.6 * emMm;
    const numberMm = typesetter.widthMm(number, style.number);
    const first = note.entries[0]?.text ?? '';
    if (line.length > 0 && penMm + numberMm + typesetter.widthMm(first, style.text) > widthMm) {
      endLine();
    }
    put(number, style.number, 'date');
    note.entries.forEach((entry, index) => {
      const last = index === note.entries.length - 1;
      const textStyle = { ...style.text, colour: style.colourOf(entry) };
      if (index > 0) penMm += 0.28 * emMm;
      const role =
        entry.kind === 'public-holiday' || entry.kind === 'observance' ? 'holiday' : 'date';
      flow(last ? entry.text : `${entry.text};`, textStyle, role);
    });
  }
  endLine();
  return lines;
}

/**
 * Draws notes from the top of a box. Lines beyond the box are not lost silently: the last line that fits ends with a
 * mark of role 'overflow', which preflight reports.
 */
export function drawNotes(
  sheet: Sheet,
  lines: readonly NoteLine[],
  box: Box,
  style: NotesStyle,
): void {
  const leadingMm = notesLeadingMm(style);
  const fitting = Math.max(0, Math.floor(box.heightMm / leadingMm + 1e-6));
  const cut = lines.length > fitting;
  const shown = lines.slice(0, fitting);
  const markStyle = { ...style.number };
  const markMm = sheet.typesetter.widthMm('…', markStyle) + 0.4;
  shown.forEach((line, index) => {
    const yMm = box.yMm + (index + 1) * leadingMm - style.text.sizePt * MM_PER_PT * 0.3;
    const last = cut && index === shown.length - 1;
    const rightMm = box.widthMm - (last ? markMm : 0);
    for (const fragment of line) {
      const endMm = fragment.xMm + sheet.typesetter.widthMm(fragment.text, fragment.style);
      if (endMm > rightMm + 1e-6) continue;
      sheet.text(fragment.text, fragment.style, {
        xMm: box.xMm + fragment.xMm,
        yMm,
        role: fragment.role,
      });
    }
    if (last) {
      sheet.text('…', markStyle, {
        xMm: box.xMm + box.widthMm,
        yMm,
        align: 'right',
        role: 'overflow',
      });
    }
  });
}

/** The words from the start of `text` that fit the width; empty when not even the first one does. */
function headThatFits(
  typesetter: Typesetter,
  text: string,
  style: TextStyle,
  widthMm: number,
): string {
  if (widthMm <= 0) return '';
  const { lines, brokenWord } = wrapText(typesetter, text, style, widthMm);
  const head = lines[0] ?? '';
  const wholeWords = text.startsWith(head);
  return wholeWords && !(brokenWord && !endsAtWord(text, head)) ? head : '';
}

function endsAtWord(text: string, head: string): boolean {
  return (
    head.length === text.length || /[\s\-–/]/u.test(text[head.length] ?? '') || /[-–/]$/u.test(head)
  );
}

/** As much of a word that is wider than a whole line as one line holds. */
function firstPart(
  typesetter: Typesetter,
  text: string,
  style: TextStyle,
  widthMm: number,
): string {
  let kept = '';
  for (const character of text) {
    if (kept !== '' && typesetter.widthMm(kept + character, style) > widthMm) break;
    kept += character;
  }
  return kept;
}
