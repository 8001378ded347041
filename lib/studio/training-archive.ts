import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { ZipFile } from 'yazl';
import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import type { TrainingForWork } from './training-store';

/** The trainers look at no more; larger files only travel longer. */
const SIDE_MAX_PX = 2048;
const QUALITY = 92;
/** One moment for all: the same photos are the same bytes. */
const MTIME = new Date(Date.UTC(2020, 0, 1));

export const ARCHIVES_PREFIX = 'training-archives/';

export function archiveKeyOf(trainingId: string): string {
  return `${ARCHIVES_PREFIX}${trainingId}.zip`;
}

/**
 * Stores the zip that a training is made from: its photos in their order as upright sRGB JPEGs without metadata, each
 * with a caption where a subject is learned; looks go without, because words about the motif would keep it apart from
 * the look. Same photos, same bytes; a second run replaces the first.
 * @returns its storage key
 * @throws DomainError "lora.photo_unusable" when a photo was deleted since
 */
export async function storeTrainingArchive(ctx: Ctx, training: TrainingForWork): Promise<string> {
  const photos: Buffer[] = [];
  for (const { picture } of training.pictures) {
    if (picture.deletedAt !== null || picture.status !== 'READY') {
      throw new DomainError('lora.photo_unusable');
    }
    photos.push(await trainingPhoto(ctx, picture.masterKey));
  }
  const zip = new ZipFile();
  const entry = { mtime: MTIME, compress: false };
  for (const [index, photo] of photos.entries()) {
    const name = String(index + 1).padStart(2, '0');
    zip.addBuffer(photo, `${name}.jpg`, entry);
    if (training.loraModel.type === 'PORTRAIT') {
      zip.addBuffer(Buffer.from(training.instancePrompt, 'utf8'), `${name}.txt`, entry);
    }
  }
  zip.end();
  const key = archiveKeyOf(training.id);
  await ctx.providers.files.put(key, await buffer(zip.outputStream), 'application/zip');
  return key;
}

async function trainingPhoto(ctx: Ctx, masterKey: string): Promise<Buffer> {
  let master: Buffer;
  try {
    master = await ctx.providers.files.readAll(masterKey);
  } catch (error) {
    // Deleted between the row and the file.
    if (error instanceof DomainError && error.code === 'storage.missing') {
      throw new DomainError('lora.photo_unusable', {}, { cause: error });
    }
    throw error;
  }
  return sharp(master)
    .rotate()
    .resize({ width: SIDE_MAX_PX, height: SIDE_MAX_PX, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
