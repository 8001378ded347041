import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';

/** One JSON value kept in a file, so that a restart goes on where the process ended. */
export class StateFile<T> {
  readonly value: T;
  private readonly file: string;
  private running: Promise<void> | undefined;
  private next: Promise<void> | undefined;

  private constructor(file: string, value: T) {
    this.file = file;
    this.value = value;
  }

  /** @throws Error with a sentence for people when the file is there but cannot be used */
  static async open<T extends { version: number }>(file: string, empty: T): Promise<StateFile<T>> {
    await mkdir(path.dirname(file), { recursive: true });
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return new StateFile(file, empty);
    try {
      const value = JSON.parse(text) as T;
      if (value.version !== empty.version) throw new Error(`it has version ${value.version}`);
      return new StateFile(file, { ...empty, ...value });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${file} cannot be used (${why}). Delete it to start the sandbox empty.`);
    }
  }

  /** Resolves when everything up to this call is on disk. Calls during a write share the next one. */
  save(): Promise<void> {
    if (!this.running) {
      this.running = this.write().finally(() => {
        this.running = undefined;
      });
      return this.running;
    }
    this.next ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        return this.save();
      });
    return this.next;
  }

  private async write(): Promise<void> {
    const temporary = `${this.file}.${randomUUID()}`;
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(JSON.stringify(this.value));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, this.file);
  }
}
