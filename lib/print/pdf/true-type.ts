import { assert } from '@/lib/core/assert';

/** What the print file needs of a font file with TrueType outlines. Lengths are font units. */
export type TrueType = {
  postScriptName: string;
  unitsPerEm: number;
  /** xMin, yMin, xMax, yMax of all glyphs together. */
  bounds: readonly [number, number, number, number];
  ascent: number;
  /** Below the baseline, so negative. */
  descent: number;
  capHeight: number;
  italicAngleDeg: number;
  /** 100 to 900. */
  weight: number;
  glyphCount: number;
  advance(glyphId: number): number;
  leftBearing(glyphId: number): number;
  /** The outline as the file codes it; empty for a space. */
  outline(glyphId: number): Uint8Array;
  table(tag: string): Uint8Array | undefined;
};

/**
 * Reads the tables of a static TrueType font (OpenType 1.9, "Font file"). Nothing is copied.
 * @throws when the file has no TrueType outlines: a font of PostScript outlines would have to be embedded in another way
 */
export function openTrueType(file: Uint8Array): TrueType {
  const tables = readDirectory(file);
  const table = (tag: string) => tables.get(tag);
  const needed = (tag: string) => {
    const bytes = table(tag);
    assert(bytes, `the font has a ${tag} table`);
    return bytes;
  };
  const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map((tag) => viewOf(needed(tag)));
  assert(head && hhea && maxp, 'the font has its heads');
  const [hmtx, loca] = [viewOf(needed('hmtx')), viewOf(needed('loca'))];
  const glyf = needed('glyf');
  const unitsPerEm = head.getUint16(18);
  const hasLongOffsets = head.getInt16(50) === 1;
  const glyphCount = maxp.getUint16(4);
  const advanceCount = hhea.getUint16(34);
  const os2 = table('OS/2');
  const post = table('post');
  const offset = (glyphId: number) =>
    hasLongOffsets ? loca.getUint32(4 * glyphId) : 2 * loca.getUint16(2 * glyphId);

  return {
    postScriptName: postScriptName(table('name')),
    unitsPerEm,
    bounds: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    capHeight: os2 && os2.length >= 90 ? viewOf(os2).getInt16(88) : 0.7 * unitsPerEm,
    italicAngleDeg: post ? viewOf(post).getInt32(4) / 65536 : 0,
    weight: os2 ? viewOf(os2).getUint16(4) : 400,
    glyphCount,
    advance: (glyphId) => hmtx.getUint16(4 * Math.min(glyphId, advanceCount - 1)),
    leftBearing: (glyphId) =>
      glyphId < advanceCount
        ? hmtx.getInt16(4 * glyphId + 2)
        : hmtx.getInt16(4 * advanceCount + 2 * (glyphId - advanceCount)),
    outline(glyphId) {
      assert(glyphId < glyphCount, `glyph ${glyphId} is one of the font's ${glyphCount}`);
      return glyf.subarray(offset(glyphId), offset(glyphId + 1));
    },
    table,
  };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readDirectory(file: Uint8Array): Map<string, Uint8Array> {
  const view = viewOf(file);
  assert(view.getUint32(0) === 0x00010000, 'the font has TrueType outlines');
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...file.subarray(at, at + 4));
    const start = view.getUint32(at + 8);
    tables.set(tag, file.subarray(start, start + view.getUint32(at + 12)));
  }
  return tables;
}

const POST_SCRIPT_NAME = 6;

/** Name record 6, which is plain ASCII in either of the two ways in which names are coded. */
function postScriptName(names: Uint8Array | undefined): string {
  if (!names) return 'Font';
  const view = viewOf(names);
  const textAt = view.getUint16(4);
  for (let i = 0; i < view.getUint16(2); i += 1) {
    const at = 6 + 12 * i;
    if (view.getUint16(at + 6) !== POST_SCRIPT_NAME) continue;
    const start = textAt + view.getUint16(at + 10);
    const bytes = names.subarray(start, start + view.getUint16(at + 8));
    return String.fromCharCode(...bytes).replaceAll(/[^!-~]|[()[\]{}<>/%]/g, '');
  }
  return 'Font';
}
