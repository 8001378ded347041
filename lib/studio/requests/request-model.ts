import { newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import type { ModelRequestKind } from '@/lib/db/generated/client';
import { enqueue } from '@/lib/jobs/queue';
import { firstDeadline } from './deadlines';
import { findOpenOf, insertModelRequest, moveRequest, OPEN_REQUEST } from './store';

/** Asks for one attempt of a work: its row and its job exist with the caller's rows or not at all. */
export async function requestModel(
  tx: TxCtx,
  wish: { kind: ModelRequestKind; subjectId: string; attempt: number; endpoint: string },
): Promise<void> {
  const modelRequestId = newId('modelRequest');
  const now = tx.clock.now();
  await insertModelRequest(tx, {
    id: modelRequestId,
    ...wish,
    createdAt: now,
    deadlineAt: firstDeadline(wish.kind, now),
  });
  await enqueue(tx, 'model.submit', { modelRequestId });
}

/** The customer wants it no more: what is open ends here at once, and the provider is told by a job. */
export async function cancelRequests(
  tx: TxCtx,
  kind: ModelRequestKind,
  subjectId: string,
): Promise<void> {
  for (const { id } of await findOpenOf(tx, kind, subjectId)) {
    const isMoved = await moveRequest(tx, id, OPEN_REQUEST, {
      status: 'CANCELLED',
      finishedAt: tx.clock.now(),
    });
    if (isMoved) await enqueue(tx, 'model.cancel', { modelRequestId: id as `mrq_${string}` });
  }
}
