import type { CalendarDocument } from '@/lib/calendars/document';
import { addMonths, monthPartsOf } from '@/lib/core/plain-date';
import { bandOpacityOf, onBand } from './band';
import { coverArt } from './cover-art';
import { bleedBoxOf, formatOf, type PrintFormat, safeBoxOf } from './formats';
import type { Box, Page } from './operations';
import { diamondPath, sprigPaths, starPath } from './ornaments';
import { type Area, areaBox, type PaperShape, paperShapeOf, slotBox } from './page-layout';
import { drawPictures, hasPicture } from './page-pictures';
import { rangeWords } from './page-words';
import type { PrintInput } from './print-input';
import { createSheet, inset, intersection, roundedBox, type Sheet } from './sheet';
import { drawStack, type StackItem, type StackText } from './text-stack';
import { type Theme, themeOf } from './theme';
import { typesetterOf } from './typesetter';

type CoverPlan = { slot: Area; text: Area };

const WHOLE: Area = { left: 0, top: 0, right: 1, bottom: 1 };

const PLANS: Record<Theme['cover'], Record<PaperShape, CoverPlan>> = {
  framed: {
    portrait: {
      slot: { left: 0.09, top: 0.075, right: 0.91, bottom: 0.665 },
      text: { left: 0.09, top: 0.69, right: 0.91, bottom: 0.97 },
    },
    square: {
      slot: { left: 0.09, top: 0.085, right: 0.91, bottom: 0.665 },
      text: { left: 0.09, top: 0.685, right: 0.91, bottom: 0.975 },
    },
    landscape: {
      slot: { left: 0.06, top: 0.115, right: 0.6, bottom: 0.915 },
      text: { left: 0.635, top: 0.115, right: 0.955, bottom: 0.915 },
    },
  },
  split: {
    portrait: {
      slot: { ...WHOLE, bottom: 0.7 },
      text: { left: 0.055, top: 0.73, right: 0.945, bottom: 0.97 },
    },
    square: {
      slot: { ...WHOLE, bottom: 0.67 },
      text: { left: 0.05, top: 0.7, right: 0.95, bottom: 0.97 },
    },
    landscape: {
      slot: { ...WHOLE, right: 0.62 },
      text: { left: 0.655, top: 0.1, right: 0.96, bottom: 0.94 },
    },
  },
  night: {
    portrait: { slot: WHOLE, text: { left: 0.1, top: 0.69, right: 0.9, bottom: 0.93 } },
    square: { slot: WHOLE, text: { left: 0.14, top: 0.64, right: 0.86, bottom: 0.93 } },
    landscape: { slot: WHOLE, text: { left: 0.2, top: 0.56, right: 0.8, bottom: 0.92 } },
  },
};

/** Where the cover's picture stands, bleed included; it depends on the theme and the shape of the paper. */
export function coverSlotBox(
  document: Pick<CalendarDocument, 'formatId' | 'themeId' | 'cover'>,
): Box {
  const format = formatOf(document.formatId);
  const theme = themeOf(document.cover.themeId ?? document.themeId);
  const { slot } = PLANS[theme.cover][paperShapeOf(format)];
  return roundedBox(slotBox(slot, format, [slot], 0));
}

/**
 * Lays out the cover: its picture, title, subtitle and the months it covers. Without a picture the theme draws a cover
 * of its own in the picture's place, which is fit for print; the slot stays where it is.
 */
export function layoutCover(input: PrintInput): Page {
  const { document } = input;
  const format = formatOf(document.formatId);
  const theme = themeOf(document.cover.themeId ?? document.themeId);
  const plan = PLANS[theme.cover][paperShapeOf(format)];
  const sheet = createSheet(typesetterOf(input.fonts));
  sheet.fill(bleedBoxOf(format), theme.palette.paper);
  const slot = coverSlotBox(document);
  const pictured = hasPicture(input, document.cover, 0);
  if (pictured) drawPictures(sheet, theme, input, document.cover, [slot]);
  else coverArt(sheet, theme, slot, format, yearsOf(input), areaBox(plan.text, format).yMm);
  drawCoverText(sheet, theme, input, format, plan, pictured);
  return {
    index: 0,
    role: 'cover',
    monthIndex: null,
    trim: format.trim,
    bleedMm: format.bleedMm,
    operations: sheet.operations,
    slots: [{ ...slot, slotIndex: 0 }],
    days: [],
  };
}

function yearsOf({ document }: PrintInput): { first: number; last: number } {
  return {
    first: monthPartsOf(document.from).year,
    last: monthPartsOf(addMonths(document.from, document.monthCount - 1)).year,
  };
}

function drawCoverText(
  sheet: Sheet,
  theme: Theme,
  input: PrintInput,
  format: PrintFormat,
  plan: CoverPlan,
  pictured: boolean,
): void {
  const area = areaBox(plan.text, format);
  const unitMm = Math.sqrt(format.trim.widthMm * format.trim.heightMm) / 100;
  const box = intersection(area, safeBoxOf(format));
  if (theme.cover === 'framed') {
    frameAround(sheet, theme, areaBox(plan.slot, format));
    drawStack(sheet, framedItems(sheet, theme, input, unitMm), box, {
      align: 'centre',
      vertical: 'middle',
    });
  } else if (theme.cover === 'split') {
    const vertical = paperShapeOf(format) === 'landscape' ? 'middle' : 'top';
    drawStack(sheet, splitItems(sheet, theme, input, unitMm), box, { align: 'left', vertical });
  } else {
    sheet.fill(area, theme.palette.paper, {
      opacity: pictured ? bandOpacityOf(onBand(theme)) : 1,
    });
    sheet.frame(inset(area, 2.2), { colour: theme.palette.accent, widthMm: 0.25 });
    drawStack(
      sheet,
      nightItems(sheet, pictured ? onBand(theme) : theme, input, unitMm),
      inset(box, 3 * unitMm),
      {
        align: 'centre',
        vertical: 'middle',
      },
    );
  }
}

function frameAround(sheet: Sheet, theme: Theme, box: Box): void {
  sheet.frame(inset(box, -2.4), { colour: theme.palette.accent, widthMm: 0.25 });
}

/** What the cover says. Without a title the months themselves are the title. */
function coverWords({ document }: PrintInput) {
  const range = rangeWords(document.from, document.monthCount, document.language);
  const title = document.title.trim();
  return {
    title: title === '' ? range : title,
    subtitle: document.subtitle.trim(),
    range,
    titled: title !== '',
  };
}

function textItem(
  text: string,
  role: StackText['role'],
  look: Pick<StackText, 'font' | 'colour' | 'capHeightMm'> & Partial<StackText> & { gapMm: number },
): StackItem[] {
  if (text === '') return [];
  return [
    {
      kind: 'text',
      text,
      role,
      minCapHeightMm: Math.min(look.capHeightMm, 2.2),
      maxLines: 2,
      letterSpacingEm: 0,
      ...look,
    },
  ];
}

function framedItems(sheet: Sheet, theme: Theme, input: PrintInput, unitMm: number): StackItem[] {
  const { fonts, palette } = theme;
  const { title, subtitle, range, titled } = coverWords(input);
  const sprigMm = unitMm * 11;
  return [
    ...textItem(title, titled ? 'title' : 'year', {
      font: fonts.display,
      colour: palette.ink,
      capHeightMm: unitMm * (titled ? 4 : 5.6),
      maxLines: 3,
      gapMm: 0,
    }),
    ...textItem(subtitle, 'subtitle', {
      font: fonts.displayQuiet,
      colour: palette.muted,
      capHeightMm: unitMm * 1.6,
      gapMm: unitMm * 0.9,
    }),
    {
      kind: 'ornament',
      gapMm: unitMm * 2.6,
      heightMm: sprigMm * 0.3,
      draw: (xMm, yMm) => {
        sheet.shape(diamondPath(xMm, yMm, unitMm * 0.32), palette.accent);
        for (const direction of [1, -1] as const) {
          const sprig = sprigPaths(xMm + direction * unitMm * 1.2, yMm, sprigMm, direction);
          sheet.stroke(sprig.stem, { colour: palette.accent, widthMm: 0.22 });
          sheet.shape(sprig.leaves, palette.accent);
        }
      },
    },
    ...textItem(titled ? range : '', 'year', {
      font: fonts.display,
      colour: palette.accent,
      capHeightMm: unitMm * (range.length > 5 ? 1.8 : 3),
      letterSpacingEm: range.length > 5 ? 0.03 : 0.1,
      gapMm: unitMm * 1.7,
    }),
  ];
}

function splitItems(sheet: Sheet, theme: Theme, input: PrintInput, unitMm: number): StackItem[] {
  const { fonts, palette } = theme;
  const { title, subtitle, range, titled } = coverWords(input);
  const { first, last } = yearsOf(input);
  const years = first === last ? String(first) : `${first}–${last}`;
  const spelledOut = range.replace('年', '') !== years;
  return [
    {
      kind: 'ornament',
      gapMm: 0,
      heightMm: unitMm * 0.4,
      draw: (xMm, yMm) =>
        sheet.fill(
          { xMm, yMm: yMm - unitMm * 0.2, widthMm: unitMm * 5, heightMm: unitMm * 0.4 },
          palette.holiday,
        ),
    },
    ...textItem(years, 'year', {
      font: fonts.displayLight,
      colour: palette.ink,
      capHeightMm: unitMm * 9,
      maxLines: 1,
      gapMm: unitMm * 1.2,
    }),
    ...textItem(titled ? title : '', 'title', {
      font: fonts.display,
      colour: palette.ink,
      capHeightMm: unitMm * 2.3,
      maxLines: 3,
      gapMm: unitMm * 0.6,
    }),
    ...textItem(subtitle, 'subtitle', {
      font: fonts.displayQuiet,
      colour: palette.muted,
      capHeightMm: unitMm * 1.25,
      maxLines: 3,
      gapMm: unitMm * 0.5,
    }),
    ...textItem(spelledOut ? range : '', 'year', {
      font: fonts.label,
      colour: palette.accent,
      capHeightMm: unitMm * 1.05,
      gapMm: unitMm * 0.9,
    }),
  ];
}

function nightItems(sheet: Sheet, theme: Theme, input: PrintInput, unitMm: number): StackItem[] {
  const { fonts, palette } = theme;
  const { title, subtitle, range, titled } = coverWords(input);
  return [
    {
      kind: 'ornament',
      gapMm: 0,
      heightMm: unitMm * 1.6,
      draw: (xMm, yMm) => {
        sheet.shape(starPath(xMm, yMm, unitMm * 0.8), palette.accent);
        for (const side of [-1, 1]) {
          sheet.shape(starPath(xMm + side * unitMm * 2.2, yMm, unitMm * 0.4), palette.accent);
        }
      },
    },
    ...textItem(title, titled ? 'title' : 'year', {
      font: fonts.display,
      colour: palette.ink,
      capHeightMm: unitMm * (titled ? 3.4 : 5),
      maxLines: 3,
      gapMm: unitMm * 0.8,
    }),
    ...textItem(subtitle, 'subtitle', {
      font: fonts.displayQuiet,
      colour: palette.muted,
      capHeightMm: unitMm * 1.4,
      gapMm: unitMm * 0.6,
    }),
    ...textItem(titled ? range : '', 'year', {
      font: fonts.displayQuiet,
      colour: palette.accent,
      capHeightMm: unitMm * (range.length > 5 ? 1.5 : 2.6),
      letterSpacingEm: range.length > 5 ? 0.04 : 0.14,
      gapMm: unitMm * 1.1,
    }),
  ];
}
