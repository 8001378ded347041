import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import type { PrintHouses } from '@/lib/providers/ports/print-house';
import { useDatabase } from '@/tests/support/database';
import { aPlacedOrder, drainJobs, moneyProblems, openTill, press, type Till } from './shop';

/**
 * Call at the top of a test file: a database with the catalogue, an open till, and a clock that a test may move. After
 * each test everything still on its way arrives, and the money of the shop must add up.
 * @param houses with an interface; none by default
 */
export function openShop(houses: () => PrintHouses = () => ({})) {
  const test = useDatabase();
  const shop = { till: undefined as unknown as Till, offsetMs: 0 };
  const clock = { now: () => new Date(Date.now() + shop.offsetMs) };
  const providers = () => ({ tills: { STRIPE: shop.till.gateway }, printHouses: houses() });
  const system = (): Ctx => test.ctx(undefined, { clock, providers: providers() });

  beforeAll(async () => {
    await seedCatalogue(test.db);
    shop.till = await openTill(test.filesDir, system);
  });
  afterEach(async () => {
    shop.till.sandbox.faults.reset();
    await shop.till.sandbox.settled();
    await drainJobs(test, system());
    shop.offsetMs = 0;
    shop.till.answers.length = 0;
    expect(await moneyProblems(test, shop.till.gateway)).toEqual([]);
  });
  afterAll(() => shop.till.close());

  async function person(role: 'CUSTOMER' | 'STAFF' = 'CUSTOMER'): Promise<PersonCtx> {
    const { actor } = await test.person(role);
    return test.ctx(actor, { clock, providers: providers() }) as PersonCtx;
  }
  const orderOf = (orderId: string) =>
    test.db.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { payments: { include: { refunds: true }, orderBy: { id: 'asc' } }, events: true },
    });
  const mailsAbout = async (orderId: string) =>
    (
      await test.db.outboxMessage.findMany({
        where: { dedupeKey: { startsWith: `order:${orderId}:` } },
        orderBy: { id: 'asc' },
      })
    ).map(({ template }) => template);

  async function aPaidOrder() {
    const ctx = await person();
    const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
    await press(redirectUrl);
    await shop.till.sandbox.settled();
    await drainJobs(test, system());
    return { ctx, orderId, redirectUrl };
  }

  return { test, shop, clock, system, person, orderOf, mailsAbout, aPaidOrder };
}
