import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type ReadCtx } from '@/lib/db/context';
import { type OwnerMessage, subscribeOwner } from '@/lib/db/notifications';
import { findCalendar } from '../store';

/**
 * Tells of every new comment on one of the person's calendars, and "resync" when some may have been missed.
 * @throws DomainError "calendar.not_found"
 */
export async function watchComments(
  ctx: ReadCtx,
  calendarId: Id<'calendar'>,
  tell: (message: OwnerMessage) => void,
): Promise<() => void> {
  const ownerId = asPerson(ctx).actor.userId;
  if (!(await findCalendar(ctx, { ownerId }, calendarId))) {
    throw new DomainError('calendar.not_found');
  }
  return subscribeOwner(ownerId, (message) => {
    const isOurs = message.type === 'comment' && 'id' in message && message.id === calendarId;
    if (isOurs || message.type === 'resync') tell(message);
  });
}
