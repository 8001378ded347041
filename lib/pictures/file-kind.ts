/** Formats that we decode. */
export const ACCEPTED_KINDS = ['JPEG', 'PNG', 'WebP'] as const;
export type AcceptedKind = (typeof ACCEPTED_KINDS)[number];

/** Formats that we know well enough to name them when we refuse them. */
export type FileKind =
  | AcceptedKind
  | 'HEIC'
  | 'AVIF'
  | 'GIF'
  | 'TIFF'
  | 'BMP'
  | 'SVG'
  | 'PDF'
  | 'PSD'
  | 'JPEG XL'
  | 'JPEG 2000'
  | 'RAW';

/** This many first bytes are enough to tell every kind. */
export const KIND_HEAD_BYTES = 512;

/** What the first bytes say a file is, whatever its name or announced type; null for what is no picture. */
export function fileKindOf(head: Uint8Array): FileKind | null {
  if (starts(head, [0xff, 0xd8, 0xff])) return 'JPEG';
  if (starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'PNG';
  const text = latin(head, 0, 12);
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'WebP';
  if (text.slice(4, 8) === 'ftyp') return boxKindOf(head);
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'GIF';
  if (text.startsWith('FUJIFILMCCD')) return 'RAW';
  if (starts(head, [0x49, 0x49, 0x2a, 0]) || starts(head, [0x4d, 0x4d, 0, 0x2a])) return 'TIFF';
  if (text.startsWith('8BPS')) return 'PSD';
  if (text.startsWith('%PDF-')) return 'PDF';
  if (starts(head, [0xff, 0x0a]) || text.slice(4, 8) === 'JXL ') return 'JPEG XL';
  if (text.slice(4, 7) === 'jP ' || starts(head, [0xff, 0x4f, 0xff, 0x51])) return 'JPEG 2000';
  if (text.startsWith('BM') && head.length > 18 && (head[14] ?? 0) >= 12 && head[15] === 0) {
    return 'BMP';
  }
  const start = latin(head, 0, KIND_HEAD_BYTES).replace(/^(?:ï»¿)?\s*/, '');
  if (/^<(?:svg|\?xml[\s\S]*<svg)\b/i.test(start)) return 'SVG';
  return null;
}

export function isAcceptedKind(kind: FileKind | null): kind is AcceptedKind {
  return kind !== null && (ACCEPTED_KINDS as readonly string[]).includes(kind);
}

/** ISO base media files name their kind in the first box: a major brand and the brands they are compatible with. */
function boxKindOf(head: Uint8Array): FileKind | null {
  const boxBytes = ((head[2] ?? 0) << 8) | (head[3] ?? 0);
  const end = Math.min(head.length, Math.max(16, boxBytes));
  const brands = new Set<string>();
  for (let at = 8; at + 4 <= end; at += 4) brands.add(latin(head, at, at + 4));
  if (brands.has('avif') || brands.has('avis')) return 'AVIF';
  if (brands.has('crx ')) return 'RAW';
  const heic = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
  return heic.some((brand) => brands.has(brand)) ? 'HEIC' : null;
}

function starts(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => head[index] === byte);
}

function latin(head: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...head.subarray(from, to));
}
