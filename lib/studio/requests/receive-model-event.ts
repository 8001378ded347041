import { z } from 'zod';
import { idSchema, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { insertWebhookEvent } from '@/lib/db/webhook-inbox';
import { enqueue } from '@/lib/jobs/queue';

const RefSchema = idSchema('modelRequest');

/** What is kept of an event beside its bytes. */
export const ModelEventSubjectSchema = z.object({
  requestId: z.string(),
  modelRequestId: z.string().nullable(),
});

/**
 * Takes in one call of the model provider: verified over its raw bytes first, then stored once together with the job
 * that works it off. A repetition changes nothing and is answered like the first.
 * @param ref our request's id out of the address that was called; claims a request whose answer was lost
 * @throws DomainError "webhook.bad_signature"; nothing is stored then
 */
export async function receiveModelEvent(
  ctx: Ctx,
  call: { rawBody: Buffer; headers: Headers; ref: string | null },
): Promise<void> {
  const event = await ctx.providers.models.verifyEvent(call.rawBody, call.headers);
  const ref = RefSchema.safeParse(call.ref);
  await inTransaction(ctx, async (tx) => {
    const webhookEventId = newId('webhookEvent');
    const isNew = await insertWebhookEvent(tx, {
      id: webhookEventId,
      provider: 'fal',
      externalId: event.requestId,
      type: event.status,
      body: call.rawBody.toString('utf8'),
      subject: { requestId: event.requestId, modelRequestId: ref.success ? ref.data : null },
    });
    if (isNew) await enqueue(tx, 'webhook.process', { webhookEventId });
  });
}
