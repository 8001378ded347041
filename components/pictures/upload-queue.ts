import type { ApiProblem } from '@/components/call-api';
import type { Problem } from '@/lib/http/problem';
import type { PictureView } from '@/lib/pictures/picture-view';

/** Uploads side by side: enough to fill a home connection, few enough to leave the browser connections for the pages. */
export const IN_FLIGHT_MAX = 3;
const TRIES_MAX = 6;
const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 30_000;

export type Reason = Pick<Problem, 'code' | 'params'>;

export type UploadState =
  | 'waiting'
  /** Being looked at or converted in this browser. */
  | 'preparing'
  | 'sending'
  /** The connection broke; it goes on by itself. */
  | 'retrying'
  | 'done'
  /** The library had this photo already. */
  | 'known'
  | 'failed';

export type Upload = {
  id: number;
  name: string;
  state: UploadState;
  /** 0 to 1, of the bytes that have left this browser. */
  progress: number;
  reason: Reason | null;
};

export type Sent = { picture: PictureView; isNew: boolean };

export type QueueParts = {
  /** Checks the file and turns it into what is sent. @throws ApiProblem when it cannot be used */
  prepare: (file: File) => Promise<File>;
  /** @throws ApiProblem; anything else when `signal` is aborted */
  send: (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<Sent>;
  /** Waits so long, and until the browser is online; may end early when it comes online. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
  onPicture: (picture: PictureView) => void;
};

type Entry = Upload & { file: File; abort: AbortController };

/** Failures of the way to the server, not of the file: tried again without asking. */
const PASSING: ReadonlySet<string> = new Set([
  'server.unavailable',
  'server.unexpected',
  'picture.upload_incomplete',
  'request.rate_limited',
]);

/** The uploads of one screen, in the order they were added. One that fails does not stop the others. */
export class UploadQueue {
  private entries: Entry[] = [];
  private snapshot: readonly Upload[] = [];
  private readonly watchers = new Set<() => void>();
  private lastId = 0;
  private parts: QueueParts;

  constructor(parts: QueueParts) {
    this.parts = parts;
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** The same array until something changes. */
  readonly current = (): readonly Upload[] => this.snapshot;

  /** Who hears of the photos that arrive from now on. */
  tell(onPicture: QueueParts['onPicture']): void {
    this.parts = { ...this.parts, onPicture };
  }

  add(files: readonly File[]): void {
    for (const file of files) {
      this.lastId += 1;
      this.entries.push({
        id: this.lastId,
        name: file.name,
        state: 'waiting',
        progress: 0,
        reason: null,
        file,
        abort: new AbortController(),
      });
    }
    this.changed();
    this.fill();
  }

  /** Stops an upload and takes it off the list. */
  cancel(id: number): void {
    this.entries.find((entry) => entry.id === id)?.abort.abort();
    this.entries = this.entries.filter((entry) => entry.id !== id);
    this.changed();
    this.fill();
  }

  retry(id: number): void {
    const entry = this.entries.find((candidate) => candidate.id === id);
    if (entry?.state !== 'failed') return;
    Object.assign(entry, { state: 'waiting', reason: null, progress: 0 });
    this.changed();
    this.fill();
  }

  /** Takes everything that is over off the list. */
  clearEnded(): void {
    this.entries = this.entries.filter(({ state }) => !isEnded(state));
    this.changed();
  }

  /** For a screen that goes away. */
  cancelAll(): void {
    for (const entry of this.entries) entry.abort.abort();
    this.entries = [];
    this.changed();
  }

  private fill(): void {
    const busy = this.entries.filter(({ state }) => isBusy(state)).length;
    const next = this.entries.filter(({ state }) => state === 'waiting');
    for (const entry of next.slice(0, Math.max(0, IN_FLIGHT_MAX - busy))) {
      entry.state = 'preparing';
      void this.run(entry);
    }
    this.changed();
  }

  private async run(entry: Entry): Promise<void> {
    const { signal } = entry.abort;
    try {
      const file = await this.parts.prepare(entry.file);
      if (signal.aborted) return;
      const { picture, isNew } = await this.sendPatiently(entry, file);
      if (signal.aborted) return;
      entry.progress = 1;
      entry.state = isNew ? 'done' : 'known';
      this.parts.onPicture(picture);
    } catch (error) {
      if (signal.aborted) return;
      entry.state = 'failed';
      entry.reason = reasonOf(error);
    } finally {
      this.changed();
      this.fill();
    }
  }

  private async sendPatiently(entry: Entry, file: File): Promise<Sent> {
    const { signal } = entry.abort;
    for (let tries = 1; ; tries += 1) {
      entry.state = 'sending';
      this.changed();
      try {
        const onProgress = (share: number) => {
          entry.progress = share;
          this.changed();
        };
        const sent = await this.parts.send(file, onProgress, signal);
        // A first try whose answer was lost may have stored it: then it is new all the same.
        return tries > 1 ? { ...sent, isNew: true } : sent;
      } catch (error) {
        const reason = reasonOf(error);
        if (signal.aborted || !PASSING.has(reason.code) || tries >= TRIES_MAX) throw error;
        entry.state = 'retrying';
        entry.progress = 0;
        this.changed();
        const asked = Number(reason.params.seconds ?? 0) * 1000;
        const backoff = Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** (tries - 1));
        await this.parts.pause(Math.max(asked, backoff), signal);
        if (signal.aborted) throw error;
      }
    }
  }

  private changed(): void {
    this.snapshot = this.entries.map(({ id, name, state, progress, reason }) => ({
      id,
      name,
      state,
      progress,
      reason,
    }));
    for (const watcher of this.watchers) watcher();
  }
}

export function isBusy(state: UploadState): boolean {
  return state === 'preparing' || state === 'sending' || state === 'retrying';
}

export function isEnded(state: UploadState): boolean {
  return state === 'done' || state === 'known' || state === 'failed';
}

function reasonOf(error: unknown): Reason {
  const problem = (error as Partial<ApiProblem> | null)?.problem;
  if (problem) return { code: problem.code, params: problem.params };
  return { code: 'server.unexpected', params: {} };
}
