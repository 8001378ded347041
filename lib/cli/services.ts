import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainFailure } from './say';

const EXIT_WITH_PARENT = fileURLToPath(new URL('./exit-with-parent.mjs', import.meta.url));
const STOP_TIMEOUT_MS = 25_000;

export type Service = { name: string; child: ChildProcess; stop(): Promise<void> };

/**
 * Starts one long-running process of ours. Its output goes to `<logDir>/<name>.log`, and to the terminal where asked.
 * It ends with this process, even when this one is killed.
 */
export function startService(options: {
  name: string;
  /** Arguments for the pinned Node. */
  args: string[];
  env: NodeJS.ProcessEnv;
  logDir: string;
  echo?: boolean;
  onUnexpectedExit: (name: string, code: number | null) => void;
}): Service {
  mkdirSync(options.logDir, { recursive: true });
  const log = createWriteStream(path.join(options.logDir, `${options.name}.log`));
  const child = spawn(process.execPath, ['--import', EXIT_WITH_PARENT, ...options.args], {
    env: { ...options.env, TWELVEFOLD_UP_PID: String(process.pid) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C in the terminal must reach only `up`, which then stops everything in order.
    detached: true,
  });
  pipeOutput(child, log, options.echo ?? false);
  let stopping = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      resolve();
      if (!stopping) options.onUnexpectedExit(options.name, code);
    });
    child.once('error', () => resolve());
  });
  return {
    name: options.name,
    child,
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

function pipeOutput(child: ChildProcess, log: WriteStream, echo: boolean): void {
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      log.write(chunk);
      if (echo) process.stderr.write(chunk);
    });
  }
}

/** Waits until `probe` is true. @throws PlainFailure with `what` after the time is over */
export async function waitUntil(
  what: string,
  probe: () => Promise<boolean>,
  timeoutMs: number,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await probe())) {
    if (Date.now() > end) throw new PlainFailure(`${what} did not become ready in time.`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    // Not listening yet: the caller asks again.
    return false;
  }
}

/** True when something already listens on the port of this machine. */
export function isPortTaken(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** A port that is free now, starting with the wanted one. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 200; port += 1) {
    if (!(await isPortTaken(port))) return port;
  }
  throw new PlainFailure(`No free port from ${wanted} to ${wanted + 199}.`);
}
