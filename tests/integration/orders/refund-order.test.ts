import { describe, expect, it } from 'vitest';
import { refundOrder } from '@/lib/admin/refund-order';
import { retryRefund } from '@/lib/admin/retry-refund';
import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import { handleRefundSubmit } from '@/lib/jobs/handlers/refund-submit';
import { cancelOrder } from '@/lib/orders/cancel-order';
import { openShop } from './open-shop';
import { drainJobs, nextKey } from './shop';

const { test, shop, system, person, orderOf, mailsAbout, aPaidOrder } = openShop();

describe('giving money back', () => {
  it('refunds everything by itself when a paid order is cancelled before production', async () => {
    const { ctx, orderId } = await aPaidOrder();
    await Promise.all(Array.from({ length: 5 }, () => cancelOrder(ctx, { orderId })));
    await drainJobs(test, system());
    const order = await orderOf(orderId);
    expect(order.status).toBe('CANCELLED');
    expect(order.payments[0]?.refundedMinor).toBe(order.totalMinor);
    expect(order.payments[0]?.refunds).toMatchObject([{ status: 'SUCCEEDED' }]);
    expect(await mailsAbout(orderId)).toEqual([
      'order-confirmed',
      'order-cancelled',
      'order-refunded',
    ]);
  });

  it('never gives back more than was paid, in parts and at once', async () => {
    const staff = await person('STAFF');
    const { ctx, orderId } = await aPaidOrder();
    const { totalMinor } = await orderOf(orderId);
    const part = Math.floor(totalMinor / 4);
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        refundOrder(staff, { orderId, amountMinor: part, reason: 'crease', requestKey: nextKey() }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    await drainJobs(test, system());
    const order = await orderOf(orderId);
    expect(order.payments[0]?.refundedMinor).toBe(4 * part);
    await expect(
      refundOrder(staff, {
        orderId,
        amountMinor: totalMinor - 4 * part + 1,
        reason: 'more',
        requestKey: nextKey(),
      }),
    ).rejects.toThrow('refund.too_much');
    // The rest goes back with the cancellation, so that the books are even at the end.
    await cancelOrder(ctx, { orderId });
    await drainJobs(test, system());
  });

  it('makes one refund for two presses with the same key, and refuses the key for another amount', async () => {
    const staff = await person('STAFF');
    const { ctx, orderId } = await aPaidOrder();
    const wish = { orderId, amountMinor: 100, reason: 'sorry', requestKey: nextKey() };
    const [first, second] = await Promise.all([refundOrder(staff, wish), refundOrder(staff, wish)]);
    expect(first).toEqual(second);
    await expect(refundOrder(staff, { ...wish, amountMinor: 200 })).rejects.toThrow(
      'request.conflict',
    );
    await cancelOrder(ctx, { orderId });
  });

  it('calls the payment service once although our side died after each call', async () => {
    const staff = await person('STAFF');
    const { ctx, orderId } = await aPaidOrder();
    const { refundId } = await refundOrder(staff, {
      orderId,
      amountMinor: 100,
      reason: 'sorry',
      requestKey: nextKey(),
    });
    assert(refundId, 'the till gives it back');
    shop.till.sandbox.faults.change({ dropCount: 3 });
    await expect(handleRefundSubmit(system(), { refundId })).rejects.toThrow(
      'payment.provider_unavailable',
    );
    shop.till.sandbox.faults.reset();
    await handleRefundSubmit(system(), { refundId });
    await handleRefundSubmit(system(), { refundId });
    const [payment] = (await orderOf(orderId)).payments;
    expect(payment?.refundedMinor).toBe(100);
    expect(payment?.refunds).toMatchObject([{ status: 'SUCCEEDED' }]);
    // What is left is exactly the rest: the provider gave 100 back once.
    await cancelOrder(ctx, { orderId });
    await drainJobs(test, system());
    expect((await orderOf(orderId)).payments[0]?.refunds.map(({ status }) => status)).toEqual([
      'SUCCEEDED',
      'SUCCEEDED',
    ]);
  });

  it('shows a refund that failed at the bank, frees its amount and lets staff repeat it once', async () => {
    const staff = await person('STAFF');
    const { ctx, orderId } = await aPaidOrder();
    shop.till.sandbox.faults.change({ refund: 'fails-later', laterMs: 100 });
    await cancelOrder(ctx, { orderId });
    await drainJobs(test, system());
    await shop.till.sandbox.settled();
    await drainJobs(test, system());
    const failed = (await orderOf(orderId)).payments[0];
    expect(failed?.refundedMinor).toBe(0);
    expect(failed?.refunds).toMatchObject([
      { status: 'FAILED', failureCode: 'expired_or_canceled_card' },
    ]);
    shop.till.sandbox.faults.reset();
    const refundId = failed?.refunds[0]?.id as Id<'refund'>;
    await Promise.all([
      retryRefund(staff, { orderId, refundId }),
      retryRefund(staff, { orderId, refundId }),
    ]);
    await drainJobs(test, system());
    const order = await orderOf(orderId);
    expect(order.payments[0]?.refundedMinor).toBe(order.totalMinor);
    expect(order.payments[0]?.refunds.map(({ status }) => status).sort()).toEqual([
      'FAILED',
      'SUCCEEDED',
    ]);
  });
});
