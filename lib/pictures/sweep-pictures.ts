import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { pictureOfUpload, UPLOADS_PREFIX } from './storage-keys';
import { findStuck, findWaiting } from './store';

/** Longer than every retry of the queue together. */
const STUCK_AFTER_MS = 60 * 60 * 1000;
const STUCK_BATCH = 100;
/** Longer than any upload takes. */
const ORPHAN_AFTER_MS = 24 * 60 * 60 * 1000;
const LOOKUP_BATCH = 200;

/**
 * Mends what crashes left: pictures whose job was lost are queued again, and received files without a waiting picture
 * (a web process died between file and row) are deleted after a day.
 */
export async function sweepPictures(ctx: Ctx): Promise<{ requeued: number; orphans: number }> {
  const now = ctx.clock.now().getTime();
  const stuck = await findStuck(ctx, new Date(now - STUCK_AFTER_MS), STUCK_BATCH);
  await inTransaction(ctx, async (tx) => {
    for (const { id } of stuck) {
      await enqueue(tx, 'picture.ingest', { pictureId: id as Id<'picture'> });
    }
  });
  let orphans = 0;
  let batch: string[] = [];
  const clear = async () => {
    const waiting = new Set(
      (await findWaiting(ctx, batch.map(pictureOfUpload))).map(({ id }) => id),
    );
    for (const key of batch) {
      if (waiting.has(pictureOfUpload(key))) continue;
      await ctx.providers.files.delete(key);
      orphans += 1;
    }
    batch = [];
  };
  for await (const key of ctx.providers.files.list(UPLOADS_PREFIX)) {
    if (now - timeOfId(pictureOfUpload(key)) < ORPHAN_AFTER_MS) continue;
    batch.push(key);
    if (batch.length >= LOOKUP_BATCH) await clear();
  }
  await clear();
  return { requeued: stuck.length, orphans };
}

const ID_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_TIME_LENGTH = 10;

/** When an id was made: its first ten characters after the prefix. Files of unknown names are taken as new. */
function timeOfId(id: string): number {
  const head = id.slice(id.indexOf('_') + 1).slice(0, ID_TIME_LENGTH);
  let time = 0;
  for (const letter of head) {
    const digit = ID_ALPHABET.indexOf(letter);
    if (digit < 0) return Number.POSITIVE_INFINITY;
    time = time * 32 + digit;
  }
  return time;
}
