import { assert } from '@/lib/core/assert';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Payment } from '@/lib/db/generated/client';
import type { PaymentPurpose } from '@/lib/payments/purpose';
import { takenOf } from '@/lib/payments/taken-of';
import { becomePaid } from './become-paid';
import { lockOrderRow } from './certificates/store';
import { holdForDispute } from './hold-for-dispute';
import { recordOrderEvent } from './move-order';
import { queueOrderMail } from './queue-order-mail';
import { lockOrder, newestPaymentOf, type OrderRow } from './store';

function orderIdOf(payment: Payment): string {
  assert(payment.orderId, `payment ${payment.id} is for an order`);
  return payment.orderId;
}

async function orderOf(tx: TxCtx, payment: Payment): Promise<OrderRow> {
  const order = await lockOrder(tx, orderIdOf(payment));
  assert(order, `order ${payment.orderId} exists`);
  return order;
}

/** What a payment, its failure and its refund mean to an order. */
export const orderPaymentPurpose: PaymentPurpose = {
  async lock(tx: TxCtx, payment: Payment) {
    await lockOrderRow(tx, orderIdOf(payment));
  },

  async isWanted(ctx: ReadCtx, payment: Payment) {
    const newest = await newestPaymentOf(ctx, orderIdOf(payment));
    // An older attempt is closed when a newer one exists: two open pay pages invite paying twice.
    return newest?.id === payment.id && newest.order?.status === 'AWAITING_PAYMENT';
  },

  async onPaid(tx: TxCtx, payment: Payment) {
    const order = await orderOf(tx, payment);
    if (order.status === 'AWAITING_PAYMENT') {
      await becomePaid(tx, order, { paymentId: payment.id });
      return { refundReason: null };
    }
    const isOver = order.status === 'CANCELLED' || order.status === 'EXPIRED';
    const refundReason = isOver ? 'late_payment' : 'second_payment';
    await recordOrderEvent(tx, order.id, {
      kind: 'surplus_payment',
      data: { paymentId: payment.id, amountMinor: payment.amountMinor, reason: refundReason },
    });
    return { refundReason };
  },

  async onEnded(tx: TxCtx, payment: Payment, status: 'FAILED' | 'EXPIRED') {
    await recordOrderEvent(tx, orderIdOf(payment), {
      kind: 'payment_ended',
      isInternal: true,
      data: { paymentId: payment.id, status },
    });
  },

  async onQuarantined(tx: TxCtx, payment: Payment, reason: string) {
    await recordOrderEvent(tx, orderIdOf(payment), {
      kind: 'payment_quarantined',
      isInternal: true,
      data: { paymentId: payment.id, reason },
    });
  },

  async onRefunded(tx: TxCtx, payment: Payment, refund) {
    const order = await orderOf(tx, payment);
    const { amountMinor } = refund;
    await recordOrderEvent(tx, order.id, {
      kind: 'refunded',
      data: { refundId: refund.id, amountMinor },
    });
    // The mail speaks the order's currency; money that came in another one is staff's to explain.
    if (takenOf(payment).currency !== order.currency) return;
    await queueOrderMail(tx, order, { template: 'order-refunded', amountMinor, key: refund.id });
  },

  async onRefundFailed(tx: TxCtx, payment: Payment, refund, code: string) {
    await recordOrderEvent(tx, orderIdOf(payment), {
      kind: 'refund_failed',
      isInternal: true,
      data: { refundId: refund.id, amountMinor: refund.amountMinor, code },
    });
  },

  async onDispute(tx: TxCtx, payment: Payment, dispute) {
    await holdForDispute(tx, await orderOf(tx, payment), dispute);
  },
};
