import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { erasePicture } from './erase-picture';
import { findAllOf, forgetPlaces } from './store';

/** Removes every picture of a person with all its files. Rows that the books name stay, empty. */
export async function erasePicturesOf(ctx: Ctx, userId: Id<'user'>): Promise<number> {
  const pictures = await findAllOf(ctx, userId);
  for (const { id } of pictures) {
    await inTransaction(ctx, (tx) => forgetPlaces(tx, id));
    await erasePicture(ctx, id as Id<'picture'>);
  }
  return pictures.filter(({ deletedAt }) => deletedAt === null).length;
}
