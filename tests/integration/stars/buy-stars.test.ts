import { describe, expect, it } from 'vitest';
import { handlePaymentsReconcile } from '@/lib/jobs/handlers/payments-reconcile';
import { refreshStarPurchase } from '@/lib/stars/refresh-star-purchase';
import { startStarPurchase } from '@/lib/stars/start-star-purchase';
import { press } from '../orders/shop';
import { openStarShop } from './star-shop';

const { test, shop, system, person, aWish, aPurchase, aPaidPurchase, accountOf, purchaseOf } =
  openStarShop();

describe('buying stars', () => {
  it('adds the stars once, however often and in whatever order the events come', async () => {
    shop.till.sandbox.faults.change({ webhookCopies: 4, webhookReorder: true });
    const ctx = await person();
    const { purchaseId } = await aPaidPurchase(ctx);
    expect(await accountOf(ctx)).toMatchObject({ balance: 50, held: 0, rowCount: 1 });
    expect((await purchaseOf(purchaseId)).payment).toMatchObject({
      purpose: 'STARS',
      status: 'PAID',
      amountMinor: 349,
    });
  });

  it('adds nothing for coming back from the pay page without paying', async () => {
    const ctx = await person();
    const { purchaseId, redirectUrl } = await aPurchase(ctx);
    const { location } = await press(redirectUrl, 'back');
    expect(location).toContain(`/account/stars?purchase=${purchaseId}&payment=left`);
    expect(await refreshStarPurchase(ctx, { purchaseId })).toEqual({ state: 'open', stars: 50 });
    expect((await accountOf(ctx))?.balance).toBe(0);
  });

  it('is known at the return of the customer when every event is lost, asked eight times at once', async () => {
    shop.till.sandbox.faults.change({ webhookLossRate: 1 });
    const ctx = await person();
    const { purchaseId, redirectUrl } = await aPurchase(ctx);
    await press(redirectUrl);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => refreshStarPurchase(ctx, { purchaseId })),
    );
    expect(answers.at(-1)).toEqual({ state: 'paid', stars: 50 });
    expect(await accountOf(ctx)).toMatchObject({ balance: 50, rowCount: 1 });
  });

  it('is found by reconciliation when events are lost and nobody comes back', async () => {
    shop.till.sandbox.faults.change({ webhookLossRate: 1 });
    const ctx = await person();
    const { redirectUrl } = await aPurchase(ctx);
    await press(redirectUrl);
    shop.offsetMs = 2 * 60_000;
    await handlePaymentsReconcile(system());
    expect((await accountOf(ctx))?.balance).toBe(50);
  });

  it('pressed twice at once is one purchase with one pay page', async () => {
    const ctx = await person();
    const wish = await aWish();
    const both = await Promise.all([startStarPurchase(ctx, wish), startStarPurchase(ctx, wish)]);
    expect(both[0]).toEqual(both[1]);
    expect(await test.db.starPurchase.count({ where: { ownerId: ctx.actor.userId } })).toBe(1);
    await expect(
      startStarPurchase(ctx, { ...wish, packId: (await aWish('stars-120')).packId }),
    ).rejects.toThrow('request.conflict');
  });

  it('says that it is paid when the same press comes again after paying', async () => {
    const ctx = await person();
    const wish = await aWish();
    const { redirectUrl, purchaseId } = await startStarPurchase(ctx, wish);
    await press(redirectUrl ?? '');
    await refreshStarPurchase(ctx, { purchaseId });
    expect(await startStarPurchase(ctx, wish)).toEqual({ purchaseId, redirectUrl: null });
  });

  it('refuses a price that is no longer the price, an unknown and a withdrawn pack, and notes nothing', async () => {
    const ctx = await person();
    const wish = await aWish();
    await expect(startStarPurchase(ctx, { ...wish, expectedAmountMinor: 1 })).rejects.toThrow(
      'stars.price_changed',
    );
    await expect(
      startStarPurchase(ctx, { ...wish, packId: 'spk_00000000000000000000' }),
    ).rejects.toThrow('stars.pack_not_found');
    await test.db.starPack.update({ where: { slug: 'stars-700' }, data: { isActive: false } });
    await expect(startStarPurchase(ctx, await aWish('stars-700'))).rejects.toThrow(
      'stars.pack_not_found',
    );
    await test.db.starPack.update({ where: { slug: 'stars-700' }, data: { isActive: true } });
    expect(await test.db.starPurchase.count({ where: { ownerId: ctx.actor.userId } })).toBe(0);
    expect(await test.db.payment.count({ where: { ownerId: ctx.actor.userId } })).toBe(0);
  });

  it('keeps a payment of another amount for a person to look at, and adds no stars', async () => {
    shop.till.sandbox.faults.change({ amountOffsetMinor: -100 });
    const ctx = await person();
    const { purchaseId } = await aPaidPurchase(ctx);
    expect(await refreshStarPurchase(ctx, { purchaseId })).toMatchObject({ state: 'review' });
    expect((await accountOf(ctx))?.balance).toBe(0);
  });

  it('answers about somebody else’s purchase as about none', async () => {
    const { purchaseId } = await aPurchase(await person());
    await expect(refreshStarPurchase(await person(), { purchaseId })).rejects.toThrow(
      'stars.purchase_not_found',
    );
  });
});
