import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { requestRefund } from '@/lib/payments/request-refund';
import { returnCertificates } from './certificates/return-certificates';
import { lockOrderRow } from './certificates/store';
import { moveOrder, recordOrderEvent } from './move-order';
import { type Mover, movesOf } from './order-states';
import { releasePromo } from './promos/release-promo';
import { queueOrderMail } from './queue-order-mail';
import { refundableMinorOf } from './refund-locked-order';
import { findOrder, type OrderRow } from './store';

/**
 * Cancels an order before production; what was paid goes back in full by itself. Cancelling again changes nothing.
 * @throws DomainError "order.not_found", "order.too_late_to_cancel", "order.illegal_transition"
 */
export async function cancelOrder(ctx: Ctx, input: { orderId: Id<'order'> }): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  await inTransaction(ctx, async (tx) => {
    await lockOrderRow(tx, input.orderId);
    const order = await findOrder(tx, owner, input.orderId);
    if (!order) throw new DomainError('order.not_found');
    if (order.status === 'CANCELLED') return;
    if (hasTakenFile(order)) throw new DomainError('order.too_late_to_cancel');
    await cancelLockedOrder(tx, order, { by: 'customer', reason: null });
  });
}

/** Whether the customer's button for it belongs on the page. */
export function mayCancel(order: OrderRow): boolean {
  return movesOf(order.status, 'customer').includes('CANCELLED') && !hasTakenFile(order);
}

/** Who has downloaded the file they bought has it: it cannot be sent back. */
function hasTakenFile(order: OrderRow): boolean {
  return order.events.some(({ kind }) => kind === 'file_downloaded');
}

/** Whether cancelling would give back money that was paid for this order. */
export function givesMoneyBack(order: OrderRow): boolean {
  return refundableMinorOf(order) > 0;
}

/**
 * The same for an order whose row the caller has locked. Waybills that wait for its parcels are called off at the
 * carrier by a job.
 * @throws DomainError "order.too_late_to_cancel" also when a part of it was sent: that part is no money to give back
 */
export async function cancelLockedOrder(
  tx: TxCtx,
  order: OrderRow,
  cancel: { by: Mover; reason: string | null },
): Promise<void> {
  const isSent = order.shipments.some(
    ({ status }) => status !== 'LABELLED' && status !== 'CANCELLED',
  );
  if (isSent) throw new DomainError('order.too_late_to_cancel');
  await moveOrder(tx, order, {
    to: 'CANCELLED',
    by: cancel.by,
    ...(cancel.reason ? { data: { reason: cancel.reason } } : {}),
  });
  for (const { id, status } of order.shipments) {
    if (status !== 'LABELLED') continue;
    await enqueue(tx, 'waybill.cancel', { shipmentId: id as Id<'shipment'> });
  }
  // A code whose calendars are in print already stays used.
  if (order.status !== 'IN_PRODUCTION') await releasePromo(tx, order.id);
  const returnedMinor = await returnCertificates(tx, {
    orderId: order.id,
    amountMinor: 'all',
    key: 'ended',
  });
  let refundMinor = 0;
  if (returnedMinor > 0) {
    await recordOrderEvent(tx, order.id, {
      kind: 'certificate_returned',
      data: { amountMinor: returnedMinor },
    });
  }
  for (const payment of order.payments) {
    if (payment.status === 'CREATED' || payment.status === 'PENDING') {
      // Closes the pay page; money that still arrives is given back by the settlement.
      await enqueue(tx, 'payment.settle', { paymentId: payment.id as Id<'payment'> });
    }
    const left = payment.amountMinor - payment.refundedMinor;
    if (payment.status !== 'PAID' || left === 0) continue;
    await requestRefund(tx, {
      paymentId: payment.id,
      amountMinor: left,
      reason: 'order_cancelled',
      actorId: tx.actor.userId,
      requestKey: 'order_cancelled',
    });
    await recordOrderEvent(tx, order.id, {
      kind: 'refund_requested',
      data: { amountMinor: left, reason: 'order_cancelled' },
    });
    refundMinor += left;
  }
  await queueOrderMail(tx, order, {
    template: 'order-cancelled',
    refundMinor,
    certificateMinor: returnedMinor,
  });
}
