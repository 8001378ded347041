import {
  findCalendarsWithPicture,
  removePictureFromCalendars,
} from '@/lib/calendars/remove-picture';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { notifyOwner } from '@/lib/db/notifications';
import { enqueue } from '@/lib/jobs/queue';
import { findPicture, isInOpenClaim, lockPicture, markDeleted } from './store';

/** Titles named in a refusal; more are counted. */
const TITLES_MAX = 3;

/**
 * Deletes a picture: out of sight at once, its files by a job.
 * @param options.removeFromCalendars empties its places in calendars that were not ordered, instead of refusing
 * @throws DomainError "picture.not_found"; "picture.in_sold_calendar" while an order needs it; "picture.in_claim" while
 *   an open claim shows it; "picture.in_calendar" with the calendars' titles when it is placed and removeFromCalendars was not asked for
 */
export async function deletePicture(
  ctx: Ctx,
  pictureId: Id<'picture'>,
  options: { removeFromCalendars: boolean },
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  await inTransaction(ctx, async (tx) => {
    // Whatever is refused is refused before anything is changed or locked.
    requireUnsold(await findPicture(tx, owner, pictureId));
    if (options.removeFromCalendars) await removePictureFromCalendars(tx, owner, pictureId);
    if (!(await lockPicture(tx, owner, pictureId))) throw new DomainError('picture.not_found');
    // From here on nobody can place it or sell it. What was done just before is seen now.
    requireUnsold(await findPicture(tx, owner, pictureId));
    if (await isInOpenClaim(tx, owner, pictureId)) throw new DomainError('picture.in_claim');
    const calendars = await findCalendarsWithPicture(tx, owner, pictureId);
    if (calendars.length > 0) {
      const titles = calendars.slice(0, TITLES_MAX).map(({ title }) => title);
      const more = calendars.length > TITLES_MAX ? ', …' : '';
      throw new DomainError('picture.in_calendar', {
        count: calendars.length,
        calendars: titles.join(', ') + more,
      });
    }
    await markDeleted(tx, owner, pictureId);
    await enqueue(tx, 'picture.erase', { pictureId });
    await notifyOwner(tx, owner.ownerId, { type: 'picture', id: pictureId, status: 'DELETED' });
  });
}

function requireUnsold(row: { orderItemPictures: readonly unknown[] }): void {
  if (row.orderItemPictures.length > 0) throw new DomainError('picture.in_sold_calendar');
}
