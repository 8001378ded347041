import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { mintActor, systemActor } from '@/lib/core/actor';
import { systemClock } from '@/lib/core/clock';
import { type Id, newId } from '@/lib/core/ids';
import { createDb } from '@/lib/db/client';
import { asPerson, type Ctx, inTransaction, type PersonCtx } from '@/lib/db/context';
import { closeQueue } from '@/lib/jobs/queue';
import { startSandbox } from '@/lib/sandbox/server';
import { creditStars } from '@/lib/stars/ledger';
import { seedStudio } from '@/lib/studio/seed-studio';
import { startMonthSet } from '@/lib/studio/start-month-set';
import { providers } from '@/lib/wiring';
import { startEmbeddedPostgres } from '../database/embedded-postgres';
import { migrate } from '../database/migrate';
import { say } from '../say';
import { freePort, startService, waitUntil } from '../services';
import { openBareQueue } from './bare-queue';
import { median } from './first-page';
import { addLearnedSubject } from './learned-subject';
import { type StepCosts, stepCosts } from './studio-steps';
import { openWebEdge } from './web-edge';

const ROUNDS = 3;
const SETS = 4;
const MONTHS = 12;
const SET_TIMEOUT_MS = 180_000;
const POSTGRES_PORT = 54_390;
const STARS = 1_000_000;

/**
 * Measures what the worker makes of month sets: real handlers, the production adapter over HTTP, the sandbox's fal
 * without waiting and with cheap pictures. Beside it the bare queue delivers as many jobs with nothing in them, in turns,
 * so that a busy machine is busy for both.
 * @returns lines of the report
 */
export async function measureStudio(folder: string): Promise<string[]> {
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    database: 'bench',
    port: await freePort(POSTGRES_PORT),
  });
  const undo: (() => Promise<unknown> | unknown)[] = [() => postgres.stop()];
  try {
    await migrate(postgres.url);
    const web = await openWebEdge();
    undo.push(web.close);
    const sandbox = await startSandbox({
      port: 0,
      smtpPort: 0,
      appUrl: web.url,
      dataDir: path.join(folder, 'sandbox'),
      webhookUrl: null,
      faults: { falSpeed: 0, falPictures: 'plain' },
    });
    undo.push(sandbox.close);
    const env = {
      ...process.env,
      DATABASE_URL: postgres.url,
      DATA_DIR: path.join(folder, 'data'),
      AUTH_SECRET: randomUUID() + randomUUID(),
      APP_URL: web.url,
      ALLOW_SANDBOX: '1',
      SANDBOX_URL: sandbox.url,
      SANDBOX_SMTP_URL: sandbox.smtpUrl,
      FAL_KEY: '',
    };
    Object.assign(process.env, env);
    const db = createDb(postgres.url);
    undo.push(() => db.$disconnect(), closeQueue);
    const ctx: Ctx = {
      actor: systemActor,
      db,
      providers: providers(),
      clock: systemClock,
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (message, error) => say(`${message}: ${error}`),
      },
    };
    web.serve(ctx);
    await seedStudio(db);
    const order = await openCustomer(ctx);

    const queue = await openBareQueue(postgres.url);
    undo.push(queue.close);
    const worker = startService({
      name: 'worker',
      args: ['--import', 'tsx', 'lib/jobs/worker-main.ts'],
      env,
      logDir: path.join(folder, 'logs'),
      onUnexpectedExit: (_name, code) => say(`The worker ended: ${code}`),
    });
    undo.push(() => worker.stop());
    // The first set warms both sides up and is not counted.
    await finished(ctx, [await order()]);
    const runs: { bareMs: number; studioMs: number }[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const bareMs = await queue.deliver(SETS * MONTHS);
      const startedAt = performance.now();
      const jobs: Id<'job'>[] = [];
      for (let set = 0; set < SETS; set += 1) jobs.push(await order());
      await finished(ctx, jobs);
      const studioMs = performance.now() - startedAt;
      runs.push({ bareMs, studioMs });
      say(`round ${round}: bare ${Math.round(bareMs)} ms, studio ${Math.round(studioMs)} ms`);
    }
    await worker.stop();
    say('One month set step by step …');
    const costs = await stepCosts(ctx, await order(), () => sandbox.settled());
    return report(runs, costs);
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/** Somebody with stars and a learned subject. @returns what orders one month set */
async function openCustomer(ctx: Ctx): Promise<() => Promise<Id<'job'>>> {
  const userId = newId('user');
  await ctx.db.user.create({ data: { id: userId, role: 'CUSTOMER', email: 'bench@example.com' } });
  const gift = { userId, type: 'ADMIN_GRANT', stars: STARS, key: 'bench' } as const;
  await inTransaction(ctx, (tx) => creditStars(tx, gift));
  const loraModelId = await addLearnedSubject(ctx, userId);
  const baseModel = await ctx.db.baseModel.findUniqueOrThrow({ where: { slug: 'flux-lora' } });
  const theme = await ctx.db.promptTheme.findFirstOrThrow({ where: { status: 'PUBLISHED' } });
  const person: PersonCtx = asPerson({ ...ctx, actor: mintActor({ userId, role: 'CUSTOMER' }) });
  return async () => {
    const { jobId } = await startMonthSet(person, {
      kind: 'MONTH_SET',
      formatId: 'wall-a4-portrait',
      layoutId: 'photo-above',
      hemisphere: 'north',
      place: '',
      outfit: '',
      style: null,
      loraModelId,
      themeId: theme.id as Id<'promptTheme'>,
      baseModelId: baseModel.id as Id<'baseModel'>,
      candidates: 1,
      requestKey: randomUUID(),
      starsShown: MONTHS * baseModel.priceStars,
    });
    return jobId;
  };
}

async function finished({ db }: Ctx, jobs: readonly Id<'job'>[]): Promise<void> {
  await waitUntil(
    'The month sets',
    async () => {
      const where = { id: { in: [...jobs] } };
      const open = await db.job.count({ where: { ...where, status: 'RUNNING' } });
      if (open > 0) return false;
      const made = await db.job.count({ where: { ...where, status: 'COMPLETED' } });
      if (made < jobs.length) throw new Error('A month set of the measurement failed.');
      return true;
    },
    SET_TIMEOUT_MS,
  );
}

function report(runs: readonly { bareMs: number; studioMs: number }[], costs: StepCosts): string[] {
  const pictures = SETS * MONTHS;
  const perPicture = (pick: (run: (typeof runs)[number]) => number) =>
    median(runs.map((run) => pick(run) / pictures));
  const ratio = median(runs.map(({ bareMs, studioMs }) => studioMs / bareMs));
  const bare = perPicture(({ bareMs }) => bareMs);
  const studio = perPicture(({ studioMs }) => studioMs);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return [
    `${SETS} month sets of ${MONTHS} pictures, one worker, ${process.version}`,
    `  the bare queue, as many jobs      ${ms(bare)} a picture`,
    `  the worker with everything it does ${ms(studio)} a picture, ${ratio.toFixed(1)} times the bare queue`,
    '',
    'Our own code for one picture, one after the other, without the time of the provider',
    ...costs.map(({ step, ms: cost }) => `  ${step.padEnd(44)} ${ms(cost)}`),
  ];
}
