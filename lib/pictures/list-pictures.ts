import type { Id } from '@/lib/core/ids';
import { asPerson, type ReadCtx } from '@/lib/db/context';
import type { PictureFilter, PictureView } from './picture-view';
import { presentPicture } from './present';
import { countPictures, findPictures } from './store';

export const PICTURES_PAGE_MAX = 200;
const PICTURES_PAGE = 60;

export type PicturePage = {
  pictures: PictureView[];
  /** For the next page; null on the last one. */
  nextCursor: Id<'picture'> | null;
  /** All pictures of the person, whatever the filter. */
  total: number;
};

/** The person's pictures, newest first, refused ones too. @param options.cursor as the page before gave it */
export async function listPictures(
  ctx: ReadCtx,
  options: { cursor?: Id<'picture'> | undefined; limit?: number; filter?: PictureFilter } = {},
): Promise<PicturePage> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const limit = Math.min(options.limit ?? PICTURES_PAGE, PICTURES_PAGE_MAX);
  const rows = await findPictures(ctx, owner, {
    beforeId: options.cursor ?? null,
    limit: limit + 1,
    filter: options.filter ?? 'all',
  });
  const page = rows.slice(0, limit);
  return {
    pictures: page.map(presentPicture),
    nextCursor: rows.length > limit ? ((page.at(-1)?.id ?? null) as Id<'picture'> | null) : null,
    total: await countPictures(ctx, owner),
  };
}
