import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import type { CheckoutRequest } from '@/lib/providers/ports/payment-gateway';
import { findPayment, markPending, saveCheckout } from './store';
import { tillOf } from './till-of';

/**
 * Opens the provider's pay page for a payment that exists as a row. Safe to repeat: the provider knows the attempt by
 * the payment's id, so a crash between its answer and our note leads to the same page.
 * @returns where to send the customer
 * @throws DomainError "payment.not_payable" or "payment.provider_unavailable"
 */
export async function startPayment(
  ctx: Ctx,
  paymentId: string,
  checkout: Omit<CheckoutRequest, 'paymentId' | 'expiresAt'>,
): Promise<{ redirectUrl: string }> {
  const payment = await findPayment(ctx, paymentId);
  assert(payment, `payment ${paymentId} exists`);
  if (payment.status !== 'CREATED' && payment.status !== 'PENDING') {
    throw new DomainError('payment.not_payable');
  }
  if (payment.redirectUrl) return { redirectUrl: payment.redirectUrl };
  const sum = checkout.lines.reduce(
    (total, line) => total + line.unit.amountMinor * line.quantity,
    0,
  );
  assert(sum === payment.amountMinor, `the lines of payment ${paymentId} add up to its amount`);
  const opened = await tillOf(ctx, payment.provider).createCheckout({
    ...checkout,
    paymentId,
    expiresAt: payment.expiresAt,
  });
  const isKept = await saveCheckout(ctx, paymentId, opened);
  const isPending = await markPending(ctx, paymentId);
  if (isKept && isPending) return { redirectUrl: opened.redirectUrl };
  const kept = await findPayment(ctx, paymentId);
  if (kept?.status === 'PENDING' || kept?.status === 'PAID') {
    // Opened twice at once at a provider without idempotency: the customer goes to the page that we know of.
    return { redirectUrl: kept.redirectUrl ?? opened.redirectUrl };
  }
  // The attempt is over since we asked: nobody is sent to its page, and nobody would close it later.
  await tillOf(ctx, payment.provider).expireCheckout(opened.externalId);
  throw new DomainError('payment.not_payable');
}
