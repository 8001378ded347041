import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { clearDefault, lockLora, lockPerson, updateLora } from './lora-store';

/**
 * Makes a learned subject the one that new sets start with, instead of the one before; or takes that back.
 * @throws DomainError "lora.not_found"; "lora.not_ready" for drafts, and for looks, which are no subjects
 */
export async function setDefaultLora(
  ctx: Ctx,
  input: { loraModelId: Id<'loraModel'>; isDefault: boolean },
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  await inTransaction(ctx, async (tx) => {
    await lockPerson(tx, owner);
    const lora = await lockLora(tx, owner, input.loraModelId);
    if (input.isDefault && (lora.status !== 'READY' || lora.type !== 'PORTRAIT')) {
      throw new DomainError('lora.not_ready');
    }
    if (input.isDefault) await clearDefault(tx, owner);
    await updateLora(tx, lora.id, { isDefault: input.isDefault });
  });
}
