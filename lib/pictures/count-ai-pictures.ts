import type { Id } from '@/lib/core/ids';
import { asPerson, type ReadCtx } from '@/lib/db/context';
import { countMade } from './store';

/** How many of these pictures of a person were made by a model: what is shown, shared or sold says so. */
export function countAiPictures(
  ctx: ReadCtx,
  ownerId: Id<'user'>,
  pictureIds: readonly string[],
): Promise<number> {
  return pictureIds.length === 0 ? Promise.resolve(0) : countMade(ctx, { ownerId }, pictureIds);
}

/** The same of one's own pictures. @throws DomainError "account.sign_in_required" */
export function countOwnAiPictures(ctx: ReadCtx, pictureIds: readonly string[]): Promise<number> {
  return countAiPictures(ctx, asPerson(ctx).actor.userId, pictureIds);
}
