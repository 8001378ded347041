import path from 'node:path';
import sharp from 'sharp';
import yauzl from 'yauzl';
import { complain } from './world';

/** Enough for a painter to have a choice. */
const KEPT_PHOTOS = 12;
const KEPT_SIDE_PX = 512;
const EXTENSIONS = ['.jpg', '.jpeg', '.png', '.webp'];
const ENTRIES_MAX = 2000;
const UNPACKED_BYTES_MAX = 1_000_000_000;
const ENTRY_BYTES_MAX = 60_000_000;

export type TrainingArchive = {
  /** All images in it, masks left out. */
  imageCount: number;
  /** How many of them have a text file with their caption. */
  captionCount: number;
  /** Some of the images, spread over all of them, as small JPEG files. */
  photos: Buffer[];
};

/**
 * Reads what a trainer is given.
 * @throws FalRefusal "invalid_archive", "archive_file_count_below_minimum", "image_load_error"
 */
export async function readArchive(
  bytes: Buffer,
  field: string,
  minCount: number,
): Promise<TrainingArchive> {
  const zip = await yauzl
    .fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true })
    .catch(() => null);
  if (!zip) throw invalid(field);
  const entries = await listEntries(zip, field);
  const images = entries
    .filter(({ fileName }) => EXTENSIONS.includes(path.extname(fileName).toLowerCase()))
    .filter(({ fileName }) => !/_mask\.\w+$/.test(fileName))
    .sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  if (images.length < minCount) {
    throw complain(
      'archive_file_count_below_minimum',
      [field],
      `The archive must contain at least ${minCount} images.`,
      {
        ctx: {
          min_count: minCount,
          provided_count: images.length,
          supported_extensions: EXTENSIONS,
        },
      },
    );
  }
  const names = new Set(entries.map(({ fileName }) => fileName));
  const captionCount = images.filter(({ fileName }) =>
    names.has(fileName.replace(/\.\w+$/, '.txt')),
  ).length;
  const photos: Buffer[] = [];
  for (const image of spread(images, KEPT_PHOTOS)) {
    photos.push(await smallPhoto(await unpack(zip, image, field), image.fileName, field));
  }
  return { imageCount: images.length, captionCount, photos };
}

async function listEntries(zip: yauzl.ZipFile, field: string): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  let unpackedBytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unpackedBytes += entry.uncompressedSize;
      if (entries.length >= ENTRIES_MAX || unpackedBytes > UNPACKED_BYTES_MAX) throw invalid(field);
      if (!entry.fileName.endsWith('/')) entries.push(entry);
    }
  } catch {
    throw invalid(field);
  }
  return entries;
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, field: string): Promise<Buffer> {
  if (entry.uncompressedSize > ENTRY_BYTES_MAX) throw invalid(field);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch {
    throw invalid(field);
  }
}

async function smallPhoto(bytes: Buffer, fileName: string, field: string): Promise<Buffer> {
  try {
    return await sharp(bytes)
      .rotate()
      .resize(KEPT_SIDE_PX, KEPT_SIDE_PX, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 88 })
      .toBuffer();
  } catch {
    throw complain('image_load_error', [field], `Failed to load the image ${fileName}.`);
  }
}

function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from(
    { length: count },
    (_, index) => items[Math.floor((index * items.length) / count)] as T,
  );
}

function invalid(field: string) {
  return complain('invalid_archive', [field], 'The archive cannot be read.');
}
