import { expect, it } from 'vitest';
import { DomainError } from '@/lib/core/errors';
import { randomFrom } from '@/lib/core/random-from';
import type { PersonCtx } from '@/lib/db/context';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { settlePayment } from '@/lib/payments/settle-payment';
import { takeInCheckout } from '@/lib/payments/take-in-checkout';
import type { Person } from '@/lib/sandbox/telegram/world';
import { findViolations } from '@/lib/stars/check-stars';
import { refundStars } from '@/lib/stars/refund-stars';
import { nextKey } from '../../orders/shop';
import { aTelegramPerson, openBotShop } from '../../telegram/bot-shop';

const ROUNDS = Number(process.env.PAYMENT_COURSES || 500);
const FIRST_SEED = Number(process.env.PAYMENT_SEED || 1);
const STEPS = 6;
/** Storms that rage side by side. */
const BESIDE = 20;
/** A storm that is weathered at the second try has shown what it is for: no retry. */
const ONCE = { retry: 0, timeout: 7_200_000 };

const { test, shop, updates, system, world, hand, work, customer, aPurchase, pay, ...bot } =
  openBotShop();

type Storm = {
  seed: number;
  random: () => number;
  ctx: PersonCtx;
  own: Person | null;
  purchase: Awaited<ReturnType<typeof aPurchase>>;
  course: string[];
};

async function aStorm(seed: number): Promise<Storm> {
  const random = randomFrom(seed);
  const own = random() < 0.6 ? aTelegramPerson() : null;
  const ctx = await customer(own ?? undefined);
  return { seed, random, ctx, own, purchase: await aPurchase(ctx), course: [] };
}

const chargesOf = ({ purchase }: Storm) =>
  world().file.value.transactions.filter(({ payload }) => payload === purchase.invoice.payload);

/** The updates about one storm's payment; Telegram's own queue is emptied first. */
function waitingFor({ purchase }: Storm): number[] {
  const { deliveries } = world().file.value;
  for (const { update } of deliveries.splice(0)) updates.push({ body: JSON.stringify(update) });
  return updates.flatMap(({ body }, index) =>
    body.includes(purchase.invoice.payload) ? [index] : [],
  );
}

function pick(storm: Storm): number | undefined {
  const waiting = waitingFor(storm);
  return waiting[Math.floor(storm.random() * waiting.length)];
}

/** The worker dies between Telegram's answer and its own note of it. */
async function refundUnnoted({ purchase }: Storm): Promise<void> {
  const refunds = await test.db.refund.findMany({
    where: { status: 'REQUESTED', paymentId: purchase.paymentId },
    include: { payment: true },
  });
  for (const { id, amountMinor, idempotencyKey, payment } of refunds) {
    await system().providers.tills.TELEGRAM?.refund({
      externalPaymentId: payment.externalPaymentId ?? '',
      amount: { amountMinor, currency: 'XTR' },
      idempotencyKey,
      refundId: id,
    });
  }
}

const payer = (storm: Storm) => storm.own ?? aTelegramPerson();

const ACTIONS: Record<string, (storm: Storm) => Promise<unknown>> = {
  pay: (storm) => pay(storm.purchase.invoice, payer(storm)),
  payAgain: async (storm) => {
    await bot.aMinutePasses();
    await pay(storm.purchase.invoice, payer(storm));
  },
  foreignerPays: (storm) => pay(storm.purchase.invoice, aTelegramPerson()),
  // As if two had got their yes at once: the charge is in Telegram's books whatever we wanted.
  chargedTwice: async (storm) => {
    const [first] = chargesOf(storm);
    if (!first || storm.random() > 0.3) return;
    const person = aTelegramPerson();
    const id = `twice-${storm.seed}-${person.id}`;
    world().file.value.transactions.push({ ...first, id, personId: person.id, isRefund: false });
    const { payload: invoice_payload, amount: total_amount } = first;
    const chat = { id: person.id, type: 'private' };
    const successful_payment = {
      currency: 'XTR',
      total_amount,
      invoice_payload,
      telegram_payment_charge_id: id,
    };
    const update = { update_id: person.id, message: { chat, from: person, successful_payment } };
    updates.push({ body: JSON.stringify(update) });
  },
  deliver: async (storm) => {
    const index = pick(storm);
    const [update] = index === undefined ? [] : updates.splice(index, 1);
    if (update) await hand(update);
  },
  deliverTwice: async (storm) => {
    const index = pick(storm);
    const [update] = index === undefined ? [] : updates.splice(index, 1);
    if (update) await Promise.all([hand(update), hand(update)]);
  },
  deliverAndKeep: async (storm) => {
    const update = updates[pick(storm) ?? -1];
    if (update) await hand(update);
  },
  lose: async (storm) => {
    const index = pick(storm);
    if (index !== undefined) updates.splice(index, 1);
  },
  forge: async (storm) => {
    const real = JSON.parse(updates[pick(storm) ?? -1]?.body ?? '{}');
    const body = JSON.stringify({
      ...real,
      update_id: 5_000_000 + Math.floor(Math.random() * 1e9),
    });
    const refusal = await hand({ body }, 'somebody-else').catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'webhook.bad_signature' });
    expect(await test.db.webhookEvent.count({ where: { body } })).toBe(0);
  },
  work: ({ purchase }) => work(purchase.invoice.payload),
  crash: async (storm) => {
    shop.sandbox.faults.change({ dropCount: 1 });
    await refundUnnoted(storm);
    await work(storm.purchase.invoice.payload);
  },
  poll: (storm) => settlePayment(system(), storm.purchase.paymentId, PURPOSES),
  giveBack: async (storm) => {
    const { ctx, purchase } = storm;
    const { purchaseId, stars } = purchase;
    await refundStars(ctx, { purchaseId, stars, requestKey: nextKey() });
    if (storm.random() < 0.5) await refundUnnoted(storm);
  },
};
const NAMES = Object.keys(ACTIONS);

async function walk(storm: Storm): Promise<void> {
  for (let step = 0; step < STEPS; step += 1) {
    const together = 1 + Math.floor(storm.random() * 2);
    // The first step pays more often than not: an unpaid storm is a calm.
    const names = Array.from({ length: together }, () =>
      step === 0 && storm.random() < 0.7
        ? 'pay'
        : (NAMES[Math.floor(storm.random() * NAMES.length)] ?? 'pay'),
    );
    storm.course.push(names.join('+'));
    const results = await Promise.allSettled(names.map((name) => ACTIONS[name]?.(storm)));
    const bugs = results.flatMap((result) =>
      result.status === 'rejected' && !(result.reason instanceof DomainError)
        ? [String(result.reason)]
        : [],
    );
    expect({ seed: storm.seed, course: storm.course, bugs }).toEqual({
      seed: storm.seed,
      course: storm.course,
      bugs: [],
    });
  }
}

/** A calm day: what is left arrives, and what was lost is found in Telegram's books. */
async function calm(storms: readonly Storm[]): Promise<void> {
  shop.sandbox.faults.reset();
  for (const storm of storms) waitingFor(storm);
  await Promise.all(updates.splice(0).map((update) => hand(update)));
  await work();
  await Promise.all(
    storms.map(({ purchase }) => settlePayment(system(), purchase.paymentId, PURPOSES)),
  );
  const till = system().providers.tills.TELEGRAM;
  const [from, to] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)];
  const listed: string[] = [];
  for await (const entry of till?.listEntries({ from, to }) ?? []) {
    if (entry.kind === 'payment') listed.push(entry.externalId);
  }
  const known = await test.db.payment.findMany({
    where: { externalId: { in: listed }, status: 'PAID' },
    select: { externalId: true },
  });
  const settled = new Set(known.map(({ externalId }) => externalId));
  for (const externalId of listed.filter((id) => !settled.has(id))) {
    await takeInCheckout(system(), 'TELEGRAM', externalId, PURPOSES);
  }
  for (let round = 0; round < 2; round += 1) expect(await work()).toEqual([]);
}

async function problemsOf(storm: Storm): Promise<string[]> {
  const { purchase, ctx } = storm;
  const charges = chargesOf(storm);
  const paid = charges.filter(({ isRefund }) => !isRefund);
  const back = charges.filter(({ isRefund }) => isRefund);
  const rows = await test.db.payment.findMany({
    where: { OR: [{ id: purchase.paymentId }, { orphanOfId: purchase.paymentId }] },
    include: { refunds: true },
  });
  const own = rows.find(({ id }) => id === purchase.paymentId);
  const ledger = await test.db.starTransaction.findMany({
    where: { subjectId: purchase.purchaseId },
    select: { type: true, amount: true },
  });
  const credits = ledger.filter(({ type }) => type === 'PURCHASE');
  const isGivenBack = (own?.refundedMinor ?? 0) > 0;
  const problems: string[] = [];
  const law = (holds: boolean, text: string) => {
    if (!holds) problems.push(text);
  };
  law((own?.status === 'PAID') === paid.length > 0, `paid ${paid.length}, is ${own?.status}`);
  law(credits.length === (paid.length > 0 ? 1 : 0), `${credits.length} credits`);
  law(rows.length === Math.max(1, paid.length), `${paid.length} charges, ${rows.length} rows`);
  law(new Set(back.map(({ id }) => id)).size === back.length, 'one charge went back twice');
  const surplus = Math.max(0, paid.length - 1);
  law(back.length === surplus + (isGivenBack ? 1 : 0), `${back.length} went back of ${surplus}`);
  law(
    rows.every(({ refunds }) => refunds.every(({ status }) => status === 'SUCCEEDED')),
    'a refund is open',
  );
  const expected = paid.length > 0 && !isGivenBack ? purchase.stars : 0;
  law((await bot.balanceOf(ctx)) === expected, `balance is not ${expected}`);
  return problems;
}

it(
  `credits stars once and keeps the books even through ${ROUNDS} storms of updates, some of them at once`,
  ONCE,
  async () => {
    const ends = { unpaid: 0, kept: 0, back: 0, twice: 0 };
    for (let first = 0; first < ROUNDS; first += BESIDE) {
      const seeds = Array.from(
        { length: Math.min(BESIDE, ROUNDS - first) },
        (_, index) => FIRST_SEED + first + index,
      );
      const storms = await Promise.all(seeds.map(aStorm));
      await Promise.all(storms.map(walk));
      await calm(storms);
      for (const storm of storms) {
        const problems = await problemsOf(storm);
        const told = { seed: storm.seed, course: storm.course };
        expect({ ...told, problems }).toEqual({ ...told, problems: [] });
        const charges = chargesOf(storm);
        const paid = charges.filter(({ isRefund }) => !isRefund).length;
        if (paid === 0) ends.unpaid += 1;
        else if (paid > 1) ends.twice += 1;
        else if (charges.length > paid) ends.back += 1;
        else ends.kept += 1;
      }
      expect(await findViolations(system())).toEqual([]);
      world().file.value.transactions.length = 0;
      await test.db.payment.updateMany({
        where: { status: { in: ['CREATED', 'PENDING'] } },
        data: { status: 'EXPIRED' },
      });
    }
    // The storms reach the ends that matter; otherwise they would prove nothing.
    for (const [name, count] of Object.entries(ends)) {
      expect([name, count >= ROUNDS / 50]).toEqual([name, true]);
    }
  },
);
