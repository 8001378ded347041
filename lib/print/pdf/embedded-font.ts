import { createHash } from 'node:crypto';
import { num } from './numbers';
import { name, reference, utf16Hex } from './pdf-values';
import type { PdfWriter } from './pdf-writer';
import { openTrueType, type TrueType } from './true-type';
import { subsetTrueType } from './true-type-subset';

/** A font in the file: the glyphs that were used, under numbers of its own. */
export type EmbeddedFont = {
  /** Its name in the resources of every page. */
  resource: string;
  id: number;
  unitsPerEm: number;
  /** How far a reader's pen moves after the glyph, in font units. */
  advance(glyphId: number): number;
  /**
   * The number under which the file shows a glyph that stands for these characters; adds it when it is new. A glyph
   * that several characters share has one number for each, so that a text that is copied from the file, or searched in
   * it, is the text that was written.
   */
  code(glyphId: number, codePoints: readonly number[]): number;
  /** Writes the font with the glyphs that were asked for. */
  write(): void;
};

/** The code of the glyph that is shown for a missing character. */
const NOTDEF = { glyphId: 0, codePoints: [] as readonly number[] };

export function embedFont(file: Uint8Array, resource: string, writer: PdfWriter): EmbeddedFont {
  const font = openTrueType(file);
  const id = writer.reserve();
  const used = [NOTDEF];
  const codes = new Map<string, number>();
  return {
    resource,
    id,
    unitsPerEm: font.unitsPerEm,
    advance: font.advance,
    code(glyphId, codePoints) {
      const key = `${glyphId}:${codePoints.join()}`;
      let code = codes.get(key);
      if (code === undefined) {
        code = used.push({ glyphId, codePoints }) - 1;
        codes.set(key, code);
      }
      return code;
    },
    write() {
      const subset = subsetTrueType(
        font,
        used.map(({ glyphId }) => glyphId),
      );
      writeFont(writer, id, font, subset, used);
    },
  };
}

type Used = readonly { glyphId: number; codePoints: readonly number[] }[];

function writeFont(
  writer: PdfWriter,
  id: number,
  font: TrueType,
  subset: Uint8Array,
  used: Used,
): void {
  const perThousand = (units: number) => num((units * 1000) / font.unitsPerEm);
  const baseFont = name(`${subsetTag(subset)}+${font.postScriptName}`);
  const program = writer.stream(`/Length1 ${subset.length}`, subset);
  // Stem width is not in the file; this is what the weight usually comes to.
  const stemWidth = Math.round(10 + font.weight / 5);
  const descriptor = writer.object(
    [
      `<< /Type /FontDescriptor /FontName ${baseFont} /Flags 4`,
      `/FontBBox [${font.bounds.map(perThousand).join(' ')}]`,
      `/ItalicAngle ${num(font.italicAngleDeg)}`,
      `/Ascent ${perThousand(font.ascent)} /Descent ${perThousand(font.descent)}`,
      `/CapHeight ${perThousand(font.capHeight)} /StemV ${stemWidth}`,
      `/FontFile2 ${reference(program)} >>`,
    ].join('\n'),
  );
  const widths = used.map(({ glyphId }) => perThousand(font.advance(glyphId)));
  const descendant = writer.object(
    [
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${baseFont}`,
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>',
      `/FontDescriptor ${reference(descriptor)} /CIDToGIDMap /Identity`,
      `/DW 0 /W [0 [${widths.join(' ')}]] >>`,
    ].join('\n'),
  );
  const toUnicode = writer.stream('', Buffer.from(unicodeMap(used), 'latin1'));
  writer.object(
    [
      `<< /Type /Font /Subtype /Type0 /BaseFont ${baseFont} /Encoding /Identity-H`,
      `/DescendantFonts [${reference(descendant)}] /ToUnicode ${reference(toUnicode)} >>`,
    ].join('\n'),
    id,
  );
}

/** Six letters that tell this subset from any other of the same font. */
function subsetTag(subset: Uint8Array): string {
  const digest = createHash('sha256').update(subset).digest();
  return String.fromCharCode(...digest.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

/** Readers take no longer lists (ISO 32000-1, 9.10.3, by Adobe Technical Note 5014). */
const RANGE_MAX = 100;

/** The characters of each code. A glyph without any, such as a part of a syllable, stands for nothing. */
function unicodeMap(used: Used): string {
  const texts = used.map(({ codePoints }) => `<${utf16Hex(String.fromCodePoint(...codePoints))}>`);
  const blocks: string[] = [];
  // A list must not go past codes that share their first byte.
  for (let first = 1; first < texts.length; ) {
    const last = Math.min(texts.length - 1, first + RANGE_MAX - 1, first | 0xff);
    const range = [first, last].map((code) => `<${code.toString(16).padStart(4, '0')}>`).join(' ');
    blocks.push(`1 beginbfrange\n${range} [${texts.slice(first, last + 1).join(' ')}]\nendbfrange`);
    first = last + 1;
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
