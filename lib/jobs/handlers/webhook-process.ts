import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { PURPOSES } from '@/lib/orders/order-payment-purpose';
import { processStripeEvent } from '@/lib/payments/process-stripe-event';

export async function handleWebhookProcess(
  ctx: Ctx,
  payload: JobPayload<'webhook.process'>,
): Promise<void> {
  await processStripeEvent(ctx, payload.webhookEventId, PURPOSES);
}
