import { addMonths, monthPartsOf } from '@/lib/core/plain-date';
import { titleCased } from '../headings/heading-kit';
import type { FontId } from '../operations';
import { digits, rangeWords } from '../page-words';
import type { PrintInput } from '../print-input';
import type { Sheet } from '../sheet';
import type { StackItem } from '../text-stack';
import type { Palette, Theme, ThemeFonts } from '../theme';
import { spacingEm } from '../type-sizes';
import { type CoverOrnament, ornamentItem } from './cover-ornaments';

/** Heights and gaps are hundredths of the paper's mean side, so that a small calendar has a small title. */
type CoverText = {
  part: 'title' | 'subtitle' | 'range' | 'years';
  font: keyof ThemeFonts;
  colour: keyof Palette;
  cap: number;
  /** A title that is missing is replaced by the period, a period that is but a year is short: then this tall. */
  capWhenShort?: number;
  /** Extra space between letters. */
  em?: number;
  lines?: number;
  gap: number;
};

type CoverPart = CoverText | { part: 'ornament'; ornament: CoverOrnament; gap: number };

type CoverRecipe = {
  align: 'left' | 'centre';
  parts: readonly CoverPart[];
};

const title = (cap: number, capWhenShort: number, gap = 0): CoverText => ({
  part: 'title',
  font: 'display',
  colour: 'ink',
  cap,
  capWhenShort,
  lines: 3,
  gap,
});
const subtitle = (cap: number, gap: number, lines = 2): CoverText => ({
  part: 'subtitle',
  font: 'displayQuiet',
  colour: 'muted',
  cap,
  lines,
  gap,
});
const range = (
  font: keyof ThemeFonts,
  cap: number,
  capWhenShort: number,
  gap: number,
  em = 0.04,
): CoverText => ({ part: 'range', font, colour: 'accent', cap, capWhenShort, gap, em });
const ornament = (kind: CoverOrnament, gap: number): CoverPart => ({
  part: 'ornament',
  ornament: kind,
  gap,
});

const RECIPES: Record<Theme['cover'], CoverRecipe> = {
  framed: {
    align: 'centre',
    parts: [
      title(4, 5.6),
      subtitle(1.6, 0.9),
      ornament('sprigs', 2.6),
      range('display', 1.8, 3, 1.7),
    ],
  },
  split: {
    align: 'left',
    parts: [
      ornament('bar', 0),
      { part: 'years', font: 'displayLight', colour: 'ink', cap: 9, lines: 1, gap: 1.2 },
      title(2.3, 2.3, 0.6),
      subtitle(1.25, 0.5, 3),
      range('label', 1.05, 1.05, 0.9, 0),
    ],
  },
  night: {
    align: 'centre',
    parts: [
      ornament('stars', 0),
      title(3.4, 5, 0.8),
      subtitle(1.4, 0.6),
      range('displayQuiet', 1.5, 2.6, 1.1, 0.08),
    ],
  },
  gallery: {
    align: 'centre',
    parts: [
      title(3.3, 6),
      subtitle(1.5, 0.9),
      ornament('rule', 2.2),
      range('label', 1.2, 1.6, 2, 0.18),
    ],
  },
  blocks: {
    align: 'left',
    parts: [
      { part: 'years', font: 'display', colour: 'ink', cap: 7.4, lines: 1, gap: 0 },
      title(2.5, 2.5, 1),
      subtitle(1.25, 0.6, 3),
      range('label', 1.05, 1.05, 0.9, 0),
    ],
  },
  banded: {
    align: 'centre',
    parts: [
      title(4, 7),
      subtitle(1.5, 0.9),
      ornament('diamond', 1.6),
      range('displayQuiet', 1.6, 2.6, 1.2),
    ],
  },
  disc: {
    align: 'centre',
    parts: [title(3.8, 6.4), subtitle(1.4, 0.8), range('displayQuiet', 1.6, 2.8, 1.6)],
  },
  arch: {
    align: 'centre',
    parts: [
      title(3.6, 6),
      subtitle(1.4, 0.9),
      ornament('diamond', 1.5),
      range('display', 1.5, 2.2, 1.3, 0.08),
    ],
  },
  label: {
    align: 'centre',
    parts: [
      title(3.2, 4.6),
      ornament('swash', 0.7),
      subtitle(1.4, 0.9),
      range('displayQuiet', 1.5, 2.2, 0.9),
    ],
  },
  masthead: {
    align: 'centre',
    parts: [title(5, 7), subtitle(1.45, 0.9, 1), range('displayQuiet', 1.4, 1.6, 1, 0.14)],
  },
  magazine: {
    align: 'left',
    parts: [title(5, 7), subtitle(1.35, 0.8), range('label', 1, 1.3, 1.1, 0.1)],
  },
  gilded: {
    align: 'centre',
    parts: [
      title(2.8, 5.4),
      subtitle(1.45, 1.1),
      ornament('diamond', 1.9),
      range('label', 1.1, 1.7, 1.7, 0.24),
    ],
  },
};

/** First and last year of a calendar. */
export function yearsOf({ document }: Pick<PrintInput, 'document'>): {
  first: number;
  last: number;
} {
  return {
    first: monthPartsOf(document.from).year,
    last: monthPartsOf(addMonths(document.from, document.monthCount - 1)).year,
  };
}

/** The texts of a cover in the order of its style, and how they are aligned. */
export function coverTexts(
  sheet: Sheet,
  theme: Theme,
  input: Pick<PrintInput, 'document'>,
  unitMm: number,
): { align: 'left' | 'centre'; items: StackItem[] } {
  const { align, parts } = RECIPES[theme.cover];
  return {
    align,
    items: parts.flatMap((part) => itemsOf(sheet, theme, input, unitMm, part, parts)),
  };
}

function itemsOf(
  sheet: Sheet,
  theme: Theme,
  input: Pick<PrintInput, 'document'>,
  unitMm: number,
  part: CoverPart,
  parts: readonly CoverPart[],
): StackItem[] {
  const gapMm = part.gap * unitMm;
  if (part.part === 'ornament') {
    return [{ ...ornamentItem(sheet, theme, part.ornament, unitMm), gapMm }];
  }
  const { document } = input;
  const words = coverWords(input, parts);
  const text = words[part.part];
  if (text === '') return [];
  const isPeriod = part.part === 'range' || (part.part === 'title' && !words.isTitled);
  // A year alone may be set larger than two months with their years.
  const isShort = isPeriod && (part.part === 'title' || text.length <= 5);
  const cap = isShort ? (part.capWhenShort ?? part.cap) : part.cap;
  const capHeightMm = cap * unitMm;
  const em = part.part === 'title' ? (theme.titleCapitalsEm ?? 0) : (part.em ?? 0);
  const font: FontId = theme.fonts[part.font];
  return [
    {
      kind: 'text',
      text: part.part === 'title' ? titleCased(text, theme, document) : text,
      role:
        isPeriod || part.part === 'years' ? 'year' : part.part === 'title' ? 'title' : 'subtitle',
      font,
      colour: theme.palette[part.colour],
      capHeightMm,
      minCapHeightMm: Math.min(capHeightMm, 2.2),
      maxLines: part.lines ?? 2,
      letterSpacingEm: spacingEm(document.language, em),
      gapMm,
    },
  ];
}

/** What the cover says. Without a title the months themselves are the title. */
function coverWords({ document }: Pick<PrintInput, 'document'>, parts: readonly CoverPart[]) {
  const period = rangeWords(
    document.from,
    document.monthCount,
    document.language,
    document.hasNativeDigits,
  );
  const name = document.title.trim();
  const { first, last } = yearsOf({ document });
  const years = [...new Set([first, last])].map((year) => digits(year, document)).join('–');
  const hasYears = parts.some(({ part }) => part === 'years');
  // "2027年" only repeats the figures over it.
  const isJustYears = period.replace(/[年년]$/u, '') === years;
  return {
    isTitled: name !== '',
    years,
    title: name === '' && !hasYears ? period : name,
    subtitle: document.subtitle.trim(),
    range: hasYears ? (isJustYears ? '' : period) : name === '' ? '' : period,
  };
}
