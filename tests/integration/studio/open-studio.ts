import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction, type PersonCtx } from '@/lib/db/context';
import type { ModelRequest } from '@/lib/db/generated/client';
import { HANDLERS } from '@/lib/jobs/handlers';
import type { JobName } from '@/lib/jobs/jobs';
import { FalQueue } from '@/lib/providers/fal/fal-queue';
import type { Faults } from '@/lib/sandbox/faults';
import { SANDBOX_FAL_KEY, SANDBOX_FAL_USER_ID } from '@/lib/sandbox/keys';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import { findViolations } from '@/lib/stars/check-stars';
import { creditStars } from '@/lib/stars/ledger';
import { addGeneration } from '@/lib/studio/add-generations';
import { openFileForModel } from '@/lib/studio/model-files';
import { receiveModelEvent } from '@/lib/studio/requests/receive-model-event';
import { seedStudio } from '@/lib/studio/seed-studio';
import { startPrompt } from '@/lib/studio/start-prompt';
import { type TestDatabase, useDatabase } from '../../support/database';

/** Work of the studio, as the worker takes it from the queue. */
const STUDIO_JOBS: readonly JobName[] = [
  'model.submit',
  'model.check',
  'model.cancel',
  'webhook.process',
];
const RETRY_SECONDS = 30;
export const PICTURE_STARS = 2;

export type Studio = {
  test: TestDatabase;
  sandbox: Sandbox;
  queue: FalQueue;
  /** Answers of our own webhook to the provider, in their order. */
  answers: number[];
  /** What jobs threw, in its order. */
  failures: unknown[];
  /** Called before a webhook is taken in; the test holds it there. */
  gate: () => Promise<void>;
  /** Called after a webhook was taken in and before it is answered. */
  taken: () => Promise<void>;
  system(): Ctx;
  customer(stars?: number): Promise<PersonCtx & { actor: { userId: Id<'user'> } }>;
  order(person: PersonCtx, prompt?: string, stars?: number): Promise<Id<'generation'>>;
  /** Works off what is due, until nothing is and the provider is idle. @param workers how many take jobs at once */
  run(workers?: number): Promise<void>;
  /** The same for one job by its name, if one is due. @returns false without one */
  runOne(name: JobName): Promise<boolean>;
  /** A job of pictures of one prompt, as the customer starts it. */
  orderJob(person: PersonCtx, count: number): Promise<Id<'job'>>;
  /** What the clock starts every minute. */
  watch(): Promise<void>;
  /** Lets time pass, for clocks and for delayed jobs. */
  pass(seconds: number): Promise<void>;
  /** How many hand-overs of this test the provider certainly did not take: only those may come again. */
  notTaken: number;
  requests(subjectId: string): Promise<ModelRequest[]>;
  generation(id: string): ReturnType<TestDatabase['db']['generation']['findUniqueOrThrow']>;
  account(person: PersonCtx): Promise<{ balance: number; held: number }>;
};

/**
 * Call at the top of a test file: database, sandbox over HTTP, our webhook and links over HTTP, and a worker without a
 * clock of its own. After each test everything must be over, each picture paid once, and the ledger right.
 */
export function openStudio(faults: Partial<Faults> = {}): Studio {
  const test = useDatabase();
  let offsetMs = 0;
  const clock = { now: () => new Date(Date.now() + offsetMs) };
  const studio = { test, answers: [], failures: [], notTaken: 0 } as unknown as Studio;
  const edge = createServer((request, response) => {
    serve(studio, request, response).catch(() => response.destroy());
  });

  const parts = () => ({ clock, providers: { models: studio.queue } });
  studio.system = () => test.ctx(undefined, parts());
  studio.gate = async () => undefined;
  studio.taken = async () => undefined;
  studio.customer = async (stars = 100) => {
    const { actor, userId } = await test.person();
    const ctx = test.ctx(actor, parts()) as PersonCtx;
    if (stars > 0) {
      const gift = { userId, type: 'BONUS', stars, key: `test:${userId}` } as const;
      await inTransaction(ctx, (tx) => creditStars(tx, gift));
    }
    return ctx as PersonCtx & { actor: { userId: Id<'user'> } };
  };
  studio.order = async (person, prompt = 'a fox in the snow', stars = PICTURE_STARS) => {
    const baseModel = await test.db.baseModel.findUniqueOrThrow({ where: { slug: 'flux-lora' } });
    return inTransaction(person, (tx) =>
      addGeneration(tx, {
        ownerId: person.actor.userId,
        purpose: 'CUSTOMER',
        prompt,
        baseModel,
        loras: [],
        widthPx: 512,
        heightPx: 512,
        steps: 4,
        guidance: 3.5,
        seed: 7,
        stars,
      }),
    );
  };
  studio.orderJob = async (person, count) => {
    const baseModel = await test.db.baseModel.findUniqueOrThrow({ where: { slug: 'flux-lora' } });
    const { jobId } = await startPrompt(person, {
      kind: 'PROMPT',
      prompt: 'a fox in the snow',
      negativePrompt: '',
      formatId: 'wall-a4-portrait',
      layoutId: 'photo-above',
      sizePx: { widthPx: 512, heightPx: 512 },
      steps: 4,
      guidance: 3.5,
      seed: null,
      loras: [],
      requestKey: crypto.randomUUID(),
      baseModelId: baseModel.id as Id<'baseModel'>,
      starsShown: count * PICTURE_STARS,
      count,
    });
    return jobId;
  };
  studio.watch = () => HANDLERS['models.watch'](studio.system(), {});
  studio.pass = async (seconds) => {
    offsetMs += seconds * 1000;
    await test.db.$executeRaw`
      update pgboss.job set start_after = start_after - make_interval(secs => ${seconds}::float8)
      where state = 'created'`;
  };
  studio.runOne = async (name) => {
    const job = await takeJob(test, [name]);
    if (job) await runJob(studio, job);
    return job !== null;
  };
  studio.run = async (workers = 1) => {
    const loop = async () => {
      for (;;) {
        const job = await takeJob(test, STUDIO_JOBS);
        if (!job) return;
        await runJob(studio, job);
      }
    };
    for (;;) {
      await Promise.all(Array.from({ length: workers }, loop));
      await studio.sandbox.settled();
      if ((await countDue(test)) === 0) return;
    }
  };
  studio.requests = (subjectId) =>
    test.db.modelRequest.findMany({ where: { subjectId }, orderBy: { attempt: 'asc' } });
  studio.generation = (id) => test.db.generation.findUniqueOrThrow({ where: { id } });
  studio.account = async (person) => {
    const userId = person.actor.userId;
    const account = await test.db.starAccount.findUniqueOrThrow({ where: { userId } });
    return { balance: account.balance, held: account.held };
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => edge.listen(0, '127.0.0.1', resolve));
    const appUrl = `http://127.0.0.1:${(edge.address() as AddressInfo).port}`;
    process.env.APP_URL = appUrl;
    studio.sandbox = await startSandbox({
      port: 0,
      smtpPort: 0,
      appUrl,
      dataDir: path.join(test.filesDir, 'sandbox'),
      webhookUrl: null,
      faults: { falSpeed: 0, falPictures: 'plain', ...faults },
    });
    studio.queue = new FalQueue({
      key: SANDBOX_FAL_KEY,
      userId: SANDBOX_FAL_USER_ID,
      queueUrl: `${studio.sandbox.url}/fal/queue`,
      restUrl: `${studio.sandbox.url}/fal/rest`,
      apiUrl: `${studio.sandbox.url}/fal/api/v1`,
      isLocal: true,
    });
    await seedStudio(test.db);
  });
  afterEach(async () => {
    studio.sandbox.faults.reset();
    studio.gate = async () => undefined;
    studio.taken = async () => undefined;
    await studio.run();
    await expectAllIsOver(studio);
    // Looks at what is over do nothing; the next test begins with an empty queue.
    await test.db.$executeRaw`delete from pgboss.job where name = any(${[...STUDIO_JOBS]})`;
    studio.answers.length = 0;
    studio.failures.length = 0;
    studio.notTaken = 0;
    offsetMs = 0;
  });
  afterAll(async () => {
    await studio.sandbox.close();
    edge.closeAllConnections();
    await new Promise((resolve) => edge.close(resolve));
  });
  return studio;
}

/** Nothing runs, nothing is held, nothing was sent twice, and every finished picture was paid once. */
async function expectAllIsOver(studio: Studio): Promise<void> {
  const { db } = studio.test;
  const open = { in: ['QUEUED', 'RUNNING'] as ('QUEUED' | 'RUNNING')[] };
  expect(await db.generation.findMany({ where: { status: open } })).toEqual([]);
  expect(await db.training.findMany({ where: { status: open } })).toEqual([]);
  expect(await db.starAccount.findMany({ where: { held: { not: 0 } } })).toEqual([]);
  expect(await findViolations(studio.system())).toEqual([]);
  const requests = await db.modelRequest.findMany();
  const openRequests = requests.filter(({ finishedAt }) => finishedAt === null);
  expect(openRequests).toEqual([]);
  // At most one hand-over for each attempt.
  const { submits, requests: before } = counted;
  counted = { submits: studio.sandbox.falSubmits(), requests: requests.length };
  const isNew = counted.requests - before + studio.notTaken;
  expect(counted.submits - submits).toBeLessThanOrEqual(isNew);
  const pictures = await db.picture.count({ where: { origin: 'GENERATION' } });
  expect(pictures).toBe(await db.generation.count({ where: { status: 'COMPLETED' } }));
}

let counted = { submits: 0, requests: 0 };

type QueuedJob = { name: JobName; data: unknown };

/** Takes a job off the queue for good: no two workers get the same. */
async function takeJob({ db }: TestDatabase, names: readonly JobName[]): Promise<QueuedJob | null> {
  const taken = await db.$queryRaw<QueuedJob[]>`
    delete from pgboss.job where id = (
      select id from pgboss.job
      where name = any(${[...names]}) and state = 'created' and start_after <= now()
      order by start_after, created_on limit 1 for update skip locked)
    returning name, data`;
  return taken[0] ?? null;
}

async function countDue({ db }: TestDatabase): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pgboss.job
    where name = any(${[...STUDIO_JOBS]}) and state = 'created' and start_after <= now()`;
  return rows[0]?.count ?? 0;
}

/** As the worker does: what throws comes again later. */
async function runJob(studio: Studio, job: QueuedJob): Promise<void> {
  try {
    await HANDLERS[job.name](studio.system(), job.data);
  } catch (error) {
    studio.failures.push(error);
    await studio.test.db.$executeRaw`
      insert into pgboss.job (name, data, start_after)
      values (${job.name}, ${JSON.stringify(job.data)}::jsonb, now() + make_interval(secs => ${RETRY_SECONDS}::float8))`;
  }
}

/** Our two addresses that the provider calls, with the use cases of the real routes behind them. */
async function serve(
  studio: Studio,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://edge');
  try {
    if (url.pathname.startsWith('/api/model-files/')) {
      const token = url.pathname.slice('/api/model-files/'.length);
      const { body, bytes } = await openFileForModel(studio.system(), token);
      response.writeHead(200, { 'content-length': bytes });
      body.pipe(response);
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of Readable.from(request)) chunks.push(chunk as Buffer);
    await studio.gate();
    await receiveModelEvent(studio.system(), {
      rawBody: Buffer.concat(chunks),
      headers: new Headers(request.headers as Record<string, string>),
      ref: url.searchParams.get('request'),
    });
    await studio.taken();
    studio.answers.push(200);
    response.writeHead(200).end();
  } catch (error) {
    const code = error instanceof DomainError ? error.code : 'bug';
    const status =
      code === 'webhook.bad_signature' ? 400 : code === 'request.not_found' ? 404 : 500;
    studio.answers.push(status);
    response.writeHead(status).end();
  }
}
