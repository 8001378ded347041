import { spawn } from 'node:child_process';
import { parseEnv } from '@/lib/core/env';
import { migrate } from './database/migrate';
import { loadEnvFile } from './installation';
import { PlainFailure, runProgram } from './say';

/** The production web process: everything comes from the environment, nothing is made up. */
await runProgram(async () => {
  loadEnvFile();
  const env = { ...process.env, NODE_ENV: 'production' as const };
  let parsed: ReturnType<typeof parseEnv>;
  try {
    parsed = parseEnv(env);
  } catch (error) {
    throw new PlainFailure(error instanceof Error ? error.message : String(error));
  }
  const missing = (['DATABASE_URL', 'APP_URL', 'AUTH_SECRET'] as const).filter(
    (key) => !parsed[key],
  );
  if (!parsed.SANDBOX_URL && !parsed.STRIPE_SECRET_KEY) missing.push('STRIPE_SECRET_KEY' as never);
  if (!parsed.SANDBOX_SMTP_URL && !parsed.SMTP_URL) missing.push('SMTP_URL' as never);
  if (missing.length > 0) {
    throw new PlainFailure(`Set ${missing.join(', ')} first; .env.example explains every key.`);
  }
  await migrate(parsed.DATABASE_URL as string);
  const args = ['node_modules/next/dist/bin/next', 'start', '-p', String(parsed.PORT)];
  const web = spawn(process.execPath, args, { env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => web.kill(signal));
  web.on('exit', (code) => process.exit(code ?? 1));
  await new Promise(() => undefined);
});
