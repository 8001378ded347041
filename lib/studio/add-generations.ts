import { type Id, newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import type { GenerationPurpose } from '@/lib/db/generated/client';
import { holdStars } from '@/lib/stars/ledger';
import type { GenerationLora } from './generation-loras';
import { insertGeneration } from './generation-store';
import { requestModel } from './requests/request-model';

export type GenerationWish = {
  ownerId: Id<'user'>;
  purpose: GenerationPurpose;
  jobId?: string | null;
  jobTaskId?: string | null;
  trainingId?: string | null;
  promptId?: string | null;
  promptVersion?: number | null;
  /** Rendered: no placeholders are left. */
  prompt: string;
  negativePrompt?: string | null;
  baseModel: { id: string; endpoint: string };
  /** The subject. */
  loraModelId?: string | null;
  /** All learned models in it, the subject first. */
  loras: readonly GenerationLora[];
  widthPx: number;
  heightPx: number;
  steps: number;
  guidance: number;
  /** 1 to SEED_MAX (seeds.ts). */
  seed: number;
  /** starsOfPicture; 0 for previews and tests of prompts. */
  stars: number;
  parentId?: string | null;
};

/**
 * Orders one picture: its row, the hold of its stars when it costs any, and its first request of the model, with the
 * caller's rows or not at all. Who may use which models at which price is the caller's to check.
 * @throws DomainError "stars.not_enough"
 */
export async function addGeneration(tx: TxCtx, wish: GenerationWish): Promise<Id<'generation'>> {
  const id = newId('generation');
  const holdId =
    wish.stars > 0
      ? await holdStars(tx, {
          userId: wish.ownerId,
          type: 'GENERATION',
          stars: wish.stars,
          subjectId: id,
        })
      : null;
  await insertGeneration(tx, {
    id,
    ownerId: wish.ownerId,
    purpose: wish.purpose,
    jobId: wish.jobId ?? null,
    jobTaskId: wish.jobTaskId ?? null,
    trainingId: wish.trainingId ?? null,
    promptId: wish.promptId ?? null,
    promptVersion: wish.promptVersion ?? null,
    prompt: wish.prompt,
    negativePrompt: wish.negativePrompt ?? null,
    baseModelId: wish.baseModel.id,
    loraModelId: wish.loraModelId ?? null,
    loras: [...wish.loras],
    widthPx: wish.widthPx,
    heightPx: wish.heightPx,
    steps: wish.steps,
    guidance: wish.guidance,
    seed: wish.seed,
    stars: wish.stars,
    holdId,
    parentId: wish.parentId ?? null,
    createdAt: tx.clock.now(),
  });
  await requestModel(tx, {
    kind: 'GENERATION',
    subjectId: id,
    attempt: 1,
    endpoint: wish.baseModel.endpoint,
  });
  return id;
}
