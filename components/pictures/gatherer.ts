/** News come in bursts while photos are prepared: one question for all of a burst. */
const GATHER_MS = 120;
const BATCH_MAX = 200;
/** After a question that did not get through; twice as long each time. */
const RETRY_MIN_MS = 1_500;
const RETRY_MAX_MS = 30_000;

/** Collects ids that are to be asked for, asks for many at once, and goes on asking when it does not get through. */
export class Gatherer {
  private readonly wanted = new Set<string>();
  private readonly ask: (ids: readonly string[]) => Promise<void>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  /** @param ask rejects when the answer did not come */
  constructor(ask: (ids: readonly string[]) => Promise<void>) {
    this.ask = ask;
  }

  readonly want = (ids: readonly string[]): void => {
    if (ids.length === 0) return;
    for (const id of ids) this.wanted.add(id);
    this.timer ??= setTimeout(() => void this.run(), GATHER_MS);
  };

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async run(): Promise<void> {
    const ids = [...this.wanted].slice(0, BATCH_MAX);
    for (const id of ids) this.wanted.delete(id);
    this.timer = undefined;
    let waitMs = GATHER_MS;
    try {
      await this.ask(ids);
      this.failures = 0;
    } catch {
      for (const id of ids) this.wanted.add(id);
      waitMs = Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** this.failures);
      this.failures += 1;
      this.stop();
    }
    if (this.wanted.size > 0) this.timer ??= setTimeout(() => void this.run(), waitMs);
  }
}
