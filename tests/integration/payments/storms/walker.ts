import { PgBoss } from 'pg-boss';
import { expect } from 'vitest';
import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import type { PaymentProvider } from '@/lib/db/generated/client';
import { PURPOSES } from '@/lib/orders/payment-purposes';
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
  /** Addresses of all pay pages that were opened for it. */
  pages: string[];
  paymentIds(): Promise<string[]>;
  /** What the buyer and staff do besides paying, by name: another attempt, coming back, cancelling, refunding… */
  actions: Record<string, (random: () => number) => Promise<unknown>>;
  /** What does not hold once everything has arrived; empty is well. */
  problems(): Promise<string[]>;
  /** How it stands, to see that the courses reach the ends that matter. */
  end(): Promise<string>;
  /** Ends what is still open, so that later courses do not ask about it over and over. */
  close(): Promise<unknown>;
};

export type Sale = { begin(random: () => number): Promise<Course> };

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

/** So many courses run at once, their events and jobs in one heap, as in a shop. */
const TOGETHER = 25;
const STEPS = 5;

/** Mulberry32: small, and the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

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
  for (const { sent } of now.slice(0, count)) {
    wave.arrived.push(sent);
    await receivePaymentEvent(
      wave.storm.system(),
      sent.provider,
      sent.event.rawBody,
      sent.event.signature,
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
  work: (wave, random) => drainWith(wave.boss, wave.storm.system(), random),
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
    await drainWith(boss, storm.system(), random);
    if (round !== 1) continue;
    storm.clock.offsetMs = 2 * 60_000;
    await reconcilePayments(storm.system(), PURPOSES);
    await drainWith(boss, storm.system(), random);
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
  try {
    for (let first = 0; first < storm.courses; first += TOGETHER) {
      const wave: Wave = { storm, boss, underWay: [], arrived: [] };
      const randoms = Array.from(
        { length: Math.min(TOGETHER, storm.courses - first) },
        (_, index) => randomFrom(storm.seed + first + index),
      );
      const courses = await Promise.all(randoms.map((random) => storm.sale.begin(random)));
      const walked = await Promise.all(
        courses.map((course, index) => walk(wave, course, randoms[index] ?? Math.random)),
      );
      await settle(wave, randomFrom(storm.seed + first));
      for (const [index, course] of courses.entries()) {
        const seed = storm.seed + first + index;
        const problems = await course.problems();
        expect({ seed, steps: walked[index], problems }).toEqual({
          seed,
          steps: walked[index],
          problems: [],
        });
        const end = await course.end();
        ends[end] = (ends[end] ?? 0) + 1;
      }
      await Promise.all(courses.map((course) => course.close()));
      await settle(wave, randomFrom(storm.seed + first));
      for (const course of courses) expect(await course.problems()).toEqual([]);
    }
    await compareBooks(storm);
    return ends;
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** What each till took and gave back, from its own books, is what our rows say. */
async function compareBooks({ test, tills }: Storm): Promise<void> {
  const range = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) };
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
