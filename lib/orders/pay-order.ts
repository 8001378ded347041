import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import type { Currency } from '@/lib/core/money';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { openTills } from '@/lib/payments/open-tills';
import { insertPayment } from '@/lib/payments/store';
import { isInReview } from '@/lib/payments/taken-of';
import { type TillName, tillsFor } from '@/lib/payments/till-choice';
import { lockOrderRow } from './certificates/store';
import { checkoutExpiry, openCheckout, unpaidDeadline } from './open-checkout';
import { refreshOrderPayment } from './refresh-order-payment';
import { findOrder } from './store';

/**
 * Starts another attempt to pay. Earlier attempts are asked about first (one of them may be paid by now) and their
 * pay pages are closed. The same request key is the same attempt.
 * @returns redirectUrl null when the order turned out to be paid
 * @throws DomainError "order.not_found", "payment.not_payable", "payment.till_unavailable",
 *   "payment.provider_unavailable", "request.conflict" when the key was used with another till
 */
export async function payOrder(
  ctx: Ctx,
  input: { orderId: Id<'order'>; requestKey: string; till: TillName },
): Promise<{ redirectUrl: string | null }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  if (await isPaidMeanwhile(ctx, input)) return { redirectUrl: null };
  const available = await openTills(ctx);
  const { order, paymentId } = await inTransaction(ctx, async (tx) => {
    await lockOrderRow(tx, input.orderId);
    const order = await findOrder(tx, owner, input.orderId);
    if (!order) throw new DomainError('order.not_found');
    const now = tx.clock.now();
    if (
      order.status !== 'AWAITING_PAYMENT' ||
      order.payments.some(isInReview) ||
      now >= unpaidDeadline(order.placedAt)
    ) {
      throw new DomainError('payment.not_payable');
    }
    const known = order.payments.find(({ requestKey }) => requestKey === input.requestKey);
    if (known) {
      if (known.provider !== input.till) throw new DomainError('request.conflict');
      return { order, paymentId: known.id };
    }
    const choice = tillsFor({
      currency: order.currency as Currency,
      country: order.country,
      available,
    });
    if (!choice.includes(input.till)) throw new DomainError('payment.till_unavailable');
    for (const { id, status: state } of order.payments) {
      if (state !== 'CREATED' && state !== 'PENDING') continue;
      await enqueue(tx, 'payment.settle', { paymentId: id as Id<'payment'> });
    }
    const id = newId('payment');
    await insertPayment(tx, {
      id,
      purpose: 'ORDER',
      orderId: order.id,
      ...owner,
      provider: input.till,
      status: 'CREATED',
      currency: order.currency,
      amountMinor: order.totalMinor - order.certificateMinor,
      requestKey: input.requestKey,
      expiresAt: checkoutExpiry(order.placedAt, now),
      createdAt: now,
    });
    return { order, paymentId: id };
  });
  return openCheckout(ctx, order, paymentId);
}

/**
 * Asks about earlier attempts. A till that does not answer must not keep people from paying at another: should its
 * attempt turn out to be paid as well, that money goes back by itself.
 */
async function isPaidMeanwhile(ctx: Ctx, input: { orderId: Id<'order'> }): Promise<boolean> {
  try {
    return (await refreshOrderPayment(ctx, input)).status === 'PAID';
  } catch (error) {
    const isAway =
      error instanceof DomainError &&
      (error.code === 'payment.provider_unavailable' || error.code === 'payment.till_unavailable');
    if (!isAway) throw error;
    return false;
  }
}
