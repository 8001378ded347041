import type { TextOperation } from '../operations';
import type { PaintFonts } from '../paint-fonts';
import type { EmbeddedFont } from './embedded-font';
import { num, PT_PER_MM } from './numbers';

/**
 * One run of text, glyph by glyph where the layout measured it. The text matrix turns the letters upright again in
 * coordinates that grow downwards.
 * @param angleDeg clockwise, about the left end on the baseline
 */
export function textOperators(
  font: EmbeddedFont,
  fonts: Pick<PaintFonts, 'shape'>,
  operation: TextOperation,
  angleDeg: number,
): string {
  const { sizePt, xMm, yMm, letterSpacingPt } = operation;
  const radians = (angleDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const sizeMm = sizePt / PT_PER_MM;
  return [
    'BT',
    `/${font.resource} ${num(sizeMm)} Tf`,
    // From the right, spacing after each glyph would pull the glyphs together: it is part of their places there.
    `${num(operation.direction === 'rtl' ? 0 : letterSpacingPt / PT_PER_MM)} Tc`,
    `${[cos, sin, sin, -cos, xMm, yMm].map(num).join(' ')} Tm`,
    glyphOperators(font, fonts, operation, sizeMm),
    'ET',
  ].join('\n');
}

/**
 * Whether a reader would take the glyphs for another text than was written: letters far apart for words of their own,
 * glyphs in another order or number for other letters. Readers turn right-to-left runs round by themselves, and would
 * turn a text that is already in reading order too.
 */
export function isReadWrong(fonts: Pick<PaintFonts, 'shape'>, operation: TextOperation): boolean {
  const { text, font, direction, letterSpacingPt } = operation;
  if (direction === 'rtl') return false;
  if (letterSpacingPt !== 0) return true;
  const { glyphs } = fonts.shape(text, font, direction);
  const read = glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join('');
  return read !== text;
}

function glyphOperators(
  font: EmbeddedFont,
  fonts: Pick<PaintFonts, 'shape'>,
  { text, font: fontId, direction, sizePt, letterSpacingPt }: TextOperation,
  sizeMm: number,
): string {
  const spacingUnits = (letterSpacingPt / sizePt) * font.unitsPerEm;
  const thousandths = 1000 / font.unitsPerEm;
  const out: string[] = [];
  let parts: string[] = [];
  let codes = '';
  let penUnits = 0;
  let riseUnits = 0;
  const endCodes = () => {
    if (codes) parts.push(`<${codes}>`);
    codes = '';
  };
  const show = () => {
    endCodes();
    if (parts.length > 0) out.push(`[${parts.join(' ')}] TJ`);
    parts = [];
  };
  const { glyphs } = fonts.shape(text, fontId, direction);
  const spaced = glyphs.map((glyph, index) => ({
    ...glyph,
    xUnits: glyph.xUnits + (direction === 'rtl' ? index * spacingUnits : 0),
  }));
  // In reading order, whatever side that begins at: readers that do not sort by place then read it right.
  for (const glyph of direction === 'rtl' ? spaced.toReversed() : spaced) {
    if (glyph.yUnits !== riseUnits) {
      show();
      riseUnits = glyph.yUnits;
      out.push(`${num((riseUnits / font.unitsPerEm) * sizeMm)} Ts`);
    }
    if (glyph.xUnits !== penUnits) {
      endCodes();
      parts.push(num((penUnits - glyph.xUnits) * thousandths));
    }
    codes += font.code(glyph.glyphId, glyph.codePoints).toString(16).padStart(4, '0');
    penUnits = glyph.xUnits + font.advance(glyph.glyphId);
  }
  show();
  if (riseUnits !== 0) out.push('0 Ts');
  return out.join('\n');
}
