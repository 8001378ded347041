import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { checkLoraName } from './check-lora-name';
import { coversTraining } from './consent-text';
import type { SubjectInput } from './lora-schema';
import { findCategory, lockLora, updateLora } from './lora-store';
import { needsGuardian } from './needs-guardian';
import { findOpenTraining } from './training-store';

/**
 * Changes who or what is learned. The kind is settled once something was learned; the name and the facts never are. A
 * kind or an age that needs a guardian's word asks for the consent again.
 * @throws DomainError "lora.not_found", "lora.name_invalid", "category.not_found", "lora.in_training"
 */
export async function changeSubject(
  ctx: Ctx,
  input: SubjectInput & { loraModelId: Id<'loraModel'> },
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const name = checkLoraName(input.name);
  await inTransaction(ctx, async (tx) => {
    const lora = await lockLora(tx, owner, input.loraModelId);
    const isOther = lora.categoryId !== input.categoryId;
    const category = isOther ? await findCategory(tx, input.categoryId) : lora.category;
    if (isOther) {
      if (await findOpenTraining(tx, lora.id)) throw new DomainError('lora.in_training');
      if (lora.weightsKey !== null) throw new DomainError('category.not_found');
    }
    const rules = { needsGuardian: needsGuardian({ category, facts: input.facts }) };
    await updateLora(tx, lora.id, {
      name,
      facts: input.facts,
      categoryId: category.id,
      type: category.type,
      ...(coversTraining(lora.consent, rules) ? {} : { consentId: null }),
    });
  });
}
