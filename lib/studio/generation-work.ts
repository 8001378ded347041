import { z } from 'zod';
import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx, TxCtx } from '@/lib/db/context';
import type { Generation, ModelRequest } from '@/lib/db/generated/client';
import { notifyOwner } from '@/lib/db/notifications';
import {
  discardGenerated,
  insertGenerated,
  type StoredGenerated,
  storeGenerated,
} from '@/lib/pictures/generated-picture';
import { earnShare } from '@/lib/stars/earn-share';
import { releaseHold, settleHold } from '@/lib/stars/ledger';
import { lockAccounts } from '@/lib/stars/lock-accounts';
import { PictureModelSettingsSchema } from './base-model-settings';
import { GenerationLorasSchema } from './generation-loras';
import {
  findGeneration,
  findKeptSeeds,
  findLoraModels,
  findUsedSeeds,
  findWithModel,
  lockGeneration,
  moveGeneration,
  offerPreview,
} from './generation-store';
import { offerChoice } from './job-store';
import { fileUrlForModel } from './model-files';
import { recountJob } from './recount-job';
import type { Collected, ModelWork, Prepared, WorkFailure } from './requests/model-work';
import { requestModel } from './requests/request-model';
import { pickSeed } from './seeds';
import { isOpen } from './work-states';

/** Tries of one picture: the first and two with other seeds, all for one price. */
export const ATTEMPTS_MAX = 3;

const DOWNLOAD_MAX_BYTES = 40 * 1024 * 1024;

/** Fields of the flux family; a model without the safety flag says nothing of it. */
const OutputSchema = z.looseObject({
  images: z.array(z.looseObject({ url: z.string() })),
  seed: z.number().optional(),
  has_nsfw_concepts: z.array(z.boolean()).optional(),
});

type Made = { stored: StoredGenerated };

/** One picture of a prompt. */
export const generationWork: ModelWork<Made> = {
  prepare,
  onStarted,
  onProgress,
  collect,
  onCompleted,
  discard: (ctx, { stored }) => discardGenerated(ctx, stored),
  onFailed,
};

async function prepare(ctx: Ctx, request: ModelRequest): Promise<Prepared | null> {
  const generation = await findWithModel(ctx, request.subjectId);
  if (!generation || !isOpenAt(generation, request)) return null;
  const settings = PictureModelSettingsSchema.parse(generation.baseModel.settings);
  const wanted = GenerationLorasSchema.parse(generation.loras);
  const models = new Map(
    (
      await findLoraModels(
        ctx,
        wanted.map(({ loraModelId }) => loraModelId),
      )
    ).map((model) => [model.id, model]),
  );
  const loras: { path: string; scale: number }[] = [];
  for (const { loraModelId, scale } of wanted) {
    const model = models.get(loraModelId);
    const isAllowed =
      model?.ownerId === generation.ownerId || (model?.isPublic && model.type === 'STYLE');
    if (!model || model.deletedAt || !isAllowed) throw new DomainError('lora.not_found');
    if (model.status !== 'READY' || !model.weightsKey) throw new DomainError('lora.not_ready');
    const path = await fileUrlForModel(ctx, {
      key: model.weightsKey,
      contentType: 'application/octet-stream',
      fileName: `${model.triggerWord}.safetensors`,
    });
    loras.push({ path, scale });
  }
  const asked = {
    ...settings.extra,
    prompt: generation.prompt,
    ...(settings.hasNegativePrompt && generation.negativePrompt
      ? { negative_prompt: generation.negativePrompt }
      : {}),
    image_size: { width: generation.widthPx, height: generation.heightPx },
    num_inference_steps: generation.steps,
    guidance_scale: generation.guidance,
    seed: Number(generation.seed),
  };
  return {
    input: { ...asked, loras },
    record: { ...asked, loras: wanted.map(({ loraModelId, scale }) => ({ loraModelId, scale })) },
  };
}

async function onStarted(tx: TxCtx, request: ModelRequest): Promise<boolean> {
  const generation = await lockGeneration(tx, request.subjectId);
  if (!generation || !isOpenAt(generation, request)) return false;
  if (generation.status === 'QUEUED') {
    await moveGeneration(tx, generation, { status: 'RUNNING', startedAt: tx.clock.now() });
    if (generation.jobId) {
      await recountJob(tx, { id: generation.jobId, ownerId: generation.ownerId });
    }
  }
  await tell(tx, generation, 'RUNNING');
  return true;
}

async function onProgress(tx: TxCtx, request: ModelRequest): Promise<void> {
  const generation = await findGeneration(tx, request.subjectId);
  if (generation) await tell(tx, generation, generation.status);
}

async function collect(ctx: Ctx, request: ModelRequest, output: unknown): Promise<Collected<Made>> {
  const generation = await findGeneration(ctx, request.subjectId);
  assert(generation, 'a request is about a generation');
  const parsed = OutputSchema.safeParse(output);
  const image = parsed.data?.images[0];
  if (!parsed.success || !image) {
    return refused('temporary', 'no_picture', 'The answer has no picture.');
  }
  if (parsed.data.has_nsfw_concepts?.[0]) {
    return refused('blocked', 'has_nsfw_concepts', 'The safety checker hid the picture.');
  }
  const bytes = await download(ctx, image.url);
  if (bytes === null) {
    return refused('temporary', 'file_refused', 'The picture is too large or on another host.');
  }
  const result = await storeGenerated(ctx, {
    ownerId: generation.ownerId as Id<'user'>,
    bytes,
    fileName: `${generation.id}.jpg`,
  });
  if (!result.ok) {
    return result.reason === 'black'
      ? refused('blocked', 'black_picture', 'The picture is black.')
      : refused('temporary', 'undecodable', 'The picture cannot be read.');
  }
  const { widthPx, heightPx } = result.stored;
  return {
    ok: true,
    made: { stored: result.stored },
    record: { seed: parsed.data.seed ?? null, widthPx, heightPx, bytes: bytes.length },
  };
}

/** @returns null for what no try can fetch. @throws DomainError "model.unavailable" */
async function download(ctx: Ctx, url: string): Promise<Buffer | null> {
  try {
    const stream = await ctx.providers.models.download(url, DOWNLOAD_MAX_BYTES);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'model.failed') return null;
    throw error;
  }
}

async function onCompleted(tx: TxCtx, request: ModelRequest, { stored }: Made): Promise<boolean> {
  const generation = await lockGeneration(tx, request.subjectId);
  if (!generation || !isOpenAt(generation, request)) return false;
  await insertGenerated(tx, stored);
  await moveGeneration(tx, generation, {
    status: 'COMPLETED',
    pictureId: stored.pictureId,
    completedAt: tx.clock.now(),
  });
  if (generation.jobTaskId) await offerChoice(tx, generation.jobTaskId, generation.id);
  if (generation.purpose === 'PREVIEW' && generation.loraModelId) {
    await offerPreview(tx, generation.loraModelId, stored.pictureId);
  }
  if (generation.jobId) {
    await recountJob(tx, { id: generation.jobId, ownerId: generation.ownerId });
  }
  await tell(tx, generation, 'COMPLETED');
  if (generation.holdId) await settle(tx, generation, generation.holdId);
  return true;
}

/** Spends the stars; owners of shared styles get their part of them. */
async function settle(tx: TxCtx, generation: Generation, holdId: string): Promise<void> {
  const shares = await sharesOf(tx, generation);
  await lockAccounts(tx, [generation.ownerId, ...shares.map(({ ownerId }) => ownerId)]);
  if (!(await settleHold(tx, holdId))) return;
  const generationId = generation.id as Id<'generation'>;
  for (const share of shares) await earnShare(tx, { ...share, generationId });
}

async function sharesOf(tx: TxCtx, generation: Generation) {
  const paid = GenerationLorasSchema.parse(generation.loras).filter(({ stars }) => stars > 0);
  if (paid.length === 0) return [];
  const models = await findLoraModels(
    tx,
    paid.map(({ loraModelId }) => loraModelId),
  );
  return paid.flatMap(({ loraModelId, stars }) => {
    const ownerId = models.find(({ id }) => id === loraModelId)?.ownerId as Id<'user'> | undefined;
    return !ownerId || ownerId === generation.ownerId ? [] : [{ ownerId, stars, loraModelId }];
  });
}

async function onFailed(tx: TxCtx, request: ModelRequest, failure: WorkFailure): Promise<void> {
  const generation = await lockGeneration(tx, request.subjectId);
  if (!generation || !isOpenAt(generation, request)) return;
  if (mayRetry(failure) && generation.attempt < ATTEMPTS_MAX) {
    const attempt = generation.attempt + 1;
    await moveGeneration(tx, generation, { attempt, seed: await otherSeed(tx, generation) });
    const { kind, subjectId, endpoint } = request;
    await requestModel(tx, { kind, subjectId, attempt, endpoint });
    await tell(tx, generation, generation.status);
    return;
  }
  await moveGeneration(tx, generation, {
    status: 'FAILED',
    errorCode: failure.code,
    completedAt: tx.clock.now(),
  });
  if (generation.jobId) {
    await recountJob(tx, { id: generation.jobId, ownerId: generation.ownerId });
  }
  await tell(tx, generation, 'FAILED');
  if (generation.holdId) await releaseHold(tx, generation.holdId, failure.code);
}

/** Another seed may help where this one was blocked or broke; nothing was heard of a lost one for long enough. */
function mayRetry({ kind, type }: WorkFailure): boolean {
  return kind === 'blocked' || (kind === 'temporary' && type !== 'lost');
}

async function otherSeed(tx: TxCtx, generation: Generation): Promise<number> {
  const kept = generation.promptId
    ? await findKeptSeeds(tx, [generation.promptId], generation.baseModelId)
    : [];
  const proven = kept.filter(({ isProven }) => isProven).map(({ seed }) => seed);
  const used = await findUsedSeeds(tx, generation);
  return pickSeed(proven, used, Number(generation.seed));
}

function isOpenAt(generation: Generation, request: ModelRequest): boolean {
  return isOpen(generation) && generation.attempt === request.attempt;
}

function refused(
  kind: 'blocked' | 'temporary',
  type: string,
  detail: string,
): { ok: false; failure: { kind: 'blocked' | 'temporary'; type: string; detail: string } } {
  return { ok: false, failure: { kind, type, detail } };
}

function tell(tx: TxCtx, generation: Generation, status: string): Promise<void> {
  return notifyOwner(tx, generation.ownerId as Id<'user'>, {
    type: 'generation',
    id: generation.id,
    status,
  });
}
