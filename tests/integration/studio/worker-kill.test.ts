import pg from 'pg';
import { afterAll, afterEach, describe, expect, onTestFailed, test } from 'vitest';
import type { Id } from '@/lib/core/ids';
import type { PersonCtx } from '@/lib/db/context';
import { findViolations } from '@/lib/stars/check-stars';
import { startMonthSet } from '@/lib/studio/start-month-set';
import { aTemporaryFolder, until, WorkerProcess } from '@/tests/support/worker-process';
import { aDraft, start } from './lora-world';
import { openStudio, PICTURE_STARS } from './open-studio';

/** A dead worker's jobs are found every few seconds; then comes a pause before the retry. */
const RECOVERY_MS = 180_000;
const TEST_MS = 420_000;

const studio = openStudio();
const temporary = aTemporaryFolder();
let workers: WorkerProcess[] = [];

async function startWorker(): Promise<WorkerProcess> {
  const worker = await WorkerProcess.start(studio.test, temporary.path, {
    APP_URL: String(process.env.APP_URL),
    SANDBOX_URL: studio.sandbox.url,
    SANDBOX_SMTP_URL: studio.sandbox.smtpUrl,
  });
  workers.push(worker);
  return worker;
}

afterEach(async () => {
  for (const worker of workers) if (worker.isRunning) await worker.kill();
  workers = [];
});
afterAll(() => temporary.remove());

function showLogsOnFailure(): void {
  onTestFailed(() => {
    for (const { pid, output } of workers) process.stderr.write(`worker ${pid}:\n${output}\n`);
  });
}

/** Holds rows from outside, so that whoever needs them waits at that very step. */
class Locks {
  private readonly clients: pg.Client[] = [];

  async take(table: string, column: string, id: string): Promise<void> {
    const client = new pg.Client({ connectionString: studio.test.url });
    // The server may end it under our feet when the test has failed.
    client.on('error', () => undefined);
    await client.connect();
    await client.query('begin');
    const where = `${pg.escapeIdentifier(table)} where ${pg.escapeIdentifier(column)} = $1`;
    await client.query(`select 1 from ${where} for update`, [id]);
    this.clients.push(client);
  }

  async release(): Promise<void> {
    for (const client of this.clients.splice(0)) await client.end();
  }
}

/** How many connections stand before a lock. */
async function waiting(): Promise<number> {
  const rows = await studio.test.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return rows[0]?.count ?? 0;
}

const requestOf = async (subjectId: string) => {
  const [request] = await studio.requests(subjectId);
  if (!request) throw new Error(`no request for ${subjectId}`);
  return request;
};

const stateOf = async (subjectId: string) => (await requestOf(subjectId)).status;

async function aTraining(person: PersonCtx) {
  const { loraModelId } = await aDraft(person);
  return { loraModelId, trainingId: await start(person, loraModelId) };
}

type Parked = { id: string; person: PersonCtx; table: 'Generation' | 'Training' };

async function park(table: Parked['table']): Promise<Parked> {
  const person = await studio.customer(1000);
  const id =
    table === 'Generation' ? await studio.order(person) : (await aTraining(person)).trainingId;
  return { id, person, table };
}

async function workStatus({ id, table }: Parked): Promise<string> {
  const wanted = { where: { id } };
  const { db } = studio.test;
  const row =
    table === 'Generation'
      ? await db.generation.findUniqueOrThrow(wanted)
      : await db.training.findUniqueOrThrow(wanted);
  return row.status;
}

describe('a worker that is killed', () => {
  test.each(['Generation', 'Training'] as const)(
    'at any step of a %s is followed by one that finishes it once',
    async (table) => {
      showLogsOnFailure();
      const locks = new Locks();
      const before = studio.sandbox.falSubmits();
      const { promise: isOpen, resolve: open } = Promise.withResolvers<void>();
      studio.gate = () => isOpen;
      // About to be marked as handed over.
      const early = await park(table);
      await locks.take('ModelRequest', 'id', (await requestOf(early.id)).id);
      const doomed = await startWorker();
      await until('it stands before its request', async () => (await waiting()) === 1);

      // Handed over, and no answer yet.
      studio.sandbox.faults.change({ falSubmitHangCount: 1 });
      const handedOver = await park(table);
      await until('the provider has it', () => studio.sandbox.falSubmits() === before + 1);
      expect(await stateOf(handedOver.id)).toBe('SUBMITTING');
      // Collected, and its row is not written yet; written, and its stars are not settled yet.
      const collected = await park(table);
      const unsettled = await park(table);
      for (const { id } of [collected, unsettled]) {
        await until('it is handed over', async () => (await stateOf(id)) === 'SUBMITTED');
      }
      await locks.take(table, 'id', collected.id);
      await locks.take('StarAccount', 'userId', String(unsettled.person.actor.userId));
      open();
      await until('both stand before their rows', async () => (await waiting()) === 3);

      await doomed.killAndMiss(studio.test);
      await locks.release();
      const all = [early, handedOver, collected, unsettled];
      const heir = await startWorker();
      for (const parked of all) {
        await until(
          `${parked.id} is finished`,
          async () => (await workStatus(parked)) === 'COMPLETED',
          RECOVERY_MS,
        );
      }
      await until(
        'nothing is under way',
        async () => {
          const open = await studio.test.db.modelRequest.count({ where: { finishedAt: null } });
          return open === 0;
        },
        RECOVERY_MS,
      );
      for (const { id, person } of all) {
        expect(await studio.requests(id)).toHaveLength(1);
        const holds = await studio.test.db.starTransaction.findMany({ where: { subjectId: id } });
        expect(holds.map(({ entry }) => entry)).toEqual(['HOLD', 'SETTLE']);
        expect((await studio.account(person)).held).toBe(0);
      }
      const requests = await studio.test.db.modelRequest.count();
      expect(studio.sandbox.falSubmits()).toBe(requests);
      expect(await findViolations(studio.system())).toEqual([]);
      expect(await heir.stop()).toBe(0);
    },
    TEST_MS,
  );

  test(
    'again and again while it makes a month set leaves twelve months, each paid once',
    async () => {
      showLogsOnFailure();
      const person = await studio.customer(1000);
      let worker = await startWorker();
      const { loraModelId } = await aTraining(person);
      const { db } = studio.test;
      await until(
        'the subject is learned',
        async () =>
          (await db.loraModel.findUnique({ where: { id: loraModelId } }))?.status === 'READY',
      );
      const previews = () =>
        db.generation.count({ where: { purpose: 'PREVIEW', status: 'COMPLETED' } });
      await until('its previews are there', async () => (await previews()) >= 4);
      const { balance } = await studio.account(person);
      const jobId = await orderMonthSet(person, loraModelId);
      const done = () => db.generation.count({ where: { jobId, status: 'COMPLETED' } });
      for (const share of [1, 6]) {
        await until('some months are there', async () => (await done()) >= share, RECOVERY_MS);
        await worker.killAndMiss(studio.test);
        worker = await startWorker();
      }
      await until('the set is there', async () => (await done()) === 12, RECOVERY_MS);
      const job = await db.job.findUniqueOrThrow({
        where: { id: jobId },
        include: { tasks: true },
      });
      expect(job.status).toBe('COMPLETED');
      expect(job.tasks.filter(({ chosenGenerationId }) => chosenGenerationId)).toHaveLength(12);
      expect(await studio.account(person)).toEqual({
        balance: balance - 12 * PICTURE_STARS,
        held: 0,
      });
      expect(await worker.stop()).toBe(0);
    },
    TEST_MS,
  );
});

async function orderMonthSet(person: PersonCtx, loraModelId: Id<'loraModel'>): Promise<Id<'job'>> {
  const { db } = studio.test;
  const baseModel = await db.baseModel.findUniqueOrThrow({ where: { slug: 'flux-lora' } });
  const theme = await db.promptTheme.findFirstOrThrow({ where: { status: 'PUBLISHED' } });
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
    requestKey: crypto.randomUUID(),
    starsShown: 12 * PICTURE_STARS,
  });
  return jobId;
}
