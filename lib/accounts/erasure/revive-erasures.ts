import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { findLateErasures, hasErasureJob } from './erasure-store';

/** An erasure takes minutes; one that is open for longer had its providers away, or lost its job. */
export const ERASURE_LATE_MS = 60 * 60 * 1000;

/**
 * Gives erasures that nobody works on any more a new job: what was promised is not given up, whatever became of the old
 * one. Run by the schedule; safe to repeat.
 */
export async function reviveErasures(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - ERASURE_LATE_MS);
  for (const { id, number } of await findLateErasures(ctx, before)) {
    await inTransaction(ctx, async (tx) => {
      if (await hasErasureJob(tx, id)) return;
      ctx.log.warn('an erasure is late and gets another job', { number });
      await enqueue(tx, 'account.erase', { erasureId: id as Id<'erasure'> });
    });
  }
}
