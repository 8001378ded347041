import type { PageRole } from '@/lib/calendars/page-plan';
import { drawDecorations } from './decorations';
import { bleedBoxOf, formatOf, type PrintFormat, safeBoxOf } from './formats';
import type { Box, Page, TextRole } from './operations';
import type { PrintInput } from './print-input';
import { createSheet, inReadingDirection, inset, middleOf, rightOf, type Sheet } from './sheet';
import { type Theme, themeOf } from './theme';
import { fittingScale, scaled, sizeForCapitals } from './type-sizes';
import { type TextStyle, typesetterOf } from './typesetter';

/** A page of the calendar's own theme that is no month: what it is called, and what may stand at the end of that line. */
export type PageTitle = { text: string; role: TextRole; aside?: { text: string; role: TextRole } };

export type TitledPage = {
  /** Mirrored where the language is read from right to left. */
  sheet: Sheet;
  theme: Theme;
  format: PrintFormat;
  /** What is left under the title. */
  box: Box;
};

/** Begins such a page: paper, decorations, title and a thin rule under it. */
export function beginTitledPage(
  input: PrintInput,
  role: Extract<PageRole, 'overview' | 'notes' | 'back'>,
  title: PageTitle,
): TitledPage {
  const { document } = input;
  const format = formatOf(document.formatId, input.press);
  const theme = themeOf(document.themeId, input.themes);
  const { palette, fonts } = theme;
  const typesetter = typesetterOf(input.fonts, document.language);
  const paper = createSheet(typesetter);
  paper.fill(bleedBoxOf(format), palette.paper);
  const marginMm = Math.min(format.trim.widthMm, format.trim.heightMm) * 0.075;
  const box = inset(safeBoxOf(format), {
    left: marginMm - format.safeMm,
    right: marginMm - format.safeMm,
    top: marginMm * 0.45,
    bottom: marginMm * 0.3,
  });
  drawDecorations(paper, theme, { role, format, pictures: [], text: box });
  const sheet = inReadingDirection(paper, document.language, box);

  const { text, aside } = title;
  const capMm = Math.min(box.widthMm, box.heightMm) * 0.042;
  const styleOf = (font: string, heightMm: number): TextStyle => ({
    font,
    sizePt: sizeForCapitals(typesetter, font, heightMm),
    colour: palette.ink,
  });
  const baselineMm = box.yMm + capMm * 1.3;
  const asideStyle = { ...styleOf(fonts.displayQuiet, capMm * 0.72), colour: palette.accent };
  const asideMm = aside ? typesetter.widthMm(aside.text, asideStyle) : 0;
  // Beside another text a title cannot stand in the middle.
  const centred = theme.dayAlign === 'centre' && !aside;
  const full = styleOf(fonts.display, capMm);
  const gapMm = aside ? capMm * 1.5 : 0;
  const scale = fittingScale(typesetter.widthMm(text, full) + gapMm + asideMm, box.widthMm);
  sheet.text(text, scaled(full, scale), {
    xMm: centred ? middleOf(box) : box.xMm,
    yMm: baselineMm,
    align: centred ? 'centre' : 'left',
    role: title.role,
  });
  if (aside) {
    const at = { xMm: rightOf(box), yMm: baselineMm, align: 'right' } as const;
    sheet.text(aside.text, scaled(asideStyle, scale), { ...at, role: aside.role });
  }
  const ruleMm = box.yMm + capMm * 2.1;
  sheet.line([box.xMm, ruleMm], [rightOf(box), ruleMm], { colour: palette.rule, widthMm: 0.2 });
  return { sheet, theme, format, box: inset(box, { top: capMm * 2.1 }) };
}

/** The finished page. */
export function finishedPage(
  { sheet, format }: TitledPage,
  role: Extract<PageRole, 'overview' | 'notes' | 'back'>,
  index: number,
): Page {
  return {
    index,
    role,
    monthIndex: null,
    trim: format.trim,
    bleedMm: format.bleedMm,
    operations: sheet.operations,
    slots: [],
    days: [],
  };
}
