import { type Ctx, inTransaction } from '@/lib/db/context';
import type { Payment, PaymentStatus } from '@/lib/db/generated/client';
import type { ProviderPayment } from '@/lib/providers/ports/payment-gateway';
import { type PaymentPurpose, type Purposes, purposeOf } from './purpose';
import { requestRefund } from './request-refund';
import {
  findPayment,
  lockPayment,
  markEnded,
  markPaid,
  markQuarantined,
  saveProgress,
} from './store';
import { tillOf } from './till-of';

/**
 * Asks the provider how a payment stands and moves our side along, at most once for each end. Called by the webhook's
 * job, by the customer's return, by reconciliation and by cancellation: in any order, any number of times, at once.
 * @throws DomainError "payment.provider_unavailable" when the provider cannot say; nothing has changed then
 */
export async function settlePayment(
  ctx: Ctx,
  paymentId: string,
  purposes: Partial<Purposes>,
): Promise<PaymentStatus | null> {
  const payment = await findPayment(ctx, paymentId);
  if (!payment) return null;
  if (payment.status === 'PAID' || payment.quarantineReason !== null) return payment.status;
  const purpose = purposeOf(purposes, payment);
  if (payment.externalId === null) return endForgotten(ctx, payment, purpose);
  const till = tillOf(ctx, payment.provider);
  let truth = await till.readCheckout(payment.externalId);
  if (truth.state === 'open' && !(await purpose.isWanted(ctx, payment))) {
    truth = await till.expireCheckout(payment.externalId);
  }
  await applyTruth(ctx, payment, truth, purpose);
  return (await findPayment(ctx, paymentId))?.status ?? null;
}

/** An attempt that never reached the provider's page: nobody was sent there, so nobody can pay it. */
async function endForgotten(
  ctx: Ctx,
  payment: Payment,
  purpose: PaymentPurpose,
): Promise<PaymentStatus> {
  const isForgotten = payment.status === 'CREATED' && payment.expiresAt < ctx.clock.now();
  if (!isForgotten) return payment.status;
  await inTransaction(ctx, async (tx) => {
    await purpose.lock(tx, payment);
    // The provider's answer may have come since: then there is a page, and it is asked about.
    if ((await lockPayment(tx, payment.id))?.externalId !== null) return;
    const hasEnded = await markEnded(tx, payment.id, 'EXPIRED', null);
    if (hasEnded) await purpose.onEnded(tx, payment, 'EXPIRED');
  });
  return (await findPayment(ctx, payment.id))?.status ?? payment.status;
}

async function applyTruth(
  ctx: Ctx,
  payment: Payment,
  truth: ProviderPayment,
  purpose: PaymentPurpose,
): Promise<void> {
  switch (truth.state) {
    case 'open':
    case 'processing':
      return saveProgress(ctx, payment.id, truth);
    case 'paid':
      return applyPaid(ctx, payment, truth, purpose);
    case 'failed':
    case 'expired': {
      const status = truth.state === 'failed' ? 'FAILED' : 'EXPIRED';
      return inTransaction(ctx, async (tx) => {
        await purpose.lock(tx, payment);
        const hasEnded = await markEnded(tx, payment.id, status, truth);
        if (hasEnded) await purpose.onEnded(tx, payment, status);
      });
    }
  }
}

async function applyPaid(
  ctx: Ctx,
  payment: Payment,
  truth: ProviderPayment,
  purpose: PaymentPurpose,
): Promise<void> {
  const mismatch = mismatchOf(payment, truth);
  await inTransaction(ctx, async (tx) => {
    await purpose.lock(tx, payment);
    if (mismatch) {
      if (await markQuarantined(tx, payment.id, mismatch, truth)) {
        await purpose.onQuarantined(tx, payment, mismatch);
      }
      return;
    }
    if (!(await markPaid(tx, payment.id, truth))) return;
    const paid = (await lockPayment(tx, payment.id)) ?? payment;
    const { refundReason } = await purpose.onPaid(tx, paid);
    if (refundReason !== null) {
      await requestRefund(tx, {
        paymentId: payment.id,
        amountMinor: payment.amountMinor,
        reason: refundReason,
        actorId: null,
        requestKey: refundReason,
      });
    }
  });
  if (mismatch) {
    ctx.log.error('payment quarantined', new Error(mismatch), { paymentId: payment.id });
  }
}

/** What the provider took must be what we asked, in amount, currency and purpose; anything else waits for a person. */
function mismatchOf(payment: Payment, truth: ProviderPayment): string | null {
  if (truth.paymentId !== (payment.orphanOfId ?? payment.id)) return 'payment_mismatch';
  if (truth.amount.currency.toUpperCase() !== payment.currency) return 'currency_mismatch';
  if (truth.amount.amountMinor !== payment.amountMinor) return 'amount_mismatch';
  if (truth.externalPaymentId === null) return 'charge_missing';
  return null;
}
