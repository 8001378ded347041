import type { FileRule } from '../preflight';
import { broken } from './file-expectation';
import type { PageContent } from './pdf-content';
import { readToUnicode } from './pdf-content';
import {
  isNamed,
  PdfDamage,
  type PdfDict,
  PdfName,
  type PdfObjects,
  type PdfValue,
} from './pdf-objects';

/** A font of the file as its dictionaries and its program say. */
export type FontFacts = {
  isEmbeddedSubset: boolean;
  /** Type 0 over CIDFontType2 with TrueType outlines, shown by glyph number: none of the fonts that readers bring. */
  isComposite: boolean;
  toUnicode: Map<number, string>;
  glyphCount: number;
  /** Thousandths of the size, by code. */
  widths: readonly number[];
  programWidths: readonly number[];
};

export type FontCache = Map<string, Promise<FontFacts>>;

/** The fonts in a page's resources. A resource has the same name on every page, so each font is read once. */
export async function readFonts(
  objects: PdfObjects,
  resources: PdfDict,
  cache: FontCache,
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

/** What is wrong with the fonts of a page, as its texts use them. */
export function fontRules(fonts: ReadonlyMap<string, FontFacts>, content: PageContent): FileRule[] {
  const all = [...fonts.values()];
  const used = content.texts.flatMap(({ font, codes }) =>
    codes.map((code) => ({ facts: fonts.get(font), code })),
  );
  return broken({
    'file-fonts': all.every(({ isEmbeddedSubset }) => isEmbeddedSubset),
    'file-font-kind': all.every(({ isComposite }) => isComposite),
    'file-font-unicode': used.every(({ facts, code }) => facts?.toUnicode.has(code)),
    // Glyph 0 is the box that stands for a missing character.
    'file-font-glyphs': used.every(
      ({ facts, code }) => facts && code > 0 && code < facts.glyphCount,
    ),
    'file-font-widths': used.every(({ facts, code }) => facts && hasRightWidth(facts, code)),
  });
}

const WIDTH_TOLERANCE = 1;

function hasRightWidth({ widths, programWidths }: FontFacts, code: number): boolean {
  const [said, drawn] = [widths[code], programWidths[code]];
  return said !== undefined && drawn !== undefined && Math.abs(said - drawn) <= WIDTH_TOLERANCE;
}

async function fontFacts(objects: PdfObjects, reference: PdfValue): Promise<FontFacts> {
  const font = await objects.dict(reference);
  const descendants = await objects.resolve(font.get('DescendantFonts'));
  const descendant = await objects.dict(Array.isArray(descendants) ? descendants[0] : null);
  const descriptor = await objects.dict(descendant.get('FontDescriptor'));
  const base = font.get('BaseFont');
  const file = descriptor.get('FontFile2');
  const program = file === undefined ? new Uint8Array() : await objects.stream(file);
  const isSubset = base instanceof PdfName && /^[A-Z]{6}\+/.test(base.name);
  const isComposite =
    isNamed(font.get('Subtype'), 'Type0') &&
    isNamed(font.get('Encoding'), 'Identity-H') &&
    isNamed(descendant.get('Subtype'), 'CIDFontType2') &&
    isNamed(descendant.get('CIDToGIDMap'), 'Identity');
  return {
    isEmbeddedSubset: isSubset && program.length > 0,
    isComposite,
    toUnicode: readToUnicode(await objects.stream(font.get('ToUnicode'))),
    widths: await widthsOf(objects, descendant.get('W')),
    ...readProgram(program),
  };
}

/** Ours are one list that begins with the first code. */
async function widthsOf(objects: PdfObjects, value: PdfValue | undefined): Promise<number[]> {
  const list = await objects.resolve(value);
  if (!Array.isArray(list) || list[0] !== 0) return [];
  const widths = await objects.resolve(list[1]);
  return Array.isArray(widths) ? widths.filter((width) => typeof width === 'number') : [];
}

/** Glyph count and widths by the font's own tables (OpenType 1.9: head, hhea, maxp, hmtx). */
function readProgram(bytes: Uint8Array): Pick<FontFacts, 'glyphCount' | 'programWidths'> {
  if (bytes.length === 0) return { glyphCount: 0, programWidths: [] };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const tables = new Map<string, number>();
    for (let index = 0; index < view.getUint16(4); index += 1) {
      const at = 12 + 16 * index;
      tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), view.getUint32(at + 8));
    }
    const [head, hhea, maxp, hmtx] = ['head', 'hhea', 'maxp', 'hmtx'].map((tag) => tables.get(tag));
    if (head === undefined || hhea === undefined || maxp === undefined || hmtx === undefined) {
      return { glyphCount: 0, programWidths: [] };
    }
    const unitsPerEm = view.getUint16(head + 18);
    const glyphCount = view.getUint16(maxp + 4);
    const widthCount = view.getUint16(hhea + 34);
    const programWidths = Array.from({ length: glyphCount }, (_, glyph) => {
      const at = hmtx + 4 * Math.min(glyph, widthCount - 1);
      return (view.getUint16(at) * 1000) / unitsPerEm;
    });
    return { glyphCount, programWidths };
  } catch (error) {
    if (error instanceof RangeError) throw new PdfDamage('a font ends early', { cause: error });
    throw error;
  }
}
