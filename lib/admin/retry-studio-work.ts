import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { notifyOwner } from '@/lib/db/notifications';
import { addGeneration } from '@/lib/studio/add-generations';
import { coversTraining } from '@/lib/studio/consent-text';
import { GenerationLorasSchema } from '@/lib/studio/generation-loras';
import { findChildren, findWithModel, lockGeneration } from '@/lib/studio/generation-store';
import { lockLora, updateLora } from '@/lib/studio/lora-store';
import { needsGuardian } from '@/lib/studio/needs-guardian';
import { mayBeEnlarged } from '@/lib/studio/print-master-need';
import { recountJob } from '@/lib/studio/recount-job';
import { requestModel } from '@/lib/studio/requests/request-model';
import { nextSeed } from '@/lib/studio/seeds';
import {
  findOpenTraining,
  findTrainingByKey,
  findTrainingForWork,
  insertTraining,
} from '@/lib/studio/training-store';
import {
  findMadePictures,
  findUpscale,
  insertUpscale,
  lockPictures,
} from '@/lib/studio/upscale-store';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { type WorkId, workKindOf } from './studio-schema';
import { findWork } from './studio-store';

/**
 * Starts failed work again as new work of the same kind, at our cost: nobody's stars are taken without being asked.
 * While its successor is under way or done, asking again gives that one.
 * @throws DomainError "account.not_allowed", "work.not_found", "work.not_failed", "lora.in_training",
 *   "lora.consent_required", "lora.not_found", "picture.not_found"
 */
export async function retryStudioWork(ctx: Ctx, workId: WorkId): Promise<{ workId: WorkId }> {
  requireStaff(ctx, 'content');
  return inTransaction(ctx, async (tx) => {
    const work = await findWork(tx, workId);
    if (!work) throw new DomainError('work.not_found');
    if (work.status !== 'FAILED') throw new DomainError('work.not_failed');
    const next = await RETRIES[workKindOf(workId)](tx, workId);
    await recordAudit(tx, { action: 'studio.retried', subject: workId, data: { next } });
    return { workId: next };
  });
}

const RETRIES = {
  TRAINING: retryTraining,
  GENERATION: retryGeneration,
  UPSCALE: retryUpscale,
} as const;

async function retryTraining(tx: TxCtx, id: string): Promise<Id<'training'>> {
  const before = await findTrainingForWork(tx, id);
  if (!before) throw new DomainError('work.not_found');
  const ownerId = before.ownerId as Id<'user'>;
  const lora = await lockLora(tx, { ownerId }, before.loraModelId as Id<'loraModel'>);
  let requestKey = `retry:${id}`;
  let known = await findTrainingByKey(tx, { ownerId }, requestKey);
  // A successor that came to nothing has a successor of its own.
  while (known && (known.status === 'FAILED' || known.status === 'CANCELLED')) {
    requestKey = `retry:${known.id}`;
    known = await findTrainingByKey(tx, { ownerId }, requestKey);
  }
  if (known) return known.id as Id<'training'>;
  if (await findOpenTraining(tx, lora.id)) throw new DomainError('lora.in_training');
  if (!coversTraining(lora.consent, { needsGuardian: needsGuardian(lora) })) {
    throw new DomainError('lora.consent_required');
  }
  if (before.pictures.some(({ picture }) => picture.deletedAt !== null)) {
    throw new DomainError('picture.not_found');
  }
  const trainingId = newId('training');
  await insertTraining(
    tx,
    {
      id: trainingId,
      loraModelId: before.loraModelId,
      ownerId,
      baseModelId: before.baseModelId,
      instancePrompt: before.instancePrompt,
      classPrompt: before.classPrompt,
      steps: before.steps,
      learningRate: before.learningRate,
      starsSpent: 0,
      requestKey,
      createdAt: tx.clock.now(),
    },
    before.pictures.map(({ pictureId }) => pictureId),
  );
  if (lora.weightsKey === null) await updateLora(tx, lora.id, { status: 'TRAINING' });
  await requestModel(tx, {
    kind: 'TRAINING',
    subjectId: trainingId,
    attempt: 1,
    endpoint: before.baseModel.endpoint,
  });
  await notifyOwner(tx, ownerId, { type: 'training', id: trainingId, status: 'QUEUED' });
  return trainingId;
}

async function retryGeneration(tx: TxCtx, id: string): Promise<Id<'generation'>> {
  const before = await lockGeneration(tx, id);
  const baseModel = (await findWithModel(tx, id))?.baseModel;
  if (!before || !baseModel || before.deletedAt !== null) throw new DomainError('work.not_found');
  const known = (await findChildren(tx, id)).find(
    ({ stars, status }) => stars === 0 && status !== 'FAILED' && status !== 'CANCELLED',
  );
  if (known) return known.id as Id<'generation'>;
  const ownerId = before.ownerId as Id<'user'>;
  const next = await addGeneration(tx, {
    ownerId,
    purpose: before.purpose,
    jobId: before.jobId,
    jobTaskId: before.jobTaskId,
    trainingId: before.trainingId,
    promptId: before.promptId,
    promptVersion: before.promptVersion,
    prompt: before.prompt,
    negativePrompt: before.negativePrompt,
    baseModel,
    loraModelId: before.loraModelId,
    // Free for the customer, so nobody earns by it.
    loras: GenerationLorasSchema.parse(before.loras).map((lora) => ({ ...lora, stars: 0 })),
    widthPx: before.widthPx,
    heightPx: before.heightPx,
    steps: before.steps,
    guidance: before.guidance,
    seed: nextSeed(Number(before.seed)),
    stars: 0,
    parentId: before.id,
  });
  if (before.jobId !== null) await recountJob(tx, { id: before.jobId, ownerId });
  await notifyOwner(tx, ownerId, { type: 'generation', id: next, status: 'QUEUED' });
  return next;
}

async function retryUpscale(tx: TxCtx, id: string): Promise<Id<'upscale'>> {
  const before = await findUpscale(tx, id);
  if (!before) throw new DomainError('work.not_found');
  const owner = { ownerId: before.ownerId as Id<'user'> };
  await lockPictures(tx, owner, [before.pictureId]);
  const [picture] = await findMadePictures(tx, owner, [before.pictureId]);
  if (!picture?.widthPx || !picture.heightPx) throw new DomainError('picture.not_found');
  if (!mayBeEnlarged(picture)) {
    const [newest] = picture.upscales;
    return (newest?.id ?? id) as Id<'upscale'>;
  }
  const next = newId('upscale');
  await insertUpscale(tx, {
    id: next,
    ownerId: owner.ownerId,
    pictureId: before.pictureId,
    baseModelId: before.baseModelId,
    factor: before.factor,
    fromWidthPx: picture.widthPx,
    fromHeightPx: picture.heightPx,
    stars: 0,
    createdAt: tx.clock.now(),
  });
  const { endpoint } = before.baseModel;
  await requestModel(tx, { kind: 'UPSCALE', subjectId: next, attempt: 1, endpoint });
  await notifyOwner(tx, owner.ownerId, { type: 'upscale', id: next, status: 'QUEUED' });
  return next;
}
