import { addMonths } from '@/lib/core/plain-date';
import { daysOff } from './days-off';
import { drawMiniMonth, miniMonthSize } from './mini-month';
import { monthLabels } from './month-labels';
import { spreadMonths } from './month-spread';
import type { Page } from './operations';
import { paperScaleOf } from './page-layout';
import { rangeWords } from './page-words';
import type { PrintInput } from './print-input';
import { bottomOf, inset, middleOf } from './sheet';
import { beginTitledPage, finishedPage } from './titled-page';

/** Set on the last page, small. */
const IMPRINT = 'Twelvefold';

const GAP_MM = { x: 8, y: 7 };
const MINI_MAX_WIDTH_MM = 68;

/** Lays out the back cover: all months of the calendar at a glance, and who made it. */
export function layoutBack(input: PrintInput, index: number): Page {
  const { document } = input;
  const { from, monthCount, language, hasNativeDigits } = document;
  const range = rangeWords(from, monthCount, language, hasNativeDigits);
  const page = beginTitledPage(input, 'back', { text: range, role: 'year' });
  const { sheet, theme, format, box } = page;
  sheet.text(
    IMPRINT,
    { font: theme.fonts.label, sizePt: 7, colour: theme.palette.muted, letterSpacingPt: 0.7 },
    { xMm: middleOf(box), yMm: bottomOf(box) - 1, align: 'centre', role: 'imprint' },
  );

  const scale = paperScaleOf(format);
  const area = inset(box, { top: 7 * scale, bottom: 9 * scale });
  const limits = {
    heightPerWidth: miniMonthSize(1, true).heightMm,
    maxWidthMm: MINI_MAX_WIDTH_MM,
    gapMm: { x: GAP_MM.x * scale, y: GAP_MM.y * scale },
  };
  const off = daysOff(input.entries);
  const labels = monthLabels(document);
  spreadMonths(area, monthCount, limits).forEach((place, at) => {
    const mini = {
      document,
      month: addMonths(from, at),
      title: labels[at] ?? '',
      titleFont: theme.fonts.textStrong,
      titleColour: theme.palette.accent,
      daysOff: off,
      weekdays: true,
    };
    drawMiniMonth(sheet, theme, mini, place);
  });
  return finishedPage(page, 'back', index);
}
