import { loadEnvFile } from './installation';
import { runProgram } from './say';

/** The production worker: as many of these as wanted, on as many machines. */
await runProgram(async () => {
  loadEnvFile();
  await import('@/lib/jobs/worker-main');
});
