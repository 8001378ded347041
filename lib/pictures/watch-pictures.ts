import { asPerson, type ReadCtx } from '@/lib/db/context';
import { type OwnerMessage, subscribeOwner } from '@/lib/db/notifications';

/**
 * Tells of every change to the person's pictures until the returned function is called: ready, refused, deleted, or
 * "resync" when changes may have been missed.
 */
export async function watchPictures(
  ctx: ReadCtx,
  tell: (message: OwnerMessage) => void,
): Promise<() => void> {
  return subscribeOwner(asPerson(ctx).actor.userId, (message) => {
    if (message.type === 'picture' || message.type === 'resync') tell(message);
  });
}
