import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { deleteStoredFiles } from './storage-keys';
import { findForJob, forgetDeleted } from './store';

/** Removes every file of a deleted picture, then its row. Safe to repeat; does nothing to a picture that is not deleted. */
export async function erasePicture(ctx: Ctx, pictureId: Id<'picture'>): Promise<void> {
  const row = await findForJob(ctx, pictureId);
  if (row && row.deletedAt === null) return;
  await deleteStoredFiles(ctx.providers.files, pictureId);
  await inTransaction(ctx, (tx) => forgetDeleted(tx, pictureId));
}
