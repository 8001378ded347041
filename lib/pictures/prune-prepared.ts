import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Files younger than this may be in use by a print that is being made. */
const IN_USE_MS = 60 * 60_000;

/**
 * Deletes prepared pictures that are too old, then those made longest ago until the folder with all in it is within its
 * limit. Losing one costs only the time to prepare it again.
 */
export async function prunePrepared(
  cacheDir: string,
  { bytesMax, ageMaxMs }: { bytesMax: number; ageMaxMs: number },
): Promise<void> {
  const files: { file: string; bytes: number; madeAtMs: number }[] = [];
  for (const name of await readdir(cacheDir, { recursive: true }).catch(ignoreMissing)) {
    const file = path.join(cacheDir, name);
    const facts = await stat(file).catch(ignoreMissing);
    if (!Array.isArray(facts) && facts.isFile()) {
      files.push({ file, bytes: facts.size, madeAtMs: facts.mtimeMs });
    }
  }
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const newest = Math.max(0, ...files.map(({ madeAtMs }) => madeAtMs));
  for (const { file, bytes, madeAtMs } of files.sort((a, b) => a.madeAtMs - b.madeAtMs)) {
    const isTooOld = Date.now() - madeAtMs > ageMaxMs;
    if (!isTooOld && (total <= bytesMax || newest - madeAtMs < IN_USE_MS)) return;
    await rm(file, { force: true });
    total -= bytes;
  }
}

/** Another process may prune at the same time, and a folder may not have been made yet. */
function ignoreMissing(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
