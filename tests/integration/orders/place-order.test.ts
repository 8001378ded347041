import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CURRENCIES } from '@/lib/core/money';
import type { PersonCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { addToCart } from '@/lib/orders/add-to-cart';
import { CATALOGUE } from '@/lib/orders/catalogue';
import { changeQuantity } from '@/lib/orders/change-quantity';
import { getCart } from '@/lib/orders/get-cart';
import { getOrder } from '@/lib/orders/get-order';
import { placeOrder } from '@/lib/orders/place-order';
import { removeFromCart } from '@/lib/orders/remove-from-cart';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { useDatabase } from '@/tests/support/database';
import { anApprovedCalendar, aWish, nextKey, openTill, productOf, type Till } from './shop';

const test = useDatabase();
let till: Till;

beforeAll(async () => {
  await seedCatalogue(test.db);
  await seedCatalogue(test.db);
  till = await openTill(test.filesDir, () => shopCtx());
});
afterAll(() => till.close());

const shopCtx = () => test.ctx(undefined, { providers: { tills: { STRIPE: till.gateway } } });

async function customer(now?: Date): Promise<PersonCtx> {
  const { actor } = await test.person();
  return test.ctx(actor, {
    providers: { tills: { STRIPE: till.gateway } },
    ...(now ? { clock: { now: () => now } } : {}),
  }) as PersonCtx;
}

async function customerWithCart(quantity = 1) {
  const ctx = await customer();
  const approved = await anApprovedCalendar(test, ctx);
  const { cartItemId } = await addToCart(ctx, {
    calendarId: approved.calendarId,
    proofId: approved.proofId,
    productId: await productOf(test),
    quantity,
  });
  return { ctx, cartItemId, ...approved };
}

const wishOf = { currency: 'UAH', locale: 'en' } as const;

describe('the catalogue', () => {
  it('is seeded once, and seeding again leaves prices alone that staff changed', async () => {
    expect(await test.db.product.count()).toBe(CATALOGUE.length);
    expect(await test.db.price.count()).toBe(CATALOGUE.length * CURRENCIES.length);
    const price = await test.db.price.findFirstOrThrow();
    await test.db.price.update({ where: { id: price.id }, data: { amountMinor: 4242 } });
    await seedCatalogue(test.db);
    const again = await test.db.price.findUniqueOrThrow({ where: { id: price.id } });
    expect(again.amountMinor).toBe(4242);
    await test.db.price.update({
      where: { id: price.id },
      data: { amountMinor: price.amountMinor },
    });
  });

  it('seeded again gives a product the languages that it lacks, and keeps the words it has', async () => {
    const { id, names } = await test.db.product.findFirstOrThrow();
    await test.db.product.update({ where: { id }, data: { names: { en: 'Our own name' } } });
    await seedCatalogue(test.db);
    const again = await test.db.product.findUniqueOrThrow({ where: { id } });
    expect(again.names).toEqual({ ...(names as object), en: 'Our own name' });
    await test.db.product.update({ where: { id }, data: { names: names as object } });
  });
});

describe('the cart', () => {
  it('adds copies of the same approved calendar and counts them', async () => {
    const { ctx, calendarId, proofId } = await customerWithCart(2);
    await addToCart(ctx, { calendarId, proofId, productId: await productOf(test), quantity: 3 });
    const cart = await getCart(ctx, wishOf);
    expect(cart.lines.map(({ quantity }) => quantity)).toEqual([5]);
    // Five copies reach the first volume step: 5 % off.
    expect(cart.items.amountMinor).toBe(5 * 75_905);
    expect(cart.canCheckOut).toBe(true);
    expect(cart.lines[0]?.period).toEqual({ first: '2027-09', last: '2028-08' });
  });

  it('refuses a product of another format, a blocked file, a proof of somebody else and a past year', async () => {
    const ctx = await customer();
    const own = await anApprovedCalendar(test, ctx);
    const productId = await productOf(test);
    const add = (parts: object) =>
      addToCart(ctx, {
        calendarId: own.calendarId,
        proofId: own.proofId,
        productId,
        quantity: 1,
        ...parts,
      });
    const square = await productOf(test, 'wall-300-square-matt');
    await expect(add({ productId: square })).rejects.toThrow('cart.format_mismatch');
    const blocked = await anApprovedCalendar(test, ctx, { verdict: 'blocked' });
    await expect(add({ calendarId: blocked.calendarId, proofId: blocked.proofId })).rejects.toThrow(
      'proof.blocked',
    );
    await expect(add({ proofId: blocked.proofId })).rejects.toThrow('proof.not_found');
    const other = await anApprovedCalendar(test, await customer());
    await expect(add({ proofId: other.proofId })).rejects.toThrow('proof.not_found');
    await expect(add({ calendarId: other.calendarId, proofId: other.proofId })).rejects.toThrow(
      'calendar.not_found',
    );
    const past = await anApprovedCalendar(test, ctx, { from: '2020-01' });
    await expect(add({ calendarId: past.calendarId, proofId: past.proofId })).rejects.toThrow(
      'cart.year_passed',
    );
    expect((await getCart(ctx, wishOf)).lines).toEqual([]);
  });

  it('does not let anybody change or remove what is in another cart', async () => {
    const { cartItemId } = await customerWithCart();
    const stranger = await customer();
    await expect(changeQuantity(stranger, { cartItemId, quantity: 9 })).rejects.toThrow(
      'cart.not_found',
    );
    await expect(removeFromCart(stranger, { cartItemId })).rejects.toThrow('cart.not_found');
  });

  it('says that a calendar changed after its approval, and then cannot be ordered', async () => {
    const { ctx, calendarId, document } = await customerWithCart();
    const wish = await aWish(ctx);
    const changed = { ...document, title: 'Інший рік' } as unknown as Prisma.InputJsonObject;
    await test.db.calendar.update({ where: { id: calendarId }, data: { document: changed } });
    expect((await getCart(ctx, wishOf)).lines[0]?.problem).toBe('proof.outdated');
    await expect(placeOrder(ctx, wish)).rejects.toThrow('proof.outdated');
  });

  it('asks for a new approval when staff correct a holiday that the calendar prints', async () => {
    const { ctx } = await customerWithCart();
    expect((await getCart(ctx, wishOf)).canCheckOut).toBe(true);
    const holiday = await test.db.holiday.create({
      data: {
        id: 'hol_00000000test',
        country: 'UA',
        action: 'ADD',
        monthDay: '10-12',
        names: { en: 'Test day', uk: 'Тестовий день' },
        kind: 'PUBLIC',
        reason: 'test',
        createdById: ctx.actor.userId,
      },
    });
    expect((await getCart(ctx, wishOf)).lines[0]?.problem).toBe('proof.outdated');
    await test.db.holiday.update({ where: { id: holiday.id }, data: { deletedAt: new Date() } });
    expect((await getCart(ctx, wishOf)).canCheckOut).toBe(true);
  });
});

describe('placing an order', () => {
  it('freezes what was approved: document, file, prices, pictures; and empties the cart', async () => {
    const { ctx, document, proofId, pictureId } = await customerWithCart(2);
    const wish = await aWish(ctx);
    const { orderId, redirectUrl } = await placeOrder(ctx, wish);
    expect(redirectUrl).toContain(till.sandbox.url);
    const order = await test.db.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { items: { include: { pictures: true } }, parcels: true, payments: true },
    });
    expect(order.status).toBe('AWAITING_PAYMENT');
    expect(order.number).toMatch(/^T-\d\d-\d{6}$/);
    expect(order.totalMinor).toBe(2 * 79_900 + 9000 + 1000);
    expect(order.totalMinor).toBe(wish.expectedDueMinor);
    expect(order.taxMinor).toBe(order.totalMinor - Math.round((order.totalMinor * 10) / 12));
    const [parcel] = order.parcels;
    expect(parcel?.address).toMatchObject({ phone: '+380671234567', city: 'Київ' });
    expect(parcel?.taxMinor).toBe(order.taxMinor);
    const [item] = order.items;
    const proof = await test.db.proof.findUniqueOrThrow({ where: { id: proofId } });
    expect(item?.document).toEqual(document);
    expect(item?.fileSha256).toBe(proof.fileSha256);
    expect(item?.pictures.map((row) => row.pictureId)).toEqual([pictureId]);
    expect(order.payments).toHaveLength(1);
    expect(order.payments[0]).toMatchObject({ status: 'PENDING', amountMinor: order.totalMinor });
    expect((await getCart(ctx, wishOf)).lines).toEqual([]);
    await expect(
      test.db.orderItem.update({ where: { id: item?.id ?? '' }, data: { quantity: 1 } }),
    ).rejects.toThrow();
  });

  it('places one order for twenty presses at once with the same key, and refuses the key for another wish', async () => {
    const { ctx } = await customerWithCart();
    const wish = await aWish(ctx);
    const results = await Promise.all(Array.from({ length: 20 }, () => placeOrder(ctx, wish)));
    expect(new Set(results.map(({ orderId }) => orderId)).size).toBe(1);
    expect(await test.db.order.count({ where: { ownerId: ctx.actor.userId } })).toBe(1);
    expect(await test.db.payment.count({ where: { ownerId: ctx.actor.userId } })).toBe(1);
    await expect(placeOrder(ctx, { ...wish, contactEmail: 'other@example.com' })).rejects.toThrow(
      'request.conflict',
    );
  });

  it('places one order when two windows press with different keys', async () => {
    const { ctx } = await customerWithCart();
    const wish = await aWish(ctx);
    const results = await Promise.allSettled([
      placeOrder(ctx, wish),
      placeOrder(ctx, { ...wish, requestKey: nextKey() }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await test.db.order.count({ where: { ownerId: ctx.actor.userId } })).toBe(1);
  });

  it('charges what the server computes: another total is refused, whichever way it differs', async () => {
    const { ctx } = await customerWithCart();
    const wish = await aWish(ctx);
    for (const expectedDueMinor of [0, 1, wish.expectedDueMinor - 1, wish.expectedDueMinor + 1]) {
      await expect(placeOrder(ctx, { ...wish, expectedDueMinor })).rejects.toThrow(
        'cart.total_changed',
      );
    }
    expect(await test.db.order.count({ where: { ownerId: ctx.actor.userId } })).toBe(0);
  });

  it('wants the months and the year of every calendar confirmed, exactly', async () => {
    const { ctx } = await customerWithCart();
    const wish = await aWish(ctx);
    const [period] = wish.confirmed;
    if (!period) throw new Error('one calendar is in the cart');
    for (const confirmed of [
      [],
      [{ ...period, first: '2026-09' as typeof period.first }],
      [{ ...period, last: '2028-09' as typeof period.last }],
    ]) {
      await expect(placeOrder(ctx, { ...wish, confirmed })).rejects.toThrow(
        'cart.year_unconfirmed',
      );
    }
  });

  it('refuses a bad address, an unserved country, a bad e-mail and an empty cart, and writes nothing', async () => {
    const { ctx } = await customerWithCart();
    const wish = await aWish(ctx);
    const address = (parts: object) => ({
      ...wish,
      parcels: wish.parcels.map((parcel) => ({
        ...parcel,
        address: { ...parcel.address, ...parts },
      })),
    });
    await expect(placeOrder(ctx, address({ postalCode: '1' }))).rejects.toMatchObject({
      code: 'order.address_invalid',
      fields: { 'parcels.0.address.postalCode': 'bad_postal_code' },
    });
    await expect(placeOrder(ctx, address({ country: 'KP' }))).rejects.toThrow(
      'order.country_not_served',
    );
    await expect(placeOrder(ctx, { ...wish, contactEmail: 'a@b' })).rejects.toThrow(
      'order.email_invalid',
    );
    await expect(placeOrder(await customer(), wish)).rejects.toThrow('cart.empty');
    expect(await test.db.order.count({ where: { ownerId: ctx.actor.userId } })).toBe(0);
  });

  it('stands and can be paid later when the payment service does not answer', async () => {
    const { ctx } = await customerWithCart();
    const wish = await aWish(ctx);
    till.sandbox.faults.change({ errorRate: 1 });
    const { orderId, redirectUrl } = await placeOrder(ctx, wish);
    till.sandbox.faults.reset();
    expect(redirectUrl).toBeNull();
    const again = await placeOrder(ctx, wish);
    expect(again.orderId).toBe(orderId);
    expect(again.redirectUrl).toContain('/pay/');
  });

  it('opens one pay page when the answer about it was lost', async () => {
    const { ctx } = await customerWithCart();
    const wish = await aWish(ctx);
    till.sandbox.faults.change({ dropCount: 3 });
    const lost = await placeOrder(ctx, wish);
    till.sandbox.faults.reset();
    expect(lost.redirectUrl).toBeNull();
    const first = await placeOrder(ctx, wish);
    const second = await placeOrder(ctx, wish);
    expect(first.redirectUrl).toBe(second.redirectUrl);
  });

  it('shows an order to nobody but its owner', async () => {
    const { ctx } = await customerWithCart();
    const { orderId } = await placeOrder(ctx, await aWish(ctx));
    const view = await getOrder(ctx, { orderId, locale: 'uk' });
    expect(view.canPay).toBe(true);
    expect(view.parcels[0]?.addressLines[0]).toBe('Олена Коваль');
    await expect(getOrder(await customer(), { orderId, locale: 'uk' })).rejects.toThrow(
      'order.not_found',
    );
  });
});
