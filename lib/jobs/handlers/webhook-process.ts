import { processUpdate } from '@/lib/bot/process-update';
import { CHAT_EVENTS } from '@/lib/bot/receive-update';
import { takeInCharge } from '@/lib/bot/take-in-charge';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { findWebhookEvent } from '@/lib/db/webhook-inbox';
import type { JobPayload } from '@/lib/jobs/jobs';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { processPrintEvent } from '@/lib/orders/print-houses/receive-print-event';
import { processPaymentEvent } from '@/lib/payments/process-payment-event';
import { processModelEvent } from '@/lib/studio/requests/process-model-event';

type Room = (ctx: Ctx, webhookEventId: Id<'webhookEvent'>) => Promise<void>;

const settle: Room = (ctx, id) => processPaymentEvent(ctx, id, PURPOSES);

/** Each room takes the events of its own sender, as the inbox names it. */
const ROOMS: Record<string, Room | undefined> = {
  stripe: settle,
  monobank: settle,
  telegram: async (ctx, id) => {
    await takeInCharge(ctx, id, PURPOSES);
    await settle(ctx, id);
  },
  [CHAT_EVENTS]: processUpdate,
  fal: processModelEvent,
  prodigi: processPrintEvent,
};

export async function handleWebhookProcess(
  ctx: Ctx,
  { webhookEventId }: JobPayload<'webhook.process'>,
): Promise<void> {
  const event = await findWebhookEvent(ctx, webhookEventId);
  if (event && !event.processedAt) await ROOMS[event.provider]?.(ctx, webhookEventId);
}
