import { describe, expect, it } from 'vitest';
import type { PersonCtx } from '@/lib/db/context';
import { addToCart } from '@/lib/orders/add-to-cart';
import { placeOrder } from '@/lib/orders/place-order';
import { sendReminders } from '@/lib/orders/reminders/send-reminders';
import { anIssuedCertificate } from './gifts-world';
import { openShop } from './open-shop';
import { anApprovedCalendar, aWish, drainJobs, productOf } from './shop';

const { test, shop, clock, system, person } = openShop();
const DAY_MS = 24 * 3_600_000;

type Kind = 'abandoned_cart' | 'next_year';

async function asksFor(ctx: PersonCtx, kind: Kind, isOn = true) {
  const userId = ctx.actor.userId;
  await test.db.messagePreference.create({ data: { userId, kind, channel: 'MAIL', isOn } });
}

async function remindersOf(ctx: PersonCtx) {
  await sendReminders(system());
  const rows = await test.db.outboxMessage.findMany({
    where: { userId: ctx.actor.userId, template: { in: ['abandoned-cart', 'next-year'] } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ template, data }) => ({ template, title: (data as { title: string }).title }));
}

async function fillCart(ctx: PersonCtx, parts: { from?: string } = {}) {
  const { calendarId, proofId } = await anApprovedCalendar(test, ctx, parts);
  const productId = await productOf(test);
  await addToCart(ctx, { calendarId, proofId, productId, quantity: 1 });
  await test.db.cartItem.updateMany({
    where: { ownerId: ctx.actor.userId },
    data: { createdAt: clock.now() },
  });
  return calendarId;
}

/** An order that arrived, of a year that begins in `from`. */
async function owns(ctx: PersonCtx, from: string) {
  const { code } = await anIssuedCertificate(await person('STAFF'), {
    amountMinor: 200_000,
    currency: 'UAH',
  });
  await fillCart(ctx, { from });
  const { orderId } = await placeOrder(ctx, await aWish(ctx, { certificateCodes: [code] }));
  await drainJobs(test, system());
  for (const status of ['IN_PRODUCTION', 'SHIPPED', 'DELIVERED'] as const) {
    await test.db.order.update({ where: { id: orderId }, data: { status } });
  }
}

describe('the reminder of a waiting cart', () => {
  it('goes once to who asked for it, a day after the last calendar was put in, and never later than a week', async () => {
    const [asked, refused, silent] = [await person(), await person(), await person()];
    await asksFor(asked, 'abandoned_cart');
    await asksFor(refused, 'abandoned_cart', false);
    for (const ctx of [asked, refused, silent]) await fillCart(ctx);
    expect(await remindersOf(asked)).toEqual([]);
    shop.offsetMs = 1.1 * DAY_MS;
    expect(await remindersOf(asked)).toEqual([{ template: 'abandoned-cart', title: 'Наш рік' }]);
    shop.offsetMs = 3 * DAY_MS;
    expect(await remindersOf(asked)).toHaveLength(1);
    for (const ctx of [refused, silent]) expect(await remindersOf(ctx)).toEqual([]);
    const late = await person();
    await fillCart(late);
    shop.offsetMs = 12 * DAY_MS;
    await asksFor(late, 'abandoned_cart');
    expect(await remindersOf(late)).toEqual([]);
  });

  it('names a calendar without a title, and is not for a cart that was ordered', async () => {
    const [ctx, buyer] = [await person(), await person()];
    for (const one of [ctx, buyer]) await asksFor(one, 'abandoned_cart');
    const calendarId = await fillCart(ctx);
    await test.db.calendar.update({ where: { id: calendarId }, data: { title: ' ' } });
    await owns(buyer, '2027-09');
    shop.offsetMs = 1.1 * DAY_MS;
    expect(await remindersOf(ctx)).toEqual([{ template: 'abandoned-cart', title: 'Calendar' }]);
    expect(await remindersOf(buyer)).toEqual([]);
  });
});

describe('the reminder of the next year', () => {
  /** The clock stands in this month; calendars run for twelve months. */
  const at = (month: string) => {
    shop.offsetMs = new Date(`${month}-15T12:00:00Z`).getTime() - Date.now();
  };

  it('goes once to who asked for it, in the last three months of what they bought', async () => {
    const [asked, silent] = [await person(), await person()];
    await asksFor(asked, 'next_year');
    for (const ctx of [asked, silent]) await owns(ctx, '2027-01');
    at('2027-09');
    expect(await remindersOf(asked)).toEqual([]);
    at('2027-10');
    expect(await remindersOf(asked)).toEqual([{ template: 'next-year', title: 'Наш рік' }]);
    at('2027-12');
    expect(await remindersOf(asked)).toHaveLength(1);
    at('2028-01');
    expect(await remindersOf(asked)).toHaveLength(1);
    expect(await remindersOf(silent)).toEqual([]);
  });

  it('is not for who has the next year already', async () => {
    const ctx = await person();
    await asksFor(ctx, 'next_year');
    await owns(ctx, '2027-01');
    await owns(ctx, '2028-01');
    at('2027-11');
    expect(await remindersOf(ctx)).toEqual([]);
    at('2028-11');
    expect(await remindersOf(ctx)).toHaveLength(1);
  });
});
