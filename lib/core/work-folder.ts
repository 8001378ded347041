import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Longer than any attempt takes: what is older was left by a process that was killed. */
const LEFTOVER_AFTER_MS = 60 * 60 * 1000;

/**
 * A private folder for one attempt at a piece of work; the caller removes it. Also removes those that killed processes
 * left, because customers' pictures are in them.
 * @param kind names the work, e.g. "ingest"
 */
export async function makeWorkFolder(kind: string): Promise<string> {
  const parent = path.join(tmpdir(), `twelvefold-${kind}`);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  for (const name of await readdir(parent)) {
    const leftover = path.join(parent, name);
    // Another process may remove the same one in between.
    const found = await stat(leftover).catch(() => null);
    if (found && Date.now() - found.mtimeMs > LEFTOVER_AFTER_MS) {
      await rm(leftover, { recursive: true, force: true });
    }
  }
  return mkdtemp(path.join(parent, 'w-'));
}
