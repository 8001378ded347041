import { turnedSize } from '../crop-source';
import type { Box, ImageOperation, Page } from '../operations';
import { PT_PER_MM } from '../pdf/numbers';
import { pageMargins } from '../pdf/page-margins';
import { placedMatrix } from '../pdf/picture-operators';
import type { FileRule } from '../preflight';
import type { Edition } from '../press';
import { broken, type FileExpectation } from './file-expectation';
import type { PageContent } from './pdf-content';
import { isDict, isNamed, type PdfDict, type PdfObjects, type PdfValue } from './pdf-objects';

/** Pixels that the box is short of before it counts: half a pixel is rounded away on each side. */
const MISSING_PIXELS_MAX = 2;
const PLACE_TOLERANCE_MM = 0.05;
const MM_PER_INCH = 25.4;
/** The resolution that the pictures of an edition have where their masters allow it. */
const FULL_DPI: Record<Edition, number> = { press: 300, proof: 300, digital: 200 };
/** Of the pixels that the picture has to give. */
const KEPT_MIN = 0.98;

/** Keys that would make a picture look otherwise than its pixels are. */
const FORBIDDEN = [
  'SMask',
  'Mask',
  'ImageMask',
  'Alternates',
  'OPI',
  'DecodeParms',
  'OC',
  'Intent',
];

/** What is wrong with the pictures of a page. */
export async function filePictureRules(
  objects: PdfObjects,
  resources: PdfDict,
  content: PageContent,
  page: Page,
  expected: FileExpectation,
): Promise<FileRule[]> {
  const wanted = page.operations.filter((operation) => operation.kind === 'image');
  if (wanted.length !== content.pictures.length) return ['file-pictures'];
  const named = resources.has('XObject')
    ? await objects.dict(resources.get('XObject'))
    : (new Map() as PdfDict);
  const found = new Set<FileRule>();
  for (const [index, operation] of wanted.entries()) {
    const placed = content.pictures[index];
    const reference = named.get(placed?.name ?? '');
    if (!placed || reference === undefined) return ['file-pictures'];
    const { dict, byteLength, read } = await objects.coded(reference);
    const size = { width: Number(dict.get('Width')), height: Number(dict.get('Height')) };
    const space = await spaceOf(objects, dict, expected.edition);
    const head = await read(0, HEAD_BYTES);
    const tail = await read(byteLength - 2, 2);
    const rules = broken({
      'file-pictures':
        isNamed(dict.get('Subtype'), 'Image') &&
        isInPlace(placed, operation, page, expected) &&
        hasRightShape(size, operation),
      'file-picture-coding':
        isNamed(dict.get('Filter'), 'DCTDecode') &&
        dict.get('BitsPerComponent') === 8 &&
        !FORBIDDEN.some((key) => dict.has(key)),
      'file-picture-space': space !== null,
      'file-picture-header': isJpegOf(head, tail, { ...size, components: space ?? 0 }),
      'file-picture-decode': isDecodedRight(dict.get('Decode'), space),
      'file-picture-resolution': isFineEnough(size, operation, expected),
    });
    for (const rule of rules) found.add(rule);
  }
  return [...found];
}

function isInPlace(
  placed: PageContent['pictures'][number],
  operation: ImageOperation,
  page: Page,
  expected: FileExpectation,
): boolean {
  const { aroundMm } = pageMargins(page, expected);
  const heightMm = page.trim.heightMm + 2 * aroundMm;
  const box: Box = {
    xMm: placed.left / PT_PER_MM - aroundMm,
    yMm: heightMm - placed.top / PT_PER_MM - aroundMm,
    widthMm: (placed.right - placed.left) / PT_PER_MM,
    heightMm: (placed.top - placed.bottom) / PT_PER_MM,
  };
  const place = drawnBox(operation);
  const sides = ['xMm', 'yMm', 'widthMm', 'heightMm'] as const;
  return sides.every((side) => Math.abs(box[side] - place[side]) <= PLACE_TOLERANCE_MM);
}

/** The upright box around a picture as it is drawn, before it is cut to the box of its operation. */
function drawnBox(operation: ImageOperation): Box {
  // How the pixels are stored only says which corner comes where.
  const [a, b, c, d, e, f] = placedMatrix(operation, 1);
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const [xMm, yMm] = [Math.min(...xs), Math.min(...ys)];
  return { xMm, yMm, widthMm: Math.max(...xs) - xMm, heightMm: Math.max(...ys) - yMm };
}

/** The number of channels of a colour space that the edition allows; null for any other. */
async function spaceOf(
  objects: PdfObjects,
  picture: PdfDict,
  edition: Edition,
): Promise<number | null> {
  const space = await objects.resolve(picture.get('ColorSpace'));
  if (isNamed(space, 'DeviceGray')) return 1;
  if (edition === 'press') return isNamed(space, 'DeviceCMYK') ? 4 : null;
  return (await isIccBased(objects, space)) ? 3 : null;
}

/** Whether a colour space is one of three channels that a profile explains. */
export async function isIccBased(
  objects: PdfObjects,
  value: PdfValue | undefined,
): Promise<boolean> {
  const space = await objects.resolve(value);
  if (!Array.isArray(space) || !isNamed(space[0], 'ICCBased')) return false;
  const profile = await objects.resolve(space[1]);
  return isDict(profile) && profile.get('N') === 3;
}

/** CMYK as Adobe stores it counts the paper that is left; anything else counts as it is. */
function isDecodedRight(decode: PdfValue | undefined, channels: number | null): boolean {
  if (channels !== 4) return decode === undefined;
  return Array.isArray(decode) && decode.join(' ') === '1 0 1 0 1 0 1 0';
}

/** The pixels have the drawn shape, upright or turned: a picture is never stretched. */
function hasRightShape(
  { width, height }: { width: number; height: number },
  { widthMm, heightMm, spread }: ImageOperation,
): boolean {
  if (!(width > 0 && height > 0)) return false;
  const aspect = (widthMm * spread.x) / (heightMm * spread.y);
  const isShape = (across: number, down: number) =>
    Math.abs(across - down * aspect) <= MISSING_PIXELS_MAX;
  return isShape(width, height) || isShape(height, width);
}

/** The file has as many pixels as paper can show, or as the visible part of the master has. */
function isFineEnough(
  { width, height }: { width: number; height: number },
  operation: ImageOperation,
  { pictures, edition }: FileExpectation,
): boolean {
  const master = pictures.get(operation.pictureId);
  if (!master) return false;
  const { widthPx, heightPx } = turnedSize(operation, master);
  const { source, spread, widthMm, heightMm } = operation;
  const dpi = FULL_DPI[edition];
  const wanted = (lengthMm: number, sourcePx: number) =>
    Math.min((lengthMm / MM_PER_INCH) * dpi, sourcePx) - MISSING_PIXELS_MAX;
  const across = wanted(widthMm * spread.x, source.width * widthPx);
  const down = wanted(heightMm * spread.y, source.height * heightPx);
  return width * height >= across * down * KEPT_MIN;
}

/** The frame header comes after tables that never fill this. */
const HEAD_BYTES = 4096;

/**
 * Whether a JPEG is of the size and channels that its dictionary says, with eight bits each, and ends as it should
 * (ITU-T T.81, B.1.1 and B.2.2). Of CMYK it must say that it is stored as Adobe does.
 */
function isJpegOf(
  head: Uint8Array,
  tail: Uint8Array,
  said: { width: number; height: number; components: number },
): boolean {
  if (head[0] !== 0xff || head[1] !== 0xd8 || tail[0] !== 0xff || tail[1] !== 0xd9) return false;
  let isAdobe = false;
  for (let at = 2; at + 10 < head.length; ) {
    const marker = head[at + 1] as number;
    const word = (offset: number) => ((head[at + offset] ?? 0) << 8) | (head[at + offset + 1] ?? 0);
    if (head[at] !== 0xff) return false;
    if (marker === 0xee) {
      isAdobe = String.fromCharCode(...head.subarray(at + 4, at + 9)) === 'Adobe';
    }
    // Baseline and extended sequential, or progressive: what DCTDecode reads.
    if (marker >= 0xc0 && marker <= 0xc2) {
      return (
        head[at + 4] === 8 &&
        word(5) === said.height &&
        word(7) === said.width &&
        head[at + 9] === said.components &&
        (said.components !== 4 || isAdobe)
      );
    }
    at += 2 + word(2);
  }
  return false;
}
