import type { Ctx } from '@/lib/db/context';
import { deleteDraftsBefore } from './draft-store';

/** Addresses of people who did not order are not kept longer than this. */
const KEEP_MS = 30 * 24 * 3_600_000;

/** Forgets drafts that nobody went on with. Run by the schedule; safe to repeat. */
export async function sweepDrafts(ctx: Ctx): Promise<void> {
  const count = await deleteDraftsBefore(ctx, new Date(ctx.clock.now().getTime() - KEEP_MS));
  if (count > 0) ctx.log.info('checkout drafts swept', { count });
}
