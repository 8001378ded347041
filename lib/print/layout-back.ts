import { monthName } from '@/lib/calendar-days/names';
import { assert } from '@/lib/core/assert';
import { addMonths, monthPartsOf } from '@/lib/core/plain-date';
import { daysOff } from './days-off';
import { bleedBoxOf, formatOf, safeBoxOf } from './formats';
import { fittingScale, scaled, sizeForCapitals } from './heading';
import { drawMiniMonth, miniMonthSize } from './mini-month';
import type { Box, Page } from './operations';
import { monthAndYear, rangeWords } from './page-words';
import type { PrintInput } from './print-input';
import { bottomOf, createSheet, inset, middleOf, rightOf } from './sheet';
import { themeOf } from './theme';
import { rounded, type TextStyle, typesetterOf } from './typesetter';

/** Set on the last page, small. */
const IMPRINT = 'Twelvefold';

const GAP = { xMm: 10, yMm: 8 };
const MINI_MAX_WIDTH_MM = 68;

/** Lays out the back cover: all months of the calendar at a glance, and who made it. */
export function layoutBack(input: PrintInput): Page {
  const { document } = input;
  const format = formatOf(document.formatId);
  const theme = themeOf(document.themeId);
  const { palette, fonts } = theme;
  const typesetter = typesetterOf(input.fonts);
  const sheet = createSheet(typesetter);
  sheet.fill(bleedBoxOf(format), palette.paper);

  const marginMm = Math.min(format.trim.widthMm, format.trim.heightMm) * 0.075;
  const box = inset(safeBoxOf(format), {
    left: marginMm - format.safeMm,
    right: marginMm - format.safeMm,
    top: marginMm * 0.45,
    bottom: marginMm * 0.3,
  });
  const centred = theme.dayAlign === 'centre';
  const range = rangeWords(document.from, document.monthCount, document.language);
  const capMm = Math.min(box.widthMm, box.heightMm) * 0.042;
  const base: TextStyle = {
    font: fonts.display,
    sizePt: sizeForCapitals(typesetter, fonts.display, capMm),
    colour: palette.ink,
  };
  const title = scaled(base, fittingScale(typesetter.widthMm(range, base), box.widthMm));
  sheet.text(range, title, {
    xMm: centred ? middleOf(box) : box.xMm,
    yMm: box.yMm + capMm * 1.3,
    align: centred ? 'centre' : 'left',
    role: 'year',
  });
  const ruleMm = box.yMm + capMm * 2.1;
  sheet.line([box.xMm, ruleMm], [rightOf(box), ruleMm], { colour: palette.rule, widthMm: 0.2 });

  const imprint: TextStyle = {
    font: fonts.label,
    sizePt: 7,
    colour: palette.muted,
    letterSpacingPt: 0.7,
  };
  sheet.text(IMPRINT, imprint, {
    xMm: middleOf(box),
    yMm: bottomOf(box) - 1,
    align: 'centre',
    role: 'imprint',
  });

  const { year } = monthPartsOf(document.from);
  const severalYears =
    monthPartsOf(addMonths(document.from, document.monthCount - 1)).year !== year;
  const off = daysOff(input.entries);
  const area = inset(box, { top: capMm * 2.1 + 7, bottom: 9 });
  miniPlaces(area, document.monthCount).forEach((place, index) => {
    const month = addMonths(document.from, index);
    drawMiniMonth(
      sheet,
      theme,
      {
        month,
        title: severalYears
          ? monthAndYear(month, document.language)
          : monthName(monthPartsOf(month).month, document.language),
        titleFont: fonts.textStrong,
        titleColour: palette.accent,
        language: document.language,
        firstWeekday: document.firstWeekday,
        daysOff: off,
        weekdays: true,
      },
      place,
    );
  });
  return {
    index: document.monthCount + 1,
    role: 'back',
    monthIndex: null,
    trim: format.trim,
    bleedMm: format.bleedMm,
    operations: sheet.operations,
    slots: [],
    days: [],
  };
}

type Spread = { columns: number; widthMm: number; stepXMm: number; stepYMm: number };

/** Spreads the months over an area in as many columns as lets them be largest, then as even as they can stand. */
function miniPlaces(area: Box, count: number): { xMm: number; yMm: number; widthMm: number }[] {
  const spreads = Array.from({ length: count }, (_, index) => spreadOf(area, count, index + 1));
  const unevenness = ({ stepXMm, stepYMm, widthMm }: Spread) =>
    Math.abs(stepXMm - widthMm - (stepYMm - miniMonthSize(widthMm, true).heightMm));
  const [best] = spreads.sort(
    (a, b) => rounded(b.widthMm - a.widthMm) || unevenness(a) - unevenness(b),
  );
  assert(best, 'a calendar has a month');
  const { columns, widthMm, stepXMm, stepYMm } = best;
  const rows = Math.ceil(count / columns);
  const usedXMm = widthMm + stepXMm * (columns - 1);
  const usedYMm = miniMonthSize(widthMm, true).heightMm + stepYMm * (rows - 1);
  return Array.from({ length: count }, (_, index) => ({
    xMm: area.xMm + (area.widthMm - usedXMm) / 2 + (index % columns) * stepXMm,
    yMm: area.yMm + (area.heightMm - usedYMm) / 2 + Math.floor(index / columns) * stepYMm,
    widthMm,
  }));
}

function spreadOf(area: Box, count: number, columns: number): Spread {
  const rows = Math.ceil(count / columns);
  const freeXMm = (area.widthMm - (columns - 1) * GAP.xMm) / columns;
  const freeYMm = (area.heightMm - (rows - 1) * GAP.yMm) / rows;
  const heightPerWidth = miniMonthSize(1, true).heightMm;
  const widthMm = Math.min(freeXMm, freeYMm / heightPerWidth, MINI_MAX_WIDTH_MM);
  const heightMm = widthMm * heightPerWidth;
  return {
    columns,
    widthMm,
    stepXMm: columns > 1 ? (area.widthMm - widthMm) / (columns - 1) : 0,
    stepYMm: rows > 1 ? Math.min((area.heightMm - heightMm) / (rows - 1), heightMm * 1.4) : 0,
  };
}
