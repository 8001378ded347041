/** Finished bytes by their key, in this process's memory, up to a limit; what was kept longest ago goes first. */
export class BytesCache {
  readonly #kept = new Map<string, Buffer>();
  readonly #bytesMax: number;
  #bytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  get(key: string): Buffer | undefined {
    return this.#kept.get(key);
  }

  keep(key: string, bytes: Buffer): void {
    if (this.#kept.has(key)) return;
    this.#kept.set(key, bytes);
    this.#bytes += bytes.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= this.#bytesMax) return;
      this.#kept.delete(oldest);
      this.#bytes -= length;
    }
  }
}
