import { buffer } from 'node:stream/consumers';
import { asPerson, type Ctx } from '@/lib/db/context';
import { openRendition } from '@/lib/pictures/open-rendition';
import { softProofPicture } from '@/lib/pictures/soft-proof';
import type { OutputConditionId } from '@/lib/print/press';
import { printCacheOf } from './print-cache';

/**
 * One of the person's pictures at screen size, in the colours that the press will bring out. A filter of the calendar
 * is not in it: the screen applies it as to any other rendition.
 * @returns `open` only works when it is called, so that an answer without a body costs nothing
 * @throws DomainError "picture.not_found" for absent and foreign pictures alike, "picture.not_ready"
 */
export async function openSoftProof(
  ctx: Ctx,
  address: { pictureId: string; condition: OutputConditionId },
): Promise<{ etag: string; open: () => Promise<Buffer> }> {
  const { pictureId, condition } = address;
  const ownerId = asPerson(ctx).actor.userId;
  const screen = await openRendition(ctx, { pictureId, rendition: 'screen' });
  const rendition = {
    key: screen.etag,
    read: async () => buffer(await screen.open()),
  };
  return {
    etag: `"${pictureId}-${condition}"`,
    open: () => softProofPicture(rendition, condition, printCacheOf(ownerId)),
  };
}
