import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestDatabase } from './database';

const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 40;

export type RunningProcess = { pid: number; parent: number; command: string };

/** Every process of this machine. */
export function processes(): RunningProcess[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** Looks again and again until it is so. @throws Error with `what` when it is not so in time */
export async function until<T>(
  what: string,
  look: () => Promise<T | false | null | undefined> | T | false | null | undefined,
  withinMs = 60_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** The worker as production runs it: a process of its own, which can be killed like one. */
export class WorkerProcess {
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #ended: Promise<NodeJS.Signals | null>;
  #output = '';

  private constructor(child: ChildProcess, pid: number) {
    this.#child = child;
    this.pid = pid;
    this.#ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
    }
  }

  /**
   * @param temporary the worker's folder for temporary files, so that a test sees what it leaves there
   * @param more environment beside the usual: where the services are that the test has
   */
  static async start(
    database: TestDatabase,
    temporary: string,
    more: Record<string, string> = {},
  ): Promise<WorkerProcess> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/jobs/worker-main.ts'], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'test',
        TMPDIR: temporary,
        DATABASE_URL: database.url,
        DATA_DIR: database.filesDir,
        AUTH_SECRET: 'test-secret-test-secret-test-secret-1234',
        APP_URL: 'http://127.0.0.1:3000',
        ALLOW_SANDBOX: '1',
        // Nobody listens there, and nothing in these tests pays or writes mail.
        SANDBOX_URL: 'http://127.0.0.1:9',
        SANDBOX_SMTP_URL: 'smtp://127.0.0.1:9',
        ...more,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { pid } = child;
    if (pid === undefined) throw new Error('the worker could not be started');
    const worker = new WorkerProcess(child, pid);
    try {
      await until(
        'the worker is ready',
        () => {
          if (child.exitCode !== null) throw new Error(`The worker ended:\n${worker.#output}`);
          return worker.#output.includes('worker ready\n');
        },
        READY_WITHIN_MS,
      );
    } catch (error) {
      await worker.kill();
      throw error;
    }
    return worker;
  }

  /** Its log so far, for a test that failed. */
  get output(): string {
    return this.#output;
  }

  /** The processes that it runs now whose command holds `program`. */
  children(program: string): RunningProcess[] {
    return processes().filter(
      ({ parent, command }) => parent === this.pid && command.includes(program),
    );
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  /**
   * The same, and the time after which the queue gives up a silent worker is over at once: for tests that are about
   * what comes then. Call it before the next worker starts, whose jobs would look abandoned too.
   */
  async killAndMiss({ db }: TestDatabase): Promise<void> {
    await this.kill();
    await db.$executeRaw`
      update pgboss.job set heartbeat_on = heartbeat_on - heartbeat_seconds * interval '1s'
      where state = 'active'`;
  }

  /** Asks it to end, as an operator does. @returns the exit code */
  async stop(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    await this.#ended;
    return this.#child.exitCode;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }
}

/** A folder for temporary files that ends with the test. */
export function aTemporaryFolder(): { path: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'twelvefold-crash-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
