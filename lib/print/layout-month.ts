import { assert } from '@/lib/core/assert';
import { addMonths } from '@/lib/core/plain-date';
import { bandOpacityOf, onBand } from './band';
import { daysOff } from './days-off';
import { MM_PER_PT } from './font-book';
import { bleedBoxOf, formatOf, safeBoxOf } from './formats';
import { drawHeading } from './heading';
import { drawMonthDays } from './month-days';
import type { Box, Page } from './operations';
import { areaBox, pageLayoutOf, slotBox } from './page-layout';
import { drawPictures } from './page-pictures';
import type { PrintInput } from './print-input';
import { bottomOf, createSheet, inset, intersection, rightOf, type Sheet } from './sheet';
import { type Theme, themeOf } from './theme';
import { type TextStyle, typesetterOf } from './typesetter';
import { clampText } from './wrap-text';

/** Lays out the page of month `from` + `monthIndex`. */
export function layoutMonth(input: PrintInput, monthIndex: number, index: number): Page {
  const { document } = input;
  const content = document.pages[monthIndex];
  assert(content, `the calendar has a month ${monthIndex}`);
  const format = formatOf(document.formatId);
  const layout = pageLayoutOf(content.layoutId ?? document.layoutId, format);
  const plainTheme = themeOf(content.themeId ?? document.themeId);
  const theme = layout.band ? onBand(plainTheme) : plainTheme;
  const sheet = createSheet(typesetterOf(input.fonts));
  const month = addMonths(document.from, monthIndex);

  sheet.fill(bleedBoxOf(format), theme.palette.paper);
  const slotBoxes = layout.slots.map((area) =>
    slotBox(area, format, layout.slots, layout.gutterMm),
  );
  const slots = drawPictures(sheet, theme, input, content, slotBoxes);

  const area = areaBox(layout.content, format);
  if (layout.band) {
    sheet.fill(area, theme.palette.paper, {
      opacity: bandOpacityOf(theme),
      radiusMm: layout.band.radiusMm,
    });
  }
  const { x, top, bottom } = layout.marginMm;
  let box = intersection(inset(area, { left: x, right: x, top, bottom }), safeBoxOf(format));
  box = drawCaption(sheet, theme, content.caption, layout.caption, box);

  const heading = { document, month, daysOff: daysOff(input.entries) };
  const { place, share } = layout.heading;
  let daysBox = box;
  if (place === 'above') {
    const heightMm = box.heightMm * share;
    drawHeading(sheet, theme, heading, { ...box, heightMm }, place);
    daysBox = inset(box, { top: heightMm });
  } else {
    const widthMm = box.widthMm * share;
    drawHeading(sheet, theme, heading, { ...box, widthMm: widthMm - 9 }, place);
    daysBox = inset(box, { left: widthMm });
  }
  const byDate = Map.groupBy(input.entries, (entry) => entry.date);
  const days = drawMonthDays(
    sheet,
    theme,
    { document, month, entriesOf: (date) => byDate.get(date) ?? [] },
    daysBox,
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

const CAPTION_PT = 9;
const CAPTION_MIN_PT = 6.5;

/** Writes the caption, in two lines at most, and returns what is left of the box. */
function drawCaption(
  sheet: Sheet,
  theme: Theme,
  caption: string,
  place: 'top' | 'foot',
  box: Box,
): Box {
  if (caption.trim() === '') return box;
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
