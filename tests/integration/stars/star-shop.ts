import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import type { Currency } from '@/lib/core/money';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { findViolations } from '@/lib/stars/check-stars';
import { seedStars } from '@/lib/stars/seed-stars';
import { startStarPurchase } from '@/lib/stars/start-star-purchase';
import { useDatabase } from '../../support/database';
import { drainJobs, nextKey, openTill, press, type Till } from '../orders/shop';

/**
 * Call at the top of a test file: a database with packs, an open till and a clock that a test may move. After each test
 * everything still on its way arrives, and the ledger must hold.
 */
export function openStarShop() {
  const test = useDatabase();
  const shop = { till: undefined as unknown as Till, offsetMs: 0 };
  const clock = { now: () => new Date(Date.now() + shop.offsetMs) };
  const parts = () => ({ clock, providers: { tills: { STRIPE: shop.till.gateway } } });
  const system = (): Ctx => test.ctx(undefined, parts());

  beforeAll(async () => {
    await seedStars(test.db);
    shop.till = await openTill(test.filesDir, system);
  });
  const arrive = async () => {
    // What a job asks of the till may be answered later, by another event.
    do await shop.till.sandbox.settled();
    while ((await drainJobs(test, system())) > 0);
  };
  afterEach(async () => {
    shop.till.sandbox.faults.reset();
    await arrive();
    shop.offsetMs = 0;
    shop.till.answers.length = 0;
    expect(await findViolations(system())).toEqual([]);
  });
  afterAll(() => shop.till.close());

  async function person(role: 'CUSTOMER' | 'STAFF' = 'CUSTOMER'): Promise<PersonCtx> {
    const { actor } = await test.person(role);
    return test.ctx(actor, parts()) as PersonCtx;
  }

  async function aWish(slug = 'stars-50', currency: Currency = 'EUR') {
    const pack = await test.db.starPack.findUniqueOrThrow({
      where: { slug },
      include: { prices: true },
    });
    const price = pack.prices.find((row) => row.currency === currency);
    assert(price, 'the pack has a price');
    return {
      packId: pack.id as Id<'starPack'>,
      currency,
      expectedAmountMinor: price.amountMinor,
      requestKey: nextKey(),
      locale: 'en' as const,
      returnTo: null,
    };
  }

  async function aPurchase(ctx: PersonCtx, slug?: string, currency?: Currency) {
    const { purchaseId, redirectUrl } = await startStarPurchase(ctx, await aWish(slug, currency));
    assert(redirectUrl, 'the pay page opens');
    return { purchaseId, redirectUrl };
  }

  /** Bought, paid and worked off. */
  async function aPaidPurchase(ctx: PersonCtx, slug?: string, currency?: Currency) {
    const purchase = await aPurchase(ctx, slug, currency);
    await press(purchase.redirectUrl);
    await arrive();
    return purchase;
  }

  const accountOf = (ctx: PersonCtx) =>
    test.db.starAccount.findUnique({ where: { userId: ctx.actor.userId } });
  const purchaseOf = (id: string) =>
    test.db.starPurchase.findUniqueOrThrow({
      where: { id },
      include: { payment: { include: { refunds: { orderBy: { createdAt: 'asc' } } } } },
    });

  return {
    test,
    shop,
    system,
    person,
    aWish,
    aPurchase,
    aPaidPurchase,
    accountOf,
    purchaseOf,
    arrive,
  };
}
