import type { Box, Page } from '../operations';
import { MARKS_MARGIN_MM } from '../pdf/crop-marks';
import { PT_PER_MM } from '../pdf/numbers';
import type { PreflightFinding, PreflightRule } from '../preflight';
import { type PageContent, readContent, readToUnicode } from './pdf-content';
import {
  isDict,
  openPdfObjects,
  PdfDamage,
  type PdfDict,
  PdfName,
  type PdfObjects,
  type PdfSource,
  type PdfValue,
} from './pdf-objects';

export type FileExpectation = {
  /** The pages that were painted. */
  pages: readonly Page[];
  marks: boolean;
  /** Whether a watermark's lines come on top. */
  hasWatermark: boolean;
};

/**
 * Opens a finished print file and compares it with the pages it was painted from: page count, page boxes, fonts
 * embedded as subsets, colours, pictures in their boxes at their resolution, and every text. Reads the file's own
 * structure, so a fault of the painter shows here and not at the press.
 */
export async function preflightFile(
  source: PdfSource,
  expected: FileExpectation,
): Promise<PreflightFinding[]> {
  try {
    const objects = await openPdfObjects(source);
    return await fileFindings(objects, expected);
  } catch (error) {
    if (!(error instanceof PdfDamage)) throw error;
    return [finding('file-damaged', null)];
  }
}

function finding(rule: PreflightRule, page: Page | null): PreflightFinding {
  return {
    rule,
    severity: 'blocked',
    pageIndex: page?.index ?? null,
    slotIndex: null,
    params: page ? { page: page.index + 1 } : {},
  };
}

async function fileFindings(
  objects: PdfObjects,
  expected: FileExpectation,
): Promise<PreflightFinding[]> {
  const root = await objects.dict(objects.trailer.get('Root'));
  const forbidden = ['OpenAction', 'AA', 'AcroForm', 'OCProperties'];
  if (objects.trailer.has('Encrypt') || forbidden.some((key) => root.has(key))) {
    return [finding('file-damaged', null)];
  }
  const tree = await objects.dict(root.get('Pages'));
  const kids = await objects.resolve(tree.get('Kids'));
  const { pages } = expected;
  if (!Array.isArray(kids) || kids.length !== pages.length) return [finding('file-pages', null)];
  const found: PreflightFinding[] = [];
  const fonts = new Map<string, Promise<FontFacts>>();
  for (const [index, page] of pages.entries()) {
    const dict = await objects.dict(kids[index]);
    found.push(...(await pageFindings(objects, dict, page, expected, fonts)));
  }
  return found;
}

async function pageFindings(
  objects: PdfObjects,
  dict: PdfDict,
  page: Page,
  expected: FileExpectation,
  fonts: Map<string, Promise<FontFacts>>,
): Promise<PreflightFinding[]> {
  const found: PreflightFinding[] = [];
  if (!(await hasRightBoxes(objects, dict, page, expected.marks))) {
    found.push(finding('file-boxes', page));
  }
  if (dict.has('Annots')) found.push(finding('file-damaged', page));
  const resources = await objects.dict(dict.get('Resources'));
  const content = readContent(await objects.stream(dict.get('Contents')));
  if (!(await hasRightColours(objects, resources, content))) {
    found.push(finding('file-colours', page));
  }
  const pageFonts = await readFonts(objects, resources, fonts);
  if ([...pageFonts.values()].some((font) => !font.isEmbeddedSubset)) {
    found.push(finding('file-fonts', page));
  }
  if (!hasRightTexts(content, pageFonts, page, expected.hasWatermark)) {
    found.push(finding('file-text', page));
  }
  if (!(await hasRightPictures(objects, resources, content, page, expected.marks))) {
    found.push(finding('file-pictures', page));
  }
  return found;
}

/** A hundredth of a millimetre. */
const BOX_TOLERANCE_PT = 0.03;

async function hasRightBoxes(
  objects: PdfObjects,
  dict: PdfDict,
  page: Page,
  marks: boolean,
): Promise<boolean> {
  // Scaled or turned pages arrive at the press in another size than the boxes say.
  if (dict.has('UserUnit') || dict.has('Rotate')) return false;
  const aroundMm = page.bleedMm + (marks ? MARKS_MARGIN_MM : 0);
  const boxes: [string, number][] = [
    ['MediaBox', aroundMm],
    ['BleedBox', page.bleedMm],
    ['TrimBox', 0],
  ];
  for (const [name, growMm] of boxes) {
    const box = await objects.resolve(dict.get(name));
    const startPt = (aroundMm - growMm) * PT_PER_MM;
    const wanted = [
      startPt,
      startPt,
      (aroundMm + page.trim.widthMm + growMm) * PT_PER_MM,
      (aroundMm + page.trim.heightMm + growMm) * PT_PER_MM,
    ];
    if (!Array.isArray(box) || box.length !== 4) return false;
    if (!wanted.every((value, i) => Math.abs(value - Number(box[i])) <= BOX_TOLERANCE_PT)) {
      return false;
    }
  }
  return true;
}

/** Black ink alone, or sRGB by its profile. Device RGB or CMYK would come out as the machine likes. */
async function hasRightColours(
  objects: PdfObjects,
  resources: PdfDict,
  content: PageContent,
): Promise<boolean> {
  const named = await objects.resolve(resources.get('ColorSpace'));
  for (const name of content.colourSpaces) {
    if (name === 'DeviceGray') continue;
    if (!isDict(named) || !(await isIccBased(objects, named.get(name)))) return false;
  }
  return true;
}

async function isIccBased(objects: PdfObjects, value: PdfValue | undefined): Promise<boolean> {
  const space = await objects.resolve(value);
  return Array.isArray(space) && isNamed(space[0], 'ICCBased');
}

function isNamed(value: PdfValue | undefined, name: string): boolean {
  return value instanceof PdfName && value.name === name;
}

type FontFacts = { isEmbeddedSubset: boolean; toUnicode: Map<number, string> };

async function readFonts(
  objects: PdfObjects,
  resources: PdfDict,
  cache: Map<string, Promise<FontFacts>>,
): Promise<Map<string, FontFacts>> {
  const dict = resources.has('Font') ? await objects.dict(resources.get('Font')) : new Map();
  const result = new Map<string, FontFacts>();
  for (const [name, reference] of dict) {
    const facts = cache.get(name) ?? fontFacts(objects, reference);
    cache.set(name, facts);
    result.set(name, await facts);
  }
  return result;
}

async function fontFacts(objects: PdfObjects, reference: PdfValue): Promise<FontFacts> {
  const font = await objects.dict(reference);
  const descendants = await objects.resolve(font.get('DescendantFonts'));
  const descendant = await objects.dict(Array.isArray(descendants) ? descendants[0] : null);
  const descriptor = await objects.dict(descendant.get('FontDescriptor'));
  const base = font.get('BaseFont');
  const file = descriptor.get('FontFile2') ?? descriptor.get('FontFile3');
  const isSubset = base instanceof PdfName && /^[A-Z]{6}\+/.test(base.name);
  const isEmbedded = file !== undefined && (await objects.stream(file)).length > 0;
  const toUnicode = readToUnicode(await objects.stream(font.get('ToUnicode')));
  return { isEmbeddedSubset: isSubset && isEmbedded, toUnicode };
}

/** Reads the page as a person who copies its text would, and compares it line by line with what was laid out. */
function hasRightTexts(
  content: PageContent,
  fonts: Map<string, FontFacts>,
  page: Page,
  hasWatermark: boolean,
): boolean {
  const read = content.texts.map(({ font, codes }) => {
    const map = fonts.get(font)?.toUnicode;
    return codes.map((code) => map?.get(code) ?? '\ufffd').join('');
  });
  const wanted = page.operations.flatMap((operation) =>
    operation.kind === 'text' ? [operation.text] : [],
  );
  const rest = read.slice(wanted.length);
  return (
    wanted.every((text, index) => read[index]?.normalize('NFC') === text.normalize('NFC')) &&
    (hasWatermark ? rest.length > 0 : rest.length === 0)
  );
}

/** Pixels that the box is short of before it counts: half a pixel is rounded away on each side. */
const MISSING_PIXELS_MAX = 2;
const PLACE_TOLERANCE_MM = 0.05;

async function hasRightPictures(
  objects: PdfObjects,
  resources: PdfDict,
  content: PageContent,
  page: Page,
  marks: boolean,
): Promise<boolean> {
  const wanted = page.operations.filter((operation) => operation.kind === 'image');
  if (wanted.length !== content.pictures.length) return false;
  const named = resources.has('XObject')
    ? await objects.dict(resources.get('XObject'))
    : (new Map() as PdfDict);
  const aroundMm = page.bleedMm + (marks ? MARKS_MARGIN_MM : 0);
  const heightMm = page.trim.heightMm + 2 * aroundMm;
  for (const [index, operation] of wanted.entries()) {
    const placed = content.pictures[index];
    if (!placed) return false;
    const box: Box = {
      xMm: placed.left / PT_PER_MM - aroundMm,
      yMm: heightMm - placed.top / PT_PER_MM - aroundMm,
      widthMm: (placed.right - placed.left) / PT_PER_MM,
      heightMm: (placed.top - placed.bottom) / PT_PER_MM,
    };
    const sides = ['xMm', 'yMm', 'widthMm', 'heightMm'] as const;
    if (sides.some((side) => Math.abs(box[side] - operation[side]) > PLACE_TOLERANCE_MM)) {
      return false;
    }
    const picture = await objects.dict(named.get(placed.name));
    if (!isNamed(picture.get('Filter'), 'DCTDecode')) return false;
    const space = await objects.resolve(picture.get('ColorSpace'));
    if (!isNamed(space, 'DeviceGray') && !(await isIccBased(objects, space))) return false;
    if (!hasRightShape(picture, box)) return false;
  }
  return true;
}

/** The pixels have the box's shape, upright or turned: a picture is never stretched. */
function hasRightShape(picture: PdfDict, box: Box): boolean {
  const [width, height] = [Number(picture.get('Width')), Number(picture.get('Height'))];
  if (!(width > 0 && height > 0)) return false;
  const isShape = (across: number, down: number) =>
    Math.abs(across - (down * box.widthMm) / box.heightMm) <= MISSING_PIXELS_MAX;
  return isShape(width, height) || isShape(height, width);
}
