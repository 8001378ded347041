import { expect, it } from 'vitest';
import { type Id, newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { holdStars, settleHold } from '@/lib/stars/ledger';
import { refundStars } from '@/lib/stars/refund-stars';
import { nextKey } from '../orders/shop';
import { openStarShop } from './star-shop';

const { test, system, person, aPaidPurchase, accountOf, arrive } = openStarShop();

/** Everything that the till has told, once more. */
async function tellAgain(): Promise<void> {
  const events = await test.db.webhookEvent.findMany({ select: { id: true } });
  await test.db.webhookEvent.updateMany({ data: { processedAt: null } });
  for (const { id } of events) {
    const webhookEventId = id as Id<'webhookEvent'>;
    await inTransaction(system(), (tx) => enqueue(tx, 'webhook.process', { webhookEventId }));
  }
  await arrive();
}

const bank = async (page: string, outcome: 'dispute' | 'dispute-won' | 'dispute-lost') => {
  await fetch(page, { method: 'POST', body: new URLSearchParams({ outcome }) });
  await arrive();
};

it('stars whose money the bank asks back are taken as far as they are unspent, never more', async () => {
  const ctx = await person();
  const { purchaseId, redirectUrl } = await aPaidPurchase(ctx);
  await inTransaction(ctx, async (tx) => {
    const wish = { userId: ctx.actor.userId, type: 'STAGING', stars: 20 } as const;
    await settleHold(tx, await holdStars(tx, { ...wish, subjectId: newId('generation') }));
  });
  await bank(redirectUrl, 'dispute');
  expect((await accountOf(ctx))?.balance).toBe(0);
  await expect(refundStars(ctx, { purchaseId, stars: 1, requestKey: nextKey() })).rejects.toThrow(
    'stars.nothing_to_refund',
  );
  await bank(redirectUrl, 'dispute-lost');
  expect((await accountOf(ctx))?.balance).toBe(0);
});

it('come back once when the bank decides for us, however often it is told', async () => {
  const ctx = await person();
  const { purchaseId, redirectUrl } = await aPaidPurchase(ctx);
  await bank(redirectUrl, 'dispute');
  expect((await accountOf(ctx))?.balance).toBe(0);
  await bank(redirectUrl, 'dispute-won');
  await tellAgain();
  expect((await accountOf(ctx))?.balance).toBe(50);
  await refundStars(ctx, { purchaseId, stars: 50, requestKey: nextKey() });
});

it('leave the stars of another pack alone', async () => {
  const ctx = await person();
  const disputed = await aPaidPurchase(ctx);
  const other = await aPaidPurchase(ctx);
  await bank(disputed.redirectUrl, 'dispute');
  expect((await accountOf(ctx))?.balance).toBe(50);
  await expect(
    refundStars(ctx, { purchaseId: disputed.purchaseId, stars: 50, requestKey: nextKey() }),
  ).rejects.toThrow('stars.nothing_to_refund');
  await refundStars(ctx, { purchaseId: other.purchaseId, stars: 50, requestKey: nextKey() });
});
