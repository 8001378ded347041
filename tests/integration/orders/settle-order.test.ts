import { describe, expect, it } from 'vitest';
import { handlePaymentsReconcile } from '@/lib/jobs/handlers/payments-reconcile';
import { cancelOrder } from '@/lib/orders/cancel-order';
import { expireUnpaidOrders } from '@/lib/orders/expire-unpaid-orders';
import { payOrder } from '@/lib/orders/pay-order';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { refreshOrderPayment } from '@/lib/orders/refresh-order-payment';
import { receivePaymentEvent } from '@/lib/payments/receive-payment-event';
import { settlePayment } from '@/lib/payments/settle-payment';
import { SANDBOX_STRIPE_WEBHOOK_SECRET } from '@/lib/sandbox/keys';
import { signatureHeader } from '@/lib/sandbox/stripe/events';
import { openShop } from './open-shop';
import { aPlacedOrder, drainJobs, nextKey, press } from './shop';

const { test, shop, system, person, orderOf, mailsAbout, aPaidOrder } = openShop();

describe('being paid', () => {
  it('confirms the order once when the event arrives, with one mail', async () => {
    const { orderId } = await aPaidOrder();
    const order = await orderOf(orderId);
    expect(order.status).toBe('PAID');
    expect(order.payments[0]).toMatchObject({ status: 'PAID', quarantineReason: null });
    expect(await mailsAbout(orderId)).toEqual(['order-confirmed']);
  });

  it('changes nothing more when every event comes five times and last first', async () => {
    shop.till.sandbox.faults.change({ webhookCopies: 5, webhookReorder: true });
    const { orderId } = await aPaidOrder();
    expect(shop.till.answers.length).toBeGreaterThanOrEqual(15);
    expect(new Set(shop.till.answers)).toEqual(new Set([200]));
    const stored = await test.db.webhookEvent.groupBy({ by: ['externalId'], _count: true });
    expect(stored.every(({ _count }) => _count === 1)).toBe(true);
    expect(
      (await orderOf(orderId)).events.filter(({ toStatus }) => toStatus === 'PAID'),
    ).toHaveLength(1);
    expect(await mailsAbout(orderId)).toEqual(['order-confirmed']);
  });

  it('refuses forged, unsigned, stale and altered events and stores none of them', async () => {
    const before = await test.db.webhookEvent.count();
    const body = JSON.stringify({
      id: 'evt_forged',
      object: 'event',
      type: 'checkout.session.completed',
      livemode: false,
      data: { object: { object: 'checkout.session', id: 'cs_test_1' } },
    });
    const now = Math.floor(Date.now() / 1000);
    const good = signatureHeader(body, SANDBOX_STRIPE_WEBHOOK_SECRET, now);
    for (const [sent, signature] of [
      [body, null],
      [body, ''],
      [body, signatureHeader(body, 'whsec_other', now)],
      [body, signatureHeader(body, SANDBOX_STRIPE_WEBHOOK_SECRET, now - 3600)],
      [body, signatureHeader(body, SANDBOX_STRIPE_WEBHOOK_SECRET, now + 3600)],
      [`${body} `, good],
    ] as const) {
      await expect(receivePaymentEvent(system(), 'STRIPE', sent, signature)).rejects.toThrow(
        'webhook.bad_signature',
      );
    }
    expect(await test.db.webhookEvent.count()).toBe(before);
    shop.till.sandbox.faults.change({ webhookForged: true });
    const { orderId } = await aPaidOrder();
    expect(shop.till.answers).toContain(400);
    expect((await orderOf(orderId)).status).toBe('PAID');
  });

  it('does not become paid by coming back from the pay page without paying', async () => {
    const ctx = await person();
    const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
    const { location } = await press(redirectUrl, 'back');
    expect(location).toContain(`/orders/${orderId}?payment=left`);
    expect(await refreshOrderPayment(ctx, { orderId })).toEqual({
      status: 'AWAITING_PAYMENT',
      isInReview: false,
    });
    await press(redirectUrl, 'decline');
    expect((await refreshOrderPayment(ctx, { orderId })).status).toBe('AWAITING_PAYMENT');
  });

  it('is confirmed by the customer’s return when the events are lost', async () => {
    shop.till.sandbox.faults.change({ webhookLossRate: 1 });
    const ctx = await person();
    const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
    const { location } = await press(redirectUrl);
    expect(location).toContain('payment=done');
    const results = await Promise.all(
      Array.from({ length: 8 }, () => refreshOrderPayment(ctx, { orderId })),
    );
    expect(results.at(-1)?.status).toBe('PAID');
    expect(await mailsAbout(orderId)).toEqual(['order-confirmed']);
  });

  it('is confirmed by reconciliation when events are lost and nobody comes back', async () => {
    shop.till.sandbox.faults.change({ webhookLossRate: 1 });
    const { orderId } = await aPaidOrder();
    expect((await orderOf(orderId)).status).toBe('AWAITING_PAYMENT');
    shop.offsetMs = 2 * 60_000;
    await handlePaymentsReconcile(system());
    expect((await orderOf(orderId)).status).toBe('PAID');
  });

  it('waits for a delayed payment and confirms it when the bank has answered', async () => {
    shop.till.sandbox.faults.change({ payment: 'later', laterMs: 300 });
    const ctx = await person();
    const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
    await press(redirectUrl);
    expect((await refreshOrderPayment(ctx, { orderId })).status).toBe('AWAITING_PAYMENT');
    await shop.till.sandbox.settled();
    await drainJobs(test, system());
    expect((await orderOf(orderId)).status).toBe('PAID');
  });

  it('stays unpaid when a delayed payment fails, and can be paid again', async () => {
    shop.till.sandbox.faults.change({ payment: 'fails-later', laterMs: 200 });
    const { ctx, orderId } = await aPaidOrder();
    const failed = await orderOf(orderId);
    expect([failed.status, failed.payments[0]?.status]).toEqual(['AWAITING_PAYMENT', 'FAILED']);
    shop.till.sandbox.faults.reset();
    const { redirectUrl } = await payOrder(ctx, { orderId, requestKey: nextKey(), till: 'STRIPE' });
    await press(redirectUrl ?? '');
    expect((await refreshOrderPayment(ctx, { orderId })).status).toBe('PAID');
  });

  it('sets aside a payment of another amount: never fulfilled, shown to staff, not offered to pay again', async () => {
    shop.till.sandbox.faults.change({ amountOffsetMinor: -100 });
    const { ctx, orderId } = await aPaidOrder();
    const order = await orderOf(orderId);
    expect(order.status).toBe('AWAITING_PAYMENT');
    expect(order.payments[0]).toMatchObject({
      status: 'PENDING',
      quarantineReason: 'amount_mismatch',
    });
    expect(await refreshOrderPayment(ctx, { orderId })).toMatchObject({ isInReview: true });
    await expect(payOrder(ctx, { orderId, requestKey: nextKey(), till: 'STRIPE' })).rejects.toThrow(
      'payment.not_payable',
    );
    shop.offsetMs = 30 * 3_600_000;
    await expireUnpaidOrders(system());
    expect((await orderOf(orderId)).status).toBe('AWAITING_PAYMENT');
    expect(await mailsAbout(orderId)).toEqual([]);
  });

  it('keeps its place when our side fails in the middle: the event is worked off again', async () => {
    const ctx = await person();
    const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
    await press(redirectUrl);
    await shop.till.sandbox.settled();
    const [payment] = (await orderOf(orderId)).payments;
    const broken = {
      ...PURPOSES,
      ORDER: {
        ...PURPOSES.ORDER,
        async onPaid(...args: Parameters<typeof PURPOSES.ORDER.onPaid>) {
          await PURPOSES.ORDER.onPaid(...args);
          throw new Error('killed after the rows, before the commit');
        },
      },
    };
    await expect(settlePayment(system(), payment?.id ?? '', broken)).rejects.toThrow('killed');
    expect((await orderOf(orderId)).status).toBe('AWAITING_PAYMENT');
    expect(await mailsAbout(orderId)).toEqual([]);
    await drainJobs(test, system());
    expect((await orderOf(orderId)).status).toBe('PAID');
    expect(await mailsAbout(orderId)).toEqual(['order-confirmed']);
  });

  it('changes nothing while the payment service cannot be asked', async () => {
    const ctx = await person();
    const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
    await press(redirectUrl);
    shop.till.sandbox.faults.change({ errorRate: 1 });
    await expect(refreshOrderPayment(ctx, { orderId })).rejects.toThrow(
      'payment.provider_unavailable',
    );
    expect((await orderOf(orderId)).status).toBe('AWAITING_PAYMENT');
  });
});

describe('paying twice, late or not at all', () => {
  it('gives the second payment back when both attempts were paid', async () => {
    const ctx = await person();
    const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
    // The first page is paid before its closing arrives: a second window, a slow network.
    shop.till.sandbox.faults.change({ webhookLossRate: 1 });
    const second = await payOrder(ctx, { orderId, requestKey: nextKey(), till: 'STRIPE' });
    await press(redirectUrl);
    await press(second.redirectUrl ?? '');
    shop.till.sandbox.faults.reset();
    await drainJobs(test, system());
    shop.offsetMs = 2 * 60_000;
    await handlePaymentsReconcile(system());
    await drainJobs(test, system());
    const order = await orderOf(orderId);
    expect(order.status).toBe('PAID');
    expect(order.payments.map(({ status }) => status)).toEqual(['PAID', 'PAID']);
    const refunds = order.payments.flatMap((payment) => payment.refunds);
    expect(refunds).toMatchObject([
      { status: 'SUCCEEDED', reason: 'second_payment', amountMinor: order.totalMinor },
    ]);
  });

  it('closes the earlier pay page when a new attempt is made', async () => {
    const ctx = await person();
    const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
    const second = await payOrder(ctx, { orderId, requestKey: nextKey(), till: 'STRIPE' });
    expect(second.redirectUrl).not.toBe(redirectUrl);
    await drainJobs(test, system());
    expect((await press(redirectUrl)).status).toBe(410);
    expect((await press(second.redirectUrl ?? '')).status).toBe(303);
  });

  it('makes one attempt for ten presses with the same key', async () => {
    const ctx = await person();
    const { orderId } = await aPlacedOrder(test, ctx);
    const requestKey = nextKey();
    await Promise.allSettled(
      Array.from({ length: 10 }, () => payOrder(ctx, { orderId, requestKey, till: 'STRIPE' })),
    );
    expect((await orderOf(orderId)).payments).toHaveLength(2);
  });

  it('does not ask for money again when an earlier attempt turns out to be paid', async () => {
    shop.till.sandbox.faults.change({ webhookLossRate: 1 });
    const ctx = await person();
    const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
    await press(redirectUrl);
    expect(await payOrder(ctx, { orderId, requestKey: nextKey(), till: 'STRIPE' })).toEqual({
      redirectUrl: null,
    });
    expect((await orderOf(orderId)).payments).toHaveLength(1);
  });

  it('gives back money that arrives after the order was cancelled', async () => {
    shop.till.sandbox.faults.change({ webhookLossRate: 1 });
    const ctx = await person();
    const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
    await press(redirectUrl);
    await cancelOrder(ctx, { orderId });
    await drainJobs(test, system());
    const order = await orderOf(orderId);
    expect(order.status).toBe('CANCELLED');
    expect(order.payments[0]?.refunds).toMatchObject([
      { status: 'SUCCEEDED', reason: 'late_payment' },
    ]);
    expect(await mailsAbout(orderId)).toEqual(['order-cancelled', 'order-refunded']);
  });

  it('closes the pay page of a cancelled order', async () => {
    const ctx = await person();
    const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
    await cancelOrder(ctx, { orderId });
    await cancelOrder(ctx, { orderId });
    await drainJobs(test, system());
    expect((await press(redirectUrl)).status).toBe(410);
    expect(await mailsAbout(orderId)).toEqual(['order-cancelled']);
  });

  it('ends an order that nobody paid within a day, but never one that is being paid', async () => {
    const ctx = await person();
    const unpaid = await aPlacedOrder(test, ctx);
    const paying = await aPlacedOrder(test, ctx);
    await press(paying.redirectUrl);
    shop.offsetMs = 25 * 3_600_000;
    shop.till.sandbox.faults.change({ errorRate: 1 });
    await expect(expireUnpaidOrders(system())).rejects.toThrow('overdue');
    expect((await orderOf(unpaid.orderId)).status).toBe('AWAITING_PAYMENT');
    shop.till.sandbox.faults.reset();
    await shop.till.gateway.expireCheckout(
      (await orderOf(unpaid.orderId)).payments[0]?.externalId ?? '',
    );
    await expireUnpaidOrders(system());
    expect((await orderOf(unpaid.orderId)).status).toBe('EXPIRED');
    expect((await orderOf(paying.orderId)).status).toBe('PAID');
    await expect(
      payOrder(ctx, { orderId: unpaid.orderId, requestKey: nextKey(), till: 'STRIPE' }),
    ).rejects.toThrow('payment.not_payable');
  });
});
