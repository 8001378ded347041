/** A stretch of a file. */
export type ByteRange = { offset: number; length: number };

/** What of a JPEG a printer needs, and where it stands in the file. */
export type JpegParts = {
  /** Sequential Huffman coding, which every press understands. */
  isBaseline: boolean;
  components: number;
  /**
   * The file without metadata: no EXIF with its places and times, no preview pictures, no comments and nothing behind
   * the end of the picture. The pixels are untouched.
   */
  ranges: ByteRange[];
  byteLength: number;
};

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

const isStandalone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** APP1 to APP13, APP15 and comments. APP0 says that it is JFIF, APP14 how colours are coded. */
const isMetadata = (marker: number) =>
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;

type Frame = { marker: number; components: number };

function isBaselineFrame(frame: Frame | null): frame is Frame {
  return frame?.marker === 0xc0 || frame?.marker === 0xc1;
}

/**
 * Takes a JPEG apart without decoding it.
 * @returns null when it is not a JPEG, or not a whole one
 */
export function jpegParts(bytes: Uint8Array): JpegParts | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const ranges: ByteRange[] = [];
  const keep = (from: number, to: number) => {
    const last = ranges.at(-1);
    if (last && last.offset + last.length === from) last.length += to - from;
    else ranges.push({ offset: from, length: to - from });
  };
  keep(0, 2);
  let frame: Frame | null = null;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      if (!frame) return null;
      keep(at, at + 2);
      const byteLength = ranges.reduce((sum, range) => sum + range.length, 0);
      const { components } = frame;
      return { isBaseline: isBaselineFrame(frame), components, ranges, byteLength };
    }
    if (isStandalone(marker)) {
      keep(at, at + 2);
      at += 2;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (isFrame(marker)) frame = { marker, components: bytes[at + 9] ?? 0 };
    if (marker === SOS) {
      const isOnlyScan = isBaselineFrame(frame) && bytes[at + 4] === frame.components;
      end = isOnlyScan ? endOfOnlyScan(bytes, end) : endOfScan(bytes, end);
    }
    if (!isMetadata(marker)) keep(at, end);
    at = end;
  }
  return null;
}

const END_OF_IMAGE = new Uint8Array([0xff, EOI]);

/** When one scan holds all components, nothing but the end of the picture can follow it: one fast search finds it. */
function endOfOnlyScan(bytes: Uint8Array, from: number): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.indexOf(END_OF_IMAGE, from);
  return end < 0 ? bytes.length : end;
}

/** Coded data goes on until a marker that is neither an escaped 0xff nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return bytes.length;
    const next = bytes[at + 1];
    if (next === undefined) return bytes.length;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 2;
  }
  return bytes.length;
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
