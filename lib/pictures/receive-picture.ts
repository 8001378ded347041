import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { notifyOwner } from '@/lib/db/notifications';
import { enqueue } from '@/lib/jobs/queue';
import { cleanFileName } from './file-name';
import { inspectUpload } from './inspect-upload';
import {
  LIBRARY_MAX_BYTES,
  LIBRARY_MAX_PICTURES,
  UPLOAD_MAX_BYTES,
  UPLOAD_MAX_MEGABYTES,
} from './limits';
import type { PictureView } from './picture-view';
import { presentPicture } from './present';
import { uploadKey } from './storage-keys';
import { findByContent, insertReceived, lockOwner, measureLibrary, type PictureRow } from './store';

/**
 * Takes in one photo while it arrives. The row and the job that decodes it are written together; a refused or broken
 * upload leaves neither row nor file. The same bytes again are the picture that is there already.
 * @returns isNew false for a photo that the library already had
 * @throws DomainError of `inspectUpload`, "picture.library_full", "account.sign_in_required"
 */
export async function receivePicture(
  ctx: Ctx,
  upload: {
    fileName: string;
    announcedBytes: number | null;
    body: ReadableStream<Uint8Array> | null;
  },
): Promise<{ picture: PictureView; isNew: boolean }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  if (upload.announcedBytes !== null && upload.announcedBytes > UPLOAD_MAX_BYTES) {
    throw new DomainError('picture.too_large_file', { max: UPLOAD_MAX_MEGABYTES });
  }
  requireRoom(await measureLibrary(ctx, owner), upload.announcedBytes ?? 0);

  const id = newId('picture');
  const key = uploadKey(id);
  const inspected = inspectUpload(upload.body, upload.announcedBytes);
  try {
    await ctx.providers.files.put(key, inspected.stream, 'application/octet-stream');
  } catch (error) {
    throw inspected.failure() ?? error;
  }
  try {
    const { bytes, contentHash } = inspected.result();
    const { row, isNew } = await inTransaction(ctx, async (tx: TxCtx): Promise<Stored> => {
      // Uploads of one person end one after another here: two of the same photo, or two for the last free place.
      await lockOwner(tx, owner);
      const known = await findByContent(tx, owner, contentHash);
      if (known) return { row: known, isNew: false };
      requireRoom(await measureLibrary(tx, owner), bytes);
      const row = await insertReceived(tx, owner, {
        id,
        fileName: cleanFileName(upload.fileName),
        contentHash,
        receivedBytes: bytes,
        masterKey: key,
      });
      await enqueue(tx, 'picture.ingest', { pictureId: id });
      await notifyOwner(tx, owner.ownerId, { type: 'picture', id, status: 'RECEIVED' });
      return { row, isNew: true };
    });
    if (!isNew) await ctx.providers.files.delete(key);
    return { picture: presentPicture(row), isNew };
  } catch (error) {
    // After any other failure the row may exist: a connection can break after its commit. Then the sweep decides.
    if (error instanceof DomainError) await ctx.providers.files.delete(key);
    throw error;
  }
}

type Stored = { row: PictureRow; isNew: boolean };

function requireRoom(use: { pictures: number; bytes: number }, moreBytes: number): void {
  if (use.pictures >= LIBRARY_MAX_PICTURES || use.bytes + moreBytes > LIBRARY_MAX_BYTES) {
    throw new DomainError('picture.library_full', { max: LIBRARY_MAX_PICTURES });
  }
}
