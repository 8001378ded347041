import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { openTills } from '@/lib/payments/open-tills';
import { mayCancel } from './cancel-order';
import { type OrderFile, presentFiles } from './files/order-files';
import { unpaidDeadline } from './open-checkout';
import { type OrderView, presentOrder } from './present-order';
import { type OrderPaymentView, presentPayment } from './present-payment';
import { findOrder } from './store';

export type CustomerOrder = OrderView & {
  canPay: boolean;
  canCancel: boolean;
  /** Bought files that may be downloaded or are being made. */
  files: OrderFile[];
  payment: OrderPaymentView;
};

/** One order of the person who asks. @throws DomainError "order.not_found" for others' orders too */
export async function getOrder(
  ctx: Ctx,
  input: { orderId: Id<'order'>; locale: string },
): Promise<CustomerOrder> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const order = await findOrder(ctx, owner, input.orderId);
  if (!order) throw new DomainError('order.not_found');
  const view = presentOrder(order, input.locale);
  const isInTime = ctx.clock.now() < unpaidDeadline(order.placedAt);
  return {
    ...view,
    canPay: order.status === 'AWAITING_PAYMENT' && isInTime && !view.isInReview,
    canCancel: mayCancel(order),
    files: await presentFiles(ctx, order),
    payment: presentPayment(order, await openTills(ctx)),
  };
}
