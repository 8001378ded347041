import { beforeAll, describe, expect, it } from 'vitest';
import { changeSetting } from '@/lib/admin/settings/change-setting';
import { listSettings } from '@/lib/admin/settings/list-settings';
import { newId } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { addToCart } from '@/lib/orders/add-to-cart';
import { getOrderClaims } from '@/lib/orders/claims/get-order-claims';
import { getCheckout } from '@/lib/orders/get-checkout';
import { payOrder } from '@/lib/orders/pay-order';
import { sendReminders } from '@/lib/orders/reminders/send-reminders';
import { readSetting } from '@/lib/settings/read-setting';
import { SETTING_KEYS, SETTINGS } from '@/lib/settings/settings';
import { openShop } from '../orders/open-shop';
import {
  anApprovedCalendar,
  aPlacedOrder,
  drainJobs,
  nextKey,
  press,
  productOf,
} from '../orders/shop';

const { test, system, person, shop, aPaidOrder } = openShop();
let admin: Ctx;
beforeAll(async () => {
  admin = (await test.person('ADMIN')).ctx;
});

describe('the settings', () => {
  it('hold their defaults until somebody sets them, and again once they are put back', async () => {
    const before = await listSettings(admin);
    for (const key of SETTING_KEYS) {
      expect(before[key]).toEqual({ value: SETTINGS[key].fallback, changed: null });
    }
    await changeSetting(admin, { settingKey: 'claim_days', value: 60 });
    expect(await readSetting(system(), 'claim_days')).toBe(60);
    expect((await listSettings(admin)).claim_days.changed?.by).toBeTruthy();
    await changeSetting(admin, { settingKey: 'claim_days', value: null });
    expect((await listSettings(admin)).claim_days).toEqual(before.claim_days);
  });

  it('keep on record who changed what from what to what, two at once one after the other', async () => {
    const { id: since } = (await test.db.auditEvent.findFirst({ orderBy: { id: 'desc' } })) ?? {
      id: '',
    };
    const days = [41, 42, 43];
    await Promise.all(
      days.map((value) => changeSetting(admin, { settingKey: 'claim_days', value })),
    );
    const log = await test.db.auditEvent.findMany({
      where: { subject: 'setting:claim_days', action: 'setting.changed', id: { gt: since } },
    });
    const changes = log.map(({ data }) => data as { from: number; to: number });
    expect(changes.map(({ to }) => to).sort()).toEqual(days);
    // A chain: each begins where another ended.
    expect(new Set(changes.map(({ from }) => from)).size).toBe(days.length);
    expect(log.every(({ actorId }) => actorId === admin.actor.userId)).toBe(true);
    await changeSetting(admin, { settingKey: 'claim_days', value: null });
  });

  it.each([
    ['claim_days', 0],
    ['claim_days', 1.5],
    ['claim_days', '30'],
    ['cart_reminders', 'yes'],
    ['closed_tills', ['CASH']],
    ['closed_tills', ['STRIPE', 'STRIPE', 'STRIPE', 'STRIPE']],
    ['star_cost', { EUR: 1 }],
    ['star_cost', { ...SETTINGS.star_cost.fallback, EUR: -1 }],
  ] as const)('refuse %s %j and change nothing', async (settingKey, value) => {
    await expect(changeSetting(admin, { settingKey, value })).rejects.toThrow('setting.invalid');
    expect(await readSetting(system(), settingKey)).toEqual(SETTINGS[settingKey].fallback);
  });

  it('are an admin’s alone', async () => {
    const staff = await person('STAFF');
    const wish = { settingKey: 'cart_reminders', value: false } as const;
    await expect(changeSetting(staff, wish)).rejects.toThrow('account.not_allowed');
    await expect(listSettings(staff)).rejects.toThrow('account.not_allowed');
  });

  it('survive a stored value that no longer fits', async () => {
    await test.db.setting.create({ data: { key: 'claim_days', value: 'soon' } });
    expect(await readSetting(system(), 'claim_days')).toBe(SETTINGS.claim_days.fallback);
    await test.db.setting.delete({ where: { key: 'claim_days' } });
  });
});

describe('a till that is closed', () => {
  it('starts nothing new, and what it began is still paid', async () => {
    const ctx = await person();
    const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
    await changeSetting(admin, { settingKey: 'closed_tills', value: ['STRIPE'] });
    try {
      const asked = payOrder(ctx, { orderId, requestKey: nextKey(), till: 'STRIPE' });
      await expect(asked).rejects.toThrow('payment.till_unavailable');
      const wish = { currency: 'EUR', locale: 'en' } as const;
      expect((await getCheckout(ctx, wish)).tills).toEqual([]);
      await press(redirectUrl);
      await shop.till.sandbox.settled();
      await drainJobs(test, system());
      const order = await test.db.order.findUniqueOrThrow({ where: { id: orderId } });
      expect(order.status).toBe('PAID');
    } finally {
      await changeSetting(admin, { settingKey: 'closed_tills', value: null });
    }
    expect((await getCheckout(ctx, { currency: 'EUR', locale: 'en' })).tills).toEqual(['STRIPE']);
  });
});

describe('reminders of a waiting cart', () => {
  it('are written to those who agreed while they are on, and to nobody while they are off', async () => {
    const ctx = await person();
    const userId = ctx.actor.userId;
    const { calendarId, proofId } = await anApprovedCalendar(test, ctx);
    await addToCart(ctx, { calendarId, proofId, productId: await productOf(test), quantity: 1 });
    const twoDaysAgo = new Date(Date.now() - 2 * 24 * 3_600_000);
    await test.db.cartItem.updateMany({
      where: { ownerId: userId },
      data: { createdAt: twoDaysAgo },
    });
    await test.db.messagePreference.create({
      data: { userId, kind: 'abandoned_cart', channel: 'MAIL', isOn: true },
    });
    const written = async () => {
      await sendReminders(system());
      return test.db.outboxMessage.count({ where: { userId, template: 'abandoned-cart' } });
    };
    await changeSetting(admin, { settingKey: 'cart_reminders', value: false });
    expect(await written()).toBe(0);
    await changeSetting(admin, { settingKey: 'cart_reminders', value: null });
    expect(await written()).toBe(1);
  });
});

describe('the days for reporting a fault', () => {
  it('are as many as set, from the day of delivery', async () => {
    const { ctx, orderId } = await aPaidOrder();
    const deliveredAt = new Date(Date.now() - 40 * 24 * 3_600_000);
    const isOpen = async () => (await getOrderClaims(ctx, { orderId })).canClaim;
    await test.db.$executeRaw`update "Order" set status = 'IN_PRODUCTION' where id = ${orderId}`;
    await test.db.$executeRaw`update "Order" set status = 'SHIPPED' where id = ${orderId}`;
    await test.db.$executeRaw`update "Order" set status = 'DELIVERED' where id = ${orderId}`;
    await test.db.orderEvent.create({
      data: {
        id: newId('orderEvent'),
        orderId,
        kind: 'moved',
        fromStatus: 'SHIPPED',
        toStatus: 'DELIVERED',
        createdAt: deliveredAt,
      },
    });
    expect(await isOpen()).toBe(false);
    await changeSetting(admin, { settingKey: 'claim_days', value: 60 });
    expect(await isOpen()).toBe(true);
    await changeSetting(admin, { settingKey: 'claim_days', value: null });
  });
});
