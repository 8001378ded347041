import { requireEnv } from '@/lib/core/env';
import { createLog } from '@/lib/core/log';
import { startWorker } from './worker';

const log = createLog('worker');
const worker = await startWorker(requireEnv('DATABASE_URL'));
process.stdout.write('worker ready\n');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    worker.stop().then(
      () => process.exit(0),
      (error) => {
        log.error('worker did not stop cleanly', error);
        process.exit(1);
      },
    );
  });
}
