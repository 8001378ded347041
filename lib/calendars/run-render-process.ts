import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DomainError } from '@/lib/core/errors';
import type { RenderJob, RenderReply } from './render-job';

export type RenderFailureReason =
  | 'picture-unreadable'
  | 'timeout'
  | 'process-died'
  | 'process-failed';

/** Why the render process did not deliver. */
export class RenderFailure extends Error {
  readonly reason: RenderFailureReason;
  readonly pictureId: string | null;
  constructor(reason: RenderFailureReason, detail: string, pictureId: string | null = null) {
    super(`${reason}: ${detail}`);
    this.name = 'RenderFailure';
    this.reason = reason;
    this.pictureId = pictureId;
  }
}

/** A hundred times what a calendar takes on a slow machine; beyond it something hangs. */
const TIMEOUT_MS = 10 * 60_000;

const RENDER_ENTRY = fileURLToPath(new URL('./render-entry.mjs', import.meta.url));

/** Keeps compiled libraries, so that only the first print of an installation compiles them. Not writable is no harm. */
const CODE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/render', import.meta.url));

const NODE_FLAGS = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=1'];

/**
 * glibc keeps freed memory in one arena for each thread, and raises by itself the size from which it gives memory back.
 * With one arena and a fixed size, the lines of decoded photographs leave the process with each picture: a third less
 * memory at the cost of a few percent of time. Other C libraries ignore these names.
 */
const MALLOC_SETTINGS = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '65536',
  MALLOC_TOP_PAD_: '16384',
};

type Done = Extract<RenderReply, { kind: 'done' }>;

export type RenderProcess = {
  pid: number | undefined;
  /** Makes the one file that the process is for. @throws as `renderPrintFile` does */
  render(job: RenderJob): Promise<Done>;
  /** Ends the process whatever it does. */
  stop(): void;
};

const STDERR_MAX_CHARS = 4000;

/** Starts the process that makes one print file; it loads its libraries while the caller prepares the job. */
export function startRenderProcess(options: {
  timeoutMs?: number;
  onProgress?: (pagesDone: number, pageCount: number) => void;
}): RenderProcess {
  const { timeoutMs = TIMEOUT_MS, onProgress } = options;
  const child = spawn(process.execPath, [...NODE_FLAGS, RENDER_ENTRY], {
    // Nothing of our own environment: no secret is needed to decode a photograph. Three threads: two pictures and a file.
    env: {
      NODE_ENV: 'production',
      ...MALLOC_SETTINGS,
      UV_THREADPOOL_SIZE: '3',
      NODE_COMPILE_CACHE: CODE_CACHE,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Done>();
  // It may be decided before anybody waits for it.
  promise.catch(() => undefined);
  const timer = setTimeout(() => {
    reject(new RenderFailure('timeout', `no file after ${timeoutMs} ms`));
  }, timeoutMs);
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-STDERR_MAX_CHARS);
  });
  child.on('error', (error) => reject(new RenderFailure('process-died', error.message)));
  child.on('exit', (code, signal) => {
    reject(new RenderFailure('process-died', `exit ${code ?? signal}; ${stderr}`));
  });
  child.on('message', (message: RenderReply) => {
    switch (message.kind) {
      case 'page':
        onProgress?.(message.pagesDone, message.pageCount);
        return;
      case 'done':
        resolve(message);
        return;
      case 'picture-unreadable': {
        const { detail, pictureId } = message;
        const cause = new RenderFailure('picture-unreadable', detail, pictureId);
        reject(new DomainError('print.asset_missing', {}, { cause }));
        return;
      }
      case 'failed':
        reject(new RenderFailure('process-failed', message.detail));
    }
  });
  return {
    pid: child.pid,
    render(job) {
      // A process that has already died is reported by its exit.
      child.send(job, () => undefined);
      return promise;
    },
    stop() {
      clearTimeout(timer);
      child.kill('SIGKILL');
    },
  };
}
