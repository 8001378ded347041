import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { ARCHIVES_PREFIX } from './training-archive';
import { findIdleArchives, findStatesOf, forgetArchive } from './training-store';
import { WEIGHTS_PREFIX } from './training-work';
import { isOpen } from './work-states';

const BATCH = 200;
/** Somebody may still fetch weights that were replaced: links to them live for two days. */
const REPLACED_AFTER_MS = 2 * 24 * 60 * 60 * 1000;

/** Deletes the zips of trainings that are over, of one model or of all. */
export async function dropIdleArchives(
  ctx: Ctx,
  loraModelId: Id<'loraModel'> | null,
): Promise<void> {
  for (const { id, archiveKey } of await findIdleArchives(ctx, loraModelId, BATCH)) {
    if (archiveKey) await ctx.providers.files.delete(archiveKey);
    await forgetArchive(ctx, id);
  }
}

/**
 * Deletes what crashes left of trainings: zips that no row names any more, and weights that no model uses, once nobody
 * can be reading them.
 */
export async function sweepStudioFiles(ctx: Ctx): Promise<void> {
  await dropIdleArchives(ctx, null);
  await inBatches(ctx, ARCHIVES_PREFIX, (training) => {
    return training === undefined || !isOpen(training);
  });
  const before = ctx.clock.now().getTime() - REPLACED_AFTER_MS;
  await inBatches(ctx, WEIGHTS_PREFIX, (training, key) => {
    if (training === undefined) return true;
    if (training.loraModel.weightsKey === key || training.completedAt === null) return false;
    return training.completedAt.getTime() < before;
  });
}

type State = Awaited<ReturnType<typeof findStatesOf>>[number];

/** Goes through the files under a prefix, each with the training that its name ends in. */
async function inBatches(
  ctx: Ctx,
  prefix: string,
  isWaste: (training: State | undefined, key: string) => boolean,
): Promise<void> {
  let batch: string[] = [];
  const judge = async () => {
    const rows = await findStatesOf(ctx, batch.map(trainingOf));
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const key of batch) {
      if (isWaste(byId.get(trainingOf(key)), key)) await ctx.providers.files.delete(key);
    }
    batch = [];
  };
  for await (const key of ctx.providers.files.list(prefix)) {
    batch.push(key);
    if (batch.length >= BATCH) await judge();
  }
  if (batch.length > 0) await judge();
}

/** "training-archives/trn_….zip", "lora-weights/lor_…/trn_…-<uuid>.safetensors". */
function trainingOf(key: string): string {
  return /(trn_[0-9a-z]+)(?:-[0-9a-f-]+)?\.[a-z]+$/.exec(key)?.[1] ?? '';
}
