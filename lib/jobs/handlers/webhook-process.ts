import { processUpdate } from '@/lib/bot/process-update';
import { takeInCharge } from '@/lib/bot/take-in-charge';
import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { processPrintEvent } from '@/lib/orders/print-houses/receive-print-event';
import { processPaymentEvent } from '@/lib/payments/process-payment-event';
import { processModelEvent } from '@/lib/studio/requests/process-model-event';

/** Each room takes the events of its own provider. */
export async function handleWebhookProcess(
  ctx: Ctx,
  payload: JobPayload<'webhook.process'>,
): Promise<void> {
  await takeInCharge(ctx, payload.webhookEventId, PURPOSES);
  await processPaymentEvent(ctx, payload.webhookEventId, PURPOSES);
  await processModelEvent(ctx, payload.webhookEventId);
  await processUpdate(ctx, payload.webhookEventId);
  await processPrintEvent(ctx, payload.webhookEventId);
}
