import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { stopOpenTraining } from './cancel-training';
import { findLora, lockLora, updateLora, withdrawConsent } from './lora-store';

/**
 * Deletes a learned model: unusable at once, its agreement withdrawn, its training stopped with the stars given back. A
 * job erases everything that was made from it, here and at the provider.
 * @throws DomainError "lora.not_found"
 */
export async function deleteLoraModel(ctx: Ctx, loraModelId: Id<'loraModel'>): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  await inTransaction(ctx, async (tx) => {
    await findLora(tx, owner, loraModelId);
    // Trainings before their model, as the engine locks them.
    await stopOpenTraining(tx, loraModelId);
    const lora = await lockLora(tx, owner, loraModelId);
    // One that was started in another tab before the lock; from here on none can be.
    await stopOpenTraining(tx, loraModelId);
    await updateLora(tx, loraModelId, {
      deletedAt: tx.clock.now(),
      isDefault: false,
      isPublic: false,
      publishedAt: null,
    });
    if (lora.consentId) await withdrawConsent(tx, lora.consentId);
    await enqueue(tx, 'lora.erase', { loraModelId });
  });
}
