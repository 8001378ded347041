import type { Id } from '@/lib/core/ids';
import { asPerson, type ReadCtx } from '@/lib/db/context';
import type { PictureView } from './picture-view';
import { presentPicture } from './present';
import { findPicture, findPicturesById } from './store';

/** One picture of the person. @throws DomainError "picture.not_found" */
export async function getPicture(ctx: ReadCtx, pictureId: Id<'picture'>): Promise<PictureView> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  return presentPicture(await findPicture(ctx, owner, pictureId));
}

/** Those of the pictures that are the person's, newest first; absent and foreign ones are left out alike. */
export async function getPictures(
  ctx: ReadCtx,
  pictureIds: readonly Id<'picture'>[],
): Promise<PictureView[]> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  return (await findPicturesById(ctx, owner, pictureIds)).map(presentPicture);
}
