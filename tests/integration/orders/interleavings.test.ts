import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { cancelOrder } from '@/lib/orders/cancel-order';
import { expireUnpaidOrders } from '@/lib/orders/expire-unpaid-orders';
import { payOrder } from '@/lib/orders/pay-order';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { refreshOrderPayment } from '@/lib/orders/refresh-order-payment';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { receiveStripeEvent } from '@/lib/payments/receive-stripe-event';
import { reconcilePayments } from '@/lib/payments/reconcile-payments';
import { settlePayment } from '@/lib/payments/settle-payment';
import { SANDBOX_STRIPE_WEBHOOK_SECRET } from '@/lib/sandbox/keys';
import { signatureHeader } from '@/lib/sandbox/stripe/events';
import { useDatabase } from '@/tests/support/database';
import {
  aPlacedOrder,
  drainWith,
  moneyProblems,
  nextKey,
  openTill,
  press,
  runJob,
  startQueueReader,
  type Till,
} from './shop';

const test = useDatabase();
const ROUNDS = 100;
/** The stand-in writes all it knows at every change: a fresh one now and then keeps the test quick. */
const ROUNDS_PER_TILL = 10;
const STEPS = 7;
const SEED = 20_261_121;
let till: Till;
let boss: PgBoss;
let offsetMs = 0;
const clock = { now: () => new Date(Date.now() + offsetMs) };
const system = (): Ctx => test.ctx(undefined, { clock, providers: { stripe: till.gateway } });

beforeAll(async () => {
  await seedCatalogue(test.db);
  boss = await startQueueReader(test);
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await till.close();
});

/** Mulberry32: small, and the same on every machine, so that a failing round can be run again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Round = {
  ctx: PersonCtx;
  orderId: Id<'order'>;
  pages: string[];
  random: () => number;
};

const paymentsOf = ({ orderId }: Round) => test.db.payment.findMany({ where: { orderId } });

/** What people, the provider, the queue and accidents do, in any order. */
const ACTIONS: Record<string, (round: Round) => Promise<unknown>> = {
  pay: (round) => press(round.pages[Math.floor(round.random() * round.pages.length)] ?? '', 'pay'),
  leave: (round) => press(round.pages[0] ?? '', 'back'),
  decline: (round) => press(round.pages.at(-1) ?? '', 'decline'),
  payAgain: async (round) => {
    const { ctx, orderId } = round;
    const { redirectUrl } = await payOrder(ctx, { orderId, requestKey: nextKey() });
    if (redirectUrl) round.pages.push(redirectUrl);
  },
  cancel: ({ ctx, orderId }) => cancelOrder(ctx, { orderId }),
  comeBack: ({ ctx, orderId }) => refreshOrderPayment(ctx, { orderId }),
  work: ({ random }) => drainWith(boss, system(), random),
  settleTwice: async (round) => {
    const [payment] = await paymentsOf(round);
    await Promise.all([
      settlePayment(system(), payment?.id ?? '', PURPOSES),
      settlePayment(system(), payment?.id ?? '', PURPOSES),
    ]);
  },
  crash: async (round) => {
    const dying = {
      ORDER: {
        ...PURPOSES.ORDER,
        async onPaid(): Promise<never> {
          throw new DomainError('server.unexpected');
        },
      },
    };
    for (const { id } of await paymentsOf(round)) await settlePayment(system(), id, dying);
  },
  repeatEvents: async () => {
    const events = await test.db.webhookEvent.findMany({
      orderBy: { receivedAt: 'desc' },
      take: 4,
    });
    for (const { body, id } of events.toReversed()) {
      const now = Math.floor(Date.now() / 1000);
      const signature = signatureHeader(body, SANDBOX_STRIPE_WEBHOOK_SECRET, now);
      await receiveStripeEvent(system(), body, signature);
      await runJob(system(), { name: 'webhook.process', data: { webhookEventId: id } });
    }
  },
  forgetEvents: async () => {
    await test.db.webhookEvent.updateMany({ data: { processedAt: null, outcome: null } });
    const events = await test.db.webhookEvent.findMany({
      orderBy: { receivedAt: 'desc' },
      take: 3,
    });
    for (const { id } of events) {
      await runJob(system(), { name: 'webhook.process', data: { webhookEventId: id } });
    }
  },
  tomorrow: async () => {
    offsetMs = 25 * 3_600_000;
    await expireUnpaidOrders(system()).finally(() => {
      offsetMs = 0;
    });
  },
  loseEvents: async () => till.sandbox.faults.change({ webhookLossRate: 0.6 }),
  doubleEvents: async () =>
    till.sandbox.faults.change({ webhookCopies: 3, webhookReorder: true, webhookForged: true }),
  delayPayments: async () => till.sandbox.faults.change({ payment: 'later', laterMs: 60 }),
  delayRefunds: async () => till.sandbox.faults.change({ refund: 'later', laterMs: 60 }),
  loseAnswer: async () => till.sandbox.faults.change({ dropCount: 1 }),
};
const NAMES = Object.keys(ACTIONS);

/** Refusals are part of the game; anything else is a bug. */
function unexpected(results: PromiseSettledResult<unknown>[]): unknown[] {
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  return reasons
    .flatMap((reason) => (reason instanceof AggregateError ? reason.errors : [reason]))
    .filter((reason) => !(reason instanceof DomainError));
}

it(`keeps the books even through ${ROUNDS} random courses of ${STEPS} steps, some of them at once`, async () => {
  const ends: Record<string, number> = {};
  for (let index = 0; index < ROUNDS; index += 1) {
    const random = randomFrom(SEED + index);
    if (index % ROUNDS_PER_TILL === 0) {
      if (index > 0) await till.close();
      // A fresh stand-in knows nothing of what the last one told.
      await test.db.webhookEvent.deleteMany();
      till = await openTill(`${test.filesDir}/till-${index}`, system);
    }
    const { actor } = await test.person();
    const ctx = test.ctx(actor, { clock, providers: { stripe: till.gateway } }) as PersonCtx;
    const placed = await aPlacedOrder(test, ctx);
    const round: Round = { ctx, orderId: placed.orderId, pages: [placed.redirectUrl], random };
    const course: string[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      const together = 1 + Math.floor(random() * 3);
      const names = Array.from(
        { length: together },
        () => NAMES[Math.floor(random() * NAMES.length)] ?? 'pay',
      );
      course.push(names.join('+'));
      const results = await Promise.allSettled(names.map((name) => ACTIONS[name]?.(round)));
      expect({ index, course, errors: unexpected(results) }).toEqual({ index, course, errors: [] });
    }
    till.sandbox.faults.reset();
    await till.sandbox.settled();
    await drainWith(boss, system(), random);
    offsetMs = 2 * 60_000;
    await reconcilePayments(system(), PURPOSES);
    await drainWith(boss, system(), random);
    offsetMs = 0;
    await till.sandbox.settled();
    await drainWith(boss, system(), random);
    const problems = await moneyProblems(test, till.gateway, round.orderId);
    expect({ index, course, problems }).toEqual({ index, course, problems: [] });
    const { status } = await test.db.order.findUniqueOrThrow({ where: { id: round.orderId } });
    ends[status] = (ends[status] ?? 0) + 1;
    if (status !== 'AWAITING_PAYMENT') continue;
    // Ended, so that later rounds do not ask about it over and over.
    await cancelOrder(ctx, { orderId: round.orderId });
    await drainWith(boss, system(), random);
    expect(await moneyProblems(test, till.gateway, round.orderId)).toEqual([]);
  }
  // The courses reach the ends that matter; otherwise they would prove nothing.
  for (const status of ['PAID', 'CANCELLED', 'AWAITING_PAYMENT']) {
    expect(ends[status] ?? 0).toBeGreaterThan(5);
  }
}, 300_000);
