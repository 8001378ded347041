import { assert } from '@/lib/core/assert';
import { type TrueType, viewOf } from './true-type';

/** Bits of a composite glyph's component (OpenType 1.9, "glyf"). */
const ARGUMENTS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

/** Tables that hinting needs; they do not depend on the glyphs. */
const HINTING = ['cvt ', 'fpgm', 'prep'];

/**
 * A font file with these glyphs only, numbered by their place in the list; the same glyph may come more than once.
 * Glyphs that others are composed of are added at the end. The first must be 0, the glyph for a missing character.
 */
export function subsetTrueType(font: TrueType, glyphIds: readonly number[]): Uint8Array {
  assert(glyphIds[0] === 0, 'a font begins with the glyph for a missing character');
  const taken = [...glyphIds];
  const outlines: Uint8Array[] = [];
  const components = new Map<number, number>();
  const renumbered = (glyphId: number) => {
    const known = components.get(glyphId);
    if (known !== undefined) return known;
    const found = glyphIds.indexOf(glyphId);
    const made = found >= 0 ? found : taken.push(glyphId) - 1;
    components.set(glyphId, made);
    return made;
  };
  // The list grows while it is walked.
  for (let i = 0; i < taken.length; i += 1) {
    outlines.push(recomposed(font.outline(taken[i] ?? 0), renumbered));
  }
  const { glyf, loca } = joinOutlines(outlines);
  const tables: [string, Uint8Array][] = [
    ['glyf', glyf],
    [
      'head',
      changed(font, 'head', (view) => {
        view.setUint32(8, 0);
        view.setInt16(50, 1);
      }),
    ],
    ['hhea', changed(font, 'hhea', (view) => view.setUint16(34, taken.length))],
    ['hmtx', metrics(font, taken)],
    ['loca', loca],
    ['maxp', changed(font, 'maxp', (view) => view.setUint16(4, taken.length))],
  ];
  for (const tag of HINTING) {
    const bytes = font.table(tag);
    if (bytes) tables.push([tag, bytes]);
  }
  return assemble(tables.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** An outline whose components, if it has any, are named by their new numbers. */
function recomposed(outline: Uint8Array, renumbered: (glyphId: number) => number): Uint8Array {
  if (outline.length === 0 || viewOf(outline).getInt16(0) >= 0) return outline;
  const copy = Uint8Array.from(outline);
  const view = viewOf(copy);
  let at = 10;
  for (let flags = MORE_COMPONENTS; flags & MORE_COMPONENTS; ) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, renumbered(view.getUint16(at + 2)));
    at += 4 + (flags & ARGUMENTS_ARE_WORDS ? 4 : 2);
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_TWO_SCALES) at += 4;
    else if (flags & HAS_MATRIX) at += 8;
  }
  return copy;
}

function joinOutlines(outlines: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array } {
  const loca = new Uint8Array(4 * (outlines.length + 1));
  const view = viewOf(loca);
  const starts: number[] = [];
  let length = 0;
  for (const [index, outline] of outlines.entries()) {
    starts.push(length);
    length += padded(outline.length);
    view.setUint32(4 * (index + 1), length);
  }
  const glyf = new Uint8Array(length);
  for (const [index, outline] of outlines.entries()) glyf.set(outline, starts[index]);
  return { glyf, loca };
}

function metrics(font: TrueType, glyphIds: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * glyphIds.length);
  const view = viewOf(bytes);
  for (const [index, glyphId] of glyphIds.entries()) {
    view.setUint16(4 * index, font.advance(glyphId));
    view.setInt16(4 * index + 2, font.leftBearing(glyphId));
  }
  return bytes;
}

function changed(font: TrueType, tag: string, change: (view: DataView) => void): Uint8Array {
  const bytes = font.table(tag);
  assert(bytes, `the font has a ${tag} table`);
  const copy = Uint8Array.from(bytes);
  change(viewOf(copy));
  return copy;
}

const padded = (length: number) => Math.ceil(length / 4) * 4;

/** Fixed by the format: the sum of the whole file with its own field is this. */
const FILE_CHECKSUM = 0xb1b0afba;

function assemble(tables: readonly [string, Uint8Array][]): Uint8Array {
  const headBytes = 12 + 16 * tables.length;
  const total = tables.reduce((sum, [, bytes]) => sum + padded(bytes.length), headBytes);
  const file = new Uint8Array(total);
  const view = viewOf(file);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * power);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, 16 * (tables.length - power));
  let dataAt = headBytes;
  let headAt = 0;
  for (const [index, [tag, bytes]] of tables.entries()) {
    const at = 12 + 16 * index;
    for (let i = 0; i < 4; i += 1) file[at + i] = tag.charCodeAt(i);
    file.set(bytes, dataAt);
    view.setUint32(at + 4, checksum(view, dataAt, padded(bytes.length)));
    view.setUint32(at + 8, dataAt);
    view.setUint32(at + 12, bytes.length);
    if (tag === 'head') headAt = dataAt;
    dataAt += padded(bytes.length);
  }
  view.setUint32(headAt + 8, (FILE_CHECKSUM - checksum(view, 0, total)) >>> 0);
  return file;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
