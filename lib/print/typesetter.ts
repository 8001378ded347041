import { type FontBook, type InkBox, MM_PER_PT } from './font-book';
import type { Colour, FontId, TextOperation, TextRole } from './operations';

export type TextStyle = {
  font: FontId;
  sizePt: number;
  colour: Colour;
  letterSpacingPt?: number;
};

export type TextRun = { text: string; font: FontId };

export type Align = 'left' | 'centre' | 'right';

/** Sets lines of text in fonts that really have the glyphs. Everything it measures is what the painters draw. */
export type Typesetter = {
  fonts: FontBook;
  /** The text as it will be drawn, cut where the font changes; characters that no font has are left out. */
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

const SERIF_FAMILIES = new Set(['alegreya', 'cormorant', 'eb-garamond', 'literata']);

/** Kana, CJK ideographs and full-width forms: such text looks right only in one Japanese font throughout. */
const JAPANESE = /[\u3000-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/** Joiners, direction marks, variation selectors: they shape text but have no ink of their own. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Characters that look the same on paper, tried before another font is. */
const LOOKALIKES = new Map([
  ['\u02bc', '\u2019'],
  ['\u202f', '\u00a0'],
  ['\u2009', '\u0020'],
  ['\u2011', '\u002d'],
  ['\u3000', '\u0020'],
]);

const typesetters = new WeakMap<FontBook, Typesetter>();

/** The typesetter of a font book; asked twice, the same one, so that measured text stays measured. */
export function typesetterOf(fonts: FontBook): Typesetter {
  const known = typesetters.get(fonts);
  if (known) return known;
  const made = createTypesetter(fonts);
  typesetters.set(fonts, made);
  return made;
}

const RUNS_KEPT = 20_000;

function createTypesetter(fonts: FontBook): Typesetter {
  const cache = new Map<string, { runs: TextRun[]; missing: number[] }>();

  const split = (text: string, font: FontId) => {
    const key = `${font}\n${text}`;
    const known = cache.get(key);
    if (known) return known;
    const made = splitRuns(fonts, text, font);
    if (cache.size >= RUNS_KEPT) cache.clear();
    cache.set(key, made);
    return made;
  };

  const placed = (text: string, style: TextStyle) => {
    let xMm = 0;
    return split(text, style.font).runs.map((run) => {
      const widthMm = fonts.measure(run.text, run.font, style.sizePt, style.letterSpacingPt);
      const at = { ...run, xMm, widthMm };
      xMm += widthMm + (style.letterSpacingPt ?? 0) * MM_PER_PT;
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
        const ink = fonts.inkBox(run.text, run.font, style.sizePt, style.letterSpacingPt);
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
        letterSpacingPt: rounded(style.letterSpacingPt ?? 0),
        role,
      }));
    },
  };
}

/** Micrometres are finer than any press; rounding keeps files small and free of machine noise. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

function splitRuns(fonts: FontBook, text: string, font: FontId) {
  const normal = text.normalize('NFC').replace(INVISIBLE, '');
  const candidates = candidatesFor(normal, font);
  for (const candidate of candidates) {
    const worded = respelled(fonts, normal, candidate);
    if (fonts.hasGlyphs(worded, candidate).length === 0) {
      return { runs: worded === '' ? [] : [{ text: worded, font: candidate }], missing: [] };
    }
  }
  const runs: TextRun[] = [];
  const missing = new Set<number>();
  for (const character of normal) {
    const current = runs.at(-1);
    const order = current && /\s/u.test(character) ? [current.font, ...candidates] : candidates;
    const found = order.find((candidate) => {
      return fonts.hasGlyphs(respelled(fonts, character, candidate), candidate).length === 0;
    });
    if (!found) {
      missing.add(character.codePointAt(0) ?? 0);
      continue;
    }
    const worded = respelled(fonts, character, found);
    if (current?.font === found) current.text += worded;
    else runs.push({ text: worded, font: found });
  }
  return { runs, missing: [...missing] };
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

/** The fonts to try, best first. Japanese comes with four weights only, because each of its files has 5 MB and more. */
function candidatesFor(text: string, font: FontId): FontId[] {
  const [family = '', style = '400'] = font.split('/');
  const weight = Number.parseInt(style, 10);
  const japaneseWeight = weight <= 200 ? 300 : weight <= 500 ? Math.max(weight, 300) : 700;
  const japaneseFamily = SERIF_FAMILIES.has(family) ? 'noto-serif-jp' : 'noto-sans-jp';
  const japanese = `${japaneseFamily}/${japaneseWeight}`;
  const wide = `noto-sans/${weight}`;
  return JAPANESE.test(text) ? [japanese, font, wide] : [font, wide, japanese];
}
