import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { type CalendarDocument, picturesIn } from './document';
import { findOwnPictures, holdPictures } from './store';

/**
 * Makes sure that a document places only ready pictures of its owner, and that they stay until the transaction ends.
 * @throws DomainError "picture.not_found" for absent and for foreign pictures alike, "picture.not_ready"
 */
export async function checkPictures(
  tx: TxCtx,
  owner: { ownerId: Id<'user'> },
  document: CalendarDocument,
): Promise<void> {
  const ids = picturesIn(document);
  await holdPictures(tx, ids);
  const rows = await findOwnPictures(tx, owner, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const id of ids) {
    const row = byId.get(id);
    if (!row) throw new DomainError('picture.not_found');
    if (row.status !== 'READY') throw new DomainError('picture.not_ready');
  }
}
