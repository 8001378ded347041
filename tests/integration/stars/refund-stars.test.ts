import { describe, expect, it } from 'vitest';
import { type Id, newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/db/context';
import { creditStars, holdStars, releaseHold, settleHold } from '@/lib/stars/ledger';
import { listPurchases } from '@/lib/stars/list-purchases';
import { refundStars } from '@/lib/stars/refund-stars';
import { nextKey, press } from '../orders/shop';
import { openStarShop } from './star-shop';

const { test, shop, person, aPurchase, aPaidPurchase, accountOf, purchaseOf, arrive } =
  openStarShop();

describe('giving stars back', () => {
  it('takes the stars and returns their share of the price, part by part to the last cent', async () => {
    const ctx = await person();
    const { purchaseId } = await aPaidPurchase(ctx);
    const amounts: number[] = [];
    for (const stars of [7, 13, 30]) {
      const { amountMinor } = await refundStars(ctx, { purchaseId, stars, requestKey: nextKey() });
      amounts.push(amountMinor);
    }
    await arrive();
    expect(amounts).toEqual([48, 91, 210]);
    const purchase = await purchaseOf(purchaseId);
    expect(purchase.refundedStars).toBe(50);
    expect(purchase.payment.refundedMinor).toBe(349);
    expect(purchase.payment.refunds.map(({ status }) => status)).toEqual(
      Array.from({ length: 3 }, () => 'SUCCEEDED'),
    );
    expect((await accountOf(ctx))?.balance).toBe(0);
  });

  it('two tabs that give the same stars back at once: once, and never more than was bought', async () => {
    const ctx = await person();
    const { purchaseId } = await aPaidPurchase(ctx);
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, () =>
        refundStars(ctx, { purchaseId, stars: 30, requestKey: nextKey() }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({ code: 'stars.nothing_to_refund' });
      }
    }
    expect((await accountOf(ctx))?.balance).toBe(20);
  });

  it('the same press again is the same refund', async () => {
    const ctx = await person();
    const { purchaseId } = await aPaidPurchase(ctx);
    const wish = { purchaseId, stars: 5, requestKey: nextKey() };
    const answers = await Promise.all([refundStars(ctx, wish), refundStars(ctx, wish)]);
    expect(answers[0]).toEqual(answers[1]);
    await expect(refundStars(ctx, { ...wish, stars: 6 })).rejects.toThrow('request.conflict');
    expect((await accountOf(ctx))?.balance).toBe(45);
  });

  it('gives back no star that is set aside for work', async () => {
    const ctx = await person();
    const { purchaseId } = await aPaidPurchase(ctx);
    const hold = await inTransaction(ctx, (tx) =>
      holdStars(tx, {
        userId: ctx.actor.userId,
        type: 'STAGING',
        stars: 45,
        subjectId: newId('generation'),
      }),
    );
    await expect(refundStars(ctx, { purchaseId, stars: 6, requestKey: nextKey() })).rejects.toThrow(
      'stars.nothing_to_refund',
    );
    expect((await purchaseOf(purchaseId)).payment.refundedMinor).toBe(0);
    await inTransaction(ctx, (tx) => releaseHold(tx, hold, 'cancelled'));
    await refundStars(ctx, { purchaseId, stars: 50, requestKey: nextKey() });
    expect((await accountOf(ctx))?.balance).toBe(0);
  });

  it('the stars come back, once, when the bank refuses the money, and can be given back again', async () => {
    const ctx = await person();
    const { purchaseId } = await aPaidPurchase(ctx);
    shop.till.sandbox.faults.change({ refund: 'fails-later', laterMs: 200, webhookCopies: 3 });
    await refundStars(ctx, { purchaseId, stars: 20, requestKey: nextKey() });
    expect((await accountOf(ctx))?.balance).toBe(30);
    await arrive();
    const failed = await purchaseOf(purchaseId);
    expect(failed.payment.refunds[0]?.status).toBe('FAILED');
    expect(failed).toMatchObject({ refundedStars: 0 });
    expect(await accountOf(ctx)).toMatchObject({ balance: 50, rowCount: 3 });
    shop.till.sandbox.faults.reset();
    await refundStars(ctx, { purchaseId, stars: 50, requestKey: nextKey() });
    await arrive();
    expect((await purchaseOf(purchaseId)).payment.refundedMinor).toBe(349);
  });

  it('turns no star that was given into money, whether it came before the spending or after', async () => {
    const ctx = await person();
    const userId = ctx.actor.userId;
    const give = (stars: number) =>
      inTransaction(ctx, (tx) =>
        creditStars(tx, { userId, type: 'BONUS', stars, key: `bonus:${nextKey()}` }),
      );
    const spend = (stars: number) =>
      inTransaction(ctx, async (tx) => {
        const wish = { userId, type: 'STAGING', stars, subjectId: newId('generation') } as const;
        await settleHold(tx, await holdStars(tx, wish));
      });
    await give(10);
    const { purchaseId } = await aPaidPurchase(ctx);
    // The ten that were given go first, then forty of the pack.
    await spend(50);
    await give(45);
    const back = (stars: number) => refundStars(ctx, { purchaseId, stars, requestKey: nextKey() });
    await expect(back(50)).rejects.toThrow('stars.nothing_to_refund');
    await expect(back(11)).rejects.toThrow('stars.nothing_to_refund');
    expect((await listPurchases(ctx))[0]).toMatchObject({ refundable: 10 });
    await back(10);
    await expect(back(1)).rejects.toThrow('stars.nothing_to_refund');
    expect((await accountOf(ctx))?.balance).toBe(45);
  });

  it('leaves another pack’s stars to that pack', async () => {
    const ctx = await person();
    const first = await aPaidPurchase(ctx);
    const second = await aPaidPurchase(ctx);
    await inTransaction(ctx, async (tx) => {
      const wish = { userId: ctx.actor.userId, type: 'STAGING', stars: 50 } as const;
      await settleHold(tx, await holdStars(tx, { ...wish, subjectId: newId('generation') }));
    });
    const back = (purchaseId: Id<'starPurchase'>) =>
      refundStars(ctx, { purchaseId, stars: 50, requestKey: nextKey() });
    await expect(back(first.purchaseId)).rejects.toThrow('stars.nothing_to_refund');
    await back(second.purchaseId);
    expect((await accountOf(ctx))?.balance).toBe(0);
  });

  it('refuses what was never paid, and answers about somebody else’s pack as about none', async () => {
    const ctx = await person();
    const { purchaseId } = await aPurchase(ctx);
    const wish = { purchaseId, stars: 1, requestKey: nextKey() };
    await expect(refundStars(ctx, wish)).rejects.toThrow('stars.nothing_to_refund');
    await expect(refundStars(await person(), wish)).rejects.toThrow('stars.purchase_not_found');
  });
});

it('a pack that is paid when its payer has gone brings no stars: all of the money goes back, once', async () => {
  const ctx = await person();
  const { purchaseId, redirectUrl } = await aPurchase(ctx);
  await test.db.user.update({
    where: { id: ctx.actor.userId },
    data: { blockedAt: new Date() },
  });
  await press(redirectUrl);
  await arrive();
  const { payment, refundedStars } = await purchaseOf(purchaseId);
  expect(payment).toMatchObject({ status: 'PAID', refundedMinor: payment.amountMinor });
  expect(payment.refunds.map(({ status, reason }) => [status, reason])).toEqual([
    ['SUCCEEDED', 'late_payment'],
  ]);
  expect(refundedStars).toBe(0);
  expect((await accountOf(ctx))?.balance ?? 0).toBe(0);
});
