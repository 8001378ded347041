import { type Ctx, inTransaction } from '@/lib/db/context';
import { settlePayment } from '@/lib/payments/settle-payment';
import { isInReview } from '@/lib/payments/taken-of';
import { returnCertificates } from './certificates/return-certificates';
import { moveOrder, recordOrderEvent } from './move-order';
import { UNPAID_HOURS } from './open-checkout';
import { PURPOSES } from './payment-purposes';
import { releasePromo } from './promos/release-promo';
import { findOverdueOrders, lockOrder, touchUnpaidOrder } from './store';

const BATCH = 100;

/**
 * Ends orders that nobody paid in time. The provider is asked first; an attempt that is still open or still on its way
 * keeps its order. One order that cannot be asked about does not hold up the others, however many there are: the least
 * recently looked at comes first.
 * @returns how many ended
 * @throws AggregateError at the end, with what could not be asked
 */
export async function expireUnpaidOrders(ctx: Ctx): Promise<number> {
  const placedBefore = new Date(ctx.clock.now().getTime() - UNPAID_HOURS * 3_600_000);
  const failures: unknown[] = [];
  let expired = 0;
  for (const { id, payments } of await findOverdueOrders(ctx, placedBefore, BATCH)) {
    try {
      for (const payment of payments) await settlePayment(ctx, payment.id, PURPOSES);
      if (await expireOrder(ctx, id)) expired += 1;
      else await touchUnpaidOrder(ctx, id);
    } catch (error) {
      failures.push(error);
      ctx.log.warn('overdue order could not be ended', { orderId: id });
      await touchUnpaidOrder(ctx, id);
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} overdue orders stay open`);
  }
  return expired;
}

async function expireOrder(ctx: Ctx, orderId: string): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order?.status !== 'AWAITING_PAYMENT') return false;
    const isUndecided = order.payments.some(
      (payment) =>
        payment.status === 'CREATED' || payment.status === 'PENDING' || isInReview(payment),
    );
    if (isUndecided) return false;
    await moveOrder(tx, order, { to: 'EXPIRED', by: 'system' });
    await releasePromo(tx, order.id);
    const amountMinor = await returnCertificates(tx, {
      orderId: order.id,
      amountMinor: 'all',
      key: 'ended',
    });
    if (amountMinor > 0) {
      await recordOrderEvent(tx, order.id, {
        kind: 'certificate_returned',
        data: { amountMinor },
      });
    }
    return true;
  });
}
