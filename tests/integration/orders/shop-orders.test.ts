import { describe, expect, it } from 'vitest';
import { refundOrder } from '@/lib/admin/refund-order';
import { type Id, newId } from '@/lib/core/ids';
import type { PersonCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { addToCart } from '@/lib/orders/add-to-cart';
import { cancelOrder } from '@/lib/orders/cancel-order';
import { expireUnpaidOrders } from '@/lib/orders/expire-unpaid-orders';
import { getOrder } from '@/lib/orders/get-order';
import { placeOrder } from '@/lib/orders/place-order';
import type { PlaceOrderInput } from '@/lib/orders/schema';
import { anIssuedCertificate } from './gifts-world';
import { openShop } from './open-shop';
import {
  anApprovedCalendar,
  aParcel,
  aWish,
  drainJobs,
  KYIV_ADDRESS,
  nextKey,
  press,
  productOf,
  quoteOf,
} from './shop';

const { test, shop, system, person, orderOf } = openShop();

const LVIV = { ...KYIV_ADDRESS, recipient: 'Марко Коваль', city: 'Львів', postalCode: '79000' };
const LIST = 79_900;

async function customerWith(quantity: number) {
  const ctx = await person();
  const { calendarId, proofId } = await anApprovedCalendar(test, ctx);
  const productId = await productOf(test);
  const { cartItemId } = await addToCart(ctx, { calendarId, proofId, productId, quantity });
  return { ctx, cartItemId };
}

async function aPromo(parts: Partial<Prisma.PromoCodeUncheckedCreateInput> = {}) {
  const id = newId('promoCode');
  const code = `CODE${id.slice(-8)}`.toUpperCase().replace(/[^A-Z0-9]/g, '0');
  await test.db.promoCode.create({
    data: { id, code, kind: 'PERCENT', basisPoints: 1000, ...parts },
  });
  return { id, code, uses: async () => (await promoOf(id)).uses };
}
const promoOf = (id: string) => test.db.promoCode.findUniqueOrThrow({ where: { id } });

async function aCertificate(amountMinor: number) {
  const { id, code } = await anIssuedCertificate(await person('STAFF'), {
    amountMinor,
    currency: 'UAH',
  });
  const balance = async () =>
    (await test.db.giftCertificate.findUniqueOrThrow({ where: { id } })).balanceMinor;
  return { id, code, balance };
}

async function place(ctx: PersonCtx, parts: Partial<PlaceOrderInput> = {}) {
  const { orderId, redirectUrl } = await placeOrder(ctx, await aWish(ctx, parts));
  return { orderId, redirectUrl };
}

async function pay(redirectUrl: string | null) {
  if (!redirectUrl) throw new Error('the pay page opens');
  await press(redirectUrl);
  await shop.till.sandbox.settled();
  await drainJobs(test, system());
}

describe('an order to several addresses', () => {
  it('has a parcel for each, with its own delivery, wrap, tax and days, and every copy in one of them', async () => {
    const { ctx, cartItemId } = await customerWith(5);
    const parcels = [
      await aParcel(ctx, { items: [{ cartItemId, quantity: 3 }] }),
      await aParcel(ctx, {
        address: LVIV,
        method: 'np-courier',
        isGift: true,
        giftNote: 'З любов’ю',
        items: [{ cartItemId, quantity: 2 }],
      }),
    ];
    const { orderId } = await place(ctx, { parcels });
    const order = await test.db.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { parcels: { orderBy: { position: 'asc' }, include: { items: true } }, items: true },
    });
    expect(order.parcels.map(({ items }) => items.map(({ quantity }) => quantity))).toEqual([
      [3],
      [2],
    ]);
    // Five copies of one product, wherever they go: 5 % off each.
    expect(order.items.map(({ unitMinor }) => unitMinor)).toEqual([75_905, 75_905]);
    expect(order.parcels.map(({ deliveryMinor }) => deliveryMinor)).toEqual([11_000, 13_200]);
    expect(order.parcels.map(({ wrapMinor }) => wrapMinor)).toEqual([0, 9900]);
    expect(order.parcels[1]).toMatchObject({ method: 'np-courier', giftNote: 'З любов’ю' });
    expect(order.totalMinor).toBe(5 * 75_905 + 11_000 + 13_200 + 9900);
    expect(order.taxMinor).toBe(order.parcels.reduce((sum, { taxMinor }) => sum + taxMinor, 0));
    const view = await getOrder(ctx, { orderId, locale: 'uk' });
    expect(view.parcels.map(({ recipient }) => recipient)).toEqual([
      'Олена Коваль',
      'Марко Коваль',
    ]);
    expect(view.rows.at(-1)).toMatchObject({
      kind: 'due',
      amount: { amountMinor: order.totalMinor },
    });
    await expect(
      test.db.parcel.update({ where: { id: order.parcels[0]?.id ?? '' }, data: { giftNote: 'x' } }),
    ).rejects.toThrow();
  });

  it('is refused when a copy is left over, a branch is not named, a method is not offered or wrap is not', async () => {
    const { ctx, cartItemId } = await customerWith(2);
    const one = { items: [{ cartItemId, quantity: 1 }] };
    const wish = await aWish(ctx);
    const refused = async (parcels: PlaceOrderInput['parcels'], code: string) =>
      expect(placeOrder(ctx, { ...wish, parcels })).rejects.toThrow(code);
    await refused([await aParcel(ctx, one)], 'cart.parcels_incomplete');
    await refused([await aParcel(ctx, { method: 'np-locker' })], 'delivery.point_required');
    const berlin = {
      ...KYIV_ADDRESS,
      city: 'Berlin',
      postalCode: '10115',
      phone: '+4930123456',
      country: 'DE',
    };
    await refused(
      [await aParcel(ctx, { address: berlin, method: 'np-courier' })],
      'delivery.method_unavailable',
    );
    await test.db.wrapPrice.update({ where: { currency: 'UAH' }, data: { isActive: false } });
    await refused([await aParcel(ctx, { isGift: true })], 'cart.wrap_unavailable');
    await test.db.wrapPrice.update({ where: { currency: 'UAH' }, data: { isActive: true } });
    await expect(placeOrder(ctx, { ...wish, till: 'MONOBANK' })).rejects.toThrow(
      'payment.till_unavailable',
    );
    expect(await test.db.order.count({ where: { ownerId: ctx.actor.userId } })).toBe(0);
    expect(await test.db.parcel.count({ where: { order: { ownerId: ctx.actor.userId } } })).toBe(0);
  });
});

describe('promo codes and certificates in an order', () => {
  it('takes both off in their order, asks the till for exactly the rest and frees both when nobody pays', async () => {
    const { ctx } = await customerWith(1);
    const promo = await aPromo();
    const certificate = await aCertificate(30_000);
    const { orderId, redirectUrl } = await place(ctx, {
      promoCode: promo.code,
      certificateCodes: [certificate.code],
    });
    const order = await orderOf(orderId);
    expect(order).toMatchObject({
      itemsMinor: LIST,
      discountMinor: 7990,
      totalMinor: LIST - 7990 + 9000,
      certificateMinor: 30_000,
      promoCodeId: promo.id,
    });
    expect(order.payments[0]?.amountMinor).toBe(LIST - 7990 + 9000 - 30_000);
    expect(redirectUrl).not.toBeNull();
    expect(await certificate.balance()).toBe(0);
    expect(await promo.uses()).toBe(1);
    shop.offsetMs = 25 * 3_600_000;
    await shop.till.gateway.expireCheckout(order.payments[0]?.externalId ?? '');
    await expireUnpaidOrders(system());
    expect((await orderOf(orderId)).status).toBe('EXPIRED');
    expect(await certificate.balance()).toBe(30_000);
    expect(await promo.uses()).toBe(0);
  });

  it('tells the customer of money that went back to a certificate, once', async () => {
    const { ctx } = await customerWith(1);
    const staff = await person('STAFF');
    const certificate = await aCertificate(100_000);
    const { orderId } = await place(ctx, { certificateCodes: [certificate.code] });
    const wish = { orderId, amountMinor: 500, reason: 'crease', requestKey: nextKey() };
    await Promise.all([refundOrder(staff, wish), refundOrder(staff, wish)]);
    const mails = await test.db.outboxMessage.findMany({
      where: { subject: orderId, template: 'order-refunded', channel: 'MAIL' },
    });
    expect(mails.map(({ data }) => data)).toMatchObject([
      { amount: { amountMinor: 500 }, isCertificate: true },
    ]);
    await cancelOrder(ctx, { orderId });
  });

  it('is paid at once where certificates reach: no attempt, one mail, and the rest stays on the certificate', async () => {
    const { ctx } = await customerWith(1);
    const certificate = await aCertificate(100_000);
    const { orderId, redirectUrl } = await place(ctx, { certificateCodes: [certificate.code] });
    const order = await orderOf(orderId);
    expect(redirectUrl).toBeNull();
    expect(order).toMatchObject({ status: 'PAID', payments: [] });
    expect(order.paidAt).not.toBeNull();
    expect(await certificate.balance()).toBe(100_000 - LIST - 9000);
    await cancelOrder(ctx, { orderId });
    expect(await certificate.balance()).toBe(100_000);
    expect((await getOrder(ctx, { orderId, locale: 'uk' })).refunded.amountMinor).toBe(LIST + 9000);
  });

  it('lets one of two people have the last use of a code, and tells the other', async () => {
    const promo = await aPromo({ maxUses: 1 });
    const wishes = await Promise.all(
      [await customerWith(1), await customerWith(1)].map(async ({ ctx }, index) => ({
        ctx,
        wish: await aWish(ctx, {
          promoCode: promo.code,
          contactEmail: `guest${index}@example.com`,
        }),
      })),
    );
    const results = await Promise.allSettled(wishes.map(({ ctx, wish }) => placeOrder(ctx, wish)));
    const lost = results.filter((result) => result.status === 'rejected');
    expect(lost.map(({ reason }) => reason.code)).toEqual(['promo.used_up']);
    expect(await promo.uses()).toBe(1);
  });

  it('lets one of two people spend a certificate, and never takes it below nothing', async () => {
    const certificate = await aCertificate(60_000);
    const wishes = await Promise.all(
      [await customerWith(1), await customerWith(1)].map(async ({ ctx }) => ({
        ctx,
        wish: await aWish(ctx, { certificateCodes: [certificate.code] }),
      })),
    );
    const results = await Promise.allSettled(wishes.map(({ ctx, wish }) => placeOrder(ctx, wish)));
    const lost = results.filter((result) => result.status === 'rejected');
    expect(lost.map(({ reason }) => reason.code)).toEqual(['certificate.empty']);
    expect(await certificate.balance()).toBe(0);
    for (const { ctx } of wishes) {
      const orders = await test.db.order.findMany({ where: { ownerId: ctx.actor.userId } });
      for (const { id } of orders) await cancelOrder(ctx, { orderId: id as Id<'order'> });
    }
    expect(await certificate.balance()).toBe(60_000);
  });

  it('prices on without a code that does not count and says why, but does not place the order with it', async () => {
    const { ctx } = await customerWith(1);
    const wish = await aWish(ctx);
    const wrong = { ...wish, promoCode: 'NOSUCH', certificateCodes: ['AAAA-BBBB-CCCC'] };
    const quote = await quoteOf(ctx, wrong);
    expect(quote.promoProblem).toBe('promo.not_found');
    expect(quote.certificateProblems).toEqual([{ codeEnd: 'CCCC', code: 'certificate.not_found' }]);
    expect(quote.due.amountMinor).toBe(wish.expectedDueMinor);
    await expect(placeOrder(ctx, wrong)).rejects.toThrow('promo.not_found');
    await expect(placeOrder(ctx, { ...wrong, promoCode: null })).rejects.toThrow(
      'certificate.not_found',
    );
  });

  it('gives back what the till took first and the rest to the certificate, never more than was paid', async () => {
    const staff = await person('STAFF');
    const { ctx } = await customerWith(1);
    const certificate = await aCertificate(50_000);
    const { orderId, redirectUrl } = await place(ctx, { certificateCodes: [certificate.code] });
    await pay(redirectUrl);
    const byTill = LIST + 9000 - 50_000;
    const wish = { orderId, amountMinor: byTill + 1000, reason: 'sorry', requestKey: nextKey() };
    await refundOrder(staff, wish);
    await refundOrder(staff, wish);
    await expect(refundOrder(staff, { ...wish, amountMinor: 5 })).rejects.toThrow(
      'request.conflict',
    );
    expect((await orderOf(orderId)).payments[0]?.refundedMinor).toBe(byTill);
    expect(await certificate.balance()).toBe(1000);
    await expect(
      refundOrder(staff, { ...wish, amountMinor: 49_001, requestKey: nextKey() }),
    ).rejects.toThrow('refund.too_much');
    await refundOrder(staff, { ...wish, amountMinor: 49_000, requestKey: nextKey() });
    expect(await certificate.balance()).toBe(50_000);
    await cancelOrder(ctx, { orderId });
    expect(await certificate.balance()).toBe(50_000);
  });

  it('keeps codes and certificates exact through courses of people who order, pay and cancel at once', async () => {
    const promo = await aPromo({ maxUses: 3 });
    const certificate = await aCertificate(150_000);
    const people = await Promise.all(Array.from({ length: 4 }, () => person()));
    const productId = await productOf(test);
    const isTold = ['promo.used_up', 'certificate.empty', 'cart.total_changed'];
    for (let course = 0; course < 5; course += 1) {
      const orders = await Promise.all(
        people.map(async (ctx, index) => {
          const { calendarId, proofId } = await anApprovedCalendar(test, ctx);
          await test.db.cartItem.deleteMany({ where: { ownerId: ctx.actor.userId } });
          await addToCart(ctx, { calendarId, proofId, productId, quantity: 1 });
          try {
            const { orderId } = await place(ctx, {
              promoCode: promo.code,
              certificateCodes: [certificate.code],
              contactEmail: `course${course}-${index}@example.com`,
            });
            return { ctx, orderId, choice: (course * 7 + index * 3) % 5 };
          } catch (error) {
            expect(isTold).toContain((error as { code?: string }).code);
            return null;
          }
        }),
      );
      await Promise.all(
        orders.map(async (order) => {
          if (!order || order.choice === 0) return;
          const twice = order.choice === 1 ? 2 : 1;
          await Promise.all(
            Array.from({ length: twice }, () => cancelOrder(order.ctx, { orderId: order.orderId })),
          );
        }),
      );
      const live = await test.db.order.findMany({
        where: { promoCodeId: promo.id, status: { notIn: ['CANCELLED', 'EXPIRED'] } },
      });
      const spent = live.reduce((sum, { certificateMinor }) => sum + certificateMinor, 0);
      expect(await certificate.balance()).toBe(150_000 - spent);
      expect(await promo.uses()).toBe(live.length);
      expect(live.length).toBeLessThanOrEqual(3);
      for (const { id, ownerId } of live) {
        const owner = people.find(({ actor }) => actor.userId === ownerId);
        if (owner && course % 2 === 0) await cancelOrder(owner, { orderId: id as Id<'order'> });
      }
    }
  });
});
