import { asPerson, type Ctx } from '@/lib/db/context';
import { findGallery } from './generation-store';
import type { GalleryPage, GalleryQuery } from './generation-view';
import { presentGenerations } from './present-generations';

const PAGE = 36;

/** The person's finished pictures, newest first. */
export async function listGallery(ctx: Ctx, query: GalleryQuery): Promise<GalleryPage> {
  const rows = await findGallery(ctx, asPerson(ctx).actor.userId, {
    filter: {
      favourites: query.favourites ?? false,
      unused: query.unused ?? false,
      themeId: query.themeId ?? null,
      loraModelId: query.loraModelId ?? null,
      month: query.month ?? null,
    },
    beforeId: query.cursor ?? null,
    limit: PAGE + 1,
  });
  const page = rows.slice(0, PAGE);
  const last = page.at(-1)?.id ?? null;
  return {
    pictures: await presentGenerations(ctx, page),
    nextCursor: rows.length > PAGE ? (last as GalleryPage['nextCursor']) : null,
  };
}
