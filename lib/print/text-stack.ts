import { MM_PER_PT } from './font-book';
import type { Box, Colour, FontId, TextRole } from './operations';
import { middleOf, type Sheet } from './sheet';
import { sizeForCapitals } from './type-sizes';
import type { TextStyle, Typesetter } from './typesetter';
import { clampText, wrapEvenly } from './wrap-text';

/** One text of a cover: how tall it would like to be and how small it may become. */
export type StackText = {
  kind: 'text';
  text: string;
  font: FontId;
  colour: Colour;
  role: TextRole;
  capHeightMm: number;
  minCapHeightMm: number;
  maxLines: number;
  letterSpacingEm: number;
};

/** Something drawn between texts: gets the middle (or the left end) of its place. */
export type StackOrnament = {
  kind: 'ornament';
  heightMm: number;
  draw: (xMm: number, yMm: number) => void;
};

export type StackItem = (StackText | StackOrnament) & { gapMm: number };

type SetItem = { gapMm: number; heightMm: number; draw: (topMm: number) => void };

/** From one baseline to the next, in sizes. */
const LEADING = 1.16;

/**
 * Sets texts one under the other into a box: each wrapped into its lines, made smaller until it fits, all together made
 * smaller when the box is too low. A text that is too long even then is shortened and gets the role 'overflow'.
 */
export function drawStack(
  sheet: Sheet,
  items: readonly StackItem[],
  box: Box,
  { align, vertical }: { align: 'left' | 'centre'; vertical: 'top' | 'middle' },
): void {
  let shrink = 1;
  let set = items.map((item) => setItem(sheet, item, box, align, shrink));
  while (heightOf(set) > box.heightMm && shrink > 0.3) {
    shrink *= 0.94;
    set = items.map((item) => setItem(sheet, item, box, align, shrink));
  }
  const restMm = box.heightMm - heightOf(set);
  let topMm = box.yMm + (vertical === 'middle' ? restMm / 2 : 0);
  set.forEach((item, index) => {
    if (index > 0) topMm += item.gapMm;
    item.draw(topMm);
    topMm += item.heightMm;
  });
}

function heightOf(items: readonly SetItem[]): number {
  return items.reduce((sum, item, index) => sum + item.heightMm + (index > 0 ? item.gapMm : 0), 0);
}

function setItem(
  sheet: Sheet,
  item: StackItem,
  box: Box,
  align: 'left' | 'centre',
  shrink: number,
): SetItem {
  const gapMm = item.gapMm * shrink;
  const xMm = align === 'centre' ? middleOf(box) : box.xMm;
  if (item.kind === 'ornament') {
    return {
      gapMm,
      heightMm: item.heightMm,
      draw: (topMm) => item.draw(xMm, topMm + item.heightMm / 2),
    };
  }
  const { lines, style, shortened } = fitted(sheet, item, box.widthMm, shrink);
  const capMm = sheet.typesetter.capHeightMm(style);
  const emMm = style.sizePt * MM_PER_PT;
  const inks = lines.flatMap((line) => sheet.typesetter.inkBox(line, style) ?? []);
  const leadingMm = leadingOf(inks, emMm);
  const descentMm = Math.max(emMm * 0.26, ...inks.slice(-1).map((ink) => ink.bottomMm));
  const riseMm = Math.max(emMm * 0.94, ...inks.slice(0, 1).map((ink) => -ink.topMm)) - capMm;
  return {
    gapMm,
    heightMm: riseMm + capMm + (lines.length - 1) * leadingMm + descentMm,
    draw(topMm) {
      lines.forEach((line, index) => {
        const last = index === lines.length - 1;
        sheet.text(line, style, {
          xMm,
          yMm: topMm + riseMm + capMm + index * leadingMm,
          align,
          role: shortened && last ? 'overflow' : item.role,
        });
      });
    },
  };
}

/** As the theme's own fonts want it, and further where another script or an accent reaches into the line above. */
function leadingOf(
  inks: readonly NonNullable<ReturnType<Typesetter['inkBox']>>[],
  emMm: number,
): number {
  const needed = inks.slice(1).map((ink, index) => {
    const above = inks[index];
    return (above?.bottomMm ?? 0) - ink.topMm + emMm * 0.08;
  });
  return Math.max(emMm * LEADING, ...needed);
}

function fitted(sheet: Sheet, item: StackText, widthMm: number, shrink: number) {
  const { typesetter } = sheet;
  const minMm = item.minCapHeightMm * Math.min(1, shrink * 1.2);
  let capMm = Math.max(minMm, item.capHeightMm * shrink);
  while (true) {
    const sizePt = sizeForCapitals(typesetter, item.font, capMm);
    const style: TextStyle = {
      font: item.font,
      sizePt,
      colour: item.colour,
      letterSpacingPt: sizePt * item.letterSpacingEm,
    };
    const { lines, brokenWord } = wrapEvenly(typesetter, item.text, style, widthMm);
    if (lines.length <= item.maxLines && !brokenWord) return { lines, style, shortened: false };
    if (capMm <= minMm) {
      return { ...clampText(typesetter, item.text, style, widthMm, item.maxLines), style };
    }
    capMm = Math.max(minMm, capMm * 0.95);
  }
}
