import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import { asPerson, type ReadCtx } from '@/lib/db/context';
import type { MeasuredPicture } from '@/lib/print/print-input';
import { findMeasured } from './store';

/**
 * Upright sizes of the pictures that are ready, for the layout. Others, and those of other people, are left out.
 * @param owner for jobs, which act for nobody: whose pictures they must be; else the person who acts
 */
export async function measuredPictures(
  ctx: ReadCtx,
  pictureIds: readonly Id<'picture'>[],
  owner?: { ownerId: Id<'user'> },
): Promise<Map<Id<'picture'>, MeasuredPicture>> {
  const rows = await findMeasured(
    ctx,
    owner ?? { ownerId: asPerson(ctx).actor.userId },
    pictureIds,
  );
  return new Map(
    rows.map(({ id, widthPx, heightPx }) => {
      assert(widthPx && heightPx, 'a ready picture is measured');
      return [id as Id<'picture'>, { widthPx, heightPx }];
    }),
  );
}
