/** What the header of an ICC profile says (ICC.1:2022, 7.2), and how much ink its separations ask for. */
export type IccFacts = {
  isProfile: boolean;
  /** "prtr" for a printing condition. */
  deviceClass: string;
  /** "CMYK", "RGB ". */
  colourSpace: string;
  /**
   * The most ink that any colour can be separated into, all channels added, 0 to 4: what is between the nodes of a table
   * never asks for more than the nodes do. null where the profile has no table that this reads.
   */
  inkMax: number | null;
};

const HEADER_BYTES = 128;
/** From colours to inks: perceptual, colorimetric, saturation. */
const SEPARATIONS = new Set(['B2A0', 'B2A1', 'B2A2']);

/** Reads a profile; anything that is none has `isProfile` false. */
export function readIcc(bytes: Uint8Array): IccFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  const isProfile =
    bytes.length > HEADER_BYTES + 4 &&
    text(36) === 'acsp' &&
    view.getUint32(0) === bytes.length &&
    HEADER_BYTES + 4 + 12 * view.getUint32(HEADER_BYTES) <= bytes.length;
  if (!isProfile) return { isProfile, deviceClass: '', colourSpace: '', inkMax: null };
  let inkMax: number | null = null;
  for (let index = 0; index < view.getUint32(HEADER_BYTES); index += 1) {
    const at = HEADER_BYTES + 4 + 12 * index;
    if (!SEPARATIONS.has(text(at))) continue;
    const [offset, length] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (offset + length > bytes.length) continue;
    const ink = inkOfTable(bytes.subarray(offset, offset + length));
    if (ink !== null) inkMax = Math.max(inkMax ?? 0, ink);
  }
  return { isProfile, deviceClass: text(12), colourSpace: text(16), inkMax };
}

/** Of a `mft1` or `mft2` table: header, input curves, grid, output curves (ICC.1:2022, 10.10 and 10.11). */
function inkOfTable(table: Uint8Array): number | null {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  if (table.length < 52) return null;
  const kind = String.fromCharCode(...table.subarray(0, 4));
  if (kind !== 'mft1' && kind !== 'mft2') return null;
  const isWide = kind === 'mft2';
  const [inputs, outputs, side] = [table[8], table[9], table[10]] as [number, number, number];
  if (outputs !== 4 || inputs < 1 || inputs > 4) return null;
  const inputEntries = isWide ? view.getUint16(48) : 256;
  const outputEntries = isWide ? view.getUint16(50) : 256;
  const bytesEach = isWide ? 2 : 1;
  const gridAt = (isWide ? 52 : 48) + inputs * inputEntries * bytesEach;
  const nodes = side ** inputs;
  const curvesAt = gridAt + nodes * outputs * bytesEach;
  if (outputEntries < 2 || curvesAt + outputs * outputEntries * bytesEach > table.length) {
    return null;
  }
  const full = isWide ? 65535 : 255;
  const value = (at: number) => (isWide ? view.getUint16(at) : (table[at] as number)) / full;
  const curve = (channel: number, share: number) => {
    const place = share * (outputEntries - 1);
    const below = Math.min(outputEntries - 2, Math.floor(place));
    const from = curvesAt + (channel * outputEntries + below) * bytesEach;
    return value(from) + (value(from + bytesEach) - value(from)) * (place - below);
  };
  let most = 0;
  for (let node = 0; node < nodes; node += 1) {
    let ink = 0;
    for (let channel = 0; channel < outputs; channel += 1) {
      ink += curve(channel, value(gridAt + (node * outputs + channel) * bytesEach));
    }
    most = Math.max(most, ink);
  }
  return most;
}
