import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import type { ModelRequest } from '@/lib/db/generated/client';
import { findWebhookEvent, markProcessed } from '@/lib/db/webhook-inbox';
import { enqueue } from '@/lib/jobs/queue';
import { ModelEventSubjectSchema } from './receive-model-event';
import { findByRequestId, findModelRequest, keepRequestId, moveRequest } from './store';

/**
 * Works off one stored event of the model provider. The event only says where to look: what was made is read from the
 * provider by a job of its own, so events may come late, twice, before the answer to our call, or be about something
 * that is long over, and other providers' events do not wait behind pictures.
 */
export async function processModelEvent(
  ctx: Ctx,
  webhookEventId: Id<'webhookEvent'>,
): Promise<void> {
  const event = await findWebhookEvent(ctx, webhookEventId);
  if (event?.provider !== 'fal' || event.processedAt) return;
  const subject = ModelEventSubjectSchema.parse(event.subject);
  await inTransaction(ctx, async (tx) => {
    const request =
      (await findByRequestId(tx, subject.requestId)) ??
      (await claim(tx, subject.modelRequestId, subject.requestId));
    if (request?.status === 'SUBMITTED') {
      await enqueue(tx, 'model.check', { modelRequestId: request.id as Id<'modelRequest'> });
    }
    const outcome = request ? `request:${request.status}` : 'ignored:unknown_request';
    await markProcessed(tx, webhookEventId, outcome);
  });
}

/**
 * Our call's answer was lost or is still on its way: the signed event names the request, once. One that is over keeps
 * the id too: what the provider has of it can be erased by nothing else.
 */
async function claim(
  tx: TxCtx,
  modelRequestId: string | null,
  requestId: string,
): Promise<ModelRequest | null> {
  if (modelRequestId === null) return null;
  const request = await findModelRequest(tx, modelRequestId);
  if (!request || request.status === 'QUEUED') return null;
  await keepRequestId(tx, modelRequestId, requestId);
  // The answer to our call may have brought another id, or this one, while we waited for the row.
  if ((await findModelRequest(tx, modelRequestId))?.requestId !== requestId) return null;
  await moveRequest(tx, modelRequestId, ['SUBMITTING'], { status: 'SUBMITTED' });
  return findModelRequest(tx, modelRequestId);
}
