import { createHash, randomUUID } from 'node:crypto';
import { Transform } from 'node:stream';
import { z } from 'zod';
import { assert } from '@/lib/core/assert';
import { DomainError, type ErrorCode } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx, TxCtx } from '@/lib/db/context';
import type { ModelRequest } from '@/lib/db/generated/client';
import { notifyOwner } from '@/lib/db/notifications';
import { enqueue } from '@/lib/jobs/queue';
import { releaseHold, settleHold } from '@/lib/stars/ledger';
import type { TrainerSettings } from './base-model-settings';
import { countDefaults, updateLora } from './lora-store';
import { fileUrlForModel } from './model-files';
import { orderPreviews } from './order-previews';
import { queueTrainingMail } from './queue-training-mail';
import type { Collected, ModelWork, Prepared, WorkFailure } from './requests/model-work';
import { readTrainerSettings } from './trainers';
import { archiveKeyOf, storeTrainingArchive } from './training-archive';
import { findTrainingForWork, moveTraining, type TrainingForWork } from './training-store';
import { isOpen, OPEN_WORK } from './work-states';

/** A LoRA of Flux is 20 to 250 MB; what is larger is no LoRA. */
const WEIGHTS_MAX_BYTES = 400 * 1024 * 1024;

export const WEIGHTS_PREFIX = 'lora-weights/';

const FileSchema = z.looseObject({ url: z.string() });

type Made = { weightsKey: string; bytes: number; sha256: string };

/** One attempt at learning a subject or a look. */
export const trainingWork: ModelWork<Made> = {
  prepare,
  onStarted,
  onProgress,
  collect,
  onCompleted,
  discard: (ctx, { weightsKey }) => ctx.providers.files.delete(weightsKey),
  onFailed,
};

async function prepare(ctx: Ctx, request: ModelRequest): Promise<Prepared | null> {
  const training = await findTrainingForWork(ctx, request.subjectId);
  if (!training || !isWanted(training)) return null;
  const settings = settingsOf(training);
  const key = await storeTrainingArchive(ctx, training);
  const url = await fileUrlForModel(ctx, {
    key,
    contentType: 'application/zip',
    fileName: 'photos.zip',
  });
  const asked = inputOf(training, settings);
  return { input: { ...asked, [settings.archiveField]: url }, record: asked };
}

/** Everything but the link. */
function inputOf(
  training: TrainingForWork,
  settings: TrainerSettings,
): Record<string, string | number | boolean> {
  const { type, triggerWord } = training.loraModel;
  const isStyle = type === 'STYLE';
  return {
    ...settings.extra,
    steps: training.steps,
    ...(training.learningRate === null ? {} : { learning_rate: training.learningRate }),
    ...(settings.triggerField === null
      ? {}
      : {
          [settings.triggerField]:
            settings.triggerField === 'default_caption' ? training.instancePrompt : triggerWord,
        }),
    ...(settings.styleField === 'is_style' ? { is_style: isStyle } : {}),
    ...(settings.styleField === 'training_style'
      ? { training_style: isStyle ? 'style' : 'subject' }
      : {}),
  };
}

async function onStarted(tx: TxCtx, request: ModelRequest): Promise<boolean> {
  const training = await findTrainingForWork(tx, request.subjectId);
  if (!training || !isWanted(training)) return false;
  const isMoved = await moveTraining(tx, training.id, OPEN_WORK, {
    status: 'RUNNING',
    startedAt: training.startedAt ?? tx.clock.now(),
    archiveKey: archiveKeyOf(training.id),
  });
  if (isMoved) await tell(tx, training, 'RUNNING');
  return isMoved;
}

async function onProgress(tx: TxCtx, request: ModelRequest): Promise<void> {
  const training = await findTrainingForWork(tx, request.subjectId);
  if (training) await tell(tx, training, training.status);
}

async function collect(ctx: Ctx, request: ModelRequest, output: unknown): Promise<Collected<Made>> {
  const training = await findTrainingForWork(ctx, request.subjectId);
  assert(training, 'a request is about a training');
  const { weightsField } = settingsOf(training);
  const files = z.looseObject({ [weightsField]: FileSchema }).safeParse(output);
  const weights = FileSchema.safeParse(files.data?.[weightsField]);
  if (!weights.success) return refused('no_weights', 'The answer names no weights.');
  const weightsKey = `${WEIGHTS_PREFIX}${training.loraModelId}/${training.id}-${randomUUID()}.safetensors`;
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    const stream = await ctx.providers.models.download(weights.data.url, WEIGHTS_MAX_BYTES);
    stream.on('error', (error) => hashing.destroy(error));
    const { bytes } = await ctx.providers.files.put(
      weightsKey,
      stream.pipe(hashing),
      'application/octet-stream',
    );
    if (bytes === 0) {
      await ctx.providers.files.delete(weightsKey);
      return refused('empty_weights', 'The file of weights is empty.');
    }
    const sha256 = hash.digest('hex');
    return {
      ok: true,
      made: { weightsKey, bytes, sha256 },
      record: { weightsBytes: bytes, weightsSha256: sha256 },
    };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'model.failed') {
      return refused('file_refused', 'The weights are too large, gone, or on another host.');
    }
    throw error;
  }
}

async function onCompleted(tx: TxCtx, request: ModelRequest, made: Made): Promise<boolean> {
  const training = await findTrainingForWork(tx, request.subjectId);
  if (!training) return false;
  const isMoved = await moveTraining(tx, training.id, ['RUNNING'], {
    status: 'COMPLETED',
    completedAt: tx.clock.now(),
  });
  if (!isMoved) return false;
  const { loraModel, baseModel } = training;
  const isFirst =
    loraModel.type === 'PORTRAIT' && (await countDefaults(tx, training.ownerId)) === 0;
  await updateLora(tx, loraModel.id, {
    status: 'READY',
    family: baseModel.family,
    weightsKey: made.weightsKey,
    weightsBytes: made.bytes,
    weightsSha256: made.sha256,
    // The pictures of what was learned before are no picture of this.
    previewPictureId: null,
    ...(isFirst ? { isDefault: true } : {}),
  });
  await orderPreviews(tx, training);
  await queueTrainingMail(tx, training, { template: 'training-ready' });
  await afterwards(tx, training, 'COMPLETED');
  if (training.holdId) await settleHold(tx, training.holdId);
  return true;
}

async function onFailed(tx: TxCtx, request: ModelRequest, failure: WorkFailure): Promise<void> {
  const training = await findTrainingForWork(tx, request.subjectId);
  if (!training) return;
  // What a trainer is given are photos: they are what the customer can change.
  const code: ErrorCode =
    failure.code === 'model.input_refused' ? 'model.photos_refused' : failure.code;
  const isMoved = await moveTraining(tx, training.id, OPEN_WORK, {
    status: 'FAILED',
    errorCode: code,
    completedAt: tx.clock.now(),
  });
  if (!isMoved) return;
  if (training.loraModel.weightsKey === null) {
    await updateLora(tx, training.loraModelId, { status: 'FAILED' });
  }
  await queueTrainingMail(tx, training, { template: 'training-failed', code });
  await afterwards(tx, training, 'FAILED');
  if (training.holdId) await releaseHold(tx, training.holdId, code);
}

/** The zip of the photos goes as soon as nobody needs it, and the owner's screens hear of the end. */
async function afterwards(tx: TxCtx, training: TrainingForWork, status: string): Promise<void> {
  await enqueue(tx, 'lora.erase', { loraModelId: training.loraModelId as Id<'loraModel'> });
  await tell(tx, training, status);
}

function isWanted(training: TrainingForWork): boolean {
  return isOpen(training) && training.loraModel.deletedAt === null;
}

function settingsOf(training: TrainingForWork): TrainerSettings {
  const settings = readTrainerSettings(training.baseModel.settings);
  assert(settings, 'a training is made by a trainer');
  return settings;
}

function refused(type: string, detail: string): Collected<Made> {
  return { ok: false, failure: { kind: 'temporary', type, detail } };
}

function tell(tx: TxCtx, training: TrainingForWork, status: string): Promise<void> {
  return notifyOwner(tx, training.ownerId as Id<'user'>, {
    type: 'training',
    id: training.id,
    status,
  });
}
