import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonCtx } from '@/lib/db/context';
import { addToCart } from '@/lib/orders/add-to-cart';
import { changeProduct } from '@/lib/orders/change-product';
import { readDraft } from '@/lib/orders/checkout-draft/read-draft';
import { saveDraft } from '@/lib/orders/checkout-draft/save-draft';
import { sweepDrafts } from '@/lib/orders/checkout-draft/sweep-drafts';
import { getCart } from '@/lib/orders/get-cart';
import { getCheckout } from '@/lib/orders/get-checkout';
import { getOrder } from '@/lib/orders/get-order';
import { placeOrder } from '@/lib/orders/place-order';
import type { CheckoutDraft } from '@/lib/orders/schema';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { useDatabase } from '@/tests/support/database';
import {
  anApprovedCalendar,
  aWish,
  KYIV_ADDRESS,
  openTill,
  press,
  productOf,
  type Till,
} from './shop';

const test = useDatabase();
let till: Till;

beforeAll(async () => {
  await seedCatalogue(test.db);
  till = await openTill(test.filesDir, () =>
    test.ctx(undefined, { providers: { tills: { STRIPE: till.gateway } } }),
  );
});
afterAll(() => till.close());

async function customerWithCart(quantity = 2) {
  const { actor } = await test.person();
  const ctx = test.ctx(actor, {
    providers: { tills: { STRIPE: till.gateway } },
  }) as PersonCtx;
  const { calendarId, proofId } = await anApprovedCalendar(test, ctx);
  const { cartItemId } = await addToCart(ctx, {
    calendarId,
    proofId,
    productId: await productOf(test),
    quantity,
  });
  const draft: CheckoutDraft = {
    contactEmail: 'olena@exam',
    currency: 'UAH',
    till: 'STRIPE',
    parcels: [
      {
        address: { ...KYIV_ADDRESS, city: '' },
        method: 'post',
        pickupPoint: null,
        isGift: true,
        giftNote: 'З Різдвом!',
        items: [{ cartItemId, quantity: 2 }],
      },
    ],
    promoCode: 'AUTUMN26',
    wantedBy: null,
  };
  return { ctx, cartItemId, calendarId, proofId, draft };
}

const shown = { currency: 'UAH', locale: 'uk' } as const;

describe('the checkout draft', () => {
  it('is what the page begins with on any device, unfinished as it is', async () => {
    const { ctx, draft } = await customerWithCart();
    expect((await getCheckout(ctx, shown)).draft).toBeNull();
    await saveDraft(ctx, draft);
    await saveDraft(ctx, { ...draft, contactEmail: 'olena@example.com' });
    expect((await getCheckout(ctx, shown)).draft).toEqual({
      ...draft,
      contactEmail: 'olena@example.com',
    });
  });

  it('is of one person only', async () => {
    const { ctx, draft } = await customerWithCart();
    const { ctx: stranger } = await customerWithCart();
    await saveDraft(ctx, draft);
    expect(await readDraft(stranger)).toBeNull();
  });

  it('goes with the order, and a late call does not bring the addresses back', async () => {
    const { ctx, draft } = await customerWithCart();
    await saveDraft(ctx, draft);
    await placeOrder(ctx, await aWish(ctx));
    expect(await readDraft(ctx)).toBeNull();
    await expect(saveDraft(ctx, draft)).rejects.toMatchObject({ code: 'cart.empty' });
    expect(await test.db.checkoutDraft.count({ where: { ownerId: ctx.actor.userId } })).toBe(0);
  });

  it('is forgotten after thirty days', async () => {
    const { ctx, draft } = await customerWithCart();
    await saveDraft(ctx, draft);
    const days = (count: number) => ({
      ...ctx,
      clock: { now: () => new Date(Date.now() + count * 24 * 3_600_000) },
    });
    await sweepDrafts(days(29));
    expect(await readDraft(ctx)).not.toBeNull();
    await sweepDrafts(days(31));
    expect(await readDraft(ctx)).toBeNull();
  });

  it('in a form of an earlier release is no obstacle', async () => {
    const { ctx } = await customerWithCart();
    await test.db.checkoutDraft.create({
      data: { ownerId: ctx.actor.userId, data: { email: 'old' } },
    });
    expect((await getCheckout(ctx, shown)).draft).toBeNull();
  });
});

describe('another product for a cart line', () => {
  it('keeps calendar, approval and copies; the file alone is ordered once', async () => {
    const { ctx, cartItemId } = await customerWithCart(3);
    await changeProduct(ctx, {
      cartItemId,
      productId: await productOf(test, 'wall-a3-portrait-silk'),
    });
    let [line] = (await getCart(ctx, shown)).lines;
    expect(line).toMatchObject({ id: cartItemId, quantity: 3, isFile: false, problem: null });
    await changeProduct(ctx, { cartItemId, productId: await productOf(test, 'pdf-edition') });
    [line] = (await getCart(ctx, shown)).lines;
    expect(line).toMatchObject({ quantity: 1, isFile: true, problem: null });
  });

  it('becomes one with the same product that is in the cart already', async () => {
    const { ctx, cartItemId, calendarId, proofId } = await customerWithCart(3);
    const productId = await productOf(test, 'wall-a3-portrait-silk');
    await addToCart(ctx, { calendarId, proofId, productId, quantity: 4 });
    await changeProduct(ctx, { cartItemId, productId });
    const { lines } = await getCart(ctx, shown);
    expect(lines.map(({ quantity }) => quantity)).toEqual([7]);
  });

  it('is refused in another format and for another person’s cart', async () => {
    const { ctx, cartItemId } = await customerWithCart();
    const { ctx: stranger } = await customerWithCart();
    const square = await test.db.product.findFirstOrThrow({
      where: { formatId: { not: 'wall-a3-portrait' }, kind: 'PRINTED' },
    });
    const productId = square.id as Awaited<ReturnType<typeof productOf>>;
    await expect(changeProduct(ctx, { cartItemId, productId })).rejects.toMatchObject({
      code: 'cart.format_mismatch',
    });
    await expect(
      changeProduct(stranger, { cartItemId, productId: await productOf(test) }),
    ).rejects.toMatchObject({ code: 'cart.not_found' });
  });
});

describe('the order page', () => {
  it('offers the tills of this installation, the one of the last try named', async () => {
    const { ctx } = await customerWithCart();
    const { orderId, redirectUrl } = await placeOrder(ctx, await aWish(ctx));
    if (redirectUrl) await press(redirectUrl, 'back');
    const { payment } = await getOrder(ctx, { orderId, locale: 'en' });
    expect(payment).toMatchObject({
      tills: ['STRIPE'],
      lastTill: 'STRIPE',
      declineReason: null,
      receiptUrl: null,
    });
  });
});
