import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { checkHolidaySets } from './check-holiday-sets';
import { checkPictures } from './check-pictures';
import { readDocument } from './read-document';
import { countCalendars, insertCalendar } from './store';

/** Deleted ones do not count. */
export const CALENDARS_MAX = 200;

/**
 * Stores a new calendar, named after its printed title.
 * @param input.document as the browser composed it; read and checked here
 * @throws DomainError "calendar.invalid", "calendar.too_many", "picture.not_found", "picture.not_ready"
 */
export async function createCalendar(
  ctx: Ctx,
  input: { document: unknown; title?: string | undefined },
): Promise<{ calendarId: Id<'calendar'> }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const document = readDocument(input.document);
  checkHolidaySets(document);
  return inTransaction(ctx, async (tx) => {
    if ((await countCalendars(tx, owner)) >= CALENDARS_MAX) {
      throw new DomainError('calendar.too_many');
    }
    await checkPictures(tx, owner, document);
    const title = input.title ?? document.title;
    return { calendarId: await insertCalendar(tx, owner, { title, document }) };
  });
}
