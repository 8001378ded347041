import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { contentHash } from './content-hash';
import { loadCorrections } from './holiday-corrections';
import { printedContent } from './printed-content';
import { findProofToRender } from './proof-store';
import { readDocument } from './read-document';
import { lockCalendar } from './store';

/**
 * Whether a proof still shows its calendar: same document, same holidays, same photos. The calendar is locked until the
 * transaction ends, so that nobody edits it between this answer and the order.
 */
export async function proofMatchesCalendar(tx: TxCtx, proofId: Id<'proof'>): Promise<boolean> {
  const proof = await findProofToRender(tx, proofId);
  if (!proof) return false;
  const owner = { ownerId: proof.calendar.ownerId as Id<'user'> };
  const calendar = await lockCalendar(tx, owner, proof.calendarId);
  if (!calendar) return false;
  const corrections = await loadCorrections(tx);
  const document = readDocument(calendar.document);
  const content = await printedContent(tx, owner, document, corrections);
  return contentHash(content) === proof.contentHash;
}
