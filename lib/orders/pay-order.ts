import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { insertPayment } from '@/lib/payments/store';
import { checkoutExpiry, openCheckout, unpaidDeadline } from './open-checkout';
import { refreshOrderPayment } from './refresh-order-payment';
import { findOrder, lockOrder } from './store';

/**
 * Starts another attempt to pay. Earlier attempts are asked about first (one of them may be paid by now) and their
 * pay pages are closed. The same request key is the same attempt.
 * @returns redirectUrl null when the order turned out to be paid
 * @throws DomainError "order.not_found", "payment.not_payable", "payment.provider_unavailable"
 */
export async function payOrder(
  ctx: Ctx,
  input: { orderId: Id<'order'>; requestKey: string },
): Promise<{ redirectUrl: string | null }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const { status } = await refreshOrderPayment(ctx, input);
  if (status === 'PAID') return { redirectUrl: null };
  const paymentId = await inTransaction(ctx, async (tx) => {
    await lockOrder(tx, input.orderId);
    const order = await findOrder(tx, owner, input.orderId);
    if (!order) throw new DomainError('order.not_found');
    const now = tx.clock.now();
    const isQuarantined = order.payments.some((payment) => payment.quarantineReason !== null);
    if (
      order.status !== 'AWAITING_PAYMENT' ||
      isQuarantined ||
      now >= unpaidDeadline(order.placedAt)
    ) {
      throw new DomainError('payment.not_payable');
    }
    const known = order.payments.find(({ requestKey }) => requestKey === input.requestKey);
    if (known) return known.id;
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
      provider: 'STRIPE',
      status: 'CREATED',
      currency: order.currency,
      amountMinor: order.totalMinor,
      requestKey: input.requestKey,
      expiresAt: checkoutExpiry(order.placedAt, now),
      createdAt: now,
    });
    return id;
  });
  const order = await findOrder(ctx, owner, input.orderId);
  assert(order, `order ${input.orderId} is still there`);
  return openCheckout(ctx, order, paymentId);
}
