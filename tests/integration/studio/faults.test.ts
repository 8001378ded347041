import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FalQueue } from '@/lib/providers/fal/fal-queue';
import { SANDBOX_FAL_KEY, SANDBOX_FAL_USER_ID } from '@/lib/sandbox/keys';
import { openStudio, PICTURE_STARS } from './open-studio';

const studio = openStudio();
const PAID = { balance: 100 - PICTURE_STARS, held: 0 };
const FREE = { balance: 100, held: 0 };

/** The provider as this test wants it, until the test ends. */
function speakTo(parts: { queueUrl?: string; submitMs?: number }): void {
  const before = studio.queue;
  onTestFinished(() => {
    studio.queue = before;
  });
  studio.queue = new FalQueue(
    {
      key: SANDBOX_FAL_KEY,
      userId: SANDBOX_FAL_USER_ID,
      queueUrl: parts.queueUrl ?? `${studio.sandbox.url}/fal/queue`,
      restUrl: `${studio.sandbox.url}/fal/rest`,
      apiUrl: `${studio.sandbox.url}/fal/api/v1`,
      isLocal: true,
    },
    { submit: parts.submitMs ?? 30_000, look: 15_000 },
  );
}

describe('a hand-over', () => {
  test('that is never answered is not repeated; its event finds it', async () => {
    speakTo({ submitMs: 300 });
    studio.sandbox.faults.change({ falSubmitHangCount: 1 });
    const before = studio.sandbox.falSubmits();
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.run();
    expect((await studio.generation(id)).status).toBe('COMPLETED');
    expect(studio.sandbox.falSubmits() - before).toBe(1);
    expect(await studio.account(person)).toEqual(PAID);
  });

  test.each([500, 502, 503, 504])(
    'answered with %s is not repeated, and ends at its deadline with the stars back',
    async (status) => {
      const faults = { falSubmitErrorCount: 1, falSubmitErrorStatus: status };
      studio.sandbox.faults.change(faults);
      const before = studio.sandbox.falSubmits();
      const person = await studio.customer();
      const id = await studio.order(person);
      await studio.run();
      expect((await studio.generation(id)).status).toBe('RUNNING');
      await studio.pass(31 * 60);
      await studio.watch();
      await studio.run();
      const ended = await studio.generation(id);
      expect(ended).toMatchObject({ status: 'FAILED', errorCode: 'model.lost', attempt: 1 });
      expect(studio.sandbox.falSubmits() - before).toBe(1);
      expect(await studio.account(person)).toEqual(FREE);
    },
  );

  test('turned away with 429 comes again and is paid once', async () => {
    studio.sandbox.faults.change({ falSubmitErrorCount: 1, falSubmitErrorStatus: 429 });
    studio.notTaken = 1;
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.run();
    expect((await studio.generation(id)).status).toBe('RUNNING');
    await studio.pass(31);
    await studio.run();
    expect((await studio.generation(id)).status).toBe('COMPLETED');
    expect(await studio.account(person)).toEqual(PAID);
  });

  test('to a provider that is away comes again until the deadline, then the stars are back', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    speakTo({ queueUrl: `http://127.0.0.1:${port}` });
    const person = await studio.customer();
    const id = await studio.order(person);
    for (let minutes = 0; minutes < 32; minutes += 8) {
      await studio.run();
      expect((await studio.requests(id))[0]?.status).toBe('QUEUED');
      await studio.pass(8 * 60);
    }
    await studio.run();
    const ended = await studio.generation(id);
    expect(ended).toMatchObject({ status: 'FAILED', errorCode: 'model.unavailable' });
    expect(await studio.account(person)).toEqual(FREE);
  });

  test('with a key that is locked there fails at once, free, and alarms us', async () => {
    studio.sandbox.faults.change({ falLocked: true });
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.run();
    const ended = await studio.generation(id);
    expect(ended).toMatchObject({ status: 'FAILED', errorCode: 'model.locked' });
    expect(await studio.account(person)).toEqual(FREE);
    expect(studio.test.log.errors.map(({ message }) => message)).toContain(
      'a model request was refused',
    );
  });
});

describe('a picture', () => {
  test.each([
    ['refused by its policy', { falBlockedCount: 1 }, 'content_policy_violation'],
    ['hidden by its safety checker', { falUnsafeCount: 1 }, 'has_nsfw_concepts'],
    ['black without a word', { falBlackCount: 1 }, 'black_picture'],
    ['broken off in the model', { falBreakCount: 1 }, 'internal_server_error'],
    ['gone when it was to be fetched', { falResultGoneCount: 1 }, 'result_gone'],
  ])('that is %s is made again with another seed, for one price', async (_what, faults, type) => {
    studio.sandbox.faults.change(faults);
    const person = await studio.customer();
    const id = await studio.order(person);
    const { seed } = await studio.generation(id);
    await studio.run();
    const made = await studio.generation(id);
    expect(made).toMatchObject({ status: 'COMPLETED', attempt: 2 });
    expect(made.seed).not.toBe(seed);
    expect((await studio.requests(id)).map(({ status, errorType }) => [status, errorType])).toEqual(
      [
        ['FAILED', type],
        ['COMPLETED', null],
      ],
    );
    expect(await studio.account(person)).toEqual(PAID);
  });

  test.each([
    ['blocked', { falBlockedCount: 10 }, 'model.blocked'],
    ['unsafe', { falUnsafeCount: 10 }, 'model.blocked'],
    ['black', { falBlackCount: 10 }, 'model.blocked'],
    ['broken', { falBreakCount: 10 }, 'model.failed'],
  ])('that is %s every time costs nothing and says why', async (_what, faults, errorCode) => {
    studio.sandbox.faults.change(faults);
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.run();
    const ended = await studio.generation(id);
    expect(ended).toMatchObject({ status: 'FAILED', errorCode, pictureId: null });
    expect((await studio.requests(id)).length).toBe(ended.attempt);
    expect(await studio.account(person)).toEqual(FREE);
  });

  test('asked for wrongly by us is not asked for again, costs nothing and alarms us', async () => {
    studio.sandbox.faults.change({ falInvalidCount: 1, falInvalidType: 'value_error' });
    const person = await studio.customer();
    const id = await studio.order(person);
    const alarms = studio.test.log.errors.length;
    await studio.run();
    const ended = await studio.generation(id);
    expect(ended).toMatchObject({ status: 'FAILED', errorCode: 'model.failed', attempt: 1 });
    expect(await studio.account(person)).toEqual(FREE);
    expect(studio.test.log.errors.length).toBeGreaterThan(alarms);
  });

  test('of a job that fails in part is paid for what came', async () => {
    studio.sandbox.faults.change({ falBreakCount: 3 });
    const person = await studio.customer();
    const jobId = await studio.orderJob(person, 1);
    await studio.run();
    studio.sandbox.faults.change({ falPartial: true });
    const second = await studio.orderJob(person, 4);
    await studio.run(3);
    const status = async (id: string) =>
      (await studio.test.db.job.findUniqueOrThrow({ where: { id } })).status;
    expect(await status(jobId)).toBe('FAILED');
    expect(await status(second)).toBe('COMPLETED');
    const { db } = studio.test;
    const made = await db.generation.count({ where: { jobId: second, status: 'COMPLETED' } });
    expect(made).toBeGreaterThan(0);
    expect(await studio.account(person)).toEqual({ balance: 100 - made * PICTURE_STARS, held: 0 });
  });
});

describe('looking', () => {
  test('is repeated when the provider cannot answer, and stores one picture', async () => {
    studio.sandbox.faults.change({ falReadErrorCount: 2 });
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.run();
    for (let look = 0; look < 3; look += 1) {
      await studio.pass(31);
      await studio.run();
    }
    expect((await studio.generation(id)).status).toBe('COMPLETED');
    expect(await studio.account(person)).toEqual(PAID);
  });

  test('is repeated when the file cannot be had, and stores one picture', async () => {
    studio.sandbox.faults.change({ falFileErrorCount: 2 });
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.run();
    for (let look = 0; look < 3; look += 1) {
      await studio.pass(31);
      await studio.run();
    }
    expect(await studio.generation(id)).toMatchObject({ status: 'COMPLETED', attempt: 1 });
    expect(await studio.account(person)).toEqual(PAID);
  });

  test.each([
    ['says nothing', { falReadErrorCount: 1000 }],
    ['keeps the file back', { falFileErrorCount: 1000 }],
  ])('ends at the deadline when the provider %s, with the stars back', async (_what, faults) => {
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.runOne('model.submit');
    studio.sandbox.faults.change(faults);
    for (let minutes = 0; minutes < 35; minutes += 5) {
      await studio.run();
      await studio.pass(5 * 60);
    }
    await studio.run();
    const ended = await studio.generation(id);
    expect(ended).toMatchObject({ status: 'FAILED', errorCode: 'model.lost' });
    expect(await studio.account(person)).toEqual(FREE);
  });

  test('at one that runs for ever ends at the deadline, and the provider is told to stop', async () => {
    studio.sandbox.faults.change({ falStuckCount: 1 });
    const person = await studio.customer();
    const id = await studio.order(person);
    await studio.run();
    await studio.pass(25);
    await studio.run();
    expect((await studio.requests(id))[0]?.providerStatus).toBe('IN_PROGRESS');
    await studio.pass(31 * 60);
    await studio.runOne('model.check');
    expect((await studio.generation(id)).errorCode).toBe('model.lost');
    expect(await studio.runOne('model.cancel')).toBe(true);
    expect(studio.failures).toEqual([]);
    expect(await studio.account(person)).toEqual(FREE);
  });
});
