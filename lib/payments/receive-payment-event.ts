import { newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { PaymentProvider } from '@/lib/db/generated/client';
import { insertWebhookEvent } from '@/lib/db/webhook-inbox';
import { enqueue } from '@/lib/jobs/queue';
import { tillOf } from './till-of';

/**
 * Takes in one call of a till: verified first, then stored once together with the job that works it off. A repetition
 * changes nothing and is answered like the first.
 * @throws DomainError "webhook.bad_signature"; nothing is stored then
 */
export async function receivePaymentEvent(
  ctx: Ctx,
  provider: PaymentProvider,
  rawBody: string,
  signatureHeader: string | null,
): Promise<void> {
  const event = await tillOf(ctx, provider).verifyEvent(rawBody, signatureHeader);
  await inTransaction(ctx, async (tx) => {
    const webhookEventId = newId('webhookEvent');
    const isNew = await insertWebhookEvent(tx, {
      id: webhookEventId,
      provider: provider.toLowerCase(),
      externalId: event.externalId,
      type: event.type,
      body: rawBody,
      subject: {
        checkoutId: event.checkoutId,
        refundId: event.refundId,
        externalPaymentId: event.externalPaymentId,
        disputeId: event.disputeId ?? null,
      },
    });
    if (isNew) await enqueue(tx, 'webhook.process', { webhookEventId });
  });
}
