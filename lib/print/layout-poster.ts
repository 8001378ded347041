import type { DayEntry } from '@/lib/calendar-days/day-entry';
import { type CalendarDocument, COVER_PAGE } from '@/lib/calendars/document';
import { addMonths, monthOf, type PlainDate } from '@/lib/core/plain-date';
import { bandOver } from './band';
import { markColour } from './day-cell';
import { daysOff } from './days-off';
import { drawDecorations } from './decorations';
import { isOwnDate } from './fit-entries';
import { MM_PER_PT } from './font-book';
import { bleedBoxOf, formatOf, type PrintFormat, safeBoxOf } from './formats';
import { POSTER_PLANS, type PosterPlan } from './layouts/poster-plans';
import { drawMiniMonth, miniMonthSize } from './mini-month';
import { monthLabels } from './month-labels';
import { spreadMonths } from './month-spread';
import { drawNotes, flowNotes, notesLeadingMm } from './notes';
import type { Box, Colour, Page } from './operations';
import { areaBox, slotBoxesIn } from './page-layout';
import { drawPictures, tonesBehind } from './page-pictures';
import { rangeWords } from './page-words';
import { MIN_TEXT_PT, notesStyleOf } from './plan-days';
import type { PrintInput } from './print-input';
import {
  bottomOf,
  createSheet,
  inReadingDirection,
  inset,
  intersection,
  rightOf,
  type Sheet,
} from './sheet';
import { drawStack, type StackItem } from './text-stack';
import { type Theme, themeOfPage } from './theme';
import { typesetterOf } from './typesetter';

type PosterDocument = Pick<CalendarDocument, 'layoutId' | 'cover'>;

function planOf({ layoutId, cover }: PosterDocument): PosterPlan {
  return POSTER_PLANS[cover.layoutId ?? layoutId];
}

/** Where the pictures of a poster stand, bleed included. */
export function posterSlotBoxes(document: PosterDocument, format: PrintFormat): Box[] {
  return slotBoxesIn(planOf(document), format);
}

/** Lays out a poster: pictures, title and every month of the calendar with its days off and own dates. */
export function layoutPoster(input: PrintInput, index: number): Page {
  const { document } = input;
  const format = formatOf(document.formatId, input.press);
  const plan = planOf(document);
  const plain = themeOfPage(document, COVER_PAGE, input.themes);
  const sheet = createSheet(typesetterOf(input.fonts, document.language));
  sheet.fill(bleedBoxOf(format), plain.palette.paper);

  const unitMm = Math.min(format.trim.widthMm, format.trim.heightMm);
  const { x, top, bottom } = plan.margin;
  const area = areaBox(plan.content, format);
  const margins = {
    left: x * unitMm,
    right: x * unitMm,
    top: top * unitMm,
    bottom: bottom * unitMm,
  };
  const box = intersection(inset(area, margins), safeBoxOf(format));
  const slotBoxes = posterSlotBoxes(document, format);
  drawDecorations(sheet, plain, { role: 'poster', format, pictures: slotBoxes, text: box });
  const slots = drawPictures(sheet, plain, input, document.cover, slotBoxes);
  let theme = plain;
  if (plan.hasBand) {
    const band = bandOver(plain, tonesBehind(sheet, input, area));
    sheet.fill(area, band.theme.palette.paper, { opacity: band.opacity, radiusMm: unitMm * 0.006 });
    theme = band.theme;
  }
  const titleMm = box.heightMm * plan.titleShare;
  drawTitle(sheet, theme, input, { ...box, heightMm: titleMm });
  const days = drawMonths(sheet, theme, input, inset(box, { top: titleMm }));
  return {
    index,
    role: 'poster',
    monthIndex: null,
    trim: format.trim,
    bleedMm: format.bleedMm,
    operations: sheet.operations,
    slots,
    days,
  };
}

/** Of the title's line, the part that title and subtitle may take beside the year. */
const TITLE_WIDTH = 0.66;

/** Title and subtitle at the start, the year or the months at the end, a rule under them. */
function drawTitle(paper: Sheet, theme: Theme, { document }: PrintInput, box: Box): void {
  const { fonts, palette } = theme;
  const { from, monthCount, language, hasNativeDigits } = document;
  const sheet = inReadingDirection(paper, language, box);
  const range = rangeWords(from, monthCount, language, hasNativeDigits);
  const title = document.title.trim();
  const gapMm = box.heightMm * 0.24;
  const words = { ...box, heightMm: box.heightMm - gapMm };
  const text = (
    value: string,
    look: Pick<StackItem & { kind: 'text' }, 'role' | 'font' | 'colour' | 'capHeightMm' | 'gapMm'>,
  ): StackItem[] =>
    value === ''
      ? []
      : [
          {
            kind: 'text',
            text: value,
            minCapHeightMm: Math.min(look.capHeightMm, 2),
            maxLines: 2,
            letterSpacingEm: 0,
            ...look,
          },
        ];
  const year = text(range, {
    role: 'year',
    font: title === '' ? fonts.display : fonts.displayLight,
    colour: title === '' ? palette.ink : palette.accent,
    capHeightMm: words.heightMm * (range.length > 6 ? 0.32 : 0.62),
    gapMm: 0,
  });
  const left = [
    ...text(title, {
      role: 'title',
      font: fonts.display,
      colour: palette.ink,
      capHeightMm: words.heightMm * 0.36,
      gapMm: 0,
    }),
    ...text(document.subtitle.trim(), {
      role: 'subtitle',
      font: fonts.displayQuiet,
      colour: palette.muted,
      capHeightMm: words.heightMm * 0.15,
      gapMm: words.heightMm * 0.06,
    }),
  ];
  if (title === '') {
    drawStack(sheet, [...year, ...left], words, { align: 'left', vertical: 'middle' });
  } else {
    const widthMm = words.widthMm * TITLE_WIDTH;
    drawStack(sheet, left, { ...words, widthMm }, { align: 'left', vertical: 'middle' });
    drawAtEnd(sheet, year, inset(words, { left: widthMm + gapMm }));
  }
  const ruleMm = bottomOf(words) + gapMm * 0.4;
  sheet.line([box.xMm, ruleMm], [rightOf(box), ruleMm], {
    colour: palette.rule,
    widthMm: Math.max(0.25, box.heightMm * 0.008),
  });
}

/** A stack that ends at the right: set from the left on a sheet whose texts are then moved. */
function drawAtEnd(sheet: Sheet, items: readonly StackItem[], box: Box): void {
  const ended: Sheet = {
    ...sheet,
    text: (text, style, at) =>
      sheet.text(text, style, { ...at, xMm: rightOf(box), align: 'right' }),
  };
  drawStack(ended, items, box, { align: 'left', vertical: 'middle' });
}

const NOTES_PER_WIDTH = 0.3;
const WHITE_SPACE = { x: 0.034, y: 0.024 };

function drawMonths(paper: Sheet, theme: Theme, input: PrintInput, box: Box): Page['days'] {
  const { document, entries } = input;
  const sheet = inReadingDirection(paper, document.language, box);
  const { from, monthCount } = document;
  const miniPerWidth = miniMonthSize(1, true).heightMm;
  const listed = entries.filter((entry) => entry.kind !== 'observance');
  const limits = {
    heightPerWidth: miniPerWidth + (listed.length > 0 ? NOTES_PER_WIDTH : 0),
    maxWidthMm: box.widthMm,
    gapMm: { x: box.widthMm * WHITE_SPACE.x, y: box.widthMm * WHITE_SPACE.y },
  };
  const labels = monthLabels(document);
  const marks = marksOf(listed, theme);
  const off = daysOff(entries);
  return spreadMonths(box, monthCount, limits).flatMap((place, at) => {
    const month = addMonths(from, at);
    const days = drawMiniMonth(
      sheet,
      theme,
      {
        document,
        month,
        title: labels[at] ?? '',
        titleFont: theme.fonts.display,
        titleColour: theme.palette.ink,
        daysOff: off,
        weekdays: true,
        marks,
        dayRole: 'day',
      },
      place,
    );
    const ofMonth = listed.filter(({ date }) => monthOf(date) === month);
    const lastRowMm = Math.max(...days.map(bottomOf));
    const endMm = place.yMm + place.widthMm * (miniPerWidth + NOTES_PER_WIDTH);
    const topMm = lastRowMm + place.widthMm * 0.03;
    const inner = inset({ ...place, yMm: topMm, heightMm: endMm - topMm }, sidesOf(place.widthMm));
    drawList(sheet, theme, document, ofMonth, inner);
    return days;
  });
}

/** Digits stand in the middle of their columns: notes begin where they do. */
function sidesOf(widthMm: number) {
  const sideMm = (widthMm / 7) * 0.22;
  return { left: sideMm, right: sideMm };
}

function marksOf(entries: readonly DayEntry[], theme: Theme): Map<PlainDate, Colour> {
  return new Map(
    entries.filter(isOwnDate).map((entry) => [entry.date, markColour(entry, theme)] as const),
  );
}

/** The dates of a month under its days: holidays too where they fit, else the person's own alone. */
function drawList(
  sheet: Sheet,
  theme: Theme,
  document: CalendarDocument,
  entries: readonly DayEntry[],
  box: Box,
): void {
  const wantedPt = (box.widthMm * 0.041) / MM_PER_PT;
  const style = notesStyleOf(theme, { sizesPt: [Math.min(9, Math.max(MIN_TEXT_PT, wantedPt))] });
  const flowed = (chosen: readonly DayEntry[]) => {
    const byDate = Map.groupBy(chosen, ({ date }) => date);
    const notes = [...byDate].map(([date, ofDay]) => ({ date, entries: ofDay }));
    return flowNotes(sheet.typesetter, notes, box.widthMm, style, document);
  };
  const room = Math.floor(box.heightMm / notesLeadingMm(style) + 1e-6);
  const all = flowed(entries);
  const lines = all.length <= room ? all : flowed(entries.filter(isOwnDate));
  if (lines.length > 0) drawNotes(sheet, lines, box, style);
}
