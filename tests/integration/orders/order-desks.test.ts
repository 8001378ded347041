import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOrder } from '@/lib/admin/get-order';
import { getOrderParcels } from '@/lib/admin/get-order-parcels';
import { getOrderPayments } from '@/lib/admin/get-order-payments';
import { getOrderPrint } from '@/lib/admin/get-order-print';
import { holdOrder } from '@/lib/admin/hold-order';
import { moveOrder } from '@/lib/admin/move-order';
import { refundOrder } from '@/lib/admin/refund-order';
import { DESKS, type Desk, mintActor } from '@/lib/core/actor';
import type { Id } from '@/lib/core/ids';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { useDatabase } from '@/tests/support/database';
import { aPlacedOrder, drainJobs, nextKey, openTill, press, type Till } from './shop';

const test = useDatabase();
let till: Till;
let orderId: Id<'order'>;
const parts = () => ({ providers: { tills: { STRIPE: till.gateway } } });
const system = (): Ctx => test.ctx(undefined, parts());

beforeAll(async () => {
  await seedCatalogue(test.db);
  till = await openTill(test.filesDir, system);
  const { actor } = await test.person('CUSTOMER');
  const placed = await aPlacedOrder(test, test.ctx(actor, parts()) as PersonCtx);
  orderId = placed.orderId;
  await press(placed.redirectUrl);
  await till.sandbox.settled();
  await drainJobs(test, system());
});
afterAll(() => till.close());

async function memberOf(desk: Desk): Promise<Ctx> {
  const { userId } = await test.person('STAFF');
  return test.ctx(mintActor({ userId, role: 'STAFF', desks: [desk] }), parts());
}

const refused = 'account.not_allowed';
const orderOf = (id: string) =>
  test.db.order.findUniqueOrThrow({
    where: { id },
    include: { payments: { include: { refunds: true } } },
  });

describe('the page of an order', () => {
  it('offers each desk what it may do, and only that', async () => {
    const offers = async (desk: Desk) => {
      const ctx = await memberOf(desk);
      const order = await getOrder(ctx, { orderId, locale: 'en' });
      const print = await getOrderPrint(ctx, { orderId });
      const parcels = await getOrderParcels(ctx, { orderId, locale: 'en' });
      const payments = await getOrderPayments(ctx, { orderId });
      expect([order.items.length, parcels.length, payments.length]).toEqual([1, 1, 1]);
      return {
        moves: order.moves.length > 0,
        hold: order.canHold,
        print: print.mayPrint,
        refund: order.refundable.amountMinor > 0,
      };
    };
    const nothing = { moves: false, hold: false, print: false, refund: false };
    expect(await offers('SUPPORT')).toEqual(nothing);
    expect(await offers('FINANCE')).toEqual({ ...nothing, refund: true });
    expect(await offers('PRODUCTION')).toEqual({
      moves: true,
      hold: true,
      print: true,
      refund: false,
    });
    const content = await memberOf('CONTENT');
    await expect(getOrder(content, { orderId, locale: 'en' })).rejects.toThrow(refused);
    await expect(getOrderPayments(content, { orderId })).rejects.toThrow(refused);
  });

  it('lets production call off what was paid only once finance gave the money back', async () => {
    const { actor } = await test.person('CUSTOMER');
    const placed = await aPlacedOrder(test, test.ctx(actor, parts()) as PersonCtx);
    await press(placed.redirectUrl);
    await till.sandbox.settled();
    await drainJobs(test, system());
    const production = await memberOf('PRODUCTION');
    const seen = () => getOrder(production, { orderId: placed.orderId, locale: 'en' });
    const cancel = () =>
      moveOrder(production, {
        orderId: placed.orderId,
        move: { to: 'CANCELLED', reason: 'no paper' },
      });
    expect(await seen()).toMatchObject({ moves: ['IN_PRODUCTION'], isCancelWithheld: true });
    await expect(cancel()).rejects.toThrow('account.finance_only');
    const { payments, status } = await orderOf(placed.orderId);
    expect([status, payments[0]?.refundedMinor]).toEqual(['PAID', 0]);
    await refundOrder(await memberOf('FINANCE'), {
      orderId: placed.orderId,
      amountMinor: payments[0]?.amountMinor ?? 0,
      reason: 'no paper',
      requestKey: nextKey(),
    });
    expect(await seen()).toMatchObject({
      moves: ['IN_PRODUCTION', 'CANCELLED'],
      isCancelWithheld: false,
    });
    await cancel();
    const after = await orderOf(placed.orderId);
    expect([after.status, after.payments[0]?.refunds.length]).toEqual(['CANCELLED', 1]);
  });

  it('lets production call off what nobody paid', async () => {
    const { actor } = await test.person('CUSTOMER');
    const placed = await aPlacedOrder(test, test.ctx(actor, parts()) as PersonCtx);
    const move = { to: 'CANCELLED' as const, reason: 'x' };
    await moveOrder(await memberOf('PRODUCTION'), { orderId: placed.orderId, move });
    expect((await orderOf(placed.orderId)).status).toBe('CANCELLED');
  });

  it('moves and holds at the hand of production alone, and gives money back at that of finance', async () => {
    for (const desk of DESKS) {
      const ctx = await memberOf(desk);
      if (desk !== 'PRODUCTION') {
        const hold = { orderId, isHeld: true, reason: 'x' };
        await expect(holdOrder(ctx, hold), desk).rejects.toThrow(refused);
        const move = { to: 'CANCELLED' as const, reason: 'x' };
        await expect(moveOrder(ctx, { orderId, move }), desk).rejects.toThrow(refused);
      }
      const refund = { orderId, amountMinor: 1, reason: 'x', requestKey: nextKey() };
      if (desk === 'FINANCE') await refundOrder(ctx, refund);
      else await expect(refundOrder(ctx, refund), desk).rejects.toThrow(refused);
    }
  });
});
