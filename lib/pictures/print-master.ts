import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { notifyOwner } from '@/lib/db/notifications';
import { isBlack, withDecoded } from './decode-made';
import { dropIfUntaken, dropReplaced } from './drop-files';
import { newStoredKeys } from './storage-keys';
import { findPictureFiles, replaceMasterRow } from './store';

/** A larger master of a picture, stored and not yet the picture's. */
export type StoredMaster = {
  pictureId: Id<'picture'>;
  masterKey: string;
  masterBytes: number;
  widthPx: number;
  heightPx: number;
};

/** An enlargement may be off by the rounding of its sides, not by more. */
const ASPECT_TOLERANCE = 0.01;

/**
 * Takes in an enlargement of a generated picture: decoded and encoded anew like every picture, AI mark included.
 * What no row takes within a day is deleted.
 * @param from the picture as it was sent; the result must be larger and of the same shape
 */
export function storeMaster(
  ctx: Ctx,
  pictureId: Id<'picture'>,
  from: { widthPx: number; heightPx: number },
  body: Readable,
): Promise<
  { ok: true; stored: StoredMaster } | { ok: false; reason: 'undecodable' | 'black' | 'shape' }
> {
  return withDecoded(
    (file) => pipeline(body, createWriteStream(file)),
    async (decoded) => {
      if (decoded === null) return { ok: false, reason: 'undecodable' };
      if (isBlack(decoded)) return { ok: false, reason: 'black' };
      const { widthPx, heightPx } = decoded;
      const across = widthPx / from.widthPx;
      const down = heightPx / from.heightPx;
      if (Math.abs(across / down - 1) > ASPECT_TOLERANCE || Math.min(across, down) <= 1) {
        return { ok: false, reason: 'shape' };
      }
      const { master: masterKey } = newStoredKeys(pictureId);
      await inTransaction(ctx, (tx) => dropIfUntaken(tx, pictureId, [masterKey]));
      const { files } = ctx.providers;
      const { bytes } = await files.putFile(masterKey, decoded.masterPath, 'image/jpeg');
      return { ok: true, stored: { pictureId, masterKey, masterBytes: bytes, widthPx, heightPx } };
    },
  );
}

/** Removes a stored master that no row took. */
export function dropStored(ctx: Ctx, { masterKey }: StoredMaster): Promise<void> {
  return ctx.providers.files.delete(masterKey);
}

/**
 * Makes the stored file the picture's master. What screens show stays as it is; print and proofs see other content from
 * now on. The old file goes when nobody can be reading it any more.
 * @returns false when the picture is gone or has another master than the one that was enlarged
 */
export async function replaceMaster(
  tx: TxCtx,
  ownerId: Id<'user'>,
  from: { widthPx: number; heightPx: number },
  { pictureId, ...master }: StoredMaster,
): Promise<boolean> {
  const before = await findPictureFiles(tx, pictureId);
  if (!before) return false;
  const contentHash = createHash('sha256').update(master.masterKey).digest('hex');
  const wanted = { masterKey: before.masterKey, ...from };
  const isReplaced = await replaceMasterRow(tx, { ownerId }, pictureId, wanted, {
    ...master,
    contentHash,
  });
  if (!isReplaced) return false;
  await dropReplaced(tx, pictureId, [before.masterKey]);
  await notifyOwner(tx, ownerId, { type: 'picture', id: pictureId, status: 'READY' });
  return true;
}
