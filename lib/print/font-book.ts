import { create, type Font } from 'fontkit';
import { assert } from '@/lib/core/assert';
import { type Direction, mirrored } from './bidi';
import { withMarksInOrder } from './mark-order';
import type { FontId } from './operations';

/** One point is 1/72 inch. */
export const MM_PER_PT = 25.4 / 72;

/** Where font files come from. A Map of bytes will do; a reader that opens files when asked will too. */
export type FontFiles = Pick<ReadonlyMap<FontId, Uint8Array>, 'get' | 'has' | 'keys'>;

/** Vertical measures of a font at one size, all positive, in millimetres. */
export type FontMetrics = {
  ascentMm: number;
  descentMm: number;
  capHeightMm: number;
  xHeightMm: number;
};

/**
 * A glyph of a shaped run. Positions are font units, y upwards, from the start of the baseline. `codePoints` are the
 * characters it stands for: several for a ligature.
 */
export type ShapedGlyph = {
  glyphId: number;
  codePoints: readonly number[];
  xUnits: number;
  yUnits: number;
};

/** A line of text turned into glyphs: what both painters draw and what the layout measured. */
export type ShapedText = { glyphs: ShapedGlyph[]; advanceUnits: number; unitsPerEm: number };

/** The rectangle that the ink of a line touches, relative to its left end on the baseline; y grows downwards. */
export type InkBox = { leftMm: number; topMm: number; rightMm: number; bottomMm: number };

/**
 * The fonts that layout and painters share. Every file is parsed at most once, and the same parsed font measures
 * the text, draws it on the screen and is embedded in the print file, so that a line is equally long everywhere.
 */
export type FontBook = {
  fontIds: readonly FontId[];
  /** The bytes of the file, for embedding. */
  file(fontId: FontId): Uint8Array;
  /** The parsed font itself. */
  font(fontId: FontId): Font;
  /** Width of one line from pen start to pen end. Letter spacing goes after each glyph but the last. */
  measure(
    text: string,
    fontId: FontId,
    sizePt: number,
    letterSpacingPt?: number,
    direction?: Direction,
  ): number;
  /**
   * The code points of `text` that the font cannot draw, each once, in order; empty when it can draw all.
   * Joiners and other characters without ink need no glyph.
   */
  hasGlyphs(text: string, fontId: FontId): number[];
  metrics(fontId: FontId, sizePt: number): FontMetrics;
  /**
   * The glyphs of a run of one direction as the font's default features (kerning, ligatures, joined forms) place
   * them, from left to right on paper.
   * @param text in reading order, also where that is from right to left; left to right by default
   */
  shape(text: string, fontId: FontId, direction?: Direction): ShapedText;
  /** SVG path data of one glyph in font units, y upwards; empty for a space. */
  glyphPath(fontId: FontId, glyphId: number): string;
  /** The outlines of a line, ready to be drawn: millimetres from its left end, y growing downwards. */
  outline(
    text: string,
    fontId: FontId,
    sizePt: number,
    letterSpacingPt?: number,
    direction?: Direction,
  ): { glyphId: number; xMm: number; yMm: number }[];
  /** What the ink covers; null for a line without ink. */
  inkBox(
    text: string,
    fontId: FontId,
    sizePt: number,
    letterSpacingPt?: number,
    direction?: Direction,
  ): InkBox | null;
};

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/** Lines are shaped again and again while a person edits; beyond this many the memory is worth more. */
const SHAPES_KEPT = 20_000;

/**
 * Opens a book over font files. Files are read and parsed when first used.
 * Only static TrueType files: variable fonts and WOFF2 come out blank in a PDF.
 * @throws when a font is used that the files do not have
 */
export function createFontBook(files: FontFiles): FontBook {
  const fonts = new Map<FontId, Font>();
  const shapes = new Map<string, ShapedText>();
  const paths = new Map<string, string>();

  const bytes = (fontId: FontId): Uint8Array => {
    const file = files.get(fontId);
    assert(file, `font ${fontId} is in the font book`);
    return file;
  };

  const font = (fontId: FontId): Font => {
    const known = fonts.get(fontId);
    if (known) return known;
    // fontkit reads any byte array; its types ask for Node's own subclass.
    const parsed = create(bytes(fontId) as Buffer);
    assert(!('fonts' in parsed), `${fontId} is a single font, not a collection`);
    keepCharacters(parsed);
    fonts.set(fontId, parsed);
    return parsed;
  };

  const shape = (text: string, fontId: FontId, direction: Direction = 'ltr'): ShapedText => {
    const key = `${fontId} ${direction}\n${text}`;
    const known = shapes.get(key);
    if (known) return known;
    const parsed = font(fontId);
    // Brackets of a right-to-left run open towards the left; fontkit leaves that and the order of marks to its caller.
    const drawn = direction === 'rtl' ? mirrored(withMarksInOrder(text)) : text;
    const run = parsed.layout(drawn, undefined, undefined, undefined, direction);
    let penUnits = 0;
    const unseen = unseenCharacters(run, drawn, direction);
    const glyphs = run.glyphs.map((glyph, index) => {
      const position = run.positions[index];
      assert(position, 'each glyph has a position');
      const codePoints = unseen.get(index) ?? glyph.codePoints;
      const placed = {
        glyphId: glyph.id,
        codePoints: direction === 'rtl' ? unmirrored(codePoints) : codePoints,
        xUnits: penUnits + position.xOffset,
        yUnits: position.yOffset,
      };
      penUnits += position.xAdvance;
      return placed;
    });
    const shaped = { glyphs, advanceUnits: penUnits, unitsPerEm: parsed.unitsPerEm };
    if (shapes.size >= SHAPES_KEPT) shapes.clear();
    shapes.set(key, shaped);
    return shaped;
  };

  const outline: FontBook['outline'] = (
    text,
    fontId,
    sizePt,
    letterSpacingPt = 0,
    direction = 'ltr',
  ) => {
    const shaped = shape(text, fontId, direction);
    const scale = (sizePt * MM_PER_PT) / shaped.unitsPerEm;
    const spacingMm = letterSpacingPt * MM_PER_PT;
    return shaped.glyphs.map((glyph, index) => ({
      glyphId: glyph.glyphId,
      xMm: glyph.xUnits * scale + index * spacingMm,
      yMm: -glyph.yUnits * scale,
    }));
  };

  const glyphPath = (fontId: FontId, glyphId: number): string => {
    const key = `${fontId}\n${glyphId}`;
    const known = paths.get(key);
    if (known !== undefined) return known;
    const data = pathData(font(fontId).getGlyph(glyphId));
    paths.set(key, data);
    return data;
  };

  return {
    fontIds: [...files.keys()],
    file: bytes,
    font,
    shape,
    outline,

    measure(text, fontId, sizePt, letterSpacingPt = 0, direction = 'ltr') {
      const shaped = shape(text, fontId, direction);
      const spacingPt = Math.max(0, shaped.glyphs.length - 1) * letterSpacingPt;
      return ((shaped.advanceUnits / shaped.unitsPerEm) * sizePt + spacingPt) * MM_PER_PT;
    },

    hasGlyphs(text, fontId) {
      const parsed = font(fontId);
      const missing = new Set<number>();
      for (const character of text) {
        const codePoint = character.codePointAt(0);
        if (codePoint === undefined || INVISIBLE.test(character)) continue;
        if (!parsed.hasGlyphForCodePoint(codePoint)) {
          missing.add(codePoint);
        }
      }
      return [...missing];
    },

    metrics(fontId, sizePt) {
      const parsed = font(fontId);
      const scale = (sizePt * MM_PER_PT) / parsed.unitsPerEm;
      return {
        ascentMm: parsed.ascent * scale,
        descentMm: -parsed.descent * scale,
        capHeightMm: parsed.capHeight * scale,
        xHeightMm: parsed.xHeight * scale,
      };
    },

    glyphPath,

    inkBox(text, fontId, sizePt, letterSpacingPt = 0, direction = 'ltr') {
      const parsed = font(fontId);
      const scale = (sizePt * MM_PER_PT) / parsed.unitsPerEm;
      let box: InkBox | null = null;
      for (const { glyphId, xMm, yMm } of outline(
        text,
        fontId,
        sizePt,
        letterSpacingPt,
        direction,
      )) {
        // A space has no header of its own in the file: fontkit then reports the box of another glyph.
        if (glyphPath(fontId, glyphId) === '') continue;
        const ink = parsed.getGlyph(glyphId).cbox;
        const leftMm = xMm + ink.minX * scale;
        const rightMm = xMm + ink.maxX * scale;
        const topMm = yMm - ink.maxY * scale;
        const bottomMm = yMm - ink.minY * scale;
        box = box
          ? {
              leftMm: Math.min(box.leftMm, leftMm),
              rightMm: Math.max(box.rightMm, rightMm),
              topMm: Math.min(box.topMm, topMm),
              bottomMm: Math.max(box.bottomMm, bottomMm),
            }
          : { leftMm, rightMm, topMm, bottomMm };
      }
      return box;
    },
  };
}

type Glyph = ReturnType<Font['getGlyph']>;

/**
 * fontkit keeps one object per glyph, and with it the characters of the first text that used it. Where two characters
 * share a glyph (Latin and Cyrillic "A"), the second would be shaped, and copied from the print file, as the first.
 */
function keepCharacters(font: Font): void {
  const original = font.getGlyph.bind(font);
  const known = new Map<string, Glyph>();
  font.getGlyph = (glyphId, codePoints = []) => {
    const key = `${glyphId}:${codePoints.join()}`;
    let glyph = known.get(key);
    if (!glyph) {
      // Shares outline and measures with the one that fontkit keeps.
      glyph = Object.create(original(glyphId), {
        codePoints: { value: codePoints },
        isMark: { value: codePoints.length > 0 && codePoints.every(isMark) },
        isLigature: { value: codePoints.length > 1 },
      }) as Glyph;
      known.set(key, glyph);
    }
    return glyph;
  };
}

/**
 * fontkit shows a character that is not seen, such as the joiners that Persian words are written with, as a space
 * without width, and takes it for a space. Which character each of them is, by its place in the run; none where that
 * cannot be told.
 */
function unseenCharacters(
  run: ReturnType<Font['layout']>,
  text: string,
  direction: Direction,
): Map<number, readonly number[]> {
  const written = (text.match(/\p{Default_Ignorable_Code_Point}/gu) ?? []).map((character) => {
    return [character.codePointAt(0) ?? 0];
  });
  if (written.length === 0) return new Map();
  const shown = run.glyphs.flatMap(({ codePoints }, index) => {
    const isSpace = codePoints.length === 1 && codePoints[0] === 0x20;
    return isSpace && run.positions[index]?.xAdvance === 0 ? [index] : [];
  });
  if (shown.length !== written.length) return new Map();
  const inOrder = direction === 'rtl' ? shown.toReversed() : shown;
  return new Map(inOrder.map((index, at) => [index, written[at] ?? []]));
}

/** A bracket of a right-to-left run is drawn as its opposite, but stands for the bracket that was written. */
function unmirrored(codePoints: readonly number[]): number[] {
  const written = mirrored(String.fromCodePoint(...codePoints));
  return Array.from(written, (letter) => letter.codePointAt(0) ?? 0);
}

function isMark(codePoint: number): boolean {
  return /\p{M}/u.test(String.fromCodePoint(codePoint));
}

/** Relative commands in whole font units: the same outline in about half the characters. */
function pathData(glyph: Glyph): string {
  const letters = {
    moveTo: 'm',
    lineTo: 'l',
    quadraticCurveTo: 'q',
    bezierCurveTo: 'c',
    closePath: 'z',
  } as const;
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  let data = '';
  for (const { command, args } of glyph.path.commands) {
    if (command === 'closePath') {
      data += 'z';
      x = startX;
      y = startY;
      continue;
    }
    const whole = args.map(Math.round);
    const relative = whole.map((value, index) => value - (index % 2 === 0 ? x : y));
    data += letters[command] + relative.join(' ').replaceAll(' -', '-');
    x = whole.at(-2) ?? x;
    y = whole.at(-1) ?? y;
    if (command === 'moveTo') {
      startX = x;
      startY = y;
    }
  }
  return data;
}
