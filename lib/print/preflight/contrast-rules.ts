import { blend, contrastRatio } from '../contrast';
import type { Box, Colour, ImageOperation, Operation, Page, TextOperation } from '../operations';
import type { PrintInput } from '../print-input';
import { intersection } from '../sheet';
import { ANY_TONES, tonesUnder } from '../tones';
import { shareWithin } from './place-tests';

/** WCAG 2.2 asks 3 to 1 of large text; below it nobody reads any text at arm's length. */
const RATIO_MIN = 3;
/** Texts that nobody must be able to read. */
const QUIET = new Set<TextOperation['role']>(['watermark', 'imprint']);

/**
 * The first text over a picture that has too little contrast with what was measured there; null where every one can
 * be read. Pictures whose tones are not known are passed over.
 */
export function faintText(
  page: Page,
  input: PrintInput,
  inkOf: (operation: TextOperation) => Box | null,
): TextOperation | null {
  const pictures = page.operations.flatMap((operation, index) =>
    operation.kind === 'image' ? [{ operation, index }] : [],
  );
  if (pictures.length === 0) return null;
  for (const [index, text] of page.operations.entries()) {
    if (text.kind !== 'text' || QUIET.has(text.role)) continue;
    const ink = inkOf(text);
    const under =
      ink &&
      pictures.findLast((picture) => picture.index < index && overlaps(ink, picture.operation));
    if (!ink || !under) continue;
    const above = page.operations.slice(under.index + 1, index);
    const grounds = groundsOf(under.operation, above, ink, input);
    if (grounds?.some((ground) => contrastRatio(text.colour, ground) < RATIO_MIN)) return text;
  }
  return null;
}

function overlaps(box: Box, other: Box): boolean {
  return shareWithin(box, other) > 0.02;
}

/** The darkest and the lightest that lie under a text; null where that cannot be told. */
function groundsOf(
  picture: ImageOperation,
  above: readonly Operation[],
  ink: Box,
  input: PrintInput,
): Colour[] | null {
  const measured = input.pictures.get(picture.pictureId);
  const tones = measured ? tonesUnder(picture, measured, intersection(ink, picture)) : ANY_TONES;
  let grounds: Colour[] | null = tones === ANY_TONES ? null : [tones.darkest, tones.lightest];
  for (const operation of above) {
    // Whether an outline reaches under the text would take more than its corners.
    if (operation.kind === 'path' && operation.fill && operation.opacity > 0.3) {
      if (overlaps(ink, outlineBox(operation.d))) return null;
    }
    if (operation.kind !== 'rect' || !operation.fill || !overlaps(ink, operation)) continue;
    const { fill, opacity } = operation;
    const isWhole = shareWithin(ink, operation) > 0.98;
    if (opacity === 1 && isWhole) grounds = [fill];
    else if (isWhole && grounds) grounds = grounds.map((ground) => blend(fill, ground, opacity));
    else return null;
  }
  return grounds;
}

/** The box around the points of an outline: absolute commands, pairs of numbers. */
function outlineBox(d: string): Box {
  const values = (d.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
  const xs = values.filter((_, at) => at % 2 === 0);
  const ys = values.filter((_, at) => at % 2 === 1);
  const [left, top] = [xs.reduce(least, Infinity), ys.reduce(least, Infinity)];
  return {
    xMm: left,
    yMm: top,
    widthMm: xs.reduce(most, left) - left,
    heightMm: ys.reduce(most, top) - top,
  };
}

const least = (one: number, other: number) => Math.min(one, other);
const most = (one: number, other: number) => Math.max(one, other);
