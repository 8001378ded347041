import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Photographs are not needed: a picture with edges, colours and noise that differs with its seed. */
export async function aPhoto(
  options: { seed?: number; widthPx?: number; heightPx?: number } = {},
): Promise<Sharp> {
  const { seed = 1, widthPx = 900, heightPx = 600 } = options;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">
    <rect width="100%" height="100%" fill="hsl(${(seed * 47) % 360} 60% 70%)"/>
    ${Array.from(
      { length: 24 },
      (_, i) =>
        `<circle cx="${(i * 97 * seed) % widthPx}" cy="${(i * 61 + seed * 13) % heightPx}" r="${12 + ((i * seed) % 40)}" fill="hsl(${(i * 31 + seed * 5) % 360} 80% 40%)"/>`,
    ).join('')}
  </svg>`;
  return sharp(await sharp(Buffer.from(svg)).flatten().png().toBuffer());
}

export async function aJpeg(options: Parameters<typeof aPhoto>[0] = {}): Promise<Buffer> {
  return (await aPhoto(options)).jpeg({ quality: 90 }).toBuffer();
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A grey PNG whose header promises that size, with as many zero rows as asked for. */
export function greyPng(widthPx: number, heightPx: number, rows: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.writeUInt8(8, 8);
  const pixels = deflateSync(Buffer.alloc(rows * (widthPx + 1)), { level: 9 });
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The same PNG with a chunk put in right after its header. */
export function withPngChunk(png: Buffer, type: string, data: Buffer): Buffer {
  const afterHeader = 8 + 12 + 13;
  return Buffer.concat([
    png.subarray(0, afterHeader),
    pngChunk(type, data),
    png.subarray(afterHeader),
  ]);
}

/** A JPEG with a segment put in right after its start marker. */
export function withJpegSegment(jpeg: Buffer, marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

const fixed = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65536));
  return bytes;
};

/**
 * A matrix profile with the primaries of Adobe RGB (1998), adapted to D50, and gamma 2.19921875. Numbers from Adobe's
 * specification "Adobe RGB (1998) Color Image Encoding", annex C.
 */
export function adobeRgbProfile(): Buffer {
  const xyz = (x: number, y: number, z: number) =>
    Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), fixed(x), fixed(y), fixed(z)]);
  const gamma = Buffer.from([0x63, 0x75, 0x72, 0x76, 0, 0, 0, 0, 0, 0, 0, 1, 0x02, 0x33, 0, 0]);
  const name = Buffer.from('made for a test\0', 'latin1');
  const description = Buffer.concat([
    Buffer.from('desc\0\0\0\0\0\0\0', 'latin1'),
    Buffer.from([name.length]),
    name,
    Buffer.alloc(78 + 1),
  ]);
  const tags: [string, Buffer][] = [
    ['desc', description],
    ['cprt', Buffer.from('text\0\0\0\0none\0\0\0\0', 'latin1')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.60974, 0.31111, 0.01947)],
    ['gXYZ', xyz(0.20528, 0.62567, 0.06087)],
    ['bXYZ', xyz(0.14919, 0.06322, 0.74457)],
    ['rTRC', gamma],
    ['gTRC', gamma],
    ['bTRC', gamma],
  ];
  let offset = 128 + 4 + tags.length * 12;
  const table: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [signature, body] of tags) {
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    const entry = Buffer.alloc(12);
    entry.write(signature, 0, 'latin1');
    entry.writeUInt32BE(offset, 4);
    entry.writeUInt32BE(body.length, 8);
    table.push(entry);
    bodies.push(padded);
    offset += padded.length;
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset, 0);
  header.writeUInt32BE(0x02100000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  Buffer.concat([fixed(0.9642), fixed(1), fixed(0.8249)]).copy(header, 68);
  const count = Buffer.alloc(4);
  count.writeUInt32BE(tags.length);
  return Buffer.concat([header, count, ...table, ...bodies]);
}

/** A JPEG of one colour whose numbers are meant in that profile. */
export async function jpegInProfile(
  colour: { r: number; g: number; b: number },
  profile: Buffer,
): Promise<Buffer> {
  const plain = await sharp({
    create: { width: 600, height: 600, channels: 3, background: colour },
  })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  const data = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), profile]);
  return withJpegSegment(plain, 0xe2, data);
}
