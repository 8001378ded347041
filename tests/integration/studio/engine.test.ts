import { describe, expect, test } from 'vitest';
import type { Id } from '@/lib/core/ids';
import { inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { cancelJob } from '@/lib/studio/cancel-job';
import { storedFiles } from '../pictures/upload-helpers';
import { openStudio, PICTURE_STARS } from './open-studio';

const studio = openStudio();

const eventsOf = async (subjectId: string) => {
  const requests = await studio.requests(subjectId);
  const ids = requests.flatMap(({ requestId }) => (requestId ? [requestId] : []));
  return studio.test.db.webhookEvent.findMany({ where: { externalId: { in: ids } } });
};
const jobsWaiting = async (name: string) => {
  const rows = await studio.test.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pgboss.job where name = ${name} and state = 'created'`;
  return rows[0]?.count;
};

describe('a picture', () => {
  test('is handed over once, made, stored and paid', async () => {
    const person = await studio.customer(10);
    const id = await studio.order(person);
    expect(await studio.account(person)).toEqual({ balance: 8, held: PICTURE_STARS });
    await studio.run();
    expect(await studio.generation(id)).toMatchObject({ status: 'COMPLETED', attempt: 1 });
    expect(await studio.account(person)).toEqual({ balance: 8, held: 0 });
    const [request, ...others] = await studio.requests(id);
    expect(others).toEqual([]);
    expect(request).toMatchObject({ status: 'COMPLETED' });
    expect(JSON.stringify([request?.input, request?.output])).not.toMatch(/https?:/);
    expect(studio.failures).toEqual([]);
  });

  test('is there once when many workers take the same jobs at once', async () => {
    const person = await studio.customer();
    const id = await studio.order(person);
    const [request] = await studio.requests(id);
    const payload = { modelRequestId: request?.id as `mrq_${string}` };
    await inTransaction(person, async (tx) => {
      for (let i = 0; i < 5; i += 1) await enqueue(tx, 'model.submit', payload);
    });
    const before = studio.sandbox.falSubmits();
    studio.taken = async () => {
      await inTransaction(person, async (tx) => {
        for (let i = 0; i < 5; i += 1) await enqueue(tx, 'model.check', payload);
      });
    };
    await studio.run(6);
    expect(studio.sandbox.falSubmits() - before).toBe(1);
    const { pictureId, status } = await studio.generation(id);
    expect(status).toBe('COMPLETED');
    expect((await studio.account(person)).balance).toBe(100 - PICTURE_STARS);
    // What the slower ones stored is gone again, or waits for its job.
    const drops = await studio.test.db.$queryRaw<{ data: { keys: string[] } }[]>`
      select data from pgboss.job where name = 'picture.drop'`;
    const waiting = drops.flatMap(({ data }) => data.keys);
    const files = (await storedFiles(studio.system())).filter((key) => key.startsWith('pictures/'));
    const foreign = files.filter((key) => !key.includes(String(pictureId)));
    const known = await studio.test.db.picture.findMany();
    for (const key of foreign) {
      const isNamed = known.some(({ id: pictureOf }) => key.includes(pictureOf));
      expect(isNamed || waiting.includes(key)).toBe(true);
    }
  });
});

describe('events of the provider', () => {
  test('that come three times are worked off once', async () => {
    studio.sandbox.faults.change({ webhookCopies: 3 });
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.run();
    expect(studio.answers).toEqual([200, 200, 200]);
    expect(await eventsOf(id)).toHaveLength(1);
    expect((await studio.generation(id)).status).toBe('COMPLETED');
  });

  test('that are forged are refused and leave nothing behind', async () => {
    studio.sandbox.faults.change({ webhookForged: true });
    const person = await studio.customer();
    const before = await studio.test.db.webhookEvent.count();
    const id = await studio.order(person);
    await studio.run();
    expect(studio.answers.toSorted()).toEqual([200, 400]);
    expect(await studio.test.db.webhookEvent.count()).toBe(before + 1);
    expect(await eventsOf(id)).toHaveLength(1);
    expect((await studio.account(person)).balance).toBe(100 - PICTURE_STARS);
  });

  test('that never come are made up for by looking', async () => {
    studio.sandbox.faults.change({ webhookLossRate: 1 });
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.run();
    expect((await studio.generation(id)).status).toBe('RUNNING');
    await studio.pass(21);
    await studio.run();
    expect((await studio.generation(id)).status).toBe('COMPLETED');
    expect(studio.answers).toEqual([]);
  });

  test('may come in any order', async () => {
    studio.sandbox.faults.change({ webhookReorder: true, webhookCopies: 2 });
    const person = await studio.customer();
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push(await studio.order(person));
    await studio.run(3);
    for (const id of ids) expect((await studio.generation(id)).status).toBe('COMPLETED');
    expect((await studio.account(person)).balance).toBe(100 - 3 * PICTURE_STARS);
  });

  test('may come and be worked off before our call is answered', async () => {
    studio.sandbox.faults.change({ falSubmitLateCount: 1 });
    const person = await studio.customer();
    const id = await studio.order(person);
    const seen: string[] = [];
    studio.taken = async () => {
      seen.push(String((await studio.requests(id))[0]?.status));
      await studio.runOne('webhook.process');
      await studio.runOne('model.check');
      seen.push(String((await studio.requests(id))[0]?.status));
    };
    await studio.run();
    expect(seen).toEqual(['SUBMITTING', 'COMPLETED']);
    expect((await studio.generation(id)).status).toBe('COMPLETED');
    expect(studio.failures).toEqual([]);
  });

  test('claim a request whose answer was lost: nothing is sent or paid twice', async () => {
    studio.sandbox.faults.change({ falSubmitDropCount: 1 });
    const before = studio.sandbox.falSubmits();
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.run();
    expect((await studio.generation(id)).status).toBe('COMPLETED');
    expect(studio.sandbox.falSubmits() - before).toBe(1);
    expect((await studio.account(person)).balance).toBe(100 - PICTURE_STARS);
  });

  test('about a request that was given up change nothing, but tell what to erase', async () => {
    const { promise: isOpen, resolve: open } = Promise.withResolvers<void>();
    studio.gate = () => isOpen;
    studio.sandbox.faults.change({ falSubmitDropCount: 1 });
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.runOne('model.submit');
    await studio.pass(31 * 60);
    await studio.watch();
    await studio.runOne('model.check');
    expect(await studio.generation(id)).toMatchObject({
      status: 'FAILED',
      errorCode: 'model.lost',
    });
    expect(await studio.account(person)).toEqual({ balance: 100, held: 0 });
    expect((await studio.requests(id))[0]?.requestId).toBeNull();
    open();
    await studio.run();
    expect(await studio.generation(id)).toMatchObject({ status: 'FAILED', pictureId: null });
    expect((await studio.requests(id))[0]?.requestId).toMatch(/.+/);
    expect(await studio.account(person)).toEqual({ balance: 100, held: 0 });
    const [event] = await eventsOf(id);
    expect(event?.outcome).toBe('request:FAILED');
  });
});

describe('cancelling a job', () => {
  test('before anything was handed over hands nothing over', async () => {
    const before = studio.sandbox.falSubmits();
    const person = await studio.customer();
    const jobId = await studio.orderJob(person, 3);
    expect(await cancelJob(person, jobId)).toEqual({ cancelled: 3 });
    expect(await studio.account(person)).toEqual({ balance: 100, held: 0 });
    await studio.run();
    expect(studio.sandbox.falSubmits()).toBe(before);
  });

  test('while its pictures are made gives the stars back at once and tells the provider', async () => {
    studio.sandbox.faults.change({ falStuckCount: 2 });
    const person = await studio.customer();
    const jobId = await studio.orderJob(person, 2);
    await studio.run();
    expect(await cancelJob(person, jobId)).toEqual({ cancelled: 2 });
    expect(await studio.account(person)).toEqual({ balance: 100, held: 0 });
    expect(await studio.runOne('model.cancel')).toBe(true);
    await studio.run();
    const job = await studio.test.db.job.findUniqueOrThrow({ where: { id: jobId } });
    expect(job.status).toBe('CANCELLED');
    expect(studio.failures).toEqual([]);
  });

  test('while a picture is handed over leaves no picture and no stars behind', async () => {
    studio.sandbox.faults.change({ falSubmitLateCount: 1 });
    const person = await studio.customer();
    const jobId = await studio.orderJob(person, 1);
    studio.taken = async () => {
      await cancelJob(person, jobId);
    };
    await studio.run();
    const [generation] = await studio.test.db.generation.findMany({ where: { jobId } });
    expect(generation).toMatchObject({ status: 'CANCELLED', pictureId: null });
    const [request] = await studio.requests(String(generation?.id));
    expect(request).toMatchObject({ status: 'CANCELLED' });
    expect(request?.requestId).toMatch(/.+/);
    expect(await studio.account(person)).toEqual({ balance: 100, held: 0 });
  });

  test('races its own end: each picture is either there and paid, or not there and free', async () => {
    const person = await studio.customer();
    const jobs: Id<'job'>[] = [];
    for (let i = 0; i < 4; i += 1) jobs.push(await studio.orderJob(person, 2));
    const running = studio.run(4);
    for (const jobId of jobs) {
      await new Promise((resolve) => setTimeout(resolve, 120));
      await cancelJob(person, jobId);
    }
    await running;
    await studio.run();
    const made = await studio.test.db.generation.count({
      where: { ownerId: person.actor.userId, status: 'COMPLETED' },
    });
    expect(await studio.account(person)).toEqual({ balance: 100 - made * PICTURE_STARS, held: 0 });
    expect(studio.failures).toEqual([]);
  });
});

describe('the last stars', () => {
  test('are spent once, whichever tab comes first', async () => {
    const person = await studio.customer(2 * PICTURE_STARS);
    const tabs = await Promise.allSettled([1, 2, 3, 4].map(() => studio.orderJob(person, 2)));
    const refused = tabs.flatMap((tab) => (tab.status === 'rejected' ? [tab.reason] : []));
    expect(refused).toHaveLength(3);
    for (const error of refused) expect(error).toMatchObject({ code: 'stars.not_enough' });
    expect(await studio.account(person)).toEqual({ balance: 0, held: 2 * PICTURE_STARS });
    await studio.run(2);
    expect(await studio.account(person)).toEqual({ balance: 0, held: 0 });
    const { db } = studio.test;
    const made = { ownerId: person.actor.userId, status: 'COMPLETED' } as const;
    expect(await db.generation.count({ where: made })).toBe(2);
    expect(await db.job.count({ where: { ownerId: person.actor.userId } })).toBe(1);
  });

  test('that a failed picture gives back can be spent again', async () => {
    studio.sandbox.faults.change({ falBreakCount: 10 });
    const person = await studio.customer(PICTURE_STARS);
    await studio.order(person);
    await expect(studio.order(person)).rejects.toMatchObject({ code: 'stars.not_enough' });
    await studio.run();
    studio.sandbox.faults.reset();
    const id = await studio.order(person);
    await studio.run();
    expect((await studio.generation(id)).status).toBe('COMPLETED');
    expect(await studio.account(person)).toEqual({ balance: 0, held: 0 });
  });
});

describe('the watch', () => {
  test('ends a request whose answer and event were both lost, and gives the stars back', async () => {
    studio.sandbox.faults.change({ falSubmitDropCount: 1, webhookLossRate: 1 });
    const before = studio.sandbox.falSubmits();
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.run();
    for (const seconds of [600, 600, 500]) {
      await studio.pass(seconds);
      await studio.watch();
      await studio.run();
      expect((await studio.generation(id)).status).toBe('RUNNING');
    }
    await studio.pass(110);
    await studio.watch();
    await studio.run();
    expect(await studio.generation(id)).toMatchObject({
      status: 'FAILED',
      errorCode: 'model.lost',
    });
    expect(await studio.account(person)).toEqual({ balance: 100, held: 0 });
    expect(studio.sandbox.falSubmits() - before).toBe(1);
  });

  test('finds what no job asks about any more', async () => {
    const person = await studio.customer();
    const waiting = await studio.order(person);
    await studio.test.db.$executeRaw`delete from pgboss.job where name = 'model.submit'`;
    studio.sandbox.faults.change({ webhookLossRate: 1 });
    const handedOver = await studio.order(person);
    await studio.run();
    await studio.test.db.$executeRaw`delete from pgboss.job where name = 'model.check'`;
    await studio.pass(401);
    // A busy worker may take minutes: each minute's watch must not add another job.
    for (let minute = 0; minute < 3; minute += 1) {
      await studio.watch();
      await studio.pass(60);
    }
    expect(await jobsWaiting('model.submit')).toBe(1);
    expect(await jobsWaiting('model.check')).toBe(1);
    await studio.run();
    await studio.pass(21);
    await studio.run();
    expect((await studio.generation(waiting)).status).toBe('COMPLETED');
    expect((await studio.generation(handedOver)).status).toBe('COMPLETED');
  });

  test('asks no more often than the requests ask themselves while the provider is away', async () => {
    studio.sandbox.faults.change({ webhookLossRate: 1, falStuckCount: 1 });
    const person = await studio.customer();
    await studio.order(person);
    await studio.run();
    studio.sandbox.faults.change({ falReadErrorCount: 1000 });
    for (let minute = 0; minute < 25; minute += 1) {
      await studio.pass(60);
      await studio.watch();
      await studio.run();
      expect(await jobsWaiting('model.check')).toBe(1);
    }
    await studio.pass(400);
    await studio.run();
  });

  test('gives a request time while the provider says that it waits its turn', async () => {
    studio.sandbox.faults.change({ falSpeed: 100 });
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.runOne('model.submit');
    for (let half = 0; half < 3; half += 1) {
      await studio.pass(25 * 60);
      await studio.runOne('model.check');
      const [request] = await studio.requests(id);
      expect(request).toMatchObject({ status: 'SUBMITTED', providerStatus: 'IN_QUEUE' });
    }
    studio.sandbox.faults.change({ falSpeed: 0 });
    await studio.run();
    expect((await studio.generation(id)).status).toBe('COMPLETED');
  });

  test('ends work that a fault of ours left behind, before its stars are forgotten', async () => {
    const person = await studio.customer();
    const left = await studio.order(person);
    const gone = await studio.order(person);
    const { db } = studio.test;
    await db.$executeRaw`delete from pgboss.job where name = 'model.submit'`;
    await db.modelRequest.updateMany({
      where: { subjectId: { in: [left, gone] } },
      data: { status: 'CANCELLED', finishedAt: new Date() },
    });
    await db.generation.update({ where: { id: gone }, data: { status: 'CANCELLED' } });
    await studio.pass(23 * 3600);
    await studio.watch();
    expect((await studio.account(person)).held).toBe(2 * PICTURE_STARS);
    await studio.pass(2 * 3600);
    await studio.watch();
    expect(await studio.generation(left)).toMatchObject({
      status: 'FAILED',
      errorCode: 'model.lost',
    });
    expect(await studio.account(person)).toEqual({ balance: 100, held: 0 });
    const said = studio.test.log.errors.map(({ message }) => message);
    expect(said).toContain('a hold of stars was forgotten');
  });
});
