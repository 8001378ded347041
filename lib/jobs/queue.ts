import { fromPrisma, PgBoss } from 'pg-boss';
import { requireEnv } from '@/lib/core/env';
import { createLog } from '@/lib/core/log';
import type { TxCtx } from '@/lib/db/context';
import { JOB_NAMES, JOBS, type JobName, type JobPayload } from './jobs';

const log = createLog('queue');

/** How long a worker may be silent before its job is given to another. The library's minimum. */
const HEARTBEAT_SECONDS = 10;
const RETRY_DELAY_SECONDS = 2;
const RETRY_DELAY_MAX_SECONDS = 300;

const holder = globalThis as unknown as { twelvefoldQueue?: Promise<PgBoss> };

/** A queue that only sends: no supervision, no schedule, one connection. Made at the first use. */
function sender(): Promise<PgBoss> {
  holder.twelvefoldQueue ??= (async () => {
    const boss = new PgBoss({
      connectionString: requireEnv('DATABASE_URL'),
      max: 1,
      supervise: false,
      schedule: false,
      migrate: false,
      createSchema: false,
    });
    boss.on('error', (error) => log.error('queue connection', error));
    try {
      return await boss.start();
    } catch (error) {
      // The next caller tries again: a database that was down for a moment must not poison the process.
      holder.twelvefoldQueue = undefined;
      throw error;
    }
  })();
  return holder.twelvefoldQueue;
}

/** Adds a job in the caller's transaction: it exists exactly when the rows it is about exist. */
export async function enqueue<N extends JobName>(
  tx: TxCtx,
  name: N,
  payload: JobPayload<N>,
  options: { startAfterSeconds?: number } = {},
): Promise<void> {
  const boss = await sender();
  JOBS[name].payload.parse(payload);
  await boss.send(name, payload, {
    db: fromPrisma(tx.db),
    ...(options.startAfterSeconds ? { startAfter: options.startAfterSeconds } : {}),
  });
}

/** Puts failed jobs back into their queue with one more try each; jobs in another state stay as they are. */
export async function retryFailedJobs(
  tx: TxCtx,
  name: JobName,
  ids: readonly string[],
): Promise<void> {
  const boss = await sender();
  await boss.retry(name, [...ids], { db: fromPrisma(tx.db) });
}

/** Forgets jobs for good. The caller has made sure that none of them runs. */
export async function deleteJobs(tx: TxCtx, name: JobName, ids: readonly string[]): Promise<void> {
  const boss = await sender();
  await boss.deleteJob(name, [...ids], { db: fromPrisma(tx.db) });
}

/** Closes this process's sending connection; for programs that end and for tests. */
export async function closeQueue(): Promise<void> {
  const started = holder.twelvefoldQueue;
  holder.twelvefoldQueue = undefined;
  if (started) await (await started).stop({ graceful: false });
}

/** Creates the queue's own schema and brings every queue to the settings in JOBS. Run at each migration. */
export async function installQueues(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, max: 2, supervise: false, schedule: false });
  boss.on('error', (error) => log.error('queue installation', error));
  await boss.start();
  try {
    for (const name of JOB_NAMES) {
      const { expireInSeconds, retryLimit } = JOBS[name];
      const settings = {
        expireInSeconds,
        retryLimit,
        retryDelay: RETRY_DELAY_SECONDS,
        retryBackoff: true,
        retryDelayMax: RETRY_DELAY_MAX_SECONDS,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        notify: true,
      };
      if (await boss.getQueue(name)) await boss.updateQueue(name, settings);
      else await boss.createQueue(name, settings);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
