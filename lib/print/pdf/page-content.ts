import { assert, unreachable } from '@/lib/core/assert';
import { type FontBook, MM_PER_PT } from '../font-book';
import type {
  Box,
  Colour,
  ImageOperation,
  LineOperation,
  Operation,
  RectOperation,
  TextOperation,
} from '../operations';
import type { WatermarkMark } from '../watermark';
import { num } from './numbers';
import { pathOperators, rectOperators } from './path-data';
import { type EmbeddedFont, type PdfFile, SRGB } from './pdf-document';
import type { Orientation, PreparedPicture } from './prepared-picture';

type PaintedShape = Pick<RectOperation, 'fill' | 'stroke' | 'opacity'>;

/** Paints one operation that has no picture, in millimetres from the trimmed page's upper left corner downwards. */
export function paintOperation(
  pdf: PdfFile,
  fonts: FontBook,
  operation: Exclude<Operation, ImageOperation>,
): void {
  switch (operation.kind) {
    case 'rect': {
      const { xMm, yMm, widthMm, heightMm, radiusMm } = operation;
      paintShape(pdf, operation, rectOperators(xMm, yMm, widthMm, heightMm, radiusMm));
      return;
    }
    case 'path':
      paintShape(pdf, operation, pathOperators(operation.d));
      return;
    case 'line':
      pdf.content(lineOperators(operation));
      return;
    case 'placeholder': {
      const { xMm, yMm, widthMm, heightMm, fill } = operation;
      const outline = rectOperators(xMm, yMm, widthMm, heightMm, 0);
      paintShape(pdf, { fill, opacity: 1, stroke: null }, outline);
      return;
    }
    case 'text':
      pdf.content(textOperators(pdf, fonts, operation, 0));
      return;
    default:
      unreachable(operation);
  }
}

/** Paints a turned and translucent line of text. */
export function paintWatermark(pdf: PdfFile, fonts: FontBook, mark: WatermarkMark): void {
  const text = textOperators(pdf, fonts, mark, mark.angleDeg);
  pdf.content(`q\n/${pdf.opacity(mark.opacity)} gs\n${text}\nQ`);
}

function paintShape(pdf: PdfFile, shape: PaintedShape, outline: string): void {
  const { fill, stroke, opacity } = shape;
  if (!fill && !stroke) return;
  const operators: string[] = [];
  if (opacity !== 1) operators.push('q', `/${pdf.opacity(opacity)} gs`);
  if (fill) operators.push(fillColour(fill));
  if (stroke) operators.push(strokeColour(stroke.colour), `${num(stroke.widthMm)} w`);
  operators.push(outline, fill && stroke ? 'B' : fill ? 'f' : 'S');
  if (opacity !== 1) operators.push('Q');
  pdf.content(operators.join('\n'));
}

function lineOperators({ x1Mm, y1Mm, x2Mm, y2Mm, colour, widthMm }: LineOperation): string {
  const from = `${num(x1Mm)} ${num(y1Mm)} m`;
  const to = `${num(x2Mm)} ${num(y2Mm)} l`;
  return `${strokeColour(colour)}\n${num(widthMm)} w\n${from}\n${to}\nS`;
}

/** Pure black is printed with black ink alone; in sRGB a press would mix it of four, and fine text would blur. */
const BLACK: Colour = '#000000';

export function fillColour(colour: Colour): string {
  return colour === BLACK ? '0 g' : `/${SRGB} cs ${components(colour)} sc`;
}

export function strokeColour(colour: Colour): string {
  return colour === BLACK ? '0 G' : `/${SRGB} CS ${components(colour)} SC`;
}

function components(colour: Colour): string {
  const channel = (at: number) => num(Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return `${channel(1)} ${channel(3)} ${channel(5)}`;
}

/**
 * One line of text, glyph by glyph where the layout measured it. The text matrix turns the letters upright again in
 * coordinates that grow downwards.
 */
function textOperators(
  pdf: PdfFile,
  fonts: FontBook,
  operation: TextOperation,
  angleDeg: number,
): string {
  const { text, font: fontId, sizePt, xMm, yMm, letterSpacingPt } = operation;
  const font = pdf.font(fontId, fonts.font(fontId));
  const radians = (angleDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const matrix = [cos, sin, sin, -cos, xMm, yMm].map(num).join(' ');
  const sizeMm = sizePt * MM_PER_PT;
  // Readers take the gaps of spaced letters for gaps between words unless told what the word is.
  const isSpaced = letterSpacingPt !== 0;
  return [
    ...(isSpaced ? [`/Span << /ActualText <${utf16Hex(text)}> >> BDC`] : []),
    fillColour(operation.colour),
    'BT',
    `/${font.id} ${num(sizeMm)} Tf`,
    `${num(letterSpacingPt * MM_PER_PT)} Tc`,
    `${matrix} Tm`,
    glyphOperators(font, text, sizeMm),
    'ET',
    ...(isSpaced ? ['EMC'] : []),
  ].join('\n');
}

function utf16Hex(text: string): string {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))];
  return units.map((unit) => unit.toString(16).padStart(4, '0')).join('');
}

function glyphOperators(font: EmbeddedFont, text: string, sizeMm: number): string {
  const { glyphs, positions } = font.layout(text);
  const { unitsPerEm } = font.font;
  const thousandths = 1000 / unitsPerEm;
  const out: string[] = [];
  let parts: string[] = [];
  let codes = '';
  // Where the reader's pen is, and where the layout's is, in font units.
  let penUnits = 0;
  let wantedUnits = 0;
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
  for (const [index, glyph] of glyphs.entries()) {
    const position = positions[index];
    assert(position, 'each glyph has a position');
    const xUnits = wantedUnits + position.xOffset;
    if (position.yOffset !== riseUnits) {
      show();
      riseUnits = position.yOffset;
      out.push(`${num((riseUnits / unitsPerEm) * sizeMm)} Ts`);
    }
    if (xUnits !== penUnits) {
      endCodes();
      parts.push(num((penUnits - xUnits) * thousandths));
    }
    codes += font
      .code(glyph.id, glyph.codePoints, glyph.advanceWidth)
      .toString(16)
      .padStart(4, '0');
    penUnits = xUnits + glyph.advanceWidth;
    wantedUnits += position.xAdvance;
  }
  show();
  if (riseUnits !== 0) out.push('0 Ts');
  return out.join('\n');
}

/** Where the stored picture's right and downward directions point on the upright one, and where its corner lies. */
const TURNS: Record<Orientation, { right: [number, number]; down: [number, number] }> = {
  1: { right: [1, 0], down: [0, 1] },
  2: { right: [-1, 0], down: [0, 1] },
  3: { right: [-1, 0], down: [0, -1] },
  4: { right: [1, 0], down: [0, -1] },
  5: { right: [0, 1], down: [1, 0] },
  6: { right: [0, 1], down: [-1, 0] },
  7: { right: [0, -1], down: [-1, 0] },
  8: { right: [0, -1], down: [1, 0] },
};

/** Draws a picture upright into its box. Turning it by the matrix costs nothing; turning its pixels takes all memory. */
export function pictureOperators(name: string, box: Box, picture: PreparedPicture): string {
  const { right, down } = TURNS[picture.orientation];
  const start = (axis: 0 | 1) => (right[axis] < 0 || down[axis] < 0 ? 1 : 0);
  // The unit square of a PDF picture has its origin at the lower left: one full "down" from the stored corner.
  const matrix = [
    right[0] * box.widthMm,
    right[1] * box.heightMm,
    -down[0] * box.widthMm,
    -down[1] * box.heightMm,
    box.xMm + (start(0) + down[0]) * box.widthMm,
    box.yMm + (start(1) + down[1]) * box.heightMm,
  ];
  return `q\n${matrix.map(num).join(' ')} cm\n/${name} Do\nQ`;
}
