import { PgBoss } from 'pg-boss';
import { expect } from 'vitest';
import { DomainError } from '@/lib/core/errors';
import { dayAt } from '@/lib/core/plain-date';
import { randomFrom } from '@/lib/core/random-from';
import type { Ctx } from '@/lib/db/context';
import type { PaymentProvider } from '@/lib/db/generated/client';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { compareTill } from '@/lib/payments/compare-till';
import { receivePaymentEvent } from '@/lib/payments/receive-payment-event';
import { reconcilePayments } from '@/lib/payments/reconcile-payments';
import { settlePayment } from '@/lib/payments/settle-payment';
import type { PaymentGateway } from '@/lib/providers/ports/payment-gateway';
import type { TestDatabase } from '@/tests/support/database';
import { drainWith, runJob } from '../../orders/shop';

/*
 * How to walk another till: give `walkStorm` a StormTill that speaks to its adapter and its stand-in (see
 * stripe-till.ts), and a Sale (order-sale.ts; things other than orders bring their own). Nothing in here knows a provider.
 */

export type SignedEvent = { rawBody: string; signature: string };

/** A till in a storm: its real adapter against its stand-in. */
export type StormTill = {
  provider: PaymentProvider;
  gateway: PaymentGateway;
  /** The customer on the till's page; a page that is closed or paid already only says so. */
  press(page: string, outcome: 'pay' | 'decline'): Promise<unknown>;
  /** Events that the till made since the last call, signed as it sends them, oldest first. */
  newEvents(): SignedEvent[];
  /** The same event as somebody without the key would send it: changed, or signed with another key. */
  forge(event: SignedEvent, random: () => number): SignedEvent;
  /** What may happen at the till besides: a lost answer, payments that take their time… `null` where it cannot. */
  accidents: Record<string, (page: string) => unknown>;
  /** A good day again, and everything that takes its time has come to its end. */
  calm(): Promise<void>;
  close(): Promise<void>;
};

/** One thing that somebody wants to buy, from its first pay page to its end. */
export type Course = {
  id: string;
  /** Addresses of all pay pages that were opened for it. */
  pages: string[];
  paymentIds(): Promise<string[]>;
  /** What the buyer and staff do besides paying, by name: another attempt, coming back, cancelling, refunding… */
  actions: Record<string, (random: () => number) => Promise<unknown>>;
  /** Ends what can still be ended, so that later courses do not ask about it over and over. */
  close(): Promise<unknown>;
};

export type Sale = {
  begin(randoms: (() => number)[]): Promise<Course[]>;
  /**
   * How each course stands, to see that they reach the ends that matter, and what does not hold once everything has
   * arrived; no problem is well.
   */
  look(courses: Course[]): Promise<{ end: string; problems: string[] }[]>;
};

export type Storm = {
  test: TestDatabase;
  /** A context of the system with all tills, and with the storm's clock. */
  system(): Ctx;
  clock: { offsetMs: number };
  tills: StormTill[];
  sale: Sale;
  courses: number;
  seed: number;
};

/** A storm that is weathered at the second try has shown what it is for: no retry. */
export const ONCE = { retry: 0, timeout: 7_200_000 };

/** So many courses run at once, their events and jobs in one heap, as in a shop. */
const TOGETHER = 25;
const STEPS = 5;
/** So many events arrive, and so many jobs are worked off, at the same moment. */
const AT_ONCE = 4;

/** What one wave of courses shares. */
type Wave = {
  storm: Storm;
  boss: PgBoss;
  /** Sent by the tills and not yet here. */
  underWay: { provider: PaymentProvider; event: SignedEvent }[];
  arrived: { provider: PaymentProvider; event: SignedEvent }[];
};

const pick = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

function collect({ storm, underWay }: Wave): void {
  for (const { provider, newEvents } of storm.tills) {
    for (const event of newEvents()) underWay.push({ provider, event });
  }
}

/** Some of what is under way arrives, in any order. */
async function arrive(wave: Wave, random: () => number, share: number): Promise<void> {
  collect(wave);
  const now = wave.underWay.splice(0).map((sent) => ({ sent, rank: random() }));
  now.sort((a, b) => a.rank - b.rank);
  const count = Math.ceil(now.length * share);
  wave.underWay.push(...now.slice(count).map(({ sent }) => sent));
  const arriving = now.slice(0, count);
  while (arriving.length > 0) {
    await Promise.all(
      arriving.splice(0, AT_ONCE).map(({ sent }) => {
        wave.arrived.push(sent);
        const { provider, event } = sent;
        return receivePaymentEvent(wave.storm.system(), provider, event.rawBody, event.signature);
      }),
    );
  }
}

/** Refusals are part of the game; anything else is a bug. */
function bugs(results: PromiseSettledResult<unknown>[]): unknown[] {
  return results
    .flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    .flatMap((reason) => (reason instanceof AggregateError ? reason.errors : [reason]))
    .filter((reason) => !(reason instanceof DomainError));
}

const NETWORK: Record<string, (wave: Wave, random: () => number) => Promise<unknown>> = {
  arrive: (wave, random) => arrive(wave, random, random()),
  twice: async (wave, random) => {
    const sent = pick(wave.arrived, random);
    if (!sent) return;
    const { rawBody, signature } = sent.event;
    await Promise.all([
      receivePaymentEvent(wave.storm.system(), sent.provider, rawBody, signature),
      receivePaymentEvent(wave.storm.system(), sent.provider, rawBody, signature),
    ]);
  },
  lose: async (wave, random) => {
    collect(wave);
    wave.underWay.splice(0, Math.ceil(wave.underWay.length * random()));
  },
  forge: async (wave, random) => {
    const sent = pick([...wave.arrived, ...wave.underWay], random);
    const till = wave.storm.tills.find(({ provider }) => provider === sent?.provider);
    if (!sent || !till) return;
    const { rawBody, signature } = till.forge(sent.event, random);
    const refusal = await receivePaymentEvent(
      wave.storm.system(),
      sent.provider,
      rawBody,
      signature,
    ).catch((error: unknown) => error);
    // A till whose key cannot be had just then refuses as well: "cannot say now".
    const codes = ['webhook.bad_signature', 'payment.provider_unavailable'];
    if (!(refusal instanceof DomainError) || !codes.includes(refusal.code)) {
      throw new Error('a forged event was taken in');
    }
  },
  work: (wave, random) => drainWith(wave.boss, wave.storm.system(), random, AT_ONCE),
  /** The worker forgot that it had worked some events off, or another one did so at the same time. */
  again: async (wave) => {
    const { db } = wave.storm.test;
    const events = await db.webhookEvent.findMany({ orderBy: { receivedAt: 'desc' }, take: 2 });
    const ids = events.map(({ id }) => id);
    await db.webhookEvent.updateMany({
      where: { id: { in: ids } },
      data: { processedAt: null, outcome: null },
    });
    await Promise.all(
      ids.map((webhookEventId) =>
        runJob(wave.storm.system(), { name: 'webhook.process', data: { webhookEventId } }),
      ),
    );
  },
};

/** The process dies after its rows are written and before they are committed. */
const DYING = Object.fromEntries(
  Object.entries(PURPOSES).map(([name, purpose]) => [
    name,
    {
      ...purpose,
      onPaid: async (...args: Parameters<typeof purpose.onPaid>): Promise<never> => {
        await purpose.onPaid(...args);
        throw new DomainError('server.unexpected');
      },
    },
  ]),
);

const OURS: Record<string, (wave: Wave, course: Course) => Promise<unknown>> = {
  settleTwice: async ({ storm }, course) => {
    const [id = ''] = await course.paymentIds();
    await Promise.all([
      settlePayment(storm.system(), id, PURPOSES),
      settlePayment(storm.system(), id, PURPOSES),
    ]);
  },
  crash: async ({ storm }, course) => {
    for (const id of await course.paymentIds()) await settlePayment(storm.system(), id, DYING);
  },
};

async function act(
  wave: Wave,
  course: Course,
  name: string,
  random: () => number,
): Promise<unknown> {
  const page = pick(course.pages, random) ?? '';
  const till = pick(wave.storm.tills, random);
  if (name === 'pay' || name === 'decline') {
    return Promise.all(wave.storm.tills.map(({ press }) => press(page, name)));
  }
  return (
    course.actions[name]?.(random) ??
    NETWORK[name]?.(wave, random) ??
    OURS[name]?.(wave, course) ??
    till?.accidents[name]?.(page)
  );
}

/** Paying is what most people come for. */
const WEIGHED = ['pay', 'pay', 'pay', 'pay', 'decline', 'arrive'];

async function walk(wave: Wave, course: Course, random: () => number): Promise<string[]> {
  const accidents = wave.storm.tills.flatMap((till) => Object.keys(till.accidents));
  const names = [
    ...WEIGHED,
    ...Object.keys(course.actions),
    ...Object.keys(NETWORK),
    ...Object.keys(OURS),
    ...new Set(accidents),
  ];
  const steps: string[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const now = Array.from(
      { length: 1 + Math.floor(random() * 2) },
      () => pick(names, random) ?? '',
    );
    steps.push(now.join('+'));
    const results = await Promise.allSettled(now.map((name) => act(wave, course, name, random)));
    expect({ steps, bugs: bugs(results) }).toEqual({ steps, bugs: [] });
  }
  return steps;
}

/** Everything that was not lost arrives, the reconciliation asks about the rest, and all jobs are worked off. */
async function settle(wave: Wave, random: () => number): Promise<void> {
  const { storm, boss } = wave;
  // Answers may bring new events: a refund that was asked for, a page that was closed.
  for (let round = 0; round < 3; round += 1) {
    for (const till of storm.tills) await till.calm();
    await arrive(wave, random, 1);
    await drainWith(boss, storm.system(), random, AT_ONCE);
    if (round !== 1) continue;
    storm.clock.offsetMs = 2 * 60_000;
    await reconcilePayments(storm.system(), PURPOSES);
    await drainWith(boss, storm.system(), random, AT_ONCE);
    storm.clock.offsetMs = 0;
  }
}

/**
 * Walks random courses of people, tills, network and worker, many at once, and after each wave looks whether the books
 * are right. The seed decides what is done; what overtakes what is up to the machine.
 * @returns how many courses ended how
 */
export async function walkStorm(storm: Storm): Promise<Record<string, number>> {
  const boss = new PgBoss({
    connectionString: storm.test.url,
    max: 4,
    supervise: false,
    schedule: false,
    migrate: false,
    createSchema: false,
  });
  boss.on('error', (error) => storm.test.log.error('queue reader', error));
  await boss.start();
  const ends: Record<string, number> = {};
  const startedAt = Date.now();
  try {
    for (let first = 0; first < storm.courses; first += TOGETHER) {
      const wave: Wave = { storm, boss, underWay: [], arrived: [] };
      const randoms = Array.from(
        { length: Math.min(TOGETHER, storm.courses - first) },
        (_, index) => randomFrom(storm.seed + first + index),
      );
      const courses = await storm.sale.begin(randoms);
      const walked = await Promise.all(
        courses.map((course, index) => walk(wave, course, randoms[index] ?? Math.random)),
      );
      await settle(wave, randomFrom(storm.seed + first));
      const looked = await storm.sale.look(courses);
      for (const [index, { end, problems }] of looked.entries()) {
        const told = { seed: storm.seed + first + index, steps: walked[index] };
        expect({ ...told, problems }).toEqual({ ...told, problems: [] });
        ends[end] = (ends[end] ?? 0) + 1;
      }
      const open = courses.filter((_, index) => looked[index]?.end === 'AWAITING_PAYMENT');
      await Promise.all(open.map((course) => course.close()));
      await settle(wave, randomFrom(storm.seed + first));
      for (const { problems } of await storm.sale.look(courses)) expect(problems).toEqual([]);
    }
    await compareBooks(storm, startedAt);
    await compareAsAtNight(storm, startedAt);
    return ends;
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** What each till took and gave back, from its own books, is what our rows say. */
async function compareBooks({ test, tills }: Storm, startedAt: number): Promise<void> {
  const range = { from: new Date(startedAt - 1000), to: new Date(Date.now() + 3_600_000) };
  for (const { provider, gateway } of tills) {
    const theirs = { taken: 0, takenMinor: 0, returned: 0, returnedMinor: 0 };
    for await (const { kind, amount } of gateway.listEntries(range)) {
      theirs[kind === 'payment' ? 'taken' : 'returned'] += 1;
      theirs[kind === 'payment' ? 'takenMinor' : 'returnedMinor'] += amount.amountMinor;
    }
    const paid = await test.db.payment.aggregate({
      where: { provider, status: 'PAID' },
      _count: true,
      _sum: { amountMinor: true },
    });
    const refunded = await test.db.refund.aggregate({
      where: { status: 'SUCCEEDED', payment: { provider } },
      _count: true,
      _sum: { amountMinor: true },
    });
    expect({ provider, ...theirs }).toEqual({
      provider,
      taken: paid._count,
      takenMinor: paid._sum.amountMinor ?? 0,
      returned: refunded._count,
      returnedMinor: refunded._sum.amountMinor ?? 0,
    });
  }
}

/** The comparison of the night finds what no news came of, and nothing that it cannot put right. */
async function compareAsAtNight(storm: Storm, startedAt: number): Promise<void> {
  const { test, tills, clock, system } = storm;
  clock.offsetMs = 15 * 60_000;
  const days = new Set([startedAt, Date.now()].map((at) => dayAt(new Date(at), 'UTC')));
  for (const { provider, gateway } of tills) {
    for (const day of days) await compareTill(system(), { provider, day }, PURPOSES);
    const range = { from: new Date(startedAt - 1000), to: new Date(Date.now() + 3_600_000) };
    const theirs: string[] = [];
    for await (const one of gateway.listDisputes?.(range) ?? []) {
      theirs.push(`${one.externalId} ${one.state.toUpperCase()}`);
    }
    const ours = await test.db.dispute.findMany({ where: { provider } });
    const known = ours.map(({ externalId, status }) => `${externalId} ${status}`);
    expect(known.sort()).toEqual(theirs.sort());
  }
  clock.offsetMs = 0;
  const open = await test.db.reconciliationFinding.findMany({ where: { resolvedAt: null } });
  expect(open).toEqual([]);
}
