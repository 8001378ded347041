import { z } from 'zod';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { findWebhookEvent, markProcessed } from '@/lib/db/webhook-inbox';
import type { Purposes } from './purpose';
import { settlePayment } from './settle-payment';
import {
  findPayment,
  findPaymentByCharge,
  findPaymentByCheckout,
  findRefundByExternalId,
  markPending,
  saveCheckout,
} from './store';
import { settleRefund } from './submit-refund';

const SubjectSchema = z.object({
  checkoutId: z.string().nullable(),
  refundId: z.string().nullable(),
  externalPaymentId: z.string().nullable(),
});
type Subject = z.output<typeof SubjectSchema>;

/** Begins the outcome of an event that a person has to look at; the staff home page lists these. */
export const NEEDS_PERSON = 'needs_person:';

/**
 * Works off one stored event. The event only says where to look: what happened is read from the provider, so events
 * may come late, twice, in any order, or be about something that is long over.
 */
export async function processStripeEvent(
  ctx: Ctx,
  webhookEventId: Id<'webhookEvent'>,
  purposes: Purposes,
): Promise<void> {
  const event = await findWebhookEvent(ctx, webhookEventId);
  if (event?.provider !== 'stripe' || event.processedAt) return;
  const subject = SubjectSchema.parse(event.subject);
  const outcome = await handle(ctx, subject, purposes);
  await markProcessed(ctx, webhookEventId, outcome);
}

async function handle(ctx: Ctx, subject: Subject, purposes: Purposes): Promise<string> {
  if (subject.checkoutId !== null) return handleCheckout(ctx, subject.checkoutId, purposes);
  if (subject.refundId !== null || subject.externalPaymentId !== null) {
    return handleRefund(ctx, subject, purposes);
  }
  return 'ignored';
}

async function handleCheckout(ctx: Ctx, checkoutId: string, purposes: Purposes): Promise<string> {
  const payment = await findPaymentByCheckout(ctx, checkoutId);
  if (payment) {
    const status = await settlePayment(ctx, payment.id, purposes);
    return `payment:${status ?? 'gone'}`;
  }
  // We may have crashed between the provider's answer and our note of it: the checkout itself names the payment.
  const truth = await ctx.providers.stripe.readCheckout(checkoutId);
  const named = truth.paymentId === null ? null : await findPayment(ctx, truth.paymentId);
  if (named && (await saveCheckout(ctx, named.id, { externalId: checkoutId, redirectUrl: null }))) {
    await markPending(ctx, named.id);
    const status = await settlePayment(ctx, named.id, purposes);
    return `payment:${status ?? 'gone'}`;
  }
  if (truth.state !== 'paid') return 'ignored:unknown_checkout';
  ctx.log.error('money for an unknown checkout', new Error('unknown_checkout'), { checkoutId });
  return `${NEEDS_PERSON}unknown_checkout`;
}

async function handleRefund(ctx: Ctx, subject: Subject, purposes: Purposes): Promise<string> {
  const refund =
    subject.refundId === null ? null : await findRefundByExternalId(ctx, subject.refundId);
  if (refund) {
    await settleRefund(ctx, refund.id, purposes);
    return 'refund';
  }
  if (subject.externalPaymentId === null) return 'ignored:unknown_refund';
  const payment = await findPaymentByCharge(ctx, subject.externalPaymentId);
  if (!payment) return 'ignored:unknown_charge';
  for (const { id } of payment.refunds) await settleRefund(ctx, id, purposes);
  if (subject.refundId === null) return 'refunds';
  // Our own call may not have noted its answer yet; its job does that. Otherwise somebody gave money back by hand.
  const isOurs = payment.refunds.some((own) => own.status === 'REQUESTED' && !own.externalId);
  return isOurs ? 'refund:in_flight' : `${NEEDS_PERSON}foreign_refund`;
}
