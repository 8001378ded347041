import type { PrintLanguage } from '@/lib/calendars/document';
import { bidiLevels, type Direction, visualOrder } from './bidi';
import { type FontBook, type InkBox, MM_PER_PT } from './font-book';
import { fontChain, JOINED_LETTERS, scriptItems } from './font-choice';
import type { Colour, FontId, TextOperation, TextRole } from './operations';

export type TextStyle = {
  font: FontId;
  sizePt: number;
  colour: Colour;
  letterSpacingPt?: number;
};

/** `text` is in reading order, also in a run from right to left. */
export type TextRun = { text: string; font: FontId; direction: Direction };

export type Align = 'left' | 'centre' | 'right';

/** Sets lines of text in fonts that really have the glyphs. Everything it measures is what the painters draw. */
export type Typesetter = {
  fonts: FontBook;
  /**
   * The text as it will be drawn, from left to right on paper, cut where font or direction change; characters that no
   * font has are left out.
   */
  runs(text: string, font: FontId): TextRun[];
  /** The characters that are left out, each once. */
  missing(text: string, font: FontId): number[];
  widthMm(text: string, style: TextStyle): number;
  /** What the ink of a line covers, from its left end on the baseline; null for a line without ink. */
  inkBox(text: string, style: TextStyle): InkBox | null;
  /** The height of capitals and figures in the style's own font. */
  capHeightMm(style: Pick<TextStyle, 'font' | 'sizePt'>): number;
  /** One line as operations. `xMm` is its left end, middle or right end as `align` says, `yMm` its baseline. */
  line(
    text: string,
    style: TextStyle,
    at: { xMm: number; yMm: number; align?: Align; role: TextRole },
  ): TextOperation[];
};

/** Direction marks, variation selectors, soft hyphens: no ink of their own. Joiners stay where they shape letters. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const JOINER = /[\u200c\u200d]/u;
const JOINABLE = /[f\p{Script=Arabic}\p{Script=Devanagari}]$/u;

/** Characters that look the same on paper, tried before another font is. */
const LOOKALIKES = new Map([
  ['\u02bc', '\u2019'],
  ['\u202f', '\u00a0'],
  ['\u2009', '\u0020'],
  ['\u2011', '\u002d'],
  ['\u3000', '\u0020'],
]);

const typesetters = new WeakMap<FontBook, Map<PrintLanguage, Typesetter>>();

/**
 * The typesetter of a font book for texts of one print language; asked twice, the same one, so that measured text
 * stays measured. The language decides which way a line is read and whose shapes ideographs have.
 */
export function typesetterOf(fonts: FontBook, language: PrintLanguage): Typesetter {
  const ofBook = typesetters.get(fonts) ?? new Map<PrintLanguage, Typesetter>();
  typesetters.set(fonts, ofBook);
  const known = ofBook.get(language);
  if (known) return known;
  const made = createTypesetter(fonts, language);
  ofBook.set(language, made);
  return made;
}

const RUNS_KEPT = 20_000;

function createTypesetter(fonts: FontBook, language: PrintLanguage): Typesetter {
  const cache = new Map<string, { runs: TextRun[]; missing: number[] }>();

  const split = (text: string, font: FontId) => {
    const key = `${font}\n${text}`;
    const known = cache.get(key);
    if (known) return known;
    const made = splitRuns(fonts, text, font, language);
    if (cache.size >= RUNS_KEPT) cache.clear();
    cache.set(key, made);
    return made;
  };

  const placed = (text: string, style: TextStyle) => {
    let xMm = 0;
    return split(text, style.font).runs.map((run) => {
      const spacingPt = JOINED_LETTERS.test(run.text) ? 0 : (style.letterSpacingPt ?? 0);
      const widthMm = fonts.measure(run.text, run.font, style.sizePt, spacingPt, run.direction);
      const at = { ...run, spacingPt, xMm, widthMm };
      xMm += widthMm + spacingPt * MM_PER_PT;
      return at;
    });
  };

  const widthMm = (text: string, style: TextStyle) => {
    const last = placed(text, style).at(-1);
    return last ? last.xMm + last.widthMm : 0;
  };

  return {
    fonts,
    runs: (text, font) => split(text, font).runs,
    missing: (text, font) => split(text, font).missing,
    widthMm,

    capHeightMm: ({ font, sizePt }) => fonts.metrics(font, sizePt).capHeightMm,

    inkBox(text, style) {
      const inks = placed(text, style).flatMap((run) => {
        const ink = fonts.inkBox(run.text, run.font, style.sizePt, run.spacingPt, run.direction);
        return ink
          ? [{ ...ink, leftMm: run.xMm + ink.leftMm, rightMm: run.xMm + ink.rightMm }]
          : [];
      });
      if (inks.length === 0) return null;
      return {
        leftMm: Math.min(...inks.map((ink) => ink.leftMm)),
        rightMm: Math.max(...inks.map((ink) => ink.rightMm)),
        topMm: Math.min(...inks.map((ink) => ink.topMm)),
        bottomMm: Math.max(...inks.map((ink) => ink.bottomMm)),
      };
    },

    line(text, style, { xMm, yMm, align = 'left', role }) {
      const totalMm = align === 'left' ? 0 : widthMm(text, style);
      const leftMm = xMm - (align === 'centre' ? totalMm / 2 : align === 'right' ? totalMm : 0);
      return placed(text, style).map((run) => ({
        kind: 'text',
        text: run.text,
        font: run.font,
        sizePt: rounded(style.sizePt),
        xMm: rounded(leftMm + run.xMm),
        yMm: rounded(yMm),
        widthMm: rounded(run.widthMm),
        colour: style.colour,
        letterSpacingPt: rounded(run.spacingPt),
        direction: run.direction,
        role,
      }));
    },
  };
}

/** Micrometres are finer than any press; rounding keeps files small and free of machine noise. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

function splitRuns(fonts: FontBook, text: string, font: FontId, language: PrintLanguage) {
  const normal = withoutFalseLigatures(text.normalize('NFC'), language);
  const levels = bidiLevels(normal, language);
  const runs: (TextRun & { level: number })[] = [];
  const missing = new Set<number>();
  let index = 0;
  for (const item of scriptItems(normal)) {
    const chain = fontChain(item.script, normal, font, language);
    const whole =
      chain.find((id) => canDraw(fonts, item.text + alphabetProbe(item.text), id)) ??
      chain.find((id) => canDraw(fonts, item.text, id));
    for (const character of item.text) {
      const level = levels[index] ?? 0;
      index += character.length;
      const current = runs.at(-1);
      if (INVISIBLE.test(character)) {
        if (JOINER.test(character) && current && JOINABLE.test(current.text)) {
          current.text += character;
        }
        continue;
      }
      // Spaces and accents stay in the font of the letter before them where it has them.
      const order = current && /[\s\p{M}]/u.test(character) ? [current.font, ...chain] : chain;
      const found = whole ?? order.find((id) => canDraw(fonts, character, id));
      if (!found) {
        missing.add(character.codePointAt(0) ?? 0);
        continue;
      }
      const worded = respelled(fonts, character, found);
      if (current?.font === found && current.level === level) current.text += worded;
      else runs.push({ text: worded, font: found, direction: level % 2 ? 'rtl' : 'ltr', level });
    }
  }
  const placed = visualOrder(runs).map(({ text: worded, font: id, direction }) => ({
    text: worded,
    font: id,
    direction,
  }));
  return { runs: placed, missing: [...missing] };
}

function canDraw(fonts: FontBook, text: string, font: FontId): boolean {
  return fonts.hasGlyphs(respelled(fonts, text, font), font).length === 0;
}

/** Latin fonts have Δ, Π and Ω as signs; words must not change their font with the letters they happen to have. */
function alphabetProbe(text: string): string {
  return /\p{Script=Greek}/u.test(text) ? 'αβώς' : '';
}

/** In Turkish "fi" as one glyph hides whether the i has its dot. */
function withoutFalseLigatures(text: string, language: PrintLanguage): string {
  return language === 'tr' ? text.replace(/f(?=i)/g, 'f\u200c') : text;
}

function respelled(fonts: FontBook, text: string, font: FontId): string {
  let worded = text;
  for (const [from, to] of LOOKALIKES) {
    if (worded.includes(from) && fonts.hasGlyphs(from, font).length > 0) {
      worded = worded.replaceAll(from, to);
    }
  }
  return worded;
}
