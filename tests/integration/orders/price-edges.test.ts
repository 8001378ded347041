import { beforeAll, describe, expect, it } from 'vitest';
import { changeProduct } from '@/lib/admin/change-product';
import { createPromo } from '@/lib/admin/promos/create-promo';
import { ChangePriceSchema } from '@/lib/admin/schema';
import { ChangePackSchema } from '@/lib/admin/stars/schema';
import { CURRENCIES, LARGEST_CHARGE, LEAST_CHARGE } from '@/lib/core/money';
import type { PersonCtx } from '@/lib/db/context';
import { addToCart } from '@/lib/orders/add-to-cart';
import { parseAmount } from '@/lib/orders/parse-amount';
import { placeOrder } from '@/lib/orders/place-order';
import { openShop } from './open-shop';
import { anApprovedCalendar, aParcel, aWish, productOf, quoteOf } from './shop';

const { test, person, orderOf } = openShop();
let staff: PersonCtx;

beforeAll(async () => {
  staff = (await test.person('STAFF')).ctx;
});

async function aCart(quantity: number) {
  const ctx = await person();
  const { calendarId, proofId } = await anApprovedCalendar(test, ctx);
  await addToCart(ctx, { calendarId, proofId, productId: await productOf(test), quantity });
  return ctx;
}

/** A code that takes so much off that `restMinor` of this cart's price is left. */
async function aCodeLeaving(ctx: PersonCtx, restMinor: number): Promise<string> {
  const { total } = await quoteOf(ctx, await aWish(ctx));
  const code = `REST${restMinor}`;
  await createPromo(staff, {
    code,
    kind: 'AMOUNT',
    basisPoints: null,
    amounts: { UAH: total.amountMinor - restMinor },
    minimums: {},
    firstDay: null,
    lastDay: null,
    maxUses: null,
    oncePerCustomer: false,
    isActive: true,
    note: '',
  });
  return code;
}

describe('a rest that no till takes', () => {
  it('is given: the order is paid there and then, and its rows say why', async () => {
    const ctx = await aCart(1);
    await test.db.deliveryRate.updateMany({ data: { amountMinor: 10, extraMinor: 0 } });
    await test.db.wrapPrice.updateMany({ data: { amountMinor: 5 } });
    const code = await aCodeLeaving(ctx, LEAST_CHARGE.UAH - 1);
    const parcels = [await aParcel(ctx, { isGift: true })];
    const wish = await aWish(ctx, { promoCode: code, parcels });
    expect(wish.expectedDueMinor).toBe(LEAST_CHARGE.UAH + 4);
    const plain = await aWish(ctx, { promoCode: code });
    expect(plain.expectedDueMinor).toBe(0);
    const { orderId, redirectUrl } = await placeOrder(ctx, plain);
    expect(redirectUrl).toBeNull();
    const order = await orderOf(orderId);
    expect(order).toMatchObject({ status: 'PAID', totalMinor: 0, taxMinor: 0, payments: [] });
    const rows = order.priceRows as { kind: string; amount: { amountMinor: number } }[];
    expect(rows.find(({ kind }) => kind === 'small_rest')?.amount.amountMinor).toBe(
      1 - LEAST_CHARGE.UAH,
    );
  });

  it('is given too when it is a rest of gift wrap and delivery alone', async () => {
    const ctx = await aCart(1);
    const { items } = await quoteOf(ctx, await aWish(ctx));
    const code = await aCodeLeaving(ctx, 10 - 1);
    const parcels = [await aParcel(ctx, { isGift: true })];
    const { orderId } = await placeOrder(ctx, await aWish(ctx, { promoCode: code, parcels }));
    expect(await orderOf(orderId)).toMatchObject({
      status: 'PAID',
      totalMinor: 0,
      discountMinor: items.amountMinor + 10 + 5,
    });
  });
});

describe('sums beyond any till', () => {
  it('are refused in words before anything is written, and the cart stays', async () => {
    const productId = await productOf(test);
    const before = await test.db.price.findMany({ where: { productId } });
    const ctx = await aCart(99);
    const wish = await aWish(ctx);
    await changeProduct(staff, {
      productId,
      isActive: true,
      prices: [{ currency: 'UAH', amountMinor: LARGEST_CHARGE, steps: [] }],
    });
    await expect(quoteOf(ctx, wish)).rejects.toThrow('cart.sum_too_large');
    await expect(placeOrder(ctx, wish)).rejects.toThrow('cart.sum_too_large');
    expect(await test.db.cartItem.count({ where: { ownerId: ctx.actor.userId } })).toBe(1);
    for (const { id, amountMinor } of before) {
      await test.db.price.update({ where: { id }, data: { amountMinor } });
    }
  });

  it('and prices below what a till takes are no price for staff either', () => {
    for (const currency of CURRENCIES) {
      const product = (amountMinor: number, step = amountMinor) =>
        ChangePriceSchema.safeParse({
          isActive: true,
          prices: [{ currency, amountMinor, steps: [{ fromCopies: 2, amountMinor: step }] }],
        }).success;
      const pack = (amountMinor: number) =>
        ChangePackSchema.safeParse({ isActive: true, prices: [{ currency, amountMinor }] }).success;
      const least = LEAST_CHARGE[currency];
      for (const isTaken of [product, pack]) {
        expect([least - 1, LARGEST_CHARGE + 1, 2 ** 31].map((minor) => isTaken(minor))).toEqual([
          false,
          false,
          false,
        ]);
        expect([least, LARGEST_CHARGE].map((minor) => isTaken(minor))).toEqual([true, true]);
      }
      expect(product(least + 1, least - 1)).toBe(false);
      expect(parseAmount('9999999.99', currency)).toBeNull();
      expect(parseAmount('999999.99', currency)).toBe(LARGEST_CHARGE);
    }
    const xtr = (amountMinor: number) =>
      ChangePackSchema.safeParse({ isActive: true, prices: [{ currency: 'XTR', amountMinor }] })
        .success;
    expect([0, 1, 2 ** 31].map(xtr)).toEqual([false, true, false]);
  });
});
