import { createHash } from 'node:crypto';
import { type Id, newId } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { packWeights } from '@/lib/sandbox/fal/weights';
import { paintScene } from '@/lib/sandbox/paint-scene';

/** A subject that somebody has learned already, with weights that the sandbox can read. */
export async function addLearnedSubject(ctx: Ctx, ownerId: Id<'user'>): Promise<Id<'loraModel'>> {
  const id = newId('loraModel');
  const photo = await paintScene({ month: 6, seed: 1, widthPx: 512, heightPx: 512 });
  const triggerWord = 'benchling';
  const weights = packWeights({
    family: 'flux-1',
    trigger: triggerWord,
    isStyle: false,
    photos: [photo],
  });
  const weightsKey = `lora-weights/${id}/bench.safetensors`;
  await ctx.providers.files.put(weightsKey, weights, 'application/octet-stream');
  await ctx.db.loraModel.create({
    data: {
      id,
      ownerId,
      type: 'PORTRAIT',
      categoryId: 'woman',
      name: 'Bench',
      triggerWord,
      status: 'READY',
      weightsKey,
      weightsBytes: weights.length,
      weightsSha256: createHash('sha256').update(weights).digest('hex'),
    },
  });
  return id;
}
