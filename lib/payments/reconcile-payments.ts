import type { Ctx } from '@/lib/db/context';
import type { Purposes } from './purpose';
import { settlePayment } from './settle-payment';
import { findOpenPayments, findOpenRefunds, touchPayment, touchRefund } from './store';
import { submitRefund } from './submit-refund';

/** Younger ones are still on their usual way: by webhook and by the customer's return. */
const SETTLING_MS = 60_000;
const BATCH = 200;

/**
 * Asks the provider about everything that stayed open: webhooks and jobs may be lost. One that cannot be asked now
 * does not hold up the others.
 * @throws AggregateError at the end, with what could not be asked
 */
export async function reconcilePayments(ctx: Ctx, purposes: Purposes): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - SETTLING_MS);
  const failures: unknown[] = [];
  for (const payment of await findOpenPayments(ctx, before, BATCH)) {
    try {
      await settlePayment(ctx, payment.id, purposes);
    } catch (error) {
      failures.push(error);
      ctx.log.warn('payment could not be reconciled', { paymentId: payment.id });
    }
    await touchPayment(ctx, payment.id);
  }
  for (const refund of await findOpenRefunds(ctx, before, BATCH)) {
    try {
      await submitRefund(ctx, refund.id, purposes);
    } catch (error) {
      failures.push(error);
      ctx.log.warn('refund could not be reconciled', { refundId: refund.id });
    }
    await touchRefund(ctx, refund.id);
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} payments or refunds stay open`);
  }
}
