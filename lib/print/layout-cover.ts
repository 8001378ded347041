import type { CalendarDocument } from '@/lib/calendars/document';
import { onBand } from './band';
import { coverArt } from './cover-art';
import { drawCoverFrame } from './covers/cover-frames';
import { COVER_PLANS, SLOT_SHAPES } from './covers/cover-plans';
import { coverTexts, yearsOf } from './covers/cover-texts';
import { drawDecorations } from './decorations';
import { isRtl } from './direction';
import { bleedBoxOf, formatOf, type PrintFormat, safeBoxOf } from './formats';
import type { Box, Page } from './operations';
import { areaBox, paperShapeOf, slotBox } from './page-layout';
import { drawPictures, hasPicture } from './page-pictures';
import { digits } from './page-words';
import type { PressProfile } from './press';
import type { PrintInput } from './print-input';
import {
  createSheet,
  inReadingDirection,
  inset,
  intersection,
  roundedBox,
  type Sheet,
} from './sheet';
import { drawStack } from './text-stack';
import { type Theme, themeOf } from './theme';
import { typesetterOf } from './typesetter';

type CoverDocument = Pick<CalendarDocument, 'formatId' | 'themeId' | 'cover' | 'language'>;

/** Where the cover's picture stands, bleed included; it depends on the theme, the paper and the way the language is read. */
export function coverSlotBox(
  document: CoverDocument,
  themes: readonly Theme[],
  press?: PressProfile,
): Box {
  const format = formatOf(document.formatId, press);
  const theme = themeOf(document.cover.themeId ?? document.themeId, themes);
  const box = plannedSlot(theme, format);
  return roundedBox(isRtl(document.language) ? mirroredOnPage(box, format) : box);
}

/** The picture's box as it is read from left to right. */
function plannedSlot(theme: Theme, format: PrintFormat): Box {
  const { slot } = COVER_PLANS[theme.cover][paperShapeOf(format)];
  const box = slotBox(slot, format, [slot], 0);
  if (SLOT_SHAPES[theme.cover] !== 'disc') return box;
  const sideMm = Math.min(box.widthMm, box.heightMm);
  return {
    xMm: box.xMm + (box.widthMm - sideMm) / 2,
    yMm: box.yMm + (box.heightMm - sideMm) / 2,
    widthMm: sideMm,
    heightMm: sideMm,
  };
}

function mirroredOnPage(box: Box, { trim }: PrintFormat): Box {
  return { ...box, xMm: trim.widthMm - box.xMm - box.widthMm };
}

/**
 * Lays out the cover: its picture, title, subtitle and the months it covers. Without a picture the theme draws a cover
 * of its own in the picture's place, which is fit for print; the slot stays where it is.
 */
export function layoutCover(input: PrintInput): Page {
  const { document } = input;
  const format = formatOf(document.formatId, input.press);
  const theme = themeOf(document.cover.themeId ?? document.themeId, input.themes);
  const paper = createSheet(typesetterOf(input.fonts, document.language));
  // Everything but the picture is drawn as it is read.
  const sheet = inReadingDirection(paper, document.language, { xMm: 0, yMm: 0, ...format.trim });
  const slot = plannedSlot(theme, format);
  const text = areaBox(COVER_PLANS[theme.cover][paperShapeOf(format)].text, format);
  const shape = SLOT_SHAPES[theme.cover] ?? 'box';
  const isPictured = hasPicture(input, document.cover, 0);
  const placed = coverSlotBox(document, input.themes, input.press);

  sheet.fill(bleedBoxOf(format), theme.palette.paper);
  drawDecorations(sheet, theme, { role: 'cover', format, pictures: [slot], text });
  if (isPictured) {
    drawPictures(paper, theme, input, document.cover, [placed], {
      radiusMm: shape === 'disc' ? slot.widthMm / 2 : 0,
    });
  } else {
    coverArt(sheet, theme, {
      box: slot,
      shape,
      format,
      halves: halvesOf(input),
      horizonMm: isOnPicture(theme) ? text.yMm : slot.yMm + slot.heightMm,
    });
  }
  drawCoverFrame(sheet, theme, format, { slot, text, isPictured });
  drawCoverTexts(sheet, isPictured && theme.cover === 'night' ? onBand(theme) : theme, input, text);
  return {
    index: 0,
    role: 'cover',
    monthIndex: null,
    trim: format.trim,
    bleedMm: format.bleedMm,
    operations: paper.operations,
    slots: [{ ...placed, slotIndex: 0 }],
    days: [],
  };
}

/** Whether the texts stand on a panel over the picture. */
function isOnPicture({ cover }: Theme): boolean {
  return cover === 'night' || cover === 'label';
}

function drawCoverTexts(sheet: Sheet, theme: Theme, input: PrintInput, area: Box): void {
  const format = formatOf(input.document.formatId, input.press);
  const unitMm = Math.sqrt(format.trim.widthMm * format.trim.heightMm) / 100;
  const safe = intersection(area, safeBoxOf(format));
  const { align, items } = coverTexts(sheet, theme, input, unitMm);
  // Under a picture, texts that begin at the left hang from one line; beside it they stand in the middle.
  const hangs = align === 'left' && paperShapeOf(format) !== 'landscape';
  drawStack(sheet, items, isOnPicture(theme) ? inset(safe, 3 * unitMm) : safe, {
    align,
    vertical: hangs && theme.cover !== 'magazine' ? 'top' : 'middle',
  });
}

/** "20" over "27"; a calendar over two years shows "27" over "28". */
function halvesOf({ document }: PrintInput): [string, string] {
  const { first, last } = yearsOf({ document });
  const figures = (value: number) =>
    (value < 10 ? digits(0, document) : '') + digits(value, document);
  return first === last
    ? [figures(Math.floor(first / 100)), figures(first % 100)]
    : [figures(first % 100), figures(last % 100)];
}
