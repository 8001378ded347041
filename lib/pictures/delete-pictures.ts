import { DomainError, type ErrorCode, type ErrorParams } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { deletePicture } from './delete-picture';

export type DeletionResult = {
  deleted: Id<'picture'>[];
  kept: { pictureId: Id<'picture'>; code: ErrorCode; params: ErrorParams }[];
};

/** Deletes each picture by itself; those that have to stay are returned with the reason. One that is gone counts as deleted. */
export async function deletePictures(
  ctx: Ctx,
  pictureIds: readonly Id<'picture'>[],
  options: { removeFromCalendars: boolean },
): Promise<DeletionResult> {
  asPerson(ctx);
  const result: DeletionResult = { deleted: [], kept: [] };
  for (const pictureId of new Set(pictureIds)) {
    try {
      await deletePicture(ctx, pictureId, options);
      result.deleted.push(pictureId);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'picture.not_found') result.deleted.push(pictureId);
      else result.kept.push({ pictureId, code: error.code, params: error.params });
    }
  }
  return result;
}
