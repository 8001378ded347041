import { PgBoss } from 'pg-boss';
import { systemActor } from '@/lib/core/actor';
import { systemClock } from '@/lib/core/clock';
import { createLog } from '@/lib/core/log';
import { createDb } from '@/lib/db/client';
import type { Ctx } from '@/lib/db/context';
import { providers } from '@/lib/wiring';
import { HANDLERS } from './handlers';
import { JOB_NAMES, JOBS, type JobName, SCHEDULE } from './jobs';
import { closeQueue } from './queue';

const log = createLog('worker');
const STOP_TIMEOUT_MS = 20_000;

export type Worker = { stop(): Promise<void> };

/** Starts handling every kind of job in this process. Any number of workers may run on any number of machines. */
export async function startWorker(connectionString: string): Promise<Worker> {
  const db = createDb(connectionString);
  const ctx: Ctx = { actor: systemActor, db, providers: providers(), clock: systemClock, log };
  const boss = new PgBoss({
    connectionString,
    max: 6,
    useListenNotify: true,
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on('error', (error) => log.error('queue', error));
  await boss.start();
  for (const { name, cron } of SCHEDULE) await boss.schedule(name, cron, {});
  for (const name of JOB_NAMES) await work(boss, ctx, name);
  log.info('worker ready', { queues: JOB_NAMES.length });
  return {
    async stop() {
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
      await closeQueue();
      await db.$disconnect();
    },
  };
}

async function work(boss: PgBoss, ctx: Ctx, name: JobName): Promise<void> {
  const options = {
    // One job a fetch keeps heartbeat, retry and failure apart for each job.
    batchSize: 1,
    localConcurrency: JOBS[name].concurrency,
    // A notification starts a job at once, but only the poll finds those that wait behind it.
    pollingIntervalSeconds: JOBS[name].pollSeconds,
    notifyPollingIntervalSeconds: JOBS[name].pollSeconds,
  };
  await boss.work<unknown>(name, options, async (jobs) => {
    for (const job of jobs) {
      const started = performance.now();
      try {
        await HANDLERS[name](ctx, job.data);
        log.info('job done', {
          job: name,
          id: job.id,
          ms: Math.round(performance.now() - started),
        });
      } catch (error) {
        // The queue records the failure and retries with backoff; here it is only told.
        log.error('job failed', error, { job: name, id: job.id });
        throw error;
      }
    }
  });
}
