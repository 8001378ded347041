import { open } from 'node:fs/promises';

/** A stretch of a file. */
export type ByteRange = { offset: number; length: number };

/** What of a JPEG a printer needs, and where it stands in the file. */
export type JpegParts = {
  components: number;
  /**
   * The file without metadata: no EXIF with its places and times, no preview pictures, no comments and nothing behind
   * the end of the picture. The pixels are untouched.
   */
  ranges: ByteRange[];
  byteLength: number;
};

const CHUNK_BYTES = 1 << 20;

/**
 * Takes a JPEG apart without decoding it. Reads it in pieces: a buffer as large as the file costs more than the reading.
 * @returns null unless it is whole, baseline (which every press understands) and all in one scan, as cameras write it
 */
export async function readJpegParts(file: string): Promise<JpegParts | null> {
  const handle = await open(file);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    const read = async (offset: number) => {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, offset);
      return buffer.subarray(0, bytesRead);
    };
    let chunk = await read(0);
    const head = headOf(chunk);
    if (!head) return null;
    let offset = 0;
    let from = head.scanAt;
    while (chunk.length > 1) {
      // Within a scan nothing looks like it, and behind the only scan nothing but the end can follow.
      const end = chunk.indexOf(END_OF_IMAGE, from);
      if (end !== -1) return partsUpTo(offset + end + END_OF_IMAGE.length, head);
      // The last byte again: the marker may lie across two pieces.
      offset += chunk.length - 1;
      chunk = await read(offset);
      from = 0;
    }
    return null;
  } finally {
    await handle.close();
  }
}

function partsUpTo(end: number, { components, ranges, scanAt }: Head): JpegParts {
  const all = joined([...ranges, { offset: scanAt, length: end - scanAt }]);
  return {
    components,
    ranges: all,
    byteLength: all.reduce((sum, { length }) => sum + length, 0),
  };
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const END_OF_IMAGE = new Uint8Array([0xff, EOI]);

const isStandalone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Sequential Huffman coding. */
const isBaseline = (marker: number) => marker === 0xc0 || marker === 0xc1;
/** APP1 to APP13, APP15 and comments. APP0 says that it is JFIF, APP14 how colours are coded. */
const isMetadata = (marker: number) =>
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;

type Head = { components: number; ranges: ByteRange[]; scanAt: number };

/** Goes from marker to marker to where the one scan of all components begins. */
function headOf(bytes: Uint8Array): Head | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const ranges: ByteRange[] = [{ offset: 0, length: 2 }];
  let components = 0;
  let at = 2;
  while (at + 3 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    if (marker === 0xff || isStandalone(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
    const end = at + 2 + length;
    if (marker === EOI || length < 2 || end > bytes.length) return null;
    if (isFrame(marker)) {
      if (!isBaseline(marker)) return null;
      components = bytes[at + 9] ?? 0;
    }
    if (!isMetadata(marker)) ranges.push({ offset: at, length: end - at });
    if (marker === SOS) {
      const isOnlyScan = components > 0 && bytes[at + 4] === components;
      return isOnlyScan ? { components, ranges, scanAt: end } : null;
    }
    at = end;
  }
  return null;
}

/** Neighbours as one, so that they are read at once. */
function joined(ranges: readonly ByteRange[]): ByteRange[] {
  const result: ByteRange[] = [];
  for (const { offset, length } of ranges) {
    const last = result.at(-1);
    if (last && last.offset + last.length === offset) last.length += length;
    else result.push({ offset, length });
  }
  return result;
}

/** The name that a colour profile gives itself; empty when it has none. */
export function profileName(icc: Uint8Array): string {
  const view = new DataView(icc.buffer, icc.byteOffset, icc.byteLength);
  if (icc.length < 132) return '';
  const count = view.getUint32(128);
  for (let i = 0; i < count && 132 + 12 * i + 12 <= icc.length; i += 1) {
    const entry = 132 + 12 * i;
    if (view.getUint32(entry) !== 0x64657363) continue;
    const offset = view.getUint32(entry + 4);
    const size = view.getUint32(entry + 8);
    if (offset + size > icc.length || size < 16) return '';
    return descriptionOf(icc.subarray(offset, offset + size));
  }
  return '';
}

/** Version 2 writes ASCII, version 4 UTF-16. */
function descriptionOf(tag: Uint8Array): string {
  const view = new DataView(tag.buffer, tag.byteOffset, tag.byteLength);
  if (view.getUint32(0) === 0x6d6c7563) {
    if (tag.length < 28) return '';
    const [length, offset] = [view.getUint32(20), view.getUint32(24)];
    const text = tag.subarray(offset, offset + length);
    return new TextDecoder('utf-16be').decode(text).replaceAll('\0', '');
  }
  const text = tag.subarray(12, 12 + view.getUint32(8));
  return new TextDecoder('latin1').decode(text).replaceAll('\0', '');
}
