import { rm } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/core/env';
import { prunePrepared } from '@/lib/pictures/prune-prepared';

const BYTES_MAX = 2 * 1024 ** 3;
/** A day: long enough for proofing one page after another, short enough that a deleted photo does not linger. */
const AGE_MAX_MS = 24 * 60 * 60 * 1000;

function printCacheDir(): string {
  return path.resolve(env().DATA_DIR, 'print-cache');
}

/** Where this machine keeps crops of one person's pictures that it has prepared for print. */
export function printCacheOf(ownerId: string): string {
  return path.join(printCacheDir(), ownerId);
}

/** Removes prepared crops that are older than a day, and the oldest beyond the limit of 2 GiB. */
export async function prunePrintCache(): Promise<void> {
  await prunePrepared(printCacheDir(), { bytesMax: BYTES_MAX, ageMaxMs: AGE_MAX_MS });
}

/** Removes every prepared crop of these people from this machine; others lose theirs within a day. */
export async function erasePrintCacheOf(ownerIds: readonly string[]): Promise<void> {
  for (const ownerId of ownerIds) {
    await rm(printCacheOf(ownerId), { recursive: true, force: true });
  }
}
