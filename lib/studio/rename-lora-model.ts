import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { checkLoraName } from './check-lora-name';
import { lockLora, updateLora } from './lora-store';

/** @throws DomainError "lora.not_found", "lora.name_invalid" */
export async function renameLoraModel(
  ctx: Ctx,
  input: { loraModelId: Id<'loraModel'>; name: string },
): Promise<{ name: string }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const name = checkLoraName(input.name);
  await inTransaction(ctx, async (tx) => {
    const lora = await lockLora(tx, owner, input.loraModelId);
    await updateLora(tx, lora.id, { name });
  });
  return { name };
}
