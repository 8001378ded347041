import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { listAudit } from '@/lib/admin/audit/list-audit';
import { AuditFilterSchema } from '@/lib/admin/audit/schema';
import { listOrders } from '@/lib/admin/board/list-orders';
import { readBoardQuery } from '@/lib/admin/board/schema';
import { getCustomer } from '@/lib/admin/customers/get-customer';
import { listCustomers } from '@/lib/admin/customers/list-customers';
import { CustomerFilterSchema } from '@/lib/admin/customers/schema';
import { getDashboard } from '@/lib/admin/dashboard/get-dashboard';
import { listPacking } from '@/lib/admin/delivery/list-packing';
import { PackingFilterSchema } from '@/lib/admin/delivery/schema';
import { getOrder } from '@/lib/admin/get-order';
import { listMessages } from '@/lib/admin/messages/list-messages';
import { MessageFilterSchema } from '@/lib/admin/messages/schema';
import { getPrintDesk } from '@/lib/admin/print/get-print-desk';
import { PrintFilterSchema } from '@/lib/admin/print/schema';
import { findStarAccount } from '@/lib/admin/stars/find-star-account';
import { getStarDesk } from '@/lib/admin/stars/get-star-desk';
import { getTills } from '@/lib/admin/tills/get-tills';
import { TillsFilterSchema } from '@/lib/admin/tills/schema';
import { listEvents } from '@/lib/admin/webhooks/list-events';
import { EventFilterSchema } from '@/lib/admin/webhooks/schema';
import { mintActor } from '@/lib/core/actor';
import { systemClock } from '@/lib/core/clock';
import { type Id, newId } from '@/lib/core/ids';
import { createDb } from '@/lib/db/client';
import type { Ctx } from '@/lib/db/context';
import { Prisma, type PrismaClient } from '@/lib/db/generated/client';
import { startSandbox } from '@/lib/sandbox/server';
import { findViolations } from '@/lib/stars/check-stars';
import { providers } from '@/lib/wiring';
import { seed } from '@/prisma/seed';
import { startEmbeddedPostgres } from '../database/embedded-postgres';
import { migrate } from '../database/migrate';
import { say } from '../say';
import { madeId } from '../seed/made-ids';
import { madePerson } from '../seed/made-people';
import { seedMany } from '../seed/seed-many';
import { freePort } from '../services';

const APP_URL = 'http://localhost:3000';
const POSTGRES_PORT = 54_391;
const NAME = 32;
const COLUMN = 11;
const WARM_UPS = 5;
const ROUNDS = 60;
/** What staff may count on: times a plain query of the same rows, and times the median with one row in a hundred. */
const GOALS = { ratio: 60, growth: 15 };
/** The first measurement is made with one in a hundred: what grows with the table shows beside it. */
const SMALL_PART = 100;

type DeskPage = {
  name: string;
  /** What the page reads. @returns ids of the rows that it shows; null where it shows sums */
  read(ctx: Ctx): Promise<readonly string[] | null>;
  table: string;
};

type Times = { p50: number; p95: number };
type Measured = { page: Times; plain: Times };

/**
 * Measures what the staff's pages read, each beside a plain query: the same rows by their ids, or, where a page shows
 * sums, one pass over its table. The two take turns, so that a busy machine is busy for both.
 * @returns lines of the report
 */
export async function measureDesk(
  folder: string,
  wish: { orders: number; ledger: number },
): Promise<string[]> {
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    database: 'bench',
    port: await freePort(POSTGRES_PORT),
  });
  const sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    appUrl: APP_URL,
    dataDir: path.join(folder, 'sandbox'),
    webhookUrl: null,
  });
  Object.assign(process.env, {
    DATABASE_URL: postgres.url,
    DATA_DIR: path.join(folder, 'data'),
    AUTH_SECRET: randomUUID() + randomUUID(),
    APP_URL,
    ALLOW_SANDBOX: '1',
    SANDBOX_URL: sandbox.url,
    SANDBOX_SMTP_URL: sandbox.smtpUrl,
  });
  const db = createDb(postgres.url);
  try {
    await migrate(postgres.url);
    await seed(db);
    const ctx = await openDesk(db);
    const small = { orders: wish.orders / SMALL_PART, ledger: wish.ledger / SMALL_PART };
    const runs: Map<string, Measured>[] = [];
    for (const size of [small, wish]) {
      const counts = { orders: Math.ceil(size.orders), ledger: Math.ceil(size.ledger) };
      await seedMany(db, counts, { appUrl: APP_URL, say });
      await vacuum(postgres.url);
      say(`Reading every page with ${counts.orders} orders …`);
      runs.push(await measurePages(ctx, pagesOf(counts)));
    }
    const violations = await findViolations(ctx);
    if (violations.length > 0) throw new Error(`The seeded ledger: ${violations[0]?.rule}`);
    const [before, after] = runs;
    return before && after ? report(wish, before, after) : [];
  } finally {
    await db.$disconnect();
    await sandbox.close();
    postgres.stop();
  }
}

/** What a server does by itself after a while. */
async function vacuum(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

async function openDesk(db: PrismaClient): Promise<Ctx> {
  const userId = newId('user');
  await db.user.create({ data: { id: userId, role: 'ADMIN', email: 'desk@twelvefold.example' } });
  return {
    actor: mintActor({ userId, role: 'ADMIN', hasSecondFactor: true }),
    db,
    providers: providers(),
    clock: systemClock,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (message, error) => say(`${message}: ${error}`),
    },
  };
}

function pagesOf(counts: { orders: number }): DeskPage[] {
  const last = counts.orders - 1;
  const person = madePerson(0, 2027);
  const idsOf = ({ rows }: { rows: readonly { id: string }[] }) => rows.map(({ id }) => id);
  const sums = (name: string, table: string, work: (ctx: Ctx) => Promise<unknown>): DeskPage => ({
    name,
    table,
    async read(ctx) {
      await work(ctx);
      return null;
    },
  });
  const board = (name: string, query: string): DeskPage => ({
    name: `orders: ${name}`,
    table: 'Order',
    read: async (ctx) => idsOf(await listOrders(ctx, readBoardQuery(query))),
  });
  const customers = (name: string, query: object): DeskPage => ({
    name: `customers: ${name}`,
    table: 'User',
    read: async (ctx) => idsOf(await listCustomers(ctx, CustomerFilterSchema.parse(query))),
  });
  const audit = (name: string, query: object): DeskPage => ({
    name: `audit log: ${name}`,
    table: 'AuditEvent',
    read: async (ctx) => idsOf(await listAudit(ctx, AuditFilterSchema.parse(query))),
  });
  const messages = (name: string, query: object): DeskPage => ({
    name: `messages: ${name}`,
    table: 'OutboxMessage',
    read: async (ctx) => idsOf(await listMessages(ctx, MessageFilterSchema.parse(query))),
  });
  const events = (name: string, query: object): DeskPage => ({
    name: `events: ${name}`,
    table: 'WebhookEvent',
    read: async (ctx) => idsOf(await listEvents(ctx, EventFilterSchema.parse(query))),
  });
  return [
    sums('home page', 'Order', getDashboard),
    board('first page', ''),
    board('page 400', 'page=400'),
    board('by total', 'sort=-total'),
    board('by state and country', 'status=DELIVERED&country=PL'),
    board('by till', 'till=MONOBANK'),
    board('that wait for a person', 'person=yes'),
    board('by a name', `search=${encodeURIComponent(person.name)}`),
    board('by an address', `search=${encodeURIComponent(person.email)}`),
    board('by a word nobody has', 'search=zzyzx'),
    {
      name: 'one order',
      table: 'Order',
      async read(ctx) {
        const orderId = madeId('order', last);
        await getOrder(ctx, { orderId, locale: 'en' });
        return [orderId];
      },
    },
    customers('first page', {}),
    customers('page 20', { page: 20 }),
    customers('by a name', { search: person.name }),
    {
      name: 'one customer',
      table: 'User',
      async read(ctx) {
        await getCustomer(ctx, { userId: person.userId as Id<'user'> });
        return [person.userId];
      },
    },
    {
      name: 'packing',
      table: 'Parcel',
      async read(ctx) {
        const filter = PackingFilterSchema.parse({});
        const { parcels } = await listPacking(ctx, { filter, locale: 'en' });
        return parcels.map(({ id }) => id);
      },
    },
    {
      name: 'print',
      table: 'PrintJob',
      async read(ctx) {
        const { jobs } = await getPrintDesk(ctx, PrintFilterSchema.parse({}));
        return jobs.map(({ id }) => id);
      },
    },
    sums('tills', 'Payment', (ctx) => getTills(ctx, TillsFilterSchema.parse({}))),
    events('first page', {}),
    events('by a payment', { search: madeId('payment', last) }),
    messages('first page', {}),
    messages('by an address', { search: person.email }),
    audit('first page', {}),
    audit('page 400', { page: 400 }),
    audit('by its beginning', { action: 'order' }),
    sums('stars', 'StarTransaction', getStarDesk),
    {
      name: 'stars of one person',
      table: 'StarTransaction',
      async read(ctx) {
        const account = await findStarAccount(ctx, { email: person.email, before: null });
        return account?.history.lines.map(({ id }) => id) ?? [];
      },
    },
  ];
}

async function measurePages(ctx: Ctx, pages: readonly DeskPage[]): Promise<Map<string, Measured>> {
  const measured = new Map<string, Measured>();
  for (const { name, table, read } of pages) {
    const ids = await read(ctx);
    const plain =
      ids === null
        ? Prisma.sql`select count(*) from ${Prisma.raw(`"${table}"`)}`
        : Prisma.sql`select * from ${Prisma.raw(`"${table}"`)} where "id" = any(${[...ids]})`;
    const times = { page: [] as number[], plain: [] as number[] };
    for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
      const plainMs = await timed(() => ctx.db.$queryRaw(plain));
      const pageMs = await timed(() => read(ctx));
      if (round < 0) continue;
      times.plain.push(plainMs);
      times.page.push(pageMs);
    }
    measured.set(name, { page: percentiles(times.page), plain: percentiles(times.plain) });
  }
  return measured;
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function percentiles(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

function report(
  { orders, ledger }: { orders: number; ledger: number },
  small: ReadonlyMap<string, Measured>,
  large: ReadonlyMap<string, Measured>,
): string[] {
  const cell = (value: number) => value.toFixed(1).padStart(COLUMN);
  const rows = [...large].map(([name, { page, plain }]) => ({
    name,
    page,
    plain,
    ratio: page.p95 / plain.p95,
    growth: page.p50 / (small.get(name)?.page.p50 ?? Number.NaN),
  }));
  const head = ['p50', 'p95', 'plain p95', 'ratio', 'grown'];
  const goal = (isMet: boolean, text: string) => `${isMet ? 'met   ' : 'MISSED'}  ${text}`;
  return [
    `The staff's pages with ${orders} orders and ${ledger} rows of stars, ${ROUNDS} readings each, ${process.version}`,
    '“plain” are the same rows by their ids, or one count of the table for a page of sums; “grown” is the median beside the',
    `median with ${SMALL_PART} times fewer rows. Milliseconds and ratios; every page also writes its line of the audit log.`,
    '',
    `${''.padEnd(NAME)}${head.map((title) => title.padStart(COLUMN)).join('')}`,
    ...rows.map(({ name, page, plain, ratio, growth }) =>
      [name.padEnd(NAME), ...[page.p50, page.p95, plain.p95, ratio, growth].map(cell)].join(''),
    ),
    '',
    goal(
      rows.every(({ ratio }) => ratio <= GOALS.ratio),
      `the p95 of every page is at most ${GOALS.ratio} times that of a plain query of the same rows`,
    ),
    goal(
      rows.every(({ growth }) => growth <= GOALS.growth),
      `no median grows more than ${GOALS.growth} times with ${SMALL_PART} times the rows`,
    ),
  ];
}
