import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { dayAt } from '@/lib/core/plain-date';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import type { ProofKind } from '@/lib/db/generated/client';
import { enqueue } from '@/lib/jobs/queue';
import { checkPictures } from './check-pictures';
import { contentHash } from './content-hash';
import { loadCorrections } from './holiday-corrections';
import { pageCountOf } from './page-plan';
import { isOver } from './period';
import { isStalled, type ProofView, presentProof } from './present-proof';
import { printedContent } from './printed-content';
import { findProofByContent, insertProof, requeueProof } from './proof-store';
import { readDocument } from './read-document';
import { lockCalendar } from './store';

/**
 * Asks for the watermarked proof or the print file of a calendar as it is saved now. What was asked for before is the
 * same proof, finished or under way; a failed or abandoned one starts anew.
 * @throws DomainError "calendar.not_found", "picture.not_found", "picture.not_ready", and "cart.year_passed" for the
 *   print file of a calendar that is over
 */
export async function requestProof(
  ctx: Ctx,
  input: { calendarId: Id<'calendar'>; kind: Exclude<ProofKind, 'DIGITAL'> },
): Promise<ProofView> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const { calendarId, kind } = input;
  return inTransaction(ctx, async (tx) => {
    // Locked, so that two clicks at once ask one after the other.
    const calendar = await lockCalendar(tx, owner, calendarId);
    if (!calendar) throw new DomainError('calendar.not_found');
    const document = readDocument(calendar.document);
    if (kind === 'PRINT' && isOver(document, dayAt(tx.clock.now(), 'UTC'))) {
      throw new DomainError('cart.year_passed');
    }
    await checkPictures(tx, owner, document);
    const content = await printedContent(tx, owner, document, await loadCorrections(tx));
    const hash = contentHash(content);

    const known = await findProofByContent(tx, calendarId, kind, hash);
    if (known) {
      const mayStartAgain = known.status === 'FAILED' || isStalled(known, tx.clock.now());
      if (!mayStartAgain || !(await requeueProof(tx, known))) {
        return presentProof(known, tx.clock.now());
      }
      await enqueue(tx, 'proof.render', { proofId: known.id as Id<'proof'> });
    } else {
      const proofId = newId('proof');
      await insertProof(tx, {
        id: proofId,
        calendarId,
        kind,
        contentHash: hash,
        calendarVersion: calendar.version,
        document,
        entries: [...content.entries],
        themes: [...content.themes],
        pressId: content.pressId,
        pageCount: pageCountOf(document),
      });
      await enqueue(tx, 'proof.render', { proofId });
    }
    const row = await findProofByContent(tx, calendarId, kind, hash);
    if (!row) throw new DomainError('proof.not_found');
    return presentProof(row, tx.clock.now());
  });
}
