import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDb } from '@/lib/db/client';
import { seed } from '@/prisma/seed';
import { buildIfNeeded } from './build-if-needed';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './database/embedded-postgres';
import { migrate } from './database/migrate';
import { installationSecrets, loadEnvFile, openDataDir } from './installation';
import { PlainFailure, say } from './say';
import { answers, freePort, isPortTaken, type Service, startService, waitUntil } from './services';

export type Installation = {
  url: string;
  sandboxUrl: string | null;
  databaseUrl: string;
  signIns: { role: string; email: string; password: string }[];
  stop(): Promise<void>;
};

const DEFAULT_PORT = 3000;
const SANDBOX_PORT = 4010;
const SANDBOX_SMTP_PORT = 4025;

/**
 * Starts everything of one installation on this machine: PostgreSQL, migrations, seed, sandbox, web and worker.
 * @param mode 'production' serves the built app; 'development' reloads on every change
 * @throws PlainFailure with what the person can do about it
 */
export async function runInstallation(
  mode: 'production' | 'development',
  onUnexpectedExit: (name: string, code: number | null) => void,
): Promise<Installation> {
  loadEnvFile();
  const port = Number(process.env.PORT || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new PlainFailure(`PORT=${process.env.PORT} is not a port; use a number from 1 to 65535.`);
  }
  const dataDir = openDataDir(process.env.DATA_DIR || '.data');
  const lock = takeLock(dataDir);
  const undo: (() => Promise<void> | void)[] = [lock.release];
  let isReady = false;
  let fallen: PlainFailure | null = null;
  // A service that falls while the rest still starts fails the start, which then stops everything.
  const onExit = (name: string, code: number | null) => {
    if (isReady) onUnexpectedExit(name, code);
    else
      fallen = new PlainFailure(
        `${name} ended while starting (exit ${code ?? 'by signal'}). See ${path.join(dataDir, 'logs', `${name}.log`)}`,
      );
  };
  const isUp = async (url: string) => {
    if (fallen) throw fallen;
    return await answers(url);
  };
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    if (await isPortTaken(port)) {
      throw new PlainFailure(
        `Port ${port} is in use. Stop what listens there, or choose another: PORT=${port + 1} npm run up`,
      );
    }
    const { authSecret } = installationSecrets(dataDir);
    let databaseUrl = process.env.DATABASE_URL ?? '';
    if (!databaseUrl) {
      say('Starting PostgreSQL …');
      const postgres = await startDatabase(dataDir);
      undo.push(() => {
        postgres.stop();
      });
      databaseUrl = postgres.url;
    }

    const url = process.env.APP_URL || `http://localhost:${port}`;
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: mode,
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      APP_URL: url,
      PORT: String(port),
      AUTH_SECRET: process.env.AUTH_SECRET || authSecret,
      NEXT_TELEMETRY_DISABLED: '1',
    };
    const logDir = path.join(dataDir, 'logs');
    const start = (
      name: string,
      args: string[],
      options: { echo?: boolean; env?: Record<string, string> } = {},
    ): Service => {
      const service = startService({
        name,
        args,
        env: { ...env, ...options.env },
        logDir,
        echo: options.echo ?? false,
        onUnexpectedExit: onExit,
      });
      undo.push(() => service.stop());
      return service;
    };

    let sandboxUrl: string | null = null;
    if (!env.STRIPE_SECRET_KEY || !env.SMTP_URL || !env.FAL_KEY) {
      const sandboxPort = await freePort(SANDBOX_PORT);
      const smtpPort = await freePort(SANDBOX_SMTP_PORT);
      sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
      env.ALLOW_SANDBOX = '1';
      env.SANDBOX_URL = sandboxUrl;
      env.SANDBOX_SMTP_URL = `smtp://127.0.0.1:${smtpPort}`;
      say('Starting the sandbox (payments, pictures and mail without accounts) …');
      start('sandbox', ['--import', 'tsx', 'lib/sandbox/main.ts'], {
        env: { PORT: String(sandboxPort), SMTP_PORT: String(smtpPort) },
      });
      await waitUntil('The sandbox', () => isUp(`${sandboxUrl}/`), 30_000);
    }
    // Seeding and everything after it in this process reads the same environment as the services.
    Object.assign(process.env, env);

    say('Migrating the database …');
    await migrate(databaseUrl);
    const db = createDb(databaseUrl);
    const { signIns } = await seed(db);
    await db.$disconnect();

    if (mode === 'production') buildIfNeeded(env);
    const next = 'node_modules/next/dist/bin/next';
    const host = process.env.HOST || '127.0.0.1';
    say('Starting web and worker …');
    const command = mode === 'production' ? 'start' : 'dev';
    start('web', [next, command, '-p', String(port), '-H', host], {
      echo: mode === 'development',
    });
    start('worker', ['--import', 'tsx', 'lib/jobs/worker-main.ts']);
    await waitUntil('The web app', () => isUp(`http://127.0.0.1:${port}/api/health`), 120_000);
    if (fallen) throw fallen;
    isReady = true;
    return { url, sandboxUrl, databaseUrl, signIns, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase(dataDir: string): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres({
      dataDir: path.join(dataDir, 'postgres'),
      database: 'twelvefold',
    });
  } catch (error) {
    throw new PlainFailure(
      `${error instanceof Error ? error.message : String(error)}\nTo start afresh, move ${dataDir} away; to use another PostgreSQL, set DATABASE_URL.`,
    );
  }
}

/** One `up` for each folder: two would stop each other's database. */
function takeLock(dataDir: string): { release: () => void } {
  const file = path.join(dataDir, 'up.pid');
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8'));
    if (Number.isInteger(pid) && pid > 0 && pid !== process.pid && isOurs(pid)) {
      throw new PlainFailure(
        `Twelvefold already runs from this folder (process ${pid}). Stop it there with Ctrl-C first.`,
      );
    }
  }
  writeFileSync(file, String(process.pid));
  return { release: () => rmSync(file, { force: true }) };
}

/** A process number may have been given to something else after a crash, so its command is looked at where that is possible. */
function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const command = `/proc/${pid}/cmdline`;
  return existsSync(command) ? /lib\/cli\/(up|dev)\.ts/.test(readFileSync(command, 'utf8')) : true;
}
