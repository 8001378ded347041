import { z } from 'zod';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import type { PaymentProvider } from '@/lib/db/generated/client';
import { findWebhookEvent, markProcessed } from '@/lib/db/webhook-inbox';
import type { Purposes } from './purpose';
import { settleDispute } from './settle-dispute';
import { findPaymentByCharge, findRefundByExternalId } from './store';
import { settleRefund } from './submit-refund';
import { takeInCheckout } from './take-in-checkout';

/** Senders of payment events, as the inbox names them. */
const PROVIDERS: Record<string, PaymentProvider | undefined> = {
  stripe: 'STRIPE',
  monobank: 'MONOBANK',
  telegram: 'TELEGRAM',
};

const SubjectSchema = z.object({
  checkoutId: z.string().nullable(),
  refundId: z.string().nullable(),
  externalPaymentId: z.string().nullable(),
  disputeId: z.string().nullish(),
});
type Subject = z.output<typeof SubjectSchema>;

/** Begins the outcome of an event that a person has to look at; the staff home page lists these. */
export const NEEDS_PERSON = 'needs_person:';

/**
 * Works off one stored event. The event only says where to look: what happened is read from the provider, so events
 * may come late, twice, in any order, or be about something that is long over.
 */
export async function processPaymentEvent(
  ctx: Ctx,
  webhookEventId: Id<'webhookEvent'>,
  purposes: Purposes,
): Promise<void> {
  const event = await findWebhookEvent(ctx, webhookEventId);
  const provider = event && PROVIDERS[event.provider];
  if (!provider || event.processedAt) return;
  const subject = SubjectSchema.parse(event.subject);
  const outcome = await handle(ctx, provider, subject, purposes);
  await markProcessed(ctx, webhookEventId, outcome);
}

async function handle(
  ctx: Ctx,
  provider: PaymentProvider,
  subject: Subject,
  purposes: Purposes,
): Promise<string> {
  if (subject.checkoutId !== null) {
    return handleCheckout(ctx, provider, subject.checkoutId, purposes);
  }
  if (subject.disputeId) {
    const isOurs = await settleDispute(ctx, provider, subject.disputeId, purposes);
    return isOurs ? 'dispute' : `${NEEDS_PERSON}unknown_dispute`;
  }
  if (subject.refundId !== null || subject.externalPaymentId !== null) {
    return handleRefund(ctx, provider, subject, purposes);
  }
  return 'ignored';
}

async function handleCheckout(
  ctx: Ctx,
  provider: PaymentProvider,
  checkoutId: string,
  purposes: Purposes,
): Promise<string> {
  const { status, isPaid } = await takeInCheckout(ctx, provider, checkoutId, purposes);
  if (status !== null) return `payment:${status}`;
  if (!isPaid) return 'ignored:unknown_checkout';
  ctx.log.error('money for an unknown checkout', new Error('unknown_checkout'), { checkoutId });
  return `${NEEDS_PERSON}unknown_checkout`;
}

async function handleRefund(
  ctx: Ctx,
  provider: PaymentProvider,
  subject: Subject,
  purposes: Purposes,
): Promise<string> {
  const refund =
    subject.refundId === null ? null : await findRefundByExternalId(ctx, subject.refundId);
  if (refund) {
    await settleRefund(ctx, refund.id, purposes);
    return 'refund';
  }
  if (subject.externalPaymentId === null) return 'ignored:unknown_refund';
  const payment = await findPaymentByCharge(ctx, provider, subject.externalPaymentId);
  if (!payment) return 'ignored:unknown_charge';
  for (const { id } of payment.refunds) await settleRefund(ctx, id, purposes);
  if (subject.refundId === null) return 'refunds';
  // Our own call may not have noted its answer yet; its job does that. Otherwise somebody gave money back by hand.
  const isOurs = payment.refunds.some((own) => own.status === 'REQUESTED' && !own.externalId);
  return isOurs ? 'refund:in_flight' : `${NEEDS_PERSON}foreign_refund`;
}
