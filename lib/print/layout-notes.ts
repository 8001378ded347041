import { PAGE_TITLE_WORDS } from './data/page-title-words';
import type { Box, Page } from './operations';
import { paperScaleOf } from './page-layout';
import type { PrintInput } from './print-input';
import { bottomOf, inset, rightOf, type Sheet } from './sheet';
import type { Theme } from './theme';
import { beginTitledPage, finishedPage } from './titled-page';

/** Between lines to write on: as in a college-ruled notebook. */
const LINE_STEP_MM = 8;
const DOT_STEP_MM = 5;

/** Lays out a page to write on: ruled, or dotted where the theme draws its days with marks or boxes. */
export function layoutNotes(input: PrintInput, index: number): Page {
  const title = PAGE_TITLE_WORDS[input.document.language].notes;
  const page = beginTitledPage(input, 'notes', { text: title, role: 'title' });
  const { sheet, theme, format, box } = page;
  const scale = paperScaleOf(format);
  const area = inset(box, { top: 5 * scale, bottom: 3 * scale });
  const isDotted = ['dots', 'boxes', 'tiles', 'dashes'].includes(theme.grid);
  if (isDotted) drawDots(sheet, theme, area, DOT_STEP_MM * (scale < 1 ? 0.9 : 1));
  else drawLines(sheet, theme, area, LINE_STEP_MM * (scale < 1 ? 0.85 : 1));
  return finishedPage(page, 'notes', index);
}

function drawLines(sheet: Sheet, { palette }: Theme, area: Box, wantedMm: number): void {
  const count = Math.floor(area.heightMm / wantedMm);
  const stepMm = area.heightMm / count;
  for (let line = 1; line <= count; line += 1) {
    const yMm = area.yMm + line * stepMm;
    sheet.line([area.xMm, yMm], [rightOf(area), yMm], { colour: palette.rule, widthMm: 0.2 });
  }
}

const DOT_MM = 0.46;

/** Thousands of dots: each a stroke as long as it is wide, which takes a tenth of what the outline of a disc would. */
function drawDots(sheet: Sheet, { palette }: Theme, area: Box, wantedMm: number): void {
  const columns = Math.floor(area.widthMm / wantedMm);
  const stepMm = area.widthMm / columns;
  const hundredth = (value: number) => Math.round(value * 100) / 100;
  let dots = '';
  for (let yMm = area.yMm + stepMm; yMm <= bottomOf(area) + 1e-6; yMm += stepMm) {
    for (let column = 0; column <= columns; column += 1) {
      const xMm = area.xMm + column * stepMm - DOT_MM / 2;
      dots += `M${hundredth(xMm)} ${hundredth(yMm)}L${hundredth(xMm + DOT_MM)} ${hundredth(yMm)}`;
    }
  }
  sheet.stroke(dots, { colour: palette.rule, widthMm: DOT_MM });
}
