import { assert, unreachable } from '@/lib/core/assert';
import type { LineOperation, Operation, RectOperation, TextOperation } from '../operations';
import type { PaintFonts } from '../paint-fonts';
import type { WatermarkMark } from '../watermark';
import { num } from './numbers';
import type { PageColours } from './page-colours';
import { pathOperators, rectOperators } from './path-data';
import type { PdfFile } from './pdf-file';
import { utf16Hex } from './pdf-values';
import { pictureOperators } from './picture-operators';
import type { PreparedPicture } from './prepared-picture';
import { isReadWrong, textOperators } from './text-operators';

/** What painting an operation needs besides the operation. */
export type Brush = { pdf: PdfFile; fonts: Pick<PaintFonts, 'shape'>; colours: PageColours };

/**
 * The operators of one operation, in millimetres from the trimmed page's upper left corner downwards.
 * @param picture that of an image operation
 */
export async function operatorsOf(
  brush: Brush,
  operation: Operation,
  picture: PreparedPicture | null,
): Promise<string> {
  switch (operation.kind) {
    case 'rect': {
      const { xMm, yMm, widthMm, heightMm, radiusMm } = operation;
      return shapeOperators(brush, operation, rectOperators(xMm, yMm, widthMm, heightMm, radiusMm));
    }
    case 'path':
      return shapeOperators(brush, operation, pathOperators(operation.d));
    case 'line':
      return lineOperators(brush, operation);
    case 'placeholder': {
      const { xMm, yMm, widthMm, heightMm, fill } = operation;
      const outline = rectOperators(xMm, yMm, widthMm, heightMm, 0);
      return shapeOperators(brush, { fill, opacity: 1, stroke: null }, outline);
    }
    case 'text':
      return inkedText(brush, operation, 0);
    case 'image': {
      assert(picture, 'an image has its picture');
      const resource = await brush.pdf.picture(picture);
      return pictureOperators(resource, operation, picture.orientation);
    }
    default:
      return unreachable(operation);
  }
}

/** The operators of a turned and translucent line of text. */
export function watermarkOperators(brush: Brush, mark: WatermarkMark): string {
  const text = inkedText(brush, mark, mark.angleDeg);
  return `q\n/${brush.pdf.opacity(mark.opacity)} gs\n${text}\nQ`;
}

function inkedText(brush: Brush, operation: TextOperation, angleDeg: number): string {
  const font = brush.pdf.font(operation.font);
  const { operators, isOverprinted } = brush.colours.text(operation.colour);
  const text = `${operators}\n${textOperators(font, brush.fonts, operation, angleDeg)}`;
  return isOverprinted ? `q\n/${brush.pdf.overprint()} gs\n${text}\nQ` : text;
}

/** Tells readers what the text is, where they would not find out from its glyphs. */
export function withActualText({ fonts }: Brush, operation: Operation, operators: string): string {
  if (operation.kind !== 'text' || !isReadWrong(fonts, operation)) return operators;
  return `/Span << /ActualText <${utf16Hex(`\ufeff${operation.text}`)}> >> BDC\n${operators}\nEMC`;
}

function shapeOperators(
  { pdf, colours }: Brush,
  { fill, stroke, opacity }: Pick<RectOperation, 'fill' | 'stroke' | 'opacity'>,
  outline: string,
): string {
  if (!fill && !stroke) return '';
  const operators: string[] = [];
  if (opacity !== 1) operators.push('q', `/${pdf.opacity(opacity)} gs`);
  if (fill) operators.push(colours.fill(fill));
  if (stroke) operators.push(colours.stroke(stroke.colour), `${num(stroke.widthMm)} w`);
  operators.push(outline, fill && stroke ? 'B' : fill ? 'f' : 'S');
  if (opacity !== 1) operators.push('Q');
  return operators.join('\n');
}

function lineOperators(
  { colours }: Brush,
  { x1Mm, y1Mm, x2Mm, y2Mm, colour, widthMm }: LineOperation,
): string {
  const from = `${num(x1Mm)} ${num(y1Mm)} m`;
  const to = `${num(x2Mm)} ${num(y2Mm)} l`;
  return `${colours.stroke(colour)}\n${num(widthMm)} w\n${from}\n${to}\nS`;
}
