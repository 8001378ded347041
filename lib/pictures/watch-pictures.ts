import { asPerson, type ReadCtx } from '@/lib/db/context';
import { type OwnerMessage, subscribeOwner } from '@/lib/db/notifications';

const TOLD: ReadonlySet<string> = new Set([
  'picture',
  'invited-date',
  'stars',
  'training',
  'generation',
  'job',
  'upscale',
  'resync',
]);

/**
 * Tells of every change to the person's pictures until the returned function is called: ready, refused, deleted, or
 * "resync" when changes may have been missed. A page has one stream for all that happens without it, so this one also
 * tells of dates that relatives sent, of stars and of the studio's work.
 */
export async function watchPictures(
  ctx: ReadCtx,
  tell: (message: OwnerMessage) => void,
): Promise<() => void> {
  return subscribeOwner(asPerson(ctx).actor.userId, (message) => {
    if (TOLD.has(message.type)) tell(message);
  });
}
