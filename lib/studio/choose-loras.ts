import { DomainError } from '@/lib/core/errors';
import type { TxCtx } from '@/lib/db/context';
import type { GenerationLora } from './generation-loras';
import { findUsableLoras, type UsableLora } from './job-store';

/**
 * Learned models for a picture, checked and priced: ready, of the base model's family, and the person's own or a
 * look that somebody shares. In the order of the wishes, each once.
 * @throws DomainError "lora.not_found" for absent and foreign ones alike, "lora.not_ready"
 */
export async function chooseLoras(
  tx: TxCtx,
  ownerId: string,
  family: string,
  wishes: readonly { loraModelId: string; scale: number }[],
): Promise<{ models: UsableLora[]; loras: GenerationLora[] }> {
  const ids = [...new Set(wishes.map(({ loraModelId }) => loraModelId))];
  const found = ids.length === 0 ? [] : await findUsableLoras(tx, ownerId, { id: { in: ids } });
  const models: UsableLora[] = [];
  const loras: GenerationLora[] = [];
  for (const id of ids) {
    const model = found.find((row) => row.id === id);
    if (!model) throw new DomainError('lora.not_found');
    if (model.status !== 'READY' || model.family !== family)
      throw new DomainError('lora.not_ready');
    const scale = wishes.find(({ loraModelId }) => loraModelId === id)?.scale ?? 1;
    const stars = model.ownerId === ownerId ? 0 : model.starsRequired;
    models.push(model);
    loras.push({ loraModelId: model.id as GenerationLora['loraModelId'], scale, stars });
  }
  return { models, loras };
}
