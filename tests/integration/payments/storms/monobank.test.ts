import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { useDatabase } from '@/tests/support/database';
import { openMonobankTill } from './monobank-till';
import { openOrderSale } from './order-sale';
import { openStripeTill } from './stripe-till';
import { ONCE, type Sale, type StormTill, walkStorm } from './walker';

const test = useDatabase();
const COURSES = Number(process.env.PAYMENT_COURSES || 500);
const SEED = Number(process.env.PAYMENT_SEED || 20_261_122);
const tills: StormTill[] = [];
const clock = { offsetMs: 0, now: () => new Date(Date.now() + clock.offsetMs) };
const parts = () => ({
  clock,
  providers: { tills: Object.fromEntries(tills.map((till) => [till.provider, till.gateway])) },
});
const system = (): Ctx => test.ctx(undefined, parts());
let sale: Sale;

beforeAll(async () => {
  await seedCatalogue(test.db);
  tills.push(await openMonobankTill(), await openStripeTill());
  const person = async (role: 'CUSTOMER' | 'STAFF') =>
    test.ctx((await test.person(role)).actor, parts()) as PersonCtx;
  sale = await openOrderSale({
    test,
    owner: await person('CUSTOMER'),
    staff: await person('STAFF'),
    system,
    clock,
    // Most people stay with Monobank; some go to the other till after it failed, or come from there.
    tills: ['MONOBANK', 'MONOBANK', 'STRIPE'],
  });
});
afterAll(async () => {
  for (const till of tills) await till.close();
});

it(`keeps Monobank's books and ours equal through ${COURSES} random courses`, ONCE, async () => {
  const ends = await walkStorm({ test, system, clock, tills, sale, courses: COURSES, seed: SEED });
  // The courses reach the ends that matter; otherwise they would prove nothing.
  for (const status of ['PAID', 'CANCELLED', 'AWAITING_PAYMENT']) {
    expect(ends[status] ?? 0, status).toBeGreaterThan(COURSES / 50);
  }
});
