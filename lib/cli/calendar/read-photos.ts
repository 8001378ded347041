import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { AutofillPicture } from '@/lib/calendars/autofill';
import { type Id, newId } from '@/lib/core/ids';
import { dayAt } from '@/lib/core/plain-date';
import { takenOnFrom } from '@/lib/pictures/exif-date';
import { fileKindOf, isAcceptedKind, KIND_HEAD_BYTES } from '@/lib/pictures/file-kind';
import {
  AREA_MAX_PX,
  LIBRARY_MAX_PICTURES,
  RATIO_MAX,
  SIDE_MIN_PX,
  UPLOAD_MAX_BYTES,
} from '@/lib/pictures/limits';
import { PlainFailure } from '../say';

export type Photo = AutofillPicture & { path: string; name: string };
export type SkippedFile = { file: string; reason: string };

/**
 * Measures the photos of a folder, in the order of their names. Only headers are read, and only of formats that we
 * decode; what is no usable photo is told with its reason. Their pixels are decoded in the render process alone.
 * @throws PlainFailure when the folder cannot be read
 */
export async function readPhotos(
  folder: string,
): Promise<{ photos: Photo[]; skipped: SkippedFile[] }> {
  const names = await namesIn(folder);
  const photos: Photo[] = [];
  const skipped: SkippedFile[] = [];
  for (const name of names) {
    if (photos.length === LIBRARY_MAX_PICTURES) {
      skipped.push({ file: name, reason: `there are more than ${LIBRARY_MAX_PICTURES} photos` });
      continue;
    }
    const measured = await measure(path.join(folder, name), name);
    if (measured === null) continue;
    if (typeof measured === 'string') skipped.push({ file: name, reason: measured });
    else photos.push(measured);
  }
  return { photos, skipped };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new PlainFailure(`The folder ${folder} does not exist.`);
    if (code === 'ENOTDIR') throw new PlainFailure(`${folder} is not a folder.`);
    if (code === 'EACCES') throw new PlainFailure(`The folder ${folder} may not be read.`);
    throw error;
  }
}

/** @returns the photo, why it cannot be used, or null for what nobody takes for a photo */
async function measure(file: string, name: string): Promise<Photo | string | null> {
  const facts = await stat(file).catch(() => null);
  if (facts === null) return 'it cannot be read';
  // Folders, pipes and devices: opening some of them would wait for ever.
  if (!facts.isFile() || name.startsWith('.')) return null;
  const kind = fileKindOf(await firstBytes(file));
  if (!isAcceptedKind(kind)) {
    if (kind === null) return /\.(md|txt|json|xmp|ini|db)$/i.test(name) ? null : 'it is no photo';
    return `${kind} is not supported; save it as JPEG`;
  }
  if (facts.size > UPLOAD_MAX_BYTES) return 'it is larger than 50 MB';
  try {
    const image = sharp(file, { limitInputPixels: AREA_MAX_PX });
    const { width, height, orientation = 1, exif, pages = 1 } = await image.metadata();
    if (pages > 1) return 'it is animated';
    if (Math.min(width, height) < SIDE_MIN_PX) return `it has only ${width} × ${height} pixels`;
    if (Math.max(width, height) / Math.min(width, height) > RATIO_MAX) return 'it is too narrow';
    const isTurned = orientation >= 5;
    const id: Id<'picture'> = newId('picture');
    return {
      id,
      path: file,
      name,
      widthPx: isTurned ? height : width,
      heightPx: isTurned ? width : height,
      takenOn: takenOnFrom(exif ?? null, dayAt(new Date(), 'UTC')),
    };
  } catch (error) {
    return /pixel limit/i.test(String(error)) ? 'it has more than 100 megapixels' : 'it is damaged';
  }
}

async function firstBytes(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(KIND_HEAD_BYTES),
      0,
      KIND_HEAD_BYTES,
      0,
    );
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
