import type { TextOperation } from '../operations';
import { PT_PER_MM } from './numbers';
import type { StructureNode } from './structure-node';

/** A text of a page and its place among the page's operations. */
export type TextItem = { index: number; text: TextOperation };

/** Texts that a person reads without a break, in reading order; `text` has a space where paper begins a new line. */
export type Paragraph = { items: readonly TextItem[]; text: string };

/** A part of a page that says this paragraph. */
export function spokenNode(
  tag: StructureNode['tag'],
  { items, text }: Paragraph,
  scope?: StructureNode['scope'],
): StructureNode {
  // Glyphs stand from left to right whatever the direction, and one after the other whatever is between the lines.
  const isAsPainted = items.length === 1 && items[0]?.text.direction === 'ltr';
  return {
    tag,
    kids: items.map(({ index }) => ({ operation: index })),
    ...(isAsPainted ? {} : { spoken: text }),
    ...(scope ? { scope } : {}),
  };
}

/** Groups texts, which come in painting order, into lines and lines into paragraphs. */
export function paragraphsOf(items: readonly TextItem[]): Paragraph[] {
  const groups: TextItem[][][] = [];
  for (const line of linesOf(items)) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (group && above && continues(above, line)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((lines) => paragraph(lines.map(inReadingOrder)));
}

/** One paragraph of several, such as a heading of a month and its year. */
export function joined(paragraphs: readonly Paragraph[]): Paragraph {
  return {
    items: paragraphs.flatMap(({ items }) => items),
    text: paragraphs.map(({ text }) => text).join(' '),
  };
}

const emMm = ({ text }: TextItem) => text.sizePt / PT_PER_MM;
const endMm = ({ text }: TextItem) => text.xMm + text.widthMm;

/** Further than this from each other, in sizes of the letters, two texts at one height are not one line. */
const GAP_MAX = 0.7;

function linesOf(items: readonly TextItem[]): TextItem[][] {
  const lines: TextItem[][] = [];
  for (const item of items) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    const isSameLine =
      before &&
      before.text.yMm === item.text.yMm &&
      before.text.role === item.text.role &&
      Math.abs(item.text.xMm - endMm(before)) < GAP_MAX * emMm(item);
    if (line && isSameLine) line.push(item);
    else lines.push([item]);
  }
  return lines;
}

/** Runs stand from left to right on paper. A line with a run of the other direction is read from its right end. */
function inReadingOrder(line: readonly TextItem[]): TextItem[] {
  if (!line.some(({ text }) => text.direction === 'rtl')) return [...line];
  const groups: TextItem[][] = [];
  for (const item of line) {
    const group = groups.at(-1);
    // Neighbours that are both read from left to right differ in their font only.
    if (group && item.text.direction === 'ltr' && group[0]?.text.direction === 'ltr') {
      group.push(item);
    } else groups.push([item]);
  }
  return groups.reverse().flat();
}

function continues(above: readonly TextItem[], line: readonly TextItem[]): boolean {
  const [upper, lower] = [above[0], line[0]];
  const [upperEnd, lowerEnd] = [above.at(-1), line.at(-1)];
  if (!upper || !lower || !upperEnd || !lowerEnd) return false;
  const stepEm = (lower.text.yMm - upper.text.yMm) / emMm(upper);
  return (
    upper.text.role === lower.text.role &&
    upper.text.sizePt === lower.text.sizePt &&
    upper.text.colour === lower.text.colour &&
    stepEm > 0.6 &&
    stepEm < 1.8 &&
    lower.text.xMm < endMm(upperEnd) &&
    upper.text.xMm < endMm(lowerEnd)
  );
}

function paragraph(lines: readonly TextItem[][]): Paragraph {
  return { items: lines.flat(), text: lines.map(textOfLine).join(' ').replaceAll(/\s+/g, ' ') };
}

function textOfLine(line: readonly TextItem[]): string {
  return line
    .map((item, at) => {
      const next = line[at + 1];
      if (!next) return item.text.text;
      // Runs of one line touch where only font or direction changes.
      const gapMm = Math.max(next.text.xMm - endMm(item), item.text.xMm - endMm(next));
      return gapMm > 0.15 * emMm(item) ? `${item.text.text} ` : item.text.text;
    })
    .join('')
    .trim();
}
