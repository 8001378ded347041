/**
 * The sRGB colour space as an ICC version 2 matrix profile (IEC 61966-2-1, primaries adapted to D50).
 * Made here, so that no profile of somebody else's licence goes into the print file.
 */
export function srgbProfile(): Uint8Array {
  const curve = toneCurve();
  const description = descriptionTag('sRGB');
  const blocks: { tags: string[]; bytes: Uint8Array }[] = [
    { tags: ['desc'], bytes: description },
    { tags: ['cprt'], bytes: textTag('No copyright, use freely') },
    { tags: ['wtpt'], bytes: xyzTag(0.9642, 1, 0.8249) },
    { tags: ['rXYZ'], bytes: xyzTag(0.43607, 0.22249, 0.01392) },
    { tags: ['gXYZ'], bytes: xyzTag(0.38515, 0.71687, 0.09708) },
    { tags: ['bXYZ'], bytes: xyzTag(0.14307, 0.06061, 0.7141) },
    { tags: ['rTRC', 'gTRC', 'bTRC'], bytes: curve },
  ];
  const tagCount = blocks.reduce((count, block) => count + block.tags.length, 0);
  const headBytes = 128 + 4 + 12 * tagCount;
  const total = blocks.reduce((sum, block) => sum + padded(block.bytes.length), headBytes);
  const profile = new Uint8Array(total);
  const view = new DataView(profile.buffer);
  writeHeader(view, total);
  view.setUint32(128, tagCount);
  let entryAt = 132;
  let dataAt = headBytes;
  for (const { tags, bytes } of blocks) {
    for (const tag of tags) {
      writeAscii(view, entryAt, tag);
      view.setUint32(entryAt + 4, dataAt);
      view.setUint32(entryAt + 8, bytes.length);
      entryAt += 12;
    }
    profile.set(bytes, dataAt);
    dataAt += padded(bytes.length);
  }
  return profile;
}

const padded = (length: number) => Math.ceil(length / 4) * 4;

function writeAscii(view: DataView, at: number, text: string): void {
  for (let i = 0; i < text.length; i += 1) view.setUint8(at + i, text.charCodeAt(i));
}

function writeHeader(view: DataView, total: number): void {
  view.setUint32(0, total);
  view.setUint32(8, 0x02400000);
  writeAscii(view, 12, 'mntr');
  writeAscii(view, 16, 'RGB ');
  writeAscii(view, 20, 'XYZ ');
  view.setUint16(24, 2000);
  view.setUint16(26, 1);
  view.setUint16(28, 1);
  writeAscii(view, 36, 'acsp');
  for (const [index, value] of [0.9642, 1, 0.8249].entries()) {
    view.setInt32(68 + 4 * index, fixed(value));
  }
}

/** s15Fixed16Number. */
const fixed = (value: number) => Math.round(value * 65536);

function xyzTag(x: number, y: number, z: number): Uint8Array {
  const bytes = new Uint8Array(20);
  const view = new DataView(bytes.buffer);
  writeAscii(view, 0, 'XYZ ');
  for (const [index, value] of [x, y, z].entries()) view.setInt32(8 + 4 * index, fixed(value));
  return bytes;
}

function textTag(text: string): Uint8Array {
  const bytes = new Uint8Array(8 + text.length + 1);
  const view = new DataView(bytes.buffer);
  writeAscii(view, 0, 'text');
  writeAscii(view, 8, text);
  return bytes;
}

function descriptionTag(text: string): Uint8Array {
  // ASCII text, then the empty Unicode and Macintosh descriptions that version 2 demands.
  const bytes = new Uint8Array(12 + text.length + 1 + 8 + 3 + 67);
  const view = new DataView(bytes.buffer);
  writeAscii(view, 0, 'desc');
  view.setUint32(8, text.length + 1);
  writeAscii(view, 12, text);
  return bytes;
}

/** Enough that no 8-bit value is off by as much as a rounding. */
const CURVE_POINTS = 1024;

function toneCurve(): Uint8Array {
  const bytes = new Uint8Array(12 + 2 * CURVE_POINTS);
  const view = new DataView(bytes.buffer);
  writeAscii(view, 0, 'curv');
  view.setUint32(8, CURVE_POINTS);
  for (let i = 0; i < CURVE_POINTS; i += 1) {
    const encoded = i / (CURVE_POINTS - 1);
    const linear = encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
    view.setUint16(12 + 2 * i, Math.round(linear * 65535));
  }
  return bytes;
}
