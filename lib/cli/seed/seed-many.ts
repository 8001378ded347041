import type { PrismaClient } from '@/lib/db/generated/client';
import { allowLongStatements, LONG_MS } from './batches';
import { seedLedger } from './seed-ledger';
import { seedOrders } from './seed-orders';
import { seedPeople } from './seed-people';
import { seedTraces } from './seed-traces';

const ORDERS_OF_ONE = 5;
const ROWS_OF_ONE = 50;
const SAID_EVERY_MS = 5_000;

/**
 * Fills a database with made people, their orders and the rows of their star accounts. The same wish again adds nothing.
 * @param options.appUrl where the links of made letters lead
 * @param options.say takes a line of progress
 */
export async function seedMany(
  db: PrismaClient,
  wish: { orders: number; ledger: number },
  { appUrl, say }: { appUrl: string; say: (line: string) => void },
): Promise<void> {
  const now = new Date();
  const people = Math.max(
    Math.ceil(wish.orders / ORDERS_OF_ONE),
    Math.ceil(wish.ledger / ROWS_OF_ONE),
  );
  const told = async (
    what: string,
    total: number,
    work: (progress: (done: number) => void) => Promise<number>,
  ) => {
    const startedAt = performance.now();
    let saidAt = startedAt;
    const added = await work((done) => {
      if (performance.now() - saidAt < SAID_EVERY_MS) return;
      saidAt = performance.now();
      say(`  ${what}: ${done} of ${total}`);
    });
    say(`${what}: ${added} added in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  };
  await told('customers', people, (progress) => seedPeople(db, people, now, progress));
  await told('orders', wish.orders, (progress) =>
    seedOrders(db, wish.orders, people, now, progress),
  );
  await told('rows that orders leave behind', wish.orders, () => seedTraces(db, appUrl));
  await told('ledger rows', wish.ledger, (progress) =>
    seedLedger(db, wish.ledger, people, progress),
  );
  await db.$transaction(
    async (tx) => {
      await allowLongStatements(tx);
      await tx.$executeRaw`analyze`;
    },
    { timeout: LONG_MS },
  );
}
