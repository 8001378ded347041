import { type PlainDate, parsePlainDate } from '@/lib/core/plain-date';

/** CIPA DC-008 (Exif 3.0): tag numbers and field types. */
const TAG_EXIF_FOLDER = 0x8769;
const TAG_DATE_TAKEN = 0x9003;
const TAG_DATE_DIGITIZED = 0x9004;
const TYPE_ASCII = 2;
const ENTRY_BYTES = 12;
const ENTRIES_MAX = 512;

/**
 * The day that the camera wrote into an EXIF block ("Exif\0\0" and a TIFF header, or the TIFF header alone).
 * The day it was taken, else the day it was digitized. Never throws: a block that is not readable has no date.
 * @param latest days after this one come from a camera with a wrong clock
 */
export function takenOnFrom(exif: Uint8Array | null, latest: PlainDate): PlainDate | null {
  if (!exif) return null;
  const block = latin(exif, 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
  const reader = tiffReader(block);
  if (!reader) return null;
  const root = reader.folderAt(reader.long(4));
  const pointer = root.get(TAG_EXIF_FOLDER);
  if (!pointer) return null;
  const folder = reader.folderAt(pointer.value);
  for (const tag of [TAG_DATE_TAKEN, TAG_DATE_DIGITIZED]) {
    const entry = folder.get(tag);
    if (!entry || entry.type !== TYPE_ASCII || entry.count < 10) continue;
    // Texts longer than four bytes stand elsewhere; `value` is where.
    const text = latin(block, entry.value, entry.value + 10);
    const day = /^\d{4}[:-]\d{2}[:-]\d{2}$/.test(text)
      ? parsePlainDate(text.replaceAll(':', '-'))
      : null;
    if (day && day <= latest) return day;
  }
  return null;
}

type Entry = { type: number; count: number; value: number };

function tiffReader(block: Uint8Array) {
  const order = latin(block, 0, 4);
  if (order !== 'II*\0' && order !== 'MM\0*') return null;
  const little = order === 'II*\0';
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const fits = (at: number, bytes: number) => at >= 0 && at + bytes <= view.byteLength;
  const short = (at: number) => (fits(at, 2) ? view.getUint16(at, little) : 0);
  const long = (at: number) => (fits(at, 4) ? view.getUint32(at, little) : 0);
  return {
    long,
    folderAt(at: number): Map<number, Entry> {
      const entries = new Map<number, Entry>();
      const count = Math.min(short(at), ENTRIES_MAX);
      for (let index = 0; index < count; index += 1) {
        const start = at + 2 + index * ENTRY_BYTES;
        if (!fits(start, ENTRY_BYTES)) break;
        entries.set(short(start), {
          type: short(start + 2),
          count: long(start + 4),
          value: long(start + 8),
        });
      }
      return entries;
    },
  };
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
