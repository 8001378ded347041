import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { notifyOwner } from '@/lib/db/notifications';
import { isBlack, withDecoded } from './decode-made';
import { dropIfUntaken } from './drop-files';
import { cleanFileName } from './file-name';
import { newStoredKeys, type StoredKeys } from './storage-keys';
import { insertMade } from './store';
import { type DecodedColumns, dropDecoded, storeDecoded } from './store-decoded';

/** A generated picture whose files are stored and whose row does not exist yet. */
export type StoredGenerated = {
  pictureId: Id<'picture'>;
  ownerId: Id<'user'>;
  widthPx: number;
  heightPx: number;
  fileName: string;
  contentHash: string;
  receivedBytes: number;
  keys: StoredKeys;
  columns: DecodedColumns;
};

/**
 * Takes in what a model made, as an upload is taken in: decoded in a process of its own and encoded anew, with the AI
 * mark in every file. Fresh names each time; what no row takes within a day is deleted.
 * @param bytes JPEG, PNG or WebP within the limits of an upload's pixels
 * @returns why there is no picture: it cannot be read, or it is black throughout
 * @throws Error when the machine, not the picture, is the problem
 */
export async function storeGenerated(
  ctx: Ctx,
  picture: { ownerId: Id<'user'>; bytes: Buffer; fileName: string },
): Promise<{ ok: true; stored: StoredGenerated } | { ok: false; reason: 'undecodable' | 'black' }> {
  const { ownerId, bytes } = picture;
  return withDecoded(
    (file) => writeFile(file, bytes),
    async (decoded) => {
      if (decoded === null) return { ok: false, reason: 'undecodable' };
      if (isBlack(decoded)) return { ok: false, reason: 'black' };
      const pictureId = newId('picture');
      const keys = newStoredKeys(pictureId);
      await inTransaction(ctx, (tx) => dropIfUntaken(tx, pictureId, Object.values(keys)));
      const columns = await storeDecoded(ctx, keys, decoded);
      const { widthPx, heightPx } = columns;
      return {
        ok: true,
        stored: {
          pictureId,
          ownerId,
          widthPx,
          heightPx,
          fileName: cleanFileName(picture.fileName),
          // Of this picture alone: the same seed again gives the same bytes and another picture.
          contentHash: hashOf(pictureId, bytes),
          receivedBytes: bytes.length,
          keys,
          columns,
        },
      };
    },
  );
}

/** Makes the Picture of stored files: READY at once. Its owner's screens hear of it. */
export async function insertGenerated(tx: TxCtx, stored: StoredGenerated): Promise<void> {
  const { pictureId, ownerId, fileName, contentHash, receivedBytes, columns } = stored;
  await insertMade(
    tx,
    { ownerId },
    { id: pictureId, fileName, contentHash, receivedBytes, ...columns },
  );
  await notifyOwner(tx, ownerId, { type: 'picture', id: pictureId, status: 'READY' });
}

/** Removes stored files that no row took. */
export function discardGenerated(ctx: Ctx, stored: StoredGenerated): Promise<void> {
  return dropDecoded(ctx, stored.keys);
}

/** Content hash of a made picture: no two pictures share one. */
function hashOf(pictureId: Id<'picture'>, bytes: Buffer): string {
  return createHash('sha256').update(`${pictureId}\n`).update(bytes).digest('hex');
}
