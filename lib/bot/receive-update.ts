import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { insertWebhookEvent } from '@/lib/db/webhook-inbox';
import { enqueue } from '@/lib/jobs/queue';
import { receivePaymentEvent } from '@/lib/payments/receive-payment-event';
import { answerPreCheckout } from './answer-pre-checkout';

/** What people say to the bot, in the inbox; money that moved is the till's, under "telegram". */
export const CHAT_EVENTS = 'telegram-bot';

/**
 * Takes in one update of the bot. What asks before a payment is answered within this call; everything else is stored
 * once, by its number, together with the job that works it off.
 * @throws DomainError "webhook.bad_signature"; nothing is stored then
 */
export async function receiveUpdate(
  ctx: Ctx,
  rawBody: string,
  secretHeader: string | null,
): Promise<void> {
  const bot = ctx.providers.telegram;
  if (!bot) throw new DomainError('webhook.bad_signature');
  const update = bot.readUpdate(rawBody, secretHeader);
  switch (update.kind) {
    case 'other':
      return;
    case 'paid':
    case 'refunded':
      return receivePaymentEvent(ctx, 'TELEGRAM', rawBody, secretHeader);
    case 'pre_checkout': {
      const outcome = await answerPreCheckout(ctx, update);
      ctx.log.info('pre-checkout answered', { updateId: update.updateId, outcome });
      return;
    }
    default:
      await inTransaction(ctx, async (tx) => {
        const webhookEventId = newId('webhookEvent');
        const isNew = await insertWebhookEvent(tx, {
          id: webhookEventId,
          provider: CHAT_EVENTS,
          externalId: update.updateId,
          type: update.kind,
          body: rawBody,
          subject: update,
        });
        if (isNew) await enqueue(tx, 'webhook.process', { webhookEventId });
      });
  }
}
