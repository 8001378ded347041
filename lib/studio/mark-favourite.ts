import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { notifyOwner } from '@/lib/db/notifications';
import { markPicked, updateFavourite } from './generation-store';

/** Marks a finished picture as a favourite, or no longer. @throws DomainError "generation.not_found" */
export async function markFavourite(
  ctx: Ctx,
  input: { generationId: Id<'generation'>; isFavourite: boolean },
): Promise<void> {
  const ownerId = asPerson(ctx).actor.userId;
  const { generationId, isFavourite } = input;
  await inTransaction(ctx, async (tx) => {
    if (!(await updateFavourite(tx, ownerId, generationId, isFavourite))) {
      throw new DomainError('generation.not_found');
    }
    if (isFavourite) await markPicked(tx, [generationId]);
    await notifyOwner(tx, ownerId, { type: 'generation', id: generationId, status: 'COMPLETED' });
  });
}
