import { beforeAll, describe, expect, it } from 'vitest';
import { DAYS_SHOWN, getDashboard } from '@/lib/admin/dashboard/get-dashboard';
import { refundOrder } from '@/lib/admin/refund-order';
import { type Desk, mintActor } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import { dayAt } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import { WORKSHOP_TIME_ZONE } from '@/lib/orders/arrival-window';
import { openShop } from '../orders/open-shop';
import { anApprovedCalendar, aPlacedOrder, drainJobs, nextKey } from '../orders/shop';

const { test, shop, system, person, aPaidOrder } = openShop();
let admin: Ctx;
beforeAll(async () => {
  admin = (await test.person('ADMIN')).ctx;
});

async function atDesk(...desks: Desk[]): Promise<Ctx> {
  const { userId } = await test.person('STAFF');
  return test.ctx(mintActor({ userId, role: 'STAFF', desks, hasSecondFactor: true }));
}

describe('the overview', () => {
  it('counts each calendar in every step that it reached', async () => {
    const before = (await getDashboard(admin)).funnel;
    await anApprovedCalendar(test, await person());
    await aPlacedOrder(test, await person());
    await aPaidOrder();
    const old = await anApprovedCalendar(test, await person());
    await test.db.calendar.update({
      where: { id: old.calendarId },
      data: { createdAt: new Date(Date.now() - (DAYS_SHOWN + 1) * 24 * 3_600_000) },
    });
    const after = (await getDashboard(admin)).funnel;
    const grown = Object.entries(after ?? {}).map(([step, count]) => [
      step,
      count - (before?.[step as keyof typeof before] ?? 0),
    ]);
    expect(Object.fromEntries(grown)).toEqual({
      made: 3,
      proofed: 3,
      inCart: 2,
      ordered: 2,
      paid: 1,
    });
  });

  it('adds up by day and currency what the till took and gave back', async () => {
    const { orderId } = await aPaidOrder();
    await refundOrder(admin, { orderId, amountMinor: 500, reason: 'torn', requestKey: nextKey() });
    await shop.till.sandbox.settled();
    await drainJobs(test, system());
    const payments = await test.db.payment.findMany({
      where: { status: 'PAID', quarantineReason: null },
    });
    const { currency } = await test.db.order.findUniqueOrThrow({ where: { id: orderId } });
    const revenue = (await getDashboard(admin)).revenue?.find((row) => row.currency === currency);
    const taken = payments
      .filter((row) => row.currency === currency)
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    expect(revenue?.taken.amountMinor).toBe(taken);
    expect(revenue?.returned.amountMinor).toBe(500);
    expect(revenue?.days).toHaveLength(DAYS_SHOWN);
    const today = revenue?.days.at(-1);
    expect(today?.day).toBe(dayAt(new Date(), WORKSHOP_TIME_ZONE));
    expect(today?.taken.amountMinor).toBe(taken);
  });

  it('counts a payment on the workshop’s day, and none that is older than the chart', async () => {
    const { orderId } = await aPaidOrder();
    const { currency, totalMinor } = await test.db.order.findUniqueOrThrow({
      where: { id: orderId },
    });
    const takenOn = async () =>
      (await getDashboard(admin)).revenue?.find((row) => row.currency === currency)?.days ?? [];
    const settle = (settledAt: Date) =>
      test.db.payment.updateMany({ where: { orderId }, data: { settledAt } });
    const [, , , day] = await takenOn();
    // Half past ten at night in UTC is already the next day in Kyiv.
    await settle(new Date(new Date(`${day?.day}T22:30:00Z`).getTime() - 24 * 3_600_000));
    expect((await takenOn())[3]?.taken.amountMinor).toBe(totalMinor);
    const before = (await takenOn()).reduce((sum, { taken }) => sum + taken.amountMinor, 0);
    await settle(new Date(Date.now() - (DAYS_SHOWN + 1) * 24 * 3_600_000));
    const after = (await takenOn()).reduce((sum, { taken }) => sum + taken.amountMinor, 0);
    expect(before - after).toBe(totalMinor);
    await settle(new Date());
  });

  it('tells what an order brings and names what it does not know yet', async () => {
    const { orderId } = await aPaidOrder();
    const order = await test.db.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { items: true, parcels: true },
    });
    const { currency, totalMinor, taxMinor } = order;
    const [item] = order.items;
    await test.db.price.updateMany({
      where: { productId: item?.productId ?? '', currency },
      data: { costMinor: 700 },
    });
    await test.db.payment.updateMany({ where: { orderId }, data: { feeMinor: 50 } });
    const marginOf = async () =>
      (await getDashboard(admin)).margins?.find((row) => row.order.id === orderId);
    const cost = (item?.quantity ?? 0) * 700;
    const early = await marginOf();
    expect(early).toMatchObject({
      revenue: { amountMinor: totalMinor - taxMinor, currency },
      print: { amount: { amountMinor: cost }, isComplete: true },
      delivery: { amount: { amountMinor: 0 }, isComplete: false },
      fees: { amount: { amountMinor: 50 }, isComplete: true },
      ai: { amount: { amountMinor: 0 }, isComplete: true },
      isComplete: false,
    });
    await test.db.shipment.create({
      data: {
        id: newId('shipment'),
        orderId,
        parcelId: order.parcels[0]?.id ?? null,
        carrier: 'other',
        trackingNumber: 'X12345',
        costMinor: 300,
        costCurrency: currency,
      },
    });
    expect(await marginOf()).toMatchObject({
      margin: { amountMinor: totalMinor - taxMinor - cost - 50 - 300 },
      isComplete: true,
    });
  });

  it('tells how old unprocessed events are, and what the newest check of the ledger found', async () => {
    const receivedAt = new Date(Date.now() - 3_600_000);
    await test.db.webhookEvent.create({
      data: {
        id: newId('webhookEvent'),
        provider: 'stripe',
        externalId: 'evt_late',
        type: 'x',
        body: '{}',
        receivedAt,
      },
    });
    await test.db.starCheck.create({
      data: { id: newId('starCheck'), accounts: 7, rows: 9, violations: [{ rule: 'sum' }] },
    });
    const { events, ledger, waiting } = await getDashboard(admin);
    expect(events).toEqual({ waiting: 1, oldest: receivedAt.toISOString() });
    expect(ledger?.check).toMatchObject({ accounts: 7, violations: 1 });
    expect(waiting).toContainEqual(expect.objectContaining({ kind: 'event' }));
    await test.db.webhookEvent.deleteMany({ where: { externalId: 'evt_late' } });
  });

  it('shows each desk its own part and nothing else', async () => {
    const parts = async (ctx: Ctx) => {
      const { waiting: _, ...rest } = await getDashboard(ctx);
      return Object.entries(rest).flatMap(([part, value]) => (value === null ? [] : [part]));
    };
    expect(await parts(await atDesk())).toEqual([]);
    expect(await parts(await atDesk('CONTENT'))).toEqual(['funnel']);
    expect(await parts(await atDesk('PRODUCTION'))).toEqual(['counts', 'funnel']);
    expect(await parts(await atDesk('SUPPORT'))).toEqual(['counts', 'funnel']);
    expect(await parts(await atDesk('FINANCE'))).toEqual([
      'counts',
      'revenue',
      'margins',
      'funnel',
      'ledger',
      'events',
    ]);
    expect(await parts(admin)).toContain('queues');
    await expect(getDashboard(await person())).rejects.toThrow('account.not_allowed');
  });

  it('tells each desk what waits for its people only', async () => {
    await test.db.outboxMessage.create({
      data: {
        id: newId('outboxMessage'),
        dedupeKey: 'lost',
        channel: 'MAIL',
        recipient: 'a@example.com',
        template: 'order-paid',
        locale: 'en',
        data: {},
        status: 'FAILED',
      },
    });
    await test.db.webhookEvent.create({
      data: {
        id: newId('webhookEvent'),
        provider: 'stripe',
        externalId: 'evt_stuck',
        type: 'x',
        body: '{}',
        receivedAt: new Date(Date.now() - 3_600_000),
      },
    });
    const kinds = async (ctx: Ctx) => [
      ...new Set((await getDashboard(ctx)).waiting.map(({ kind }) => kind)),
    ];
    expect(await kinds(await atDesk('SUPPORT'))).toEqual(['mail']);
    expect(await kinds(await atDesk('FINANCE'))).toEqual(['event']);
    expect(await kinds(await atDesk('PRODUCTION'))).toEqual([]);
    expect((await kinds(admin)).sort()).toEqual(['event', 'mail']);
    await test.db.webhookEvent.deleteMany({ where: { externalId: 'evt_stuck' } });
  });
});
