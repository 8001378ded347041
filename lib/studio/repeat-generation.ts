import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import type { Generation } from '@/lib/db/generated/client';
import { notifyOwner } from '@/lib/db/notifications';
import { addGeneration } from './add-generations';
import { chooseLoras } from './choose-loras';
import { GenerationLorasSchema } from './generation-loras';
import {
  findChildren,
  findKeptSeeds,
  findOwnGeneration,
  findTaskSeeds,
  lockGeneration,
} from './generation-store';
import { PROMPT_MAX } from './job-settings';
import { findOpenBaseModel, lockOwner } from './job-store';
import { requireRoom, requireShownPrice } from './open-job';
import { starsOfPicture } from './prices';
import { recountJob } from './recount-job';
import { pickSeed } from './seeds';
import { varyPrompt } from './variations';
import { OPEN_WORK } from './work-states';

export const RepeatSchema = z.strictObject({
  /**
   * again: the same words, another seed. variation: the same seed, a slightly different moment. edit: the same seed,
   * other words, so that only what they say changes.
   */
  how: z.enum(['again', 'variation', 'edit']),
  /** Of an edit. */
  prompt: z.string().trim().min(1, 'empty').max(PROMPT_MAX, 'too_long').optional(),
  /** What the screen said it costs. */
  starsShown: z.number().int().min(0),
});
export type Repeat = z.infer<typeof RepeatSchema>;

/**
 * Orders one more picture after a finished, failed or stopped one, at today's price, in the same step of the same job.
 * While a picture asked for in the same way from the same one is under way, asking again gives that one.
 * @throws DomainError "generation.not_found", "generation.not_ready" while the first one is under way or where it
 *   belongs to no job, "base_model.not_found", "lora.not_found", "lora.not_ready", "prompt.empty", "job.too_many",
 *   "stars.price_changed", "stars.not_enough"
 */
export async function repeatGeneration(
  ctx: Ctx,
  generationId: Id<'generation'>,
  input: Repeat,
): Promise<{ generationId: Id<'generation'> }> {
  const ownerId = asPerson(ctx).actor.userId;
  return inTransaction(ctx, async (tx) => {
    if (!(await findOwnGeneration(tx, ownerId, generationId))) {
      throw new DomainError('generation.not_found');
    }
    await lockOwner(tx, ownerId);
    const parent = await lockGeneration(tx, generationId);
    if (!parent || parent.deletedAt) throw new DomainError('generation.not_found');
    if (parent.jobId === null || OPEN_WORK.includes(parent.status)) {
      throw new DomainError('generation.not_ready');
    }
    const children = await findChildren(tx, parent.id);
    const change = await changeOf(tx, parent, input, children);
    const running = children.find(
      (child) => OPEN_WORK.includes(child.status) && change.isSameWish(child),
    );
    if (running) return { generationId: running.id as Id<'generation'> };
    await requireRoom(tx, ownerId, 1);
    const baseModel = await findOpenBaseModel(tx, parent.baseModelId);
    if (!baseModel) throw new DomainError('base_model.not_found');
    const { loras } = await chooseLoras(
      tx,
      ownerId,
      baseModel.family,
      GenerationLorasSchema.parse(parent.loras),
    );
    const stars = starsOfPicture(
      baseModel.priceStars,
      loras.map((lora) => lora.stars),
    );
    requireShownPrice(input.starsShown, stars);
    const { prompt, seed } = change;
    const isThemes = prompt === parent.prompt;
    const id = await addGeneration(tx, {
      ownerId,
      purpose: 'CUSTOMER',
      jobId: parent.jobId,
      jobTaskId: parent.jobTaskId,
      // Other words are not the theme's any more, and say nothing of how its prompt does.
      promptId: isThemes ? parent.promptId : null,
      promptVersion: isThemes ? parent.promptVersion : null,
      prompt,
      negativePrompt: parent.negativePrompt,
      baseModel,
      loraModelId: parent.loraModelId,
      loras,
      widthPx: parent.widthPx,
      heightPx: parent.heightPx,
      steps: parent.steps,
      guidance: parent.guidance,
      seed,
      stars,
      parentId: parent.id,
    });
    await recountJob(tx, { id: parent.jobId, ownerId });
    await notifyOwner(tx, ownerId, { type: 'generation', id, status: 'QUEUED' });
    return { generationId: id };
  });
}

async function changeOf(
  tx: TxCtx,
  parent: Generation,
  { how, prompt }: Repeat,
  children: readonly Generation[],
): Promise<{ prompt: string; seed: number; isSameWish: (child: Generation) => boolean }> {
  const seed = Number(parent.seed);
  switch (how) {
    case 'again': {
      const used = new Set(parent.jobTaskId ? await findTaskSeeds(tx, parent.jobTaskId) : []);
      used.add(seed);
      const kept = parent.promptId
        ? await findKeptSeeds(tx, [parent.promptId], parent.baseModelId)
        : [];
      const proven = kept.filter(({ isProven }) => isProven).map((row) => row.seed);
      return {
        prompt: parent.prompt,
        seed: pickSeed(proven, used, seed),
        isSameWish: (child) => child.prompt === parent.prompt,
      };
    }
    case 'variation': {
      const used = new Set([parent.prompt, ...children.map((child) => child.prompt)]);
      return {
        prompt: varyPrompt(parent.prompt, used),
        seed,
        isSameWish: (child) =>
          Number(child.seed) === seed &&
          varyPrompt(child.prompt, new Set()) === varyPrompt(parent.prompt, new Set()),
      };
    }
    case 'edit': {
      if (!prompt) throw new DomainError('prompt.empty');
      return { prompt, seed, isSameWish: (child) => child.prompt === prompt };
    }
  }
}
