import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { settlePayment } from '@/lib/payments/settle-payment';
import { isInReview } from '@/lib/payments/taken-of';
import type { OrderStatus } from './order-states';
import { PURPOSES } from './payment-purposes';
import { findAttemptsAt } from './store';

/**
 * Asks the provider about the order's open attempts, for the customer who came back from the pay page before the
 * webhook did.
 * @throws DomainError "order.not_found", "payment.provider_unavailable"
 */
export async function refreshOrderPayment(
  ctx: Ctx,
  input: { orderId: Id<'order'> },
): Promise<{ status: OrderStatus; isInReview: boolean }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const order = await findAttemptsAt(ctx, owner, input.orderId);
  if (!order) throw new DomainError('order.not_found');
  const open = order.payments.filter(({ status }) => status === 'CREATED' || status === 'PENDING');
  for (const { id } of open) await settlePayment(ctx, id, PURPOSES);
  const fresh = open.length > 0 ? await findAttemptsAt(ctx, owner, input.orderId) : order;
  if (!fresh) throw new DomainError('order.not_found');
  return { status: fresh.status, isInReview: fresh.payments.some(isInReview) };
}
