import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { Payment, Refund } from '@/lib/db/generated/client';
import type { ProviderRefund } from '@/lib/providers/ports/payment-gateway';
import { type Purposes, purposeOf } from './purpose';
import {
  findRefund,
  markRefundFailed,
  markRefundSucceeded,
  markReturned,
  saveRefundExternalId,
} from './store';
import { takenOf } from './taken-of';
import { tillOf } from './till-of';

/**
 * Asks the provider to give money back, or, where it was asked before, how that went. Repeating it is safe at every
 * point: the provider knows the refund by the idempotency key that was stored before the first call.
 * @throws DomainError "payment.provider_unavailable": the job tries again later
 */
export async function submitRefund(ctx: Ctx, refundId: string, purposes: Purposes): Promise<void> {
  const refund = await findRefund(ctx, refundId);
  if (refund?.status !== 'REQUESTED') return;
  const { payment } = refund;
  assert(payment.externalPaymentId, `refunded payment ${payment.id} has the provider's charge`);
  try {
    const answer =
      refund.externalId === null
        ? await tillOf(ctx, payment.provider).refund({
            externalPaymentId: payment.externalPaymentId,
            amount: { amountMinor: refund.amountMinor, currency: takenOf(payment).currency },
            idempotencyKey: refund.idempotencyKey,
            refundId: refund.id,
            requestedAt: refund.createdAt,
          })
        : await tillOf(ctx, payment.provider).readRefund(refund.externalId);
    await applyRefund(ctx, refund, payment, answer, purposes);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'refund.failed') throw error;
    ctx.log.error('refund refused by the provider', error, { refundId });
    await failRefund(ctx, refund, payment, String(error.params.reason ?? 'refused'), purposes);
  }
}

/** Asks again how a refund stands that the provider knows: it may fail even after it succeeded. */
export async function settleRefund(ctx: Ctx, refundId: string, purposes: Purposes): Promise<void> {
  const refund = await findRefund(ctx, refundId);
  if (!refund?.externalId || refund.status === 'FAILED') return;
  const answer = await tillOf(ctx, refund.payment.provider).readRefund(refund.externalId);
  await applyRefund(ctx, refund, refund.payment, answer, purposes);
}

async function applyRefund(
  ctx: Ctx,
  refund: Refund,
  payment: Payment,
  answer: ProviderRefund,
  purposes: Purposes,
): Promise<void> {
  if (answer.state === 'failed') {
    await inTransaction(ctx, (tx) => saveRefundExternalId(tx, refund.id, answer.externalId));
    return failRefund(ctx, refund, payment, answer.failureCode ?? 'failed', purposes);
  }
  const purpose = purposeOf(purposes, payment);
  await inTransaction(ctx, async (tx) => {
    await purpose.lock(tx, payment);
    await saveRefundExternalId(tx, refund.id, answer.externalId);
    if (answer.state === 'succeeded' && (await markRefundSucceeded(tx, refund.id))) {
      await markReturned(tx, payment.id);
      await purpose.onRefunded(tx, payment, refund);
    }
  });
}

async function failRefund(
  ctx: Ctx,
  refund: Refund,
  payment: Payment,
  code: string,
  purposes: Purposes,
): Promise<void> {
  const purpose = purposeOf(purposes, payment);
  await inTransaction(ctx, async (tx) => {
    await purpose.lock(tx, payment);
    if (await markRefundFailed(tx, refund, code)) {
      await purpose.onRefundFailed(tx, payment, refund, code);
    }
  });
}
