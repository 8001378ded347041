import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import type { ShareStyleInput } from './lora-schema';
import { lockLora, updateLora } from './lora-store';

/**
 * Offers a learned look to everybody, changes what is asked for it, or takes it back. Pictures that others made with it
 * stay theirs.
 * @throws DomainError "lora.not_found"; "lora.face_stays_private" for a subject; "lora.not_ready" before it is learned
 */
export async function shareStyle(
  ctx: Ctx,
  input: ShareStyleInput & { loraModelId: Id<'loraModel'> },
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  await inTransaction(ctx, async (tx) => {
    const lora = await lockLora(tx, owner, input.loraModelId);
    if (lora.type !== 'STYLE') throw new DomainError('lora.face_stays_private');
    if (input.isPublic && lora.status !== 'READY') throw new DomainError('lora.not_ready');
    await updateLora(tx, lora.id, {
      isPublic: input.isPublic,
      starsRequired: input.starsRequired,
      description: input.description,
      publishedAt: input.isPublic ? (lora.publishedAt ?? tx.clock.now()) : null,
    });
  });
}
