import { z } from 'zod';
import type { Id } from '@/lib/core/ids';
import { surplusCheckout } from '@/lib/core/surplus-checkout';
import type { Ctx } from '@/lib/db/context';
import { findWebhookEvent } from '@/lib/db/webhook-inbox';
import type { Purposes } from '@/lib/payments/purpose';
import { findPaymentByCheckout } from '@/lib/payments/store';
import { takeInCheckout } from '@/lib/payments/take-in-checkout';

const SubjectSchema = z.object({
  checkoutId: z.string(),
  externalPaymentId: z.string(),
});

/**
 * One invoice link can be charged twice where two people press at once. The first charge is the payment; any other is
 * recorded as an attempt of its own, which goes back. Runs before the event is marked as worked off.
 */
export async function takeInCharge(
  ctx: Ctx,
  webhookEventId: Id<'webhookEvent'>,
  purposes: Purposes,
): Promise<void> {
  const event = await findWebhookEvent(ctx, webhookEventId);
  if (event?.provider !== 'telegram' || event.processedAt) return;
  const subject = SubjectSchema.safeParse(event.subject);
  if (!subject.success) return;
  const { checkoutId, externalPaymentId: charge } = subject.data;
  await takeInCheckout(ctx, 'TELEGRAM', checkoutId, purposes);
  const payment = await findPaymentByCheckout(ctx, 'TELEGRAM', checkoutId);
  const first = payment?.externalPaymentId ?? null;
  if (first === null || first === charge) return;
  await takeInCheckout(ctx, 'TELEGRAM', surplusCheckout(checkoutId, charge), purposes);
}
