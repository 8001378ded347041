import { newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { insertWebhookEvent } from '@/lib/db/webhook-inbox';
import { enqueue } from '@/lib/jobs/queue';

/**
 * Takes in one call of Stripe: verified first, then stored once together with the job that works it off. A repetition
 * changes nothing and is answered like the first.
 * @throws DomainError "webhook.bad_signature"; nothing is stored then
 */
export async function receiveStripeEvent(
  ctx: Ctx,
  rawBody: string,
  signatureHeader: string | null,
): Promise<void> {
  const event = ctx.providers.stripe.verifyEvent(rawBody, signatureHeader);
  await inTransaction(ctx, async (tx) => {
    const webhookEventId = newId('webhookEvent');
    const isNew = await insertWebhookEvent(tx, {
      id: webhookEventId,
      provider: 'stripe',
      externalId: event.externalId,
      type: event.type,
      body: rawBody,
      subject: {
        checkoutId: event.checkoutId,
        refundId: event.refundId,
        externalPaymentId: event.externalPaymentId,
      },
    });
    if (isNew) await enqueue(tx, 'webhook.process', { webhookEventId });
  });
}
