import type { PrintLanguage } from '@/lib/calendars/document';
import { assert } from '@/lib/core/assert';
import { addMonths } from '@/lib/core/plain-date';
import { bandOver } from './band';
import { daysOff } from './days-off';
import { drawDecorations } from './decorations';
import { drawFamilyPlanner } from './family-planner';
import { MM_PER_PT } from './font-book';
import { bleedBoxOf, formatOf, type PrintFormat } from './formats';
import { drawHeading } from './heading';
import { drawMonthDays } from './month-days';
import type { Box, Page } from './operations';
import {
  areaBox,
  contentBoxOf,
  type PageLayout,
  pageLayoutOf,
  paperScaleOf,
  slotBoxesIn,
} from './page-layout';
import { drawPictures, tonesBehind } from './page-pictures';
import { drawPhotoDays, windowNotesBox, windowsHeadMm } from './photo-days';
import type { MonthDaysInput } from './plan-days';
import type { PrintInput } from './print-input';
import { bottomOf, createSheet, inReadingDirection, inset, rightOf, type Sheet } from './sheet';
import { type Theme, themeOfPage } from './theme';
import { type TextStyle, typesetterOf } from './typesetter';
import { clampText } from './wrap-text';

/** Lays out the page of month `from` + `monthIndex`. */
export function layoutMonth(input: PrintInput, monthIndex: number, index: number): Page {
  const { document } = input;
  const content = document.pages[monthIndex];
  assert(content, `the calendar has a month ${monthIndex}`);
  const format = formatOf(document.formatId, input.press);
  const layout = pageLayoutOf(content.layoutId ?? document.layoutId, format);
  const plain = themeOfPage(document, monthIndex, input.themes);
  const sheet = createSheet(typesetterOf(input.fonts, document.language));
  const month = addMonths(document.from, monthIndex);

  sheet.fill(bleedBoxOf(format), plain.palette.paper);
  const slotBoxes = slotBoxesIn(layout, format);
  const contentBox = contentBoxOf(layout, format);
  drawDecorations(sheet, plain, {
    role: 'month',
    format,
    pictures: slotBoxes,
    text: contentBox,
  });
  const slots = drawPictures(sheet, plain, input, content, slotBoxes);
  const theme = layout.band ? drawBand(sheet, plain, input, layout, format) : plain;
  const box = drawCaption(sheet, theme, document.language, content.caption, layout, contentBox);
  const byDate = Map.groupBy(input.entries, (entry) => entry.date);
  const days = drawMonth(
    sheet,
    theme,
    input,
    layout,
    { box, format, slotBoxes },
    {
      document,
      month,
      entriesOf: (date) => byDate.get(date) ?? [],
      pictures: input.pictures,
    },
  );
  return {
    index,
    role: 'month',
    monthIndex,
    trim: format.trim,
    bleedMm: format.bleedMm,
    operations: sheet.operations,
    slots,
    days,
  };
}

/** The translucent ground of a layout's content; returns the theme in the colours that are read on it. */
function drawBand(
  sheet: Sheet,
  plain: Theme,
  input: PrintInput,
  { band, content }: PageLayout,
  format: PrintFormat,
): Theme {
  const area = areaBox(content, format);
  const { theme, opacity } = bandOver(plain, tonesBehind(sheet, input, area));
  sheet.fill(area, theme.palette.paper, { opacity, radiusMm: band?.radiusMm ?? 0 });
  return theme;
}

/** Between a heading in a column of its own and the days. */
const COLUMN_GAP_MM = 9;

/** Draws the heading and, as the layout wants them, the days. */
function drawMonth(
  sheet: Sheet,
  theme: Theme,
  input: PrintInput,
  layout: PageLayout,
  { box, format, slotBoxes }: { box: Box; format: PrintFormat; slotBoxes: readonly Box[] },
  month: MonthDaysInput,
): Page['days'] {
  const heading = {
    document: month.document,
    month: month.month,
    daysOff: daysOff(input.entries),
  };
  const { days, numeralScale } = layout;
  const { place, share } = layout.heading;
  if (days === 'windows') {
    const [slot] = slotBoxes;
    assert(slot, 'days that are windows have a picture');
    const headMm = windowsHeadMm(slot);
    const headingMm = slot.yMm - headMm - box.yMm - 1.5 * paperScaleOf(format);
    drawHeading(sheet, theme, heading, { ...box, heightMm: headingMm }, 'above');
    const windows = bandOver(theme, tonesBehind(sheet, input, slot)).theme;
    const places = { slot, notesBox: windowNotesBox(slot, box) };
    return drawPhotoDays(sheet, { plain: theme, windows }, month, places, (chip) =>
      tonesBehind(sheet, input, chip),
    );
  }
  const flow = inReadingDirection(sheet, month.document.language, box);
  const isAbove = place === 'above';
  const takenMm = (isAbove ? box.heightMm : box.widthMm) * share;
  const gapMm = isAbove ? 0 : COLUMN_GAP_MM * paperScaleOf(format);
  const headingBox = isAbove
    ? { ...box, heightMm: takenMm }
    : flow.place({ ...box, widthMm: takenMm - gapMm });
  drawHeading(sheet, theme, heading, headingBox, place);
  const daysBox = isAbove
    ? inset(box, { top: takenMm })
    : flow.place(inset(box, { left: takenMm }));
  return days === 'planner'
    ? drawFamilyPlanner(sheet, theme, month, daysBox)
    : drawMonthDays(sheet, theme, month, daysBox, { style: days, numeralScale });
}

const CAPTION_PT = 9;
const CAPTION_MIN_PT = 6.5;

/** Writes the caption, in two lines at most, and returns what is left of the box. */
function drawCaption(
  paper: Sheet,
  theme: Theme,
  language: PrintLanguage,
  caption: string,
  { caption: place }: PageLayout,
  box: Box,
): Box {
  if (caption.trim() === '') return box;
  const sheet = inReadingDirection(paper, language, box);
  const { typesetter } = sheet;
  const styleAt = (sizePt: number): TextStyle => ({
    font: theme.fonts.caption,
    sizePt,
    colour: theme.palette.muted,
  });
  const widthAtFull = typesetter.widthMm(caption, styleAt(CAPTION_PT));
  const sizePt = Math.max(
    CAPTION_MIN_PT,
    Math.min(CAPTION_PT, (CAPTION_PT * box.widthMm) / widthAtFull),
  );
  const style = styleAt(sizePt);
  const { lines, shortened } = clampText(typesetter, caption, style, box.widthMm, 2);
  const leadingMm = sizePt * MM_PER_PT * 1.25;
  const blockMm = lines.length * leadingMm;
  const topMm = place === 'top' ? box.yMm - leadingMm * 0.6 : bottomOf(box) - blockMm;
  const centred = theme.dayAlign === 'centre';
  lines.forEach((line, index) => {
    sheet.text(line, style, {
      xMm: centred ? box.xMm + box.widthMm / 2 : place === 'top' ? rightOf(box) : box.xMm,
      yMm: topMm + index * leadingMm + sizePt * MM_PER_PT * 0.92,
      align: centred ? 'centre' : place === 'top' ? 'right' : 'left',
      role: shortened && index === lines.length - 1 ? 'overflow' : 'caption',
    });
  });
  const takenMm = place === 'top' ? Math.max(0, blockMm - leadingMm * 0.2) : blockMm + 1.5;
  return place === 'top' ? inset(box, { top: takenMm }) : inset(box, { bottom: takenMm });
}
