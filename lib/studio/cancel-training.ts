import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { notifyOwner } from '@/lib/db/notifications';
import { enqueue } from '@/lib/jobs/queue';
import { releaseHold } from '@/lib/stars/ledger';
import { backToDraft } from './lora-store';
import { cancelRequests } from './requests/request-model';
import { findOpenTraining, findOwnTraining, moveTraining } from './training-store';
import { OPEN_WORK } from './work-states';

/**
 * Gives up a training that is under way: its stars come back at once, and the provider is told by a job.
 * @throws DomainError "training.not_found", "training.over"
 */
export async function cancelTraining(
  ctx: Ctx,
  ids: { loraModelId: Id<'loraModel'>; trainingId: Id<'training'> },
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  await inTransaction(ctx, async (tx) => {
    const training = await findOwnTraining(tx, owner, ids);
    if (!training) throw new DomainError('training.not_found');
    if (!(await stopTraining(tx, training))) throw new DomainError('training.over');
    // What was chosen is all still there: the draft goes on where it was left.
    await backToDraft(tx, training.loraModelId);
  });
}

/** Ends whatever training of a model is open. */
export async function stopOpenTraining(tx: TxCtx, loraModelId: string): Promise<void> {
  const open = await findOpenTraining(tx, loraModelId);
  if (open) await stopTraining(tx, open);
}

async function stopTraining(
  tx: TxCtx,
  training: { id: string; loraModelId: string; ownerId: string; holdId: string | null },
): Promise<boolean> {
  // The request first, as the engine does: both ways of ending a training meet at the same row.
  await cancelRequests(tx, 'TRAINING', training.id);
  const isStopped = await moveTraining(tx, training.id, OPEN_WORK, {
    status: 'CANCELLED',
    completedAt: tx.clock.now(),
  });
  if (!isStopped) return false;
  if (training.holdId) await releaseHold(tx, training.holdId, 'cancelled');
  await enqueue(tx, 'lora.erase', { loraModelId: training.loraModelId as Id<'loraModel'> });
  await notifyOwner(tx, training.ownerId as Id<'user'>, {
    type: 'training',
    id: training.id,
    status: 'CANCELLED',
  });
  return true;
}
