import path from 'node:path';
import { env } from '@/lib/core/env';
import { prunePrepared } from '@/lib/pictures/prune-prepared';

const BYTES_MAX = 2 * 1024 ** 3;
/** A day: long enough for proofing one page after another, short enough that a deleted photo does not linger. */
const AGE_MAX_MS = 24 * 60 * 60 * 1000;

/** Where this machine keeps crops that it has prepared for print. */
export function printCacheDir(): string {
  return path.resolve(env().DATA_DIR, 'print-cache');
}

/** Removes prepared crops that are older than a day, and the oldest beyond the limit of 2 GiB. */
export async function prunePrintCache(): Promise<void> {
  await prunePrepared(printCacheDir(), { bytesMax: BYTES_MAX, ageMaxMs: AGE_MAX_MS });
}
