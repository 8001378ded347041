import { PgBoss } from 'pg-boss';
import { JOBS } from '@/lib/jobs/jobs';

/** A picture's jobs, one after the other: handing over, the event that it is done, fetching it. */
const STEPS = [
  { name: 'bench.first', like: JOBS['model.submit'] },
  { name: 'bench.second', like: JOBS['webhook.process'] },
  { name: 'bench.third', like: JOBS['model.check'] },
] as const;

export type BareQueue = {
  /** Sends so many first jobs, each of which sends its next. @returns milliseconds until the last has run */
  deliver(count: number): Promise<number>;
  close(): Promise<void>;
};

/** The queue with the settings of the worker and nothing to do: what no worker can beat. */
export async function openBareQueue(connectionString: string): Promise<BareQueue> {
  const boss = new PgBoss({ connectionString, max: 6, useListenNotify: true, schedule: false });
  boss.on('error', (error) => process.stderr.write(`${error}\n`));
  await boss.start();
  let left = 0;
  let end = () => undefined as unknown;
  for (const [index, { name, like }] of STEPS.entries()) {
    await boss.createQueue(name, {
      expireInSeconds: like.expireInSeconds,
      retryLimit: like.retryLimit,
      heartbeatSeconds: 10,
      notify: true,
    });
    const next = STEPS[index + 1]?.name;
    const options = {
      batchSize: 1,
      localConcurrency: like.concurrency,
      pollingIntervalSeconds: like.pollSeconds,
      notifyPollingIntervalSeconds: like.pollSeconds,
    };
    await boss.work(name, options, async () => {
      if (next) await boss.send(next, {});
      else {
        left -= 1;
        if (left === 0) end();
      }
    });
  }
  return {
    async deliver(count) {
      left = count;
      const { promise, resolve } = Promise.withResolvers<unknown>();
      end = () => resolve(null);
      const startedAt = performance.now();
      for (let i = 0; i < count; i += 1) await boss.send(STEPS[0].name, {});
      await promise;
      return performance.now() - startedAt;
    },
    close: () => boss.stop({ graceful: false }),
  };
}
