import { afterAll, beforeAll, expect, it } from 'vitest';
import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { randomFrom } from '@/lib/core/random-from';
import { inTransaction, type PersonCtx, type TxCtx } from '@/lib/db/context';
import { handleRefundSubmit } from '@/lib/jobs/handlers/refund-submit';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { settleRefund } from '@/lib/payments/submit-refund';
import { findViolations } from '@/lib/stars/check-stars';
import { earnShare } from '@/lib/stars/earn-share';
import { creditStars, debitStars, holdStars, releaseHold, settleHold } from '@/lib/stars/ledger';
import { readLots } from '@/lib/stars/read-lots';
import { refreshStarPurchase } from '@/lib/stars/refresh-star-purchase';
import { refundStars } from '@/lib/stars/refund-stars';
import { seedStudio } from '@/lib/studio/seed-studio';
import { nextKey, press } from '../orders/shop';
import { openStarShop } from './star-shop';

const SEEDS = Number(process.env.STAR_COURSES || 50);
const STEPS = 41;
/** Steps between two looks at every rule of the ledger; the sum of the rows is looked at after each. */
const FULL_CHECK_EVERY = 8;
/** Courses that are walked side by side, as people do. */
const BESIDE = 2;
const FIRST_SEED = Number(process.env.STAR_COURSES_FROM || 1);

const { test, shop, system, person, aPurchase } = openStarShop();
let baseModelId = '';

beforeAll(async () => {
  await seedStudio(test.db);
  const model = await test.db.baseModel.findFirstOrThrow({ where: { type: 'FLUX' } });
  baseModelId = model.id;
});

let steps = 0;
afterAll(() => expect(steps).toBeGreaterThanOrEqual(SEEDS * 40));

type Work = { id: Id<'generation'>; holdId: string; stars: number; parts: Part[] };
type Pack = { purchaseId: Id<'starPurchase'>; left: number };
/** Of which pack; null is what was given. */
type Part = { pack: Pack | null; stars: number };

/** What the account must say, kept without looking at it. */
class Course {
  balance = 0;
  held = 0;
  /** Of the balance, what nobody paid for. */
  gifts = 0;
  readonly works: Work[] = [];
  readonly packs: Pack[] = [];
  readonly told: string[] = [];
  readonly ctx: PersonCtx;
  readonly random: () => number;

  constructor(ctx: PersonCtx, seed: number) {
    this.ctx = ctx;
    this.random = randomFrom(seed);
  }

  upTo(max: number): number {
    return 1 + Math.floor(this.random() * max);
  }

  one<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)];
  }

  get userId(): Id<'user'> {
    return this.ctx.actor.userId;
  }

  /** Gifts leave first, then packs, the oldest first. */
  take(stars: number): Part[] {
    let wanted = stars;
    this.balance -= stars;
    const gift = Math.min(wanted, this.gifts);
    this.gifts -= gift;
    wanted -= gift;
    const parts: Part[] = [{ pack: null, stars: gift }];
    for (const pack of this.packs) {
      const part = Math.min(wanted, pack.left);
      pack.left -= part;
      wanted -= part;
      parts.push({ pack, stars: part });
    }
    return parts;
  }

  give(parts: readonly Part[]): void {
    for (const { pack, stars } of parts) {
      this.balance += stars;
      if (pack) pack.left += stars;
      else this.gifts += stars;
    }
  }

  inTx<T>(run: (tx: TxCtx) => Promise<T>): Promise<T> {
    return inTransaction(this.ctx, run);
  }
}

type Step = (course: Course) => Promise<string>;

/** Starts paid work as the studio does: hold and work in one transaction. */
async function startWork(course: Course, stars: number): Promise<Work> {
  const id = newId('generation');
  return course.inTx(async (tx) => {
    const holdId = await holdStars(tx, {
      userId: course.userId,
      type: 'GENERATION',
      stars,
      subjectId: id,
    });
    await tx.db.generation.create({
      data: {
        id,
        ownerId: course.userId,
        purpose: 'CUSTOMER',
        status: 'RUNNING',
        prompt: 'a lake',
        baseModelId,
        widthPx: 1024,
        heightPx: 768,
        steps: 28,
        guidance: 3.5,
        seed: 7n,
        stars,
        holdId,
      },
    });
    return { id, holdId, stars, parts: [] };
  });
}

/** Ends work if it has not ended; the hold is closed by whoever ends it. */
function endWork(course: Course, work: Work, how: 'COMPLETED' | 'FAILED'): Promise<boolean> {
  return course.inTx(async (tx) => {
    const { count } = await tx.db.generation.updateMany({
      where: { id: work.id, status: 'RUNNING' },
      // The picture itself is no part of this: an erased one needs none.
      data:
        how === 'COMPLETED'
          ? { status: how, deletedAt: new Date() }
          : { status: how, errorCode: 'model.failed' },
    });
    if (count === 0) return false;
    const isClosed =
      how === 'COMPLETED'
        ? await settleHold(tx, work.holdId)
        : await releaseHold(tx, work.holdId, 'model.failed');
    assert(isClosed, 'open work has an open hold');
    return true;
  });
}

function begun(course: Course, work: Work): void {
  course.works.push({ ...work, parts: course.take(work.stars) });
  course.held += work.stars;
}

function forget(course: Course, work: Work): void {
  course.works.splice(course.works.indexOf(work), 1);
  course.held -= work.stars;
}

async function refusedFor(code: string, run: Promise<unknown>): Promise<boolean> {
  try {
    await run;
    return false;
  } catch (error) {
    if (error instanceof DomainError && error.code === code) return true;
    throw error;
  }
}

const buy: Step = async (course) => {
  const { purchaseId, redirectUrl } = await aPurchase(course.ctx);
  if (course.random() < 0.15) {
    await refreshStarPurchase(course.ctx, { purchaseId });
    return 'open a pay page and leave';
  }
  await press(redirectUrl);
  const askers = course.upTo(3);
  await Promise.all(
    Array.from({ length: askers }, () => refreshStarPurchase(course.ctx, { purchaseId })),
  );
  const pack = { purchaseId, left: 0 };
  course.packs.push(pack);
  course.give([{ pack, stars: 50 }]);
  return `buy 50, ${askers} asking at once`;
};

const giveBack: Step = async (course) => {
  const pack = course.one(course.packs);
  if (!pack) return 'nothing to give back';
  const stars = course.upTo(60);
  // What was given, however much, is no part of a pack.
  const fits = stars <= pack.left;
  const isFailing = course.random() < 0.3;
  const { purchaseId } = pack;
  const wish = { purchaseId, stars, requestKey: nextKey() };
  if (!fits) {
    expect(await refusedFor('stars.nothing_to_refund', refundStars(course.ctx, wish))).toBe(true);
    return `refused to give back ${stars}`;
  }
  const [first, second] = await Promise.all([
    refundStars(course.ctx, wish),
    refundStars(course.ctx, wish),
  ]);
  expect(first).toEqual(second);
  const { refundId } = first;
  course.give([{ pack, stars: -stars }]);
  await agrees(course);
  await alone(async () => {
    shop.till.sandbox.faults.change({ refund: isFailing ? 'fails-later' : 'at-once', laterMs: 0 });
    await handleRefundSubmit(system(), { refundId });
    if (isFailing) await shop.till.sandbox.settled();
  });
  if (isFailing) {
    await Promise.all([1, 2].map(() => settleRefundOf(refundId)));
    course.give([{ pack, stars }]);
  }
  return `give back ${stars}${isFailing ? ', which fails' : ''}`;
};

let turn: Promise<unknown> = Promise.resolve();

/** Faults belong to the till, not to a course: whoever sets one has the till alone while it counts. */
function alone<T>(run: () => Promise<T>): Promise<T> {
  const mine = turn.then(run);
  turn = mine.catch(() => undefined);
  return mine;
}

/** As the webhook's job does when the provider says that something became of a refund. */
async function settleRefundOf(refundId: Id<'refund'>): Promise<void> {
  await settleRefund(system(), refundId, PURPOSES);
}

const grant: Step = async (course) => {
  const stars = course.upTo(20);
  const wish = { userId: course.userId, type: 'ADMIN_GRANT' as const, stars, key: nextKey() };
  const both = await Promise.all([
    course.inTx((tx) => creditStars(tx, wish)),
    course.inTx((tx) => creditStars(tx, wish)),
  ]);
  expect(both.filter(Boolean)).toHaveLength(1);
  course.give([{ pack: null, stars }]);
  return `grant ${stars} twice with one key`;
};

const takeBack: Step = async (course) => {
  const stars = course.upTo(30);
  const wish = { userId: course.userId, type: 'ADMIN_GRANT' as const, stars, key: nextKey() };
  const isRefused = await refusedFor(
    'stars.not_enough',
    course.inTx((tx) => debitStars(tx, wish)),
  );
  expect(isRefused).toBe(stars > course.balance);
  if (!isRefused) course.take(stars);
  return `take back ${stars}`;
};

const earn: Step = async (course) => {
  const stars = course.upTo(10);
  const share = { ownerId: course.userId, stars, generationId: newId('generation') };
  const loraModelId = newId('loraModel');
  const isNew = await course.inTx((tx) => earnShare(tx, { ...share, loraModelId }));
  await course.inTx((tx) => earnShare(tx, { ...share, loraModelId }));
  const part = Math.floor(stars * 0.7);
  expect(isNew).toBe(part > 0);
  course.give([{ pack: null, stars: part }]);
  return `earn a part of ${stars}`;
};

const start: Step = async (course) => {
  const stars = course.upTo(12);
  if (stars > course.balance) {
    expect(await refusedFor('stars.not_enough', startWork(course, stars))).toBe(true);
    return `refused to start work for ${stars}`;
  }
  begun(course, await startWork(course, stars));
  return `start work for ${stars}`;
};

/** Two tabs that spend the last stars: both get theirs only when there are enough for both. */
const startTwo: Step = async (course) => {
  const stars = Math.max(1, Math.floor(course.balance * (0.3 + course.random() * 0.6)));
  const results = await Promise.allSettled([startWork(course, stars), startWork(course, stars)]);
  const started = results.flatMap((result) => {
    if (result.status === 'fulfilled') return [result.value];
    expect(result.reason).toMatchObject({ code: 'stars.not_enough' });
    return [];
  });
  expect(started).toHaveLength(Math.min(2, Math.floor(course.balance / stars)));
  // Whichever came first took the gifts.
  const order = await test.db.starTransaction.findMany({
    where: { id: { in: started.map(({ holdId }) => holdId) } },
    orderBy: { position: 'asc' },
  });
  for (const { id } of order) {
    const work = started.find(({ holdId }) => holdId === id);
    if (work) begun(course, work);
  }
  return `start two works for ${stars} at once`;
};

const finish: Step = async (course) => {
  const work = course.one(course.works);
  if (!work) return 'nothing to finish';
  const results = await Promise.all([
    endWork(course, work, 'COMPLETED'),
    endWork(course, work, 'COMPLETED'),
  ]);
  expect(results.filter(Boolean)).toHaveLength(1);
  forget(course, work);
  return `finish work for ${work.stars}, told twice`;
};

const fail: Step = async (course) => {
  const work = course.one(course.works);
  if (!work) return 'nothing to fail';
  expect(await endWork(course, work, 'FAILED')).toBe(true);
  // A result that comes after all costs nothing.
  expect(await endWork(course, work, 'COMPLETED')).toBe(false);
  expect(await course.inTx((tx) => settleHold(tx, work.holdId))).toBe(false);
  forget(course, work);
  course.give(work.parts);
  return `work for ${work.stars} fails, its result comes late`;
};

/** Done and given up at the same moment: one of them holds. */
const race: Step = async (course) => {
  const work = course.one(course.works);
  if (!work) return 'nothing to race';
  const [isDone, isFailed] = await Promise.all([
    endWork(course, work, 'COMPLETED'),
    endWork(course, work, 'FAILED'),
  ]);
  expect([isDone, isFailed].filter(Boolean)).toHaveLength(1);
  forget(course, work);
  if (isFailed) course.give(work.parts);
  return `work for ${work.stars} is done and given up at once: ${isDone ? 'done' : 'given up'}`;
};

/** A crash after the hold, before the end of its transaction: nothing of it stays. */
const crash: Step = async (course) => {
  if (course.balance === 0) return 'nothing to crash with';
  const stars = course.upTo(course.balance);
  const dying = course.inTx(async (tx) => {
    const subjectId = newId('generation');
    await holdStars(tx, { userId: course.userId, type: 'GENERATION', stars, subjectId });
    throw new Error('the process dies');
  });
  await expect(dying).rejects.toThrow('the process dies');
  return `crash while holding ${stars}`;
};

const STEP_WEIGHTS: readonly [Step, number][] = [
  [start, 24],
  [startTwo, 8],
  [finish, 14],
  [fail, 8],
  [race, 8],
  [grant, 8],
  [takeBack, 8],
  [earn, 6],
  [crash, 4],
  [buy, 3],
  [giveBack, 6],
];
const WEIGHT = STEP_WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0);

function pick(random: number): Step {
  let left = random * WEIGHT;
  for (const [step, weight] of STEP_WEIGHTS) {
    left -= weight;
    if (left < 0) return step;
  }
  return start;
}

/** The account says what the course says, and what its rows add up to. */
async function agrees(course: Course): Promise<void> {
  const [account] = await test.db.$queryRaw<{ balance: number; held: number; rows: number }[]>`
    select a."balance", a."held",
      (select coalesce(sum(t."amount"), 0)::int from "StarTransaction" t where t."userId" = a."userId") as "rows"
    from "StarAccount" a where a."userId" = ${course.userId}`;
  const { balance, held } = course;
  expect(account).toEqual({ balance, held, rows: balance });
  const lots = await readLots(course.ctx, course.userId);
  expect(lots.gifts).toBe(course.gifts);
  expect([...lots.packs]).toEqual(course.packs.map((pack) => [pack.purchaseId, pack.left]));
}

/** Every rule of the ledger holds for this account. */
async function holds(course: Course): Promise<void> {
  expect(await findViolations(course.ctx, { userId: course.userId })).toEqual([]);
}

async function walk(seed: number): Promise<void> {
  const course = new Course(await person(), seed);
  try {
    // Everybody begins with a pack, so that there is something to lose.
    course.told.push(await grant(course));
    for (let index = 0; index < STEPS; index += 1) {
      const step = pick(course.random());
      course.told.push(`(${step.name})`);
      course.told[course.told.length - 1] = await step(course);
      await agrees(course);
      if (index % FULL_CHECK_EVERY === 0) await holds(course);
      steps += 1;
    }
    await holds(course);
  } catch (error) {
    const told = course.told.map((line, index) => `${index}. ${line}`).join('\n');
    throw new Error(`Seed ${seed} (STAR_COURSES_FROM=${seed} STAR_COURSES=1):\n${told}`, {
      cause: error,
    });
  }
}

const BATCH = 10;
const batches = Array.from({ length: Math.ceil(SEEDS / BATCH) }, (_, index) => {
  const first = FIRST_SEED + index * BATCH;
  return { first, count: Math.min(BATCH, SEEDS - index * BATCH) };
});

it.each(batches)(
  'after every step the account is what its rows say, and both are what was done: from seed $first',
  { timeout: 300_000 },
  async ({ first, count }) => {
    const seeds = Array.from({ length: count }, (_, index) => first + index).values();
    const walker = async () => {
      // One list for all: each takes the next one.
      for (const seed of seeds) await walk(seed);
    };
    await Promise.all(Array.from({ length: BESIDE }, walker));
  },
);
