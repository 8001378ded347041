import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { processStripeEvent } from '@/lib/payments/process-stripe-event';
import { processModelEvent } from '@/lib/studio/requests/process-model-event';

/** Each room takes the events of its own provider. */
export async function handleWebhookProcess(
  ctx: Ctx,
  payload: JobPayload<'webhook.process'>,
): Promise<void> {
  await processStripeEvent(ctx, payload.webhookEventId, PURPOSES);
  await processModelEvent(ctx, payload.webhookEventId);
}
