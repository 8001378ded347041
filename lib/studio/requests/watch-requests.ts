import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { findNeglected, markLooked } from './store';

/** Longer than any pause between two looks, and than the longest before a failed one is tried again (300 s). */
const NEGLECTED_MS = 400_000;
const BATCH = 500;

/** Gives open requests whose job is lost a new one, and ends the ones past their deadline. */
export async function watchModelRequests(ctx: Ctx): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - NEGLECTED_MS);
  for (const request of await findNeglected(ctx, since, BATCH)) {
    const modelRequestId = request.id as Id<'modelRequest'>;
    const isLate = request.deadlineAt < ctx.clock.now();
    const name = request.status === 'QUEUED' && !isLate ? 'model.submit' : 'model.check';
    await inTransaction(ctx, async (tx) => {
      await markLooked(tx, request.id);
      await enqueue(tx, name, { modelRequestId });
    });
  }
}
