import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { checkLoraName } from './check-lora-name';
import type { SubjectInput } from './lora-schema';
import { countLoras, findCategory, insertLora, lockPerson } from './lora-store';
import { newTriggerWord } from './trigger-word';

/** Drafts included; nobody needs more, and each may hold 400 MB of weights. */
export const LORAS_MAX = 40;

/**
 * Begins a learned subject or look as a draft, which keeps everything that is chosen for it.
 * @throws DomainError "lora.name_invalid", "category.not_found", "lora.too_many"
 */
export async function createLoraModel(
  ctx: Ctx,
  input: SubjectInput,
): Promise<{ loraModelId: Id<'loraModel'> }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const name = checkLoraName(input.name);
  const loraModelId = newId('loraModel');
  await inTransaction(ctx, async (tx) => {
    const category = await findCategory(tx, input.categoryId);
    await lockPerson(tx, owner);
    if ((await countLoras(tx, owner)) >= LORAS_MAX) {
      throw new DomainError('lora.too_many', { max: LORAS_MAX });
    }
    await insertLora(tx, {
      id: loraModelId,
      ...owner,
      type: category.type,
      categoryId: category.id,
      name,
      triggerWord: newTriggerWord(),
      facts: input.facts,
      createdAt: tx.clock.now(),
    });
  });
  return { loraModelId };
}
