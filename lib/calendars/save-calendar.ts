import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { checkHolidaySets } from './check-holiday-sets';
import { checkPictures } from './check-pictures';
import { canonicalJson } from './content-hash';
import { readDocument } from './read-document';
import { lockCalendar, updateCalendarDocument } from './store';

/**
 * Stores a document over exactly the version that it was made from. A repetition of a save whose answer was lost is
 * recognised by its content and succeeds.
 * @throws DomainError "calendar.not_found", "calendar.invalid", "picture.not_found", "picture.not_ready", and
 *   "calendar.version_conflict" with the current `version` when another window or device has saved in between
 */
export async function saveCalendar(
  ctx: Ctx,
  input: { calendarId: Id<'calendar'>; expectedVersion: number; document: unknown },
): Promise<{ version: number }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const document = readDocument(input.document);
  checkHolidaySets(document);
  return inTransaction(ctx, async (tx) => {
    const row = await lockCalendar(tx, owner, input.calendarId);
    if (!row) throw new DomainError('calendar.not_found');
    const stored = readDocument(row.document);
    if (canonicalJson(stored) === canonicalJson(document)) return { version: row.version };
    if (row.version !== input.expectedVersion) {
      throw new DomainError('calendar.version_conflict', { version: row.version });
    }
    await checkPictures(tx, owner, document);
    // A calendar that was never given a name of its own is called what its cover says.
    const title = row.title === stored.title ? document.title : row.title;
    const saved = await updateCalendarDocument(tx, owner, row.id, row.version, { title, document });
    if (!saved) throw new DomainError('calendar.version_conflict', { version: row.version });
    return { version: row.version + 1 };
  });
}
