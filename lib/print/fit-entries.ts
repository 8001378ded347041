import type { DayEntry } from '@/lib/calendar-days/day-entry';
import { MM_PER_PT } from './font-book';
import type { FontId } from './operations';
import type { Typesetter } from './typesetter';
import { clampText, wrapEvenly } from './wrap-text';

/** From one baseline to the next, in sizes: room for an accented capital under a descender. */
export const LEADING = 1.24;
/** Between two entries of a day, in sizes. */
export const ENTRY_GAP = 0.3;
/** Room before an own date for the mark or the icon at its side, in sizes. */
const MARK_ROOM = 0.78;
const ICON_ROOM = 1.5;

/** Where the names of one day may stand. */
export type EntryRoom = { widthMm: number; heightMm: number };

export type EntryBlock = { entry: DayEntry; lines: string[] };

export type FittedDay = {
  sizePt: number;
  blocks: EntryBlock[];
  /** Entries of which nothing stands in the day; the day says "+2". */
  hiddenCount: number;
  /** Entries that are hidden or shortened: the notes of the page give them in full. */
  incomplete: DayEntry[];
};

export type EntryFonts = { text: FontId; textStrong: FontId };

export function entryFont(entry: DayEntry, fonts: EntryFonts): FontId {
  return entry.kind === 'observance' ? fonts.text : fonts.textStrong;
}

/** Own dates carry a mark, so that they are told from holidays without colour. */
export function isOwnDate(entry: DayEntry): boolean {
  return entry.kind !== 'public-holiday' && entry.kind !== 'observance';
}

/** Room that is kept before an entry for its mark, in sizes; 0 for a holiday, which has none. */
export function markRoomOf(entry: DayEntry): number {
  if (!isOwnDate(entry)) return 0;
  return entry.mark?.icon ? ICON_ROOM : MARK_ROOM;
}

/**
 * Sets the names of one day into its room: at the first of the sizes at which all of them stand in full and no word
 * is cut; otherwise at the last size, as many as fit, the last of them shortened.
 * @param sizesPt falling
 */
export function fitEntries(
  typesetter: Typesetter,
  entries: readonly DayEntry[],
  room: EntryRoom,
  fonts: EntryFonts,
  sizesPt: readonly number[],
): FittedDay {
  const smallestPt = sizesPt.at(-1) ?? 0;
  for (const sizePt of sizesPt) {
    const blocks = wholeBlocks(typesetter, entries, room, fonts, sizePt, sizePt === smallestPt);
    if (blocks) return { sizePt, blocks, hiddenCount: 0, incomplete: [] };
  }
  return squeezed(typesetter, entries, room, fonts, smallestPt);
}

export function blocksHeightMm(blocks: readonly EntryBlock[], sizePt: number): number {
  const lineCount = blocks.reduce((sum, block) => sum + block.lines.length, 0);
  const gaps = Math.max(0, blocks.length - 1) * ENTRY_GAP;
  return (lineCount * LEADING + gaps) * sizePt * MM_PER_PT;
}

function styleFor(entry: DayEntry, fonts: EntryFonts, sizePt: number) {
  return { font: entryFont(entry, fonts), sizePt, colour: '#000000' } as const;
}

function lineWidthMm(entry: DayEntry, room: EntryRoom, sizePt: number): number {
  return room.widthMm - markRoomOf(entry) * sizePt * MM_PER_PT;
}

/** In a narrower line a cut word is a heap of syllables: the name goes to the notes instead. */
const BREAK_MIN_EM = 7;

function isWideEnoughToBreak(widthMm: number, sizePt: number): boolean {
  return widthMm >= BREAK_MIN_EM * sizePt * MM_PER_PT;
}

function wholeBlocks(
  typesetter: Typesetter,
  entries: readonly DayEntry[],
  room: EntryRoom,
  fonts: EntryFonts,
  sizePt: number,
  mayBreakWords: boolean,
): EntryBlock[] | null {
  const blocks: EntryBlock[] = [];
  for (const entry of entries) {
    const style = styleFor(entry, fonts, sizePt);
    const widthMm = lineWidthMm(entry, room, sizePt);
    const { lines, brokenWord } = wrapEvenly(typesetter, entry.text, style, widthMm);
    if (brokenWord && !(mayBreakWords && isWideEnoughToBreak(widthMm, sizePt))) return null;
    if (lines.length > 0) blocks.push({ entry, lines });
    if (blocksHeightMm(blocks, sizePt) > room.heightMm) return null;
  }
  return blocks;
}

function squeezed(
  typesetter: Typesetter,
  entries: readonly DayEntry[],
  room: EntryRoom,
  fonts: EntryFonts,
  sizePt: number,
): FittedDay {
  const leadingMm = LEADING * sizePt * MM_PER_PT;
  const gapMm = ENTRY_GAP * sizePt * MM_PER_PT;
  const blocks: EntryBlock[] = [];
  const incomplete: DayEntry[] = [];
  let usedMm = 0;
  let hiddenCount = 0;
  for (const entry of entries) {
    const startMm = blocks.length > 0 ? usedMm + gapMm : 0;
    const linesLeft = Math.floor((room.heightMm - startMm) / leadingMm + 1e-6);
    if (linesLeft < 1 || hiddenCount > 0) {
      hiddenCount += 1;
      incomplete.push(entry);
      continue;
    }
    const style = styleFor(entry, fonts, sizePt);
    const widthMm = lineWidthMm(entry, room, sizePt);
    const { brokenWord } = wrapEvenly(typesetter, entry.text, style, widthMm);
    if (brokenWord && !isWideEnoughToBreak(widthMm, sizePt)) {
      hiddenCount += 1;
      incomplete.push(entry);
      continue;
    }
    const { lines, shortened } = clampText(typesetter, entry.text, style, widthMm, linesLeft);
    if (lines.length === 0) continue;
    if (shortened) incomplete.push(entry);
    blocks.push({ entry, lines });
    usedMm = startMm + lines.length * leadingMm;
  }
  return { sizePt, blocks, hiddenCount, incomplete };
}
