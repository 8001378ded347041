import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PaintRequest } from './paint-prompt';

export type PaintOrder =
  | { kind: 'paint'; request: PaintRequest }
  | { kind: 'repaint'; bytes: Buffer; prompt: string; seed: number };

export type PaintAnswer = { ok: true; bytes: Uint8Array } | { ok: false; reason: string };

/**
 * Paints in threads beside the one that answers calls: a picture is seconds of arithmetic, and meanwhile payments and
 * mail must go on. Threads start with the first picture; one paints one picture at a time.
 */
export class Painters {
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();

  /** @throws Error when the painter fails, or `close` was called meanwhile */
  async paint(order: PaintOrder): Promise<Buffer> {
    const thread = this.idle.pop() ?? this.start();
    const answer = await new Promise<PaintAnswer>((resolve, reject) => {
      const end = (settle: () => void) => {
        thread.off('message', onMessage).off('error', onError).off('exit', onExit);
        settle();
      };
      const onMessage = (value: PaintAnswer) => end(() => resolve(value));
      const onError = (error: unknown) => end(() => reject(error));
      const onExit = () => end(() => reject(new Error('The painter was stopped.')));
      thread.on('message', onMessage).on('error', onError).on('exit', onExit);
      thread.postMessage(order);
    });
    this.idle.push(thread);
    if (!answer.ok) throw new Error(answer.reason);
    return Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength);
  }

  async close(): Promise<void> {
    await Promise.all([...this.all].map((thread) => thread.terminate()));
  }

  private start(): Worker {
    // The thread reads TypeScript as the process does, also where a test runner reads it in another way.
    const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const file = fileURLToPath(new URL('./painter-thread.ts', import.meta.url));
    const thread = new Worker(file, { execArgv: ['--import', loader] });
    thread.unref();
    // A painter that falls while it has nothing to do must not take the sandbox along; the next picture starts another.
    thread.on('error', () => undefined);
    this.all.add(thread);
    thread.once('exit', () => {
      this.all.delete(thread);
      const index = this.idle.indexOf(thread);
      if (index >= 0) this.idle.splice(index, 1);
    });
    return thread;
  }
}
