import { z } from 'zod';
import type { Id } from '@/lib/core/ids';
import type { Ctx, TxCtx } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { findPictureFiles } from './store';

const RenditionKeysSchema = z.record(z.string(), z.string());

/** Files that no row took by then were left by a process that died. */
const UNTAKEN_SECONDS = 24 * 60 * 60;

/** Whoever reads a picture's master takes less than that. */
const REPLACED_SECONDS = 2 * 60 * 60;

/** Before files are stored for a row that does not exist yet: what never gets one is deleted after a day. */
export function dropIfUntaken(
  tx: TxCtx,
  pictureId: Id<'picture'>,
  keys: readonly string[],
): Promise<void> {
  const later = { startAfterSeconds: UNTAKEN_SECONDS };
  return enqueue(tx, 'picture.drop', { pictureId, keys: [...keys] }, later);
}

/** With the row that names other files from now on: those of before stay a while for whoever reads them. */
export function dropReplaced(
  tx: TxCtx,
  pictureId: Id<'picture'>,
  keys: readonly string[],
): Promise<void> {
  const later = { startAfterSeconds: REPLACED_SECONDS };
  return enqueue(tx, 'picture.drop', { pictureId, keys: [...keys] }, later);
}

/** Deletes those of the files that the picture does not name. Keys are never used again, so nothing can race for them. */
export async function dropFiles(
  ctx: Ctx,
  pictureId: Id<'picture'>,
  keys: readonly string[],
): Promise<void> {
  const row = await findPictureFiles(ctx, pictureId);
  const named = row
    ? [row.masterKey, ...Object.values(RenditionKeysSchema.parse(row.renditions))]
    : [];
  for (const key of keys) if (!named.includes(key)) await ctx.providers.files.delete(key);
}
