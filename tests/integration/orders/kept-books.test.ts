import { describe, expect, it } from 'vitest';
import { refundOrder } from '@/lib/admin/refund-order';
import { cancelOrder } from '@/lib/orders/cancel-order';
import { eraseOrdersOf } from '@/lib/orders/erase-orders-of';
import { paymentStatesBefore } from '@/lib/payments/payment-states';
import { openShop } from './open-shop';
import { aPlacedOrder, drainJobs, nextKey, press } from './shop';

const { test, shop, system, person, orderOf, aPaidOrder } = openShop();

async function historyOf(orderId: string) {
  const rows = await test.db.paymentEvent.findMany({
    where: { payment: { orderId } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ refundId, fromStatus, toStatus, actorId, reason }) => ({
    of: refundId === null ? 'payment' : 'refund',
    move: `${fromStatus ?? ''}>${toStatus}`,
    actorId,
    reason,
  }));
}

describe('the books of an order, kept by the database itself', () => {
  it('keep what was agreed when it was placed, whoever writes', async () => {
    const { orderId } = await aPaidOrder();
    for (const change of [
      '"totalMinor" = "totalMinor" - 100, "itemsMinor" = "itemsMinor" - 100',
      '"taxMinor" = "taxMinor" + 1',
      `"currency" = 'USD'`,
      `"number" = 'T-00-000000'`,
      `"priceRows" = '[]'`,
    ]) {
      await expect(
        test.db.$executeRawUnsafe(`update "Order" set ${change} where "id" = '${orderId}'`),
        change,
      ).rejects.toThrow('as it was placed');
    }
    for (const change of ['"amountMinor" = "amountMinor" - 1', `"provider" = 'MONOBANK'`]) {
      await expect(
        test.db.$executeRawUnsafe(`update "Payment" set ${change} where "orderId" = '${orderId}'`),
        change,
      ).rejects.toThrow('as it was asked for');
    }
    for (const table of ['Order', 'Payment']) {
      const column = table === 'Order' ? 'id' : 'orderId';
      await expect(
        test.db.$executeRawUnsafe(`delete from "${table}" where "${column}" = '${orderId}'`),
        table,
      ).rejects.toThrow(/kept|only added|foreign key/);
    }
  });

  it('forget the titles of an erased person in the price rows, and keep every sum', async () => {
    const { ctx, orderId } = await aPaidOrder();
    const rowsOf = async () =>
      (await orderOf(orderId)).priceRows as {
        kind: string;
        params: { title?: string };
        amount: object;
      }[];
    const before = await rowsOf();
    expect(before[0]?.params.title).toMatch(/./);
    await eraseOrdersOf(system(), ctx.actor.userId);
    await drainJobs(test, system());
    const after = await rowsOf();
    expect(after.map(({ kind, amount }) => ({ kind, amount }))).toEqual(
      before.map(({ kind, amount }) => ({ kind, amount })),
    );
    expect(after.flatMap(({ params }) => params.title ?? [])).toEqual(['']);
  });

  it('forget what staff wrote about a refund of an erased person, and keep its sum', async () => {
    const { ctx, orderId } = await aPaidOrder();
    const staff = await person('STAFF');
    const wish = { orderId, amountMinor: 100, requestKey: nextKey() };
    await refundOrder(staff, { ...wish, reason: 'Olena called twice' });
    await drainJobs(test, system());
    await eraseOrdersOf(system(), ctx.actor.userId);
    await drainJobs(test, system());
    const history = await historyOf(orderId);
    expect(JSON.stringify(history)).not.toContain('Olena');
    expect(history.map(({ reason }) => reason)).toContain('order_cancelled');
    const { payments } = await orderOf(orderId);
    const refunds = payments.flatMap((payment) => payment.refunds);
    expect(refunds.map(({ reason, amountMinor }) => [reason, amountMinor])).toContainEqual([
      '-',
      100,
    ]);
  });

  it('do not deliver a parcel that was never sent', async () => {
    const { orderId } = await aPaidOrder();
    await expect(
      test.db.$executeRaw`update "Order" set "status" = 'DELIVERED' where "id" = ${orderId}`,
    ).rejects.toThrow('has parcels to send');
  });

  it('say of each move of a payment and a refund what, when, by whom and why', async () => {
    const ctx = await person();
    const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
    await press(redirectUrl);
    await shop.till.sandbox.settled();
    await drainJobs(test, system());
    const staff = await person('STAFF');
    const wish = { orderId, amountMinor: 100, reason: 'a crease', requestKey: nextKey() };
    await refundOrder(staff, wish);
    await drainJobs(test, system());
    expect(await historyOf(orderId)).toEqual([
      { of: 'payment', move: '>CREATED', actorId: ctx.actor.userId, reason: null },
      { of: 'payment', move: 'CREATED>PENDING', actorId: null, reason: null },
      { of: 'payment', move: 'PENDING>PAID', actorId: null, reason: null },
      { of: 'refund', move: '>REQUESTED', actorId: staff.actor.userId, reason: 'a crease' },
      { of: 'refund', move: 'REQUESTED>SUCCEEDED', actorId: null, reason: null },
    ]);
    await expect(test.db.$executeRaw`update "PaymentEvent" set "reason" = 'else'`).rejects.toThrow(
      'only added',
    );
    await expect(test.db.$executeRaw`delete from "PaymentEvent"`).rejects.toThrow('only added');
    await cancelOrder(ctx, { orderId });
  });

  it('move payments and refunds along their tables only', async () => {
    const { ctx, orderId } = await aPaidOrder();
    const [payment] = (await orderOf(orderId)).payments;
    for (const status of paymentStatesBefore('PAID')) {
      await expect(
        test.db.$executeRawUnsafe(
          `update "Payment" set "status" = '${status}' where "id" = '${payment?.id}'`,
        ),
        status,
      ).rejects.toThrow('stays paid');
    }
    await cancelOrder(ctx, { orderId });
    await drainJobs(test, system());
    const back = (status: string) =>
      test.db.$executeRawUnsafe(
        `update "Refund" set "status" = '${status}' where "paymentId" = '${payment?.id}'`,
      );
    await expect(back('REQUESTED')).rejects.toThrow('may not move');
    await expect(
      test.db.$executeRaw`update "Refund" set "amountMinor" = 1 where "paymentId" = ${payment?.id}`,
    ).rejects.toThrow('as it was asked for');
  });
});
